// Control and the tabs beside it after hands were at them: sorted, renamed, deleted, typed over.
import type { Rules } from '../../src/complaints/rules.ts';
import type { Office } from '../../src/local/office.ts';
import { journey, sameBeginning, support, withSettings } from './desk-journey.ts';

const minutes = (office: Office, n: number): void => office.world.advanceTo(office.world.now() + n * 60_000);

const desk = sameBeginning(async () => {
  const office = await journey(undefined, withSettings({ 'Rules take effect': 'when published' }));
  minutes(office, 3);
  return office;
});

function rest(office: Office, method: 'GET' | 'POST', path: string, body?: unknown): unknown {
  const url = `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}${path}`;
  const request = { method, url, headers: {}, body: body === undefined ? null : JSON.stringify(body) };
  const answer = office.world.sheets.handle(request, {
    email: support,
    scopes: ['https://www.googleapis.com/auth/spreadsheets'],
  });
  if (answer.status !== 200) throw new Error(String(answer.body));
  return JSON.parse(String(answer.body));
}

interface Sheets {
  readonly sheets: readonly { readonly properties: { readonly title: string; readonly sheetId: number } }[];
}

const idOf = (office: Office, tab: string): number =>
  (rest(office, 'GET', '?fields=sheets.properties') as Sheets).sheets.find(
    ({ properties }) => properties.title === tab,
  )?.properties.sheetId ?? -1;
const byHand = (office: Office, request: object): void =>
  void rest(office, 'POST', ':batchUpdate', { requests: [request] });
const rename = (office: Office, tab: string): void =>
  byHand(office, {
    updateSheetProperties: {
      properties: { sheetId: idOf(office, tab), title: `My ${tab}` },
      fields: 'title',
    },
  });
const remove = (office: Office, tab: string): void =>
  byHand(office, { deleteSheet: { sheetId: idOf(office, tab) } });

const edit = (office: Office, tab: string, row: number, column: number, value: string | boolean): void =>
  office.world.sheets.edit(office.workbook, tab, row, column, value, { by: support });

function setting(office: Office, name: string, value: string): void {
  const row = office.rows('Settings').findIndex(({ Setting }) => Setting === name) + 1;
  edit(office, 'Settings', row, 1, value);
}

const control = (office: Office, command: string) =>
  office.rows('Control').find((row) => row.Command === command);
const rowOf = (office: Office, command: string): number =>
  office.rows('Control').findIndex((row) => row.Command === command) + 1;

function tick(office: Office, command: string, options = ''): string {
  edit(office, 'Control', rowOf(office, command), 2, options);
  edit(office, 'Control', rowOf(office, command), 1, true);
  return control(office, command)?.Answer ?? '';
}

const tabs = (office: Office): readonly string[] => office.world.sheets.tabs(office.workbook);

test('a list in Settings that differs only in its end can be published', async () => {
  const office = await desk();
  const many = Array.from({ length: 6 }, (_, n) => `support-${n}@fjordlicht.example`).join(', ');
  setting(office, 'Support addresses', `${support}, ${many}`);
  tick(office, 'Publish');
  minutes(office, 2);
  setting(office, 'Support addresses', `${support}, ${many}, last@fjordlicht.example`);
  expect(tick(office, 'Publish')).toMatch(/^Version 3 is published.*\n.*Support addresses/);
});

test('the version before is the one with the next lower number, however Versions is sorted', async () => {
  const office = await desk();
  for (const prefix of ['A-', 'B-', 'C-']) {
    setting(office, 'Ticket prefix', prefix);
    tick(office, 'Publish');
    minutes(office, 2);
  }
  const range = { sheetId: idOf(office, 'Versions'), startRowIndex: 1, endRowIndex: 9, startColumnIndex: 0 };
  byHand(office, {
    sortRange: {
      range: { ...range, endColumnIndex: 30 },
      sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
    },
  });
  expect(tick(office, 'Roll back')).toContain('The rules of version 3 hold again');
});

