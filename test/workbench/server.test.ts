// The workbench's server: what it answers, whom it refuses, and what survives.
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kept } from '../../src/local/workbench/bench.ts';
import { fromXlsx, toXlsx } from '../../src/local/workbench/excel.ts';
import { stateFile } from '../../src/local/workbench/state-file.ts';
import type {
  ChartView,
  DeskView,
  HoodView,
  MailboxView,
  MenuView,
  TabView,
} from '../../src/local/workbench/views.ts';
import { openWorkbench } from '../../src/local/workbench/workbench.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { type Quiet, quietWorkbench } from './quiet-workbench.ts';

let quiet: Quiet;
beforeAll(async () => {
  quiet = await quietWorkbench();
}, 60_000);
afterAll(() => quiet.close());
beforeEach(() => quiet.begin());

const group = 'support@fjordlicht.example';
const anna = 'anna@fjordlicht.example';

const complaint = {
  from: 'Kari Nordmann <kari@example.com>',
  to: [group],
  cc: [],
  subject: 'My lamp is broken',
  text: 'The lamp I bought does not work.',
  inReplyTo: null,
  references: [],
};

const desk = (): Promise<DeskView> => quiet.get('desk');

async function passMinutes(count: number): Promise<void> {
  const { now } = await desk();
  await quiet.workbench.session.passTo(now + count * 60_000);
}

const inbox = (box: string): Promise<MailboxView> =>
  quiet.get(`mailbox?${new URLSearchParams({ box, folder: 'inbox' })}`);

describe('mail', () => {
  test('what a customer writes reaches everybody through the Group, and becomes a ticket at the next tick', async () => {
    await quiet.post('write', complaint);
    const { support, people } = await desk();
    for (const box of [support, ...people.map(({ email }) => email)])
      expect((await inbox(box)).threads[0]?.subject).toBe('My lamp is broken');
    await passMinutes(2);
    expect((await desk()).tickets).toBe(1);
    const [line] = (await inbox(support)).threads;
    expect(line?.labels.map(({ name }) => name)).toContain('Tierline/Tier 1');
  });

  test('a mail by SMTP arrives, and one to nobody here is refused to its sender', async () => {
    const port = quiet.workbench.smtpPort() ?? 0;
    const letter = (to: string): Promise<string> =>
      smtp(port, [
        'EHLO me',
        'MAIL FROM:<kari@example.com>',
        `RCPT TO:<${to}>`,
        'DATA',
        'Subject: By SMTP\r\nFrom: kari@example.com\r\n\r\nHello\r\n.',
        'QUIT',
      ]);
    expect(await letter(group)).toMatch(/250 .*Delivered|250 Delivered/);
    expect((await inbox(anna)).threads[0]?.subject).toBe('By SMTP');
    expect(await letter('nobody@elsewhere.example')).toMatch(/550/);
  });

  test('dropped files arrive now, an .mbox with every mail in it', async () => {
    const mail = (n: number) => `Subject: Dropped ${n}\nFrom: kari@example.com\nTo: ${group}\n\nHello ${n}\n`;
    const mbox = [1, 2].map((n) => `From kari@example.com Tue Mar 24 09:00:00 2026\n${mail(n)}\n`).join('');
    const drop = (name: string, body: string) =>
      fetch(`${quiet.workbench.address}api/drop`, {
        method: 'POST',
        headers: { 'x-workbench': 'test', 'x-file-name': name },
        body,
      }).then((response) => response.json());
    expect(await drop('a.mbox', mbox)).toEqual({ mails: 2 });
    expect(await drop('b.eml', mail(3))).toEqual({ mails: 1 });
    const subjects = (await inbox(anna)).threads.map(({ subject }) => subject);
    expect(subjects).toEqual(expect.arrayContaining(['Dropped 1', 'Dropped 2', 'Dropped 3']));
  });
});

describe('the clock', () => {
  test('stepping to the next deadline stops just after it, and what was missed is told with its reason', async () => {
    await quiet.post('write', complaint);
    await passMinutes(2);
    const { nextDeadline } = await desk();
    expect(nextDeadline).toMatchObject({ clock: 'first response' });
    await quiet.workbench.session.passToNextDeadline();
    const after = await desk();
    expect(after.now).toBeGreaterThan(nextDeadline?.due ?? Number.POSITIVE_INFINITY);
    expect(after.now - (nextDeadline?.due ?? 0)).toBeLessThan(3 * 60_000);
    const missed = after.happenings.find(({ what }) => what === 'breached');
    expect(missed?.reason).not.toBe('');
  });

  test('time does not go back', async () => {
    const { now } = await desk();
    await expect(quiet.post('pass to', { until: now - 1000 })).rejects.toThrow('start over');
  });
});

