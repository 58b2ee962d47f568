import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../build/build.ts';
import type { BuiltProject } from '../../build/make.ts';
import { simulate } from '../../src/local/simulate.ts';
import type { Simulation } from '../../src/local/simulation.ts';

let folder: string;
let desk: BuiltProject;
let simulation: Simulation;

const mail = (headers: Record<string, string>, body: string) =>
  `${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${body}\r\n`;

const archive: Record<string, string> = {
  '1-complaint.eml': mail(
    {
      From: 'Kari <kari@home.example>',
      To: 'support@fjordlicht.example',
      Subject: 'Charged twice',
      Date: 'Fri, 27 Mar 2026 09:00:00 +0100',
      'Message-ID': '<1@home.example>',
    },
    'Hello, you charged my card twice for invoice 77. Please refund one of the payments.',
  ),
  '2-answer.eml': mail(
    {
      From: 'Elena <elena@fjordlicht.example>',
      To: 'kari@home.example',
      Cc: 'support@fjordlicht.example',
      Subject: 'Re: Charged twice',
      Date: 'Fri, 27 Mar 2026 09:20:00 +0100',
      'Message-ID': '<2@fjordlicht.example>',
      'In-Reply-To': '<1@home.example>',
      References: '<1@home.example>',
    },
    'Dear Kari, the refund is on its way.',
  ),
  '3-unanswered.eml': mail(
    {
      From: 'Tom <tom@home.example>',
      To: 'support@fjordlicht.example',
      Subject: 'Parcel never arrived',
      Date: 'Fri, 27 Mar 2026 15:00:00 +0100',
      'Message-ID': '<3@home.example>',
    },
    'My parcel has not arrived and the tracking does not move. Where is it?',
  ),
  '4-away.eml': mail(
    {
      From: 'Kari <kari@home.example>',
      To: 'support@fjordlicht.example',
      Subject: 'Automatic reply: Charged twice',
      'Message-ID': '<4@home.example>',
      'In-Reply-To': '<2@fjordlicht.example>',
      References: '<1@home.example> <2@fjordlicht.example>',
      'Auto-Submitted': 'auto-replied',
    },
    'I am away until Monday.',
  ),
  '5-draft.eml': mail(
    {
      'X-Gmail-Labels': 'Entwürfe',
      From: 'support@fjordlicht.example',
      To: 'kari@home.example',
      Subject: 'unfinished',
      Date: 'Fri, 27 Mar 2026 15:30:00 +0100',
      'Message-ID': '<5@fjordlicht.example>',
    },
    'Dear',
  ),
};

const request = {
  rules: null,
  from: null,
  until: Date.UTC(2026, 2, 31, 12),
  tick: 10,
  support: null,
  clicks: false,
} as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tierline-simulate-'));
  mkdirSync(join(folder, 'mail'));
  for (const [name, text] of Object.entries(archive)) writeFileSync(join(folder, 'mail', name), text);
  const built = await build({ only: ['desk'], outdir: join(folder, 'build') });
  desk = built.desk as BuiltProject;
  simulation = await simulate({ ...request, mail: join(folder, 'mail'), desk });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ticket = (requester: string) => {
  const found = simulation.tickets.find((one) => one.requester === requester);
  if (!found) throw new Error(`no ticket of ${requester}`);
  return found;
};

test('every mail of the archive ends in one outcome, with its reason', () => {
  expect(simulation.mails.map(({ file, outcome }) => [file, outcome])).toEqual([
    ['1-complaint.eml', 'opened'],
    ['2-answer.eml', 'agent'],
    ['3-unanswered.eml', 'opened'],
    ['4-away.eml', 'automatic'],
  ]);
  expect(simulation.mails.every(({ reason }) => reason !== '')).toBe(true);
});

test('a draft is left out, and that is said', () => {
  expect(simulation.problems).toContainEqual({
    where: '5-draft.eml',
    what: 'left out, because it is a draft.',
    advice: '',
  });
});

test('an answer in the archive by one of our people meets the first response', () => {
  const { firstResponse } = ticket('kari@home.example').clocks;
  expect(firstResponse).toMatchObject({ metAt: '2026-03-27T08:20:00.000Z', breachedAt: null });
  expect(firstResponse?.why).toMatch(/Matrix row \d+: .* Fri 27 Mar 2026/);
});

test('a mail that nobody answers is a breach at its due instant, and somebody was told', () => {
  const unanswered = ticket('tom@home.example');
  const { firstResponse } = unanswered.clocks;
  expect(firstResponse?.metAt).toBeNull();
  expect(firstResponse?.breachedAt).toBe(firstResponse?.due);
  expect(unanswered.breaches.map(({ clock }) => clock)).toContain('firstResponse');
  expect(unanswered.journal.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['opened', 'breached']),
  );
  expect(simulation.notices.some((notice) => notice.ticket === unanswered.id)).toBe(true);
});

test('what it cost is counted: calls, ticks, and each quota on its worst day', () => {
  const { calls, quota } = simulation;
  const total = Object.values(calls.byMethod).reduce((sum, times) => sum + times, 0);
  expect(calls.total).toBe(total);
  expect(calls.ticks).toBeGreaterThan(4 * 24 * 6);
  expect(quota.triggerSeconds?.share).toBeGreaterThan(0);
  expect(quota.triggerSeconds?.share).toBeLessThan(0.1);
});

test('an archive of people whom nobody knows is told so, with the way out', async () => {
  const foreign = join(folder, 'foreign');
  mkdirSync(foreign);
  const [letter = ''] = Object.values(archive);
  writeFileSync(join(foreign, '1.eml'), letter.replaceAll('fjordlicht.example', 'firm.example'));
  const until = Date.UTC(2026, 2, 27, 8, 30);
  const { problems, period } = await simulate({ ...request, until, mail: foreign, desk });
  expect(period).toMatchObject({ support: 'support@firm.example', supportFrom: 'mails' });
  expect(problems).toContainEqual({
    where: 'People',
    what: expect.stringContaining('nobody in the People tab wrote any of these mails'),
    advice: expect.stringMatching(/tierline starter --out FOLDER.*FOLDER\/People\.csv.*--rules FOLDER/),
  });
});

test('an archive with answers by our own people is not doubted, and its mailbox is the one of the rules', () => {
  expect(simulation.problems.filter(({ where }) => where === 'People')).toEqual([]);
  expect(simulation.period.supportFrom).toBe('rules');
});

test('ticks that are passed over change nothing: the same mails, tickets, journal and notices without it', async () => {
  const every = await simulate({ ...request, mail: join(folder, 'mail'), desk, everyTick: true });
  const { calls, quota, ...found } = simulation;
  const { calls: callsOfEvery, quota: _, ...foundByEvery } = every;
  expect(found).toEqual(foundByEvery);
  expect(calls.ticks).toBe(callsOfEvery.ticks);
  expect(Math.abs(calls.total / callsOfEvery.total - 1)).toBeLessThan(0.05);
}, 60_000);