test('where edits hold at once there is no pilot, and the answer says what to do', async () => {
  const office = await desk();
  setting(office, 'Rules take effect', 'at once');
  expect(tick(office, 'Publish')).toContain('edits after this one hold at once');
  minutes(office, 2);
  setting(office, 'Ticket prefix', 'CASE-');
  expect(tick(office, 'Start pilot', '20%')).toContain("Write 'when published' for Rules take effect");
  expect(office.rows('Versions').some(({ State }) => State === 'pilot')).toBe(false);
});

test('a pilot may get all new tickets, and text that was pasted over several cells is told', async () => {
  const office = await desk();
  setting(office, 'Ticket prefix', 'CASE-');
  expect(tick(office, 'Start pilot', '0%')).toContain('Write into Options');
  expect(tick(office, 'Start pilot', '100%')).toContain('Version 2 is piloted for 100 % of new tickets');
  for (const [row, text] of ['kari@example.com', 'Hello', 'Dear team,', 'my lamp is broken'].entries())
    edit(office, 'Try', row + 1, 1, text);
  expect(tick(office, 'Try a mail')).toContain('Double-click its cell before you paste');
});

test('who falls ill while rules are piloted is away at once, in both arms, and nothing has to be published', async () => {
  const office = await desk();
  setting(office, 'Ticket prefix', 'CASE-');
  const columns = Object.keys(office.rows('People')[0] ?? {});
  edit(office, 'People', 1, columns.indexOf('Cap'), '7');
  expect(tick(office, 'Start pilot', '50%')).toContain('Version 2 is piloted');
  minutes(office, 2);
  edit(office, 'People', 1, columns.indexOf('Away'), '2026-03-24');
  minutes(office, 2);
  const rules = office.world.sheets
    .values(office.workbook, 'State')
    .slice(1)
    .map((row) => String(row[1] ?? ''))
    .join('');
  const { people, pilot } = JSON.parse(rules) as Rules;
  expect([people[0]?.away.length, pilot?.parts.people?.[0]?.away.length]).toEqual([1, 1]);
  expect([people[0]?.cap, pilot?.parts.people?.[0]?.cap]).toEqual([40, 7]);
  expect(tick(office, 'Health')).toContain('Every edit is published');
});

test.each([
  ['Reports', 'Reports now', 'The tab Reports is up to date'],
  ['Try', 'Try a mail', 'Write into the tab Try'],
  ['Versions', 'Publish', 'Version 2 is published'],
  ['Archive', 'What would change', '0 tickets'],
])(
  'a command that needs the tab %s brings it back, renamed or deleted, and is answered',
  async (tab, command, words) => {
    for (const harm of [rename, remove]) {
      const office = await desk();
      setting(office, 'Ticket prefix', 'CASE-');
      harm(office, tab);
      expect(tick(office, command)).toContain(words);
      expect(tabs(office)).toContain(tab);
    }
  },
);

test('Control itself comes back within a minute, a renamed Journal in the night', async () => {
  const office = await journey('2026-03-24T01:50:00Z');
  minutes(office, 2);
  remove(office, 'Control');
  rename(office, 'Journal');
  minutes(office, 3);
  expect(tick(office, 'Health')).toContain('The desk is at work');
  minutes(office, 10);
  expect(tabs(office)).toContain('Journal');
});

test('commands that somebody deleted from Control come back with their boxes by Install', async () => {
  const office = await desk();
  const range = { sheetId: idOf(office, 'Control'), dimension: 'ROWS', startIndex: 4, endIndex: 6 };
  byHand(office, { deleteDimension: { range } });
  expect(control(office, 'Publish')).toBeUndefined();
  tick(office, 'Install');
  setting(office, 'Ticket prefix', 'CASE-');
  expect(tick(office, 'Publish')).toContain('Version 2 is published');
  expect(office.rows('Control')).toHaveLength(13);
});

test('a box that was typed over counts by its word, and a tick beside no command costs no call', async () => {
  const office = await desk();
  edit(office, 'Control', rowOf(office, 'Health'), 1, 'yes');
  minutes(office, 2);
  expect(control(office, 'Health')).toMatchObject({
    'Do it': 'false',
    Answer: expect.stringContaining('at work'),
  });
  edit(office, 'Control', 20, 1, true);
  minutes(office, 2);
  expect(office.world.calls.during(() => void office.desk.run('tick')).total).toBe(2);
});