describe('the workbook', () => {
  const people = (): Promise<TabView> => quiet.get('tab?tab=People');

  test('a wrong cell is told at the cell, and putting it right takes the problem away', async () => {
    const { columns, rows } = await people();
    const column = columns.findIndex(({ header }) => header === 'Lead');
    const before = rows[0]?.[column] ?? '';
    await quiet.post('cell', { tab: 'People', row: 2, column, value: 'nobody@nowhere' });
    expect((await people()).problems).toEqual([expect.objectContaining({ row: 2, column: 'Lead' })]);
    expect((await desk()).problems).toBe(1);
    await quiet.post('cell', { tab: 'People', row: 2, column, value: before });
    expect((await people()).problems).toEqual([]);
  });

  test('what is wrong with a setting is told beside its value, and a conflict at its cell as a warning', async () => {
    const tab = (name: string): Promise<TabView> => quiet.get(`tab?tab=${name}`);
    const put = async (name: string, { row, header }: { row: number; header: string }, value: string) => {
      const column = (await tab(name)).columns.findIndex((one) => one.header === header);
      await quiet.post('cell', { tab: name, row, column, value });
    };
    const row = 2 + (await tab('Settings')).rows.findIndex(([name]) => name === 'Default severity');
    await put('Settings', { row, header: 'Value' }, 'enormous');
    expect((await tab('Settings')).problems).toEqual([expect.objectContaining({ row, column: 'Value' })]);
    await put('Settings', { row, header: 'Value' }, 'medium');
    const before = (await tab('Categories')).rows[0]?.[13] ?? '';
    await put('Categories', { row: 2, header: 'Review by' }, '2026-01-01');
    expect((await tab('Categories')).problems).toEqual([
      expect.objectContaining({ row: 2, column: 'Review by', level: 'warning' }),
    ]);
    await put('Categories', { row: 2, header: 'Review by' }, before);
    expect((await tab('Categories')).problems).toEqual([]);
  });

  test('a change takes effect once the box Publish is ticked', async () => {
    const { rows } = await quiet.get<TabView>('tab?tab=Settings');
    const row = rows.findIndex(([name]) => name === 'Ticket prefix') + 2;
    await quiet.post('cell', { tab: 'Settings', row, column: 1, value: 'XY-' });
    const control = async (): Promise<TabView> => quiet.get<TabView>('tab?tab=Control');
    const publish = (await control()).rows.findIndex(([name]) => name === 'Publish') + 2;
    await quiet.post('cell', { tab: 'Control', row: publish, column: 1, value: 'true' });
    expect((await control()).rows[publish - 2]?.slice(1, 5)).toEqual([
      'false',
      '',
      expect.stringMatching(/^\d{4}-/),
      expect.stringContaining('Settings: Ticket prefix was'),
    ]);
    await quiet.post('write', complaint);
    await passMinutes(2);
    expect((await desk()).happenings.at(-1)?.ticket).toBe('XY-1');
  });

  test('the menu of the workbook is there, and choosing an item of it is answered within a minute', async () => {
    const { menus } = await quiet.get<MenuView>('menu');
    expect(menus.map(({ caption }) => caption)).toEqual(['Tierline']);
    expect(await quiet.post('choose', { item: 'Health', answer: null })).toMatchObject({ tab: 'Control' });
    await passMinutes(2);
    const { rows } = await quiet.get<TabView>('tab?tab=Control');
    expect(rows.find(([name]) => name === 'Health')?.[4]).toContain('The desk is at work');
  });

  test('what the desk writes cannot be typed over here', async () => {
    await expect(quiet.post('cell', { tab: 'Tickets', row: 2, column: 0, value: 'x' })).rejects.toThrow(
      'written by the desk',
    );
  });

  test('the whole workbook goes into an .xlsx file and comes back cell by cell', async () => {
    const back = await fromXlsx(await toXlsx(starterDefault));
    const trimmed = (cells: readonly unknown[]) => {
      const texts = cells.map((cell) => String(cell ?? ''));
      while (texts.at(-1) === '') texts.pop();
      return texts;
    };
    for (const [tab, rows] of Object.entries(starterDefault))
      expect((back[tab] ?? []).map(trimmed)).toEqual(rows.map(trimmed));
  });

  test('an imported file replaces the tabs it has', async () => {
    const smaller = { People: (starterDefault.People ?? []).slice(0, 8) };
    const response = await fetch(`${quiet.workbench.address}api/workbook.xlsx`, {
      method: 'POST',
      headers: { 'x-workbench': 'test' },
      body: new Uint8Array(await toXlsx(smaller)),
    });
    expect(await response.json()).toEqual({ tabs: ['People'] });
    expect((await people()).rows).toHaveLength(7);
  });

  test('a file that is no .xlsx is refused in words', async () => {
    await expect(quiet.post('workbook.xlsx', { no: 'file' })).rejects.toThrow('no .xlsx file');
  });

  test('the matrix chart names who must act within which time', async () => {
    const { policies, tiers } = await quiet.get<ChartView>('chart');
    expect(tiers).toHaveLength(3);
    expect(policies.length).toBeGreaterThan(3);
    for (const { tiers: steps, startTier } of policies)
      for (const { owners } of steps.slice(startTier - 1)) expect(owners.length).toBeGreaterThan(0);
  });
});

