import { noNames } from '../../src/rules/names.ts';
import { readRules } from '../../src/rules/read.ts';
import type { Sheet } from '../../src/rules/sheet.ts';
import { shownTables } from '../../src/rules/shown-tables.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { settings } from '../../src/rules/tables/settings.ts';
import { settingsShown } from '../../src/rules/tables/settings-shown.ts';
import { edited, read, rowOf, setting, told, toldOf } from './workbooks.ts';

const rules = read();
const content = (workbook: Parameters<typeof readRules>[0]) => {
  const { people, matrix, settings } = readRules(workbook, null).rules;
  return { people: people.length, matrix: matrix.map(({ ladder }) => ladder.length), settings };
};
const offered = [
  ...shownTables.flatMap(({ columns }) =>
    columns.map(({ column, choices }) => ({ choices, read: column.read })),
  ),
  ...(Object.keys(settings) as (keyof typeof settings)[]).map((key) => ({
    choices: settingsShown[key].choices ?? null,
    read: settings[key].read,
  })),
];
const changed = (tab: string, change: (sheet: Sheet) => Sheet) => ({
  ...starterDefault,
  [tab]: change(starterDefault[tab] ?? []),
});

test('columns may be moved, and admins may have columns of their own', () => {
  for (const tab of Object.keys(starterDefault)) {
    const workbook = changed(tab, (sheet) =>
      sheet.map((row, at) => [at === 0 ? 'Our notes' : 'x', ...[...row].reverse()]),
    );
    expect(toldOf(workbook)).toEqual([]);
    expect(content(workbook)).toEqual(content(starterDefault));
  }
});

test('case and spaces in a header do not matter', () => {
  const workbook = changed('People', ([header = [], ...rows]) => [
    header.map((title) => `  ${String(title).toUpperCase()}\u00a0`),
    ...rows,
  ]);
  expect(toldOf(workbook)).toEqual([]);
});

test('blank rows are left alone, and rows keep the number that people see', () => {
  const workbook = changed('People', ([header = [], ...rows]) => [header, [], ['', null, ''], ...rows]);
  expect(toldOf(workbook)).toEqual([]);
  expect(readRules(workbook, null).rules.people[0]?.place).toEqual({ tab: 'People', row: 4 });
});

test('tick boxes, numbers, odd spaces and typographic quotes are read as they are meant', () => {
  const anna = rowOf('People', 'Anna Berger');
  const changes = read(
    setting('Paused', true),
    setting('Close after days', 7),
    setting('Company', '\u00a0Fjordlicht\u00a0AS '),
    ['People', anna, 'Cap', '1.000'],
    ['Categories', 2, 'Always', '\u201ctax\u201d'],
  );
  expect(changes.settings).toMatchObject({ paused: true, closeAfterDays: 7, company: 'Fjordlicht AS' });
  expect(changes.people[0]?.cap).toBe(1000);
  expect(changes.categories[0]?.always).toEqual(['"tax"']);
});

test('a column that is mistyped is told with the one that was meant', () => {
  expect(told(['Matrix', 1, 'First response', 'Frist response'])).toContain(
    "Matrix row 1, Frist response: 'Frist response' is no column the desk knows. Did you mean First response?",
  );
  expect(told(['Matrix', 1, 'Owner tier 2', 'Ownr tier 2'])).toContain(
    "Matrix row 1, Ownr tier 2: 'Ownr tier 2' is no column the desk knows. Did you mean Owner tier 2?",
  );
});

test('without a column it cannot do without a tab is not read at all', () => {
  const messages = told(['Matrix', 1, 'Severity', 'Severty']);
  expect(messages).toEqual([
    'Matrix: This tab cannot be read. Put the missing columns back. Until then the desk works by a row of its own: first response 4h, resolution 5wd, the fallback owner.',
    "Matrix, Severity: This column is missing. Put 'Severity' in the first row, above the cells that belong to it.",
    "Matrix row 1, Severty: 'Severty' is no column the desk knows. Did you mean Severity?",
  ]);
});

test('of two columns with one header the first counts', () => {
  const workbook = changed('People', (sheet) =>
    sheet.map((row, at) => [...row, at === 0 ? 'email' : 'other@example.com']),
  );
  expect(toldOf(workbook)).toEqual([
    "People row 1, email: Two columns are called 'email'. Only the first one counts: rename or delete the other.",
  ]);
  expect(readRules(workbook, null).rules.people).toEqual(rules.people);
});

test('a broken formula is a problem of its cell, never a rule', () => {
  expect(told(['People', rowOf('People', 'Anna Berger'), 'Teams', '#REF!'])).toEqual([
    'People row 2, Teams: the formula in this cell gives #REF!. Repair the formula or type the value.',
  ]);
});

test('a missing tab counts as it last was', () => {
  for (const tab of Object.keys(starterDefault)) {
    const { [tab]: _gone, ...rest } = starterDefault;
    const reading = readRules(rest, rules);
    expect(reading.rules).toEqual(rules);
    expect(reading.problems).toEqual([
      {
        tab,
        row: null,
        column: null,
        what: 'This tab is missing.',
        advice: 'Add it again. Until then the desk works by what this tab last said.',
      },
    ]);
  }
});

test('an empty workbook still gives rules that answer everything, and says what is missing', () => {
  const { rules: bare, problems } = readRules({}, null);
  expect(bare.people.map(({ role }) => role)).toEqual(['admin']);
  expect(bare.settings.fallbackOwner).toBe(bare.people[0]?.email);
  expect(bare.calendars.length).toBeGreaterThan(0);
  expect(new Set(problems.map(({ tab }) => tab)).size).toBe(9);
});

test('the version changes with the rules and with nothing else', () => {
  const same = readRules(
    changed('People', (sheet) => sheet.map((row) => [...row, 'our notes'])),
    null,
  ).rules;
  expect(same.version).toBe(rules.version);
  expect(read(setting('Paused', 'yes')).version).not.toBe(rules.version);
  expect(read(['Macros', 2, 'Body', 'Thank you, {customer}.']).version).not.toBe(rules.version);
});

test('nothing the desk works by points to what is not there, even when tabs are of different age', () => {
  const noGeorg = edited([['People', rowOf('People', 'Georg Huber'), 'Email', 'gero@fjordlicht.example']]);
  const { Customers: _customers, Matrix: _matrix, ...rest } = noGeorg;
  const { customers, people } = readRules(rest, rules).rules;
  expect(people.map(({ email }) => email)).not.toContain('georg@fjordlicht.example');
  expect(customers.map(({ accountManager }) => accountManager)).toEqual(customers.map(() => null));
});

test('every value that a drop-down offers is understood', () => {
  const lists = offered.flatMap(({ choices, read: reader }) =>
    choices?.from === 'list' ? choices.values.map((value) => reader(value, noNames).troubles) : [],
  );
  expect(lists.length).toBeGreaterThan(40);
  expect(lists.flat()).toEqual([]);
});

test('a drop-down that offers another column names one that is there', () => {
  const columns = offered.flatMap(({ choices }) => (choices?.from === 'column' ? [choices] : []));
  expect(columns.length).toBeGreaterThan(8);
  for (const { tab, header } of columns) expect(starterDefault[tab]?.[0]).toContain(header);
});