describe('under the hood', () => {
  test('opening a mail is counted for the sidebar and the desk, and stays within the budget', async () => {
    await quiet.post('write', complaint);
    await passMinutes(2);
    const [line] = (await inbox(anna)).threads;
    await quiet.post('open', { person: anna, mail: line?.mail ?? '', platform: 'WEB', locale: null });
    const { actions, quota } = await quiet.get<HoodView>('hood');
    const [last] = actions;
    const cost = (script: string): number =>
      (last?.calls ?? []).filter((one) => one.script === script).reduce((sum, { times }) => sum + times, 0);
    expect(last?.what).toBe(`${anna} opened a mail`);
    expect(cost('desk')).toBeGreaterThan(0);
    expect(cost('desk')).toBeLessThanOrEqual(last?.budget?.desk ?? 0);
    expect(quota.every(({ share }) => share < 0.1)).toBe(true);
  });

  test.each([
    'lose the next call',
    'kill the next tick',
    'late trigger',
    'expired history',
    'trigger fires twice',
  ])('%s: the mail still becomes one ticket', async (name) => {
    await quiet.post('mishap', { name });
    await quiet.post('write', complaint);
    await passMinutes(40);
    expect((await desk()).tickets).toBe(1);
  });
});

describe('whom it serves', () => {
  const ask = (headers: Record<string, string>, method = 'GET', path = '/api/desk'): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: quiet.workbench.port, path, method, headers },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      asked.on('error', reject);
      asked.end(method === 'POST' ? '{}' : undefined);
    });
  const own = () => `localhost:${quiet.workbench.port}`;

  test('its own page by its own name', async () => {
    expect(await ask({ host: own() })).toBe(200);
    expect(
      await ask({ host: own(), 'x-workbench': 'page', origin: `http://${own()}` }, 'POST', '/api/tick'),
    ).toBe(200);
  });

  test.each([
    ['a name that points at this computer', () => ({ host: 'evil.example' }), 'GET'],
    ['another port', () => ({ host: 'localhost:1' }), 'GET'],
    ['another page', () => ({ host: own(), origin: 'https://evil.example', 'x-workbench': 'x' }), 'POST'],
    ['a form of another page', () => ({ host: own() }), 'POST'],
    [
      'a fetch of another site',
      () => ({ host: own(), 'sec-fetch-site': 'cross-site', 'x-workbench': 'x' }),
      'POST',
    ],
    ['a method it does not know', () => ({ host: own() }), 'PUT'],
  ])('not %s', async (_, headers, method) => {
    expect(await ask(headers(), method, '/api/tick')).toBe(403);
  });

  test('the page may load nothing from elsewhere', async () => {
    const response = await fetch(quiet.workbench.address);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});

describe('a restart', () => {
  test('finds the world as it was', async () => {
    await quiet.post('write', complaint);
    await passMinutes(2);
    const file = stateFile<ReturnType<typeof kept>>(`${quiet.folder}/other.state`);
    await quiet.workbench.session.change((bench) => file.write(kept(bench)));
    const saved = file.read();
    const before = await quiet.workbench.session.change((bench) => structuredClone(kept(bench)));
    expect(saved).toEqual(before);
  });

  test('goes on with the mails and tickets that were there', async () => {
    await quiet.post('write', complaint);
    await passMinutes(2);
    const state = `${quiet.folder}/again.state`;
    await quiet.workbench.session.change((bench) => stateFile(state).write(kept(bench)));
    const before = await quiet.get<DeskView>('desk');
    const mail = `${quiet.folder}/mail`;
    const given = { mail, rules: null, port: 0, smtpPort: 0, fresh: false, state };
    const again = await openWorkbench({ ...given, cache: join(tmpdir(), 'tierline-test-cache') });
    await again.ready;
    const { now, happenings } = await (await fetch(`${again.address}api/desk`)).json();
    await again.close();
    expect(now).toBe(before.now);
    expect(happenings).toEqual(before.happenings);
  });

  test('a broken state file is as good as none', () => {
    const file = stateFile<unknown>(`${quiet.folder}/mail/hello.eml`);
    expect(file.read()).toBeNull();
  });
});

/** Says one line after the other, each when the last was answered. */
function smtp(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    let next = 0;
    socket.on('data', (data) => {
      said += data.toString();
      if (!/^\d{3} .*\r\n$/m.test(data.toString())) return;
      const line = lines[next];
      next += 1;
      if (line !== undefined) socket.write(`${line}\r\n`);
    });
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}
