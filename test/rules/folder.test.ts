import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { readRulesFolder, writeRulesFolder } from '../../src/local/rules-folder.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault, starterKeyAccounts } from '../../src/rules/starter.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierline-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const good = readRules(starterDefault, null).rules;
const people = (delimiter: string) =>
  stringify(
    (starterDefault.People ?? []).map((row) => row.map(String)),
    { delimiter },
  );

test('a workbook written to a folder is read back with the same rules', () => {
  for (const workbook of [starterDefault, starterKeyAccounts]) {
    writeRulesFolder(folder, workbook);
    const read = readRulesFolder(folder);
    expect(read.problems).toEqual([]);
    expect(readRules(read.workbook, null)).toEqual(readRules(workbook, null));
  }
});

test.each([
  ['semicolons', ';', ''],
  ['tabs', '\t', ''],
  ['commas and a byte order mark', ',', '\ufeff'],
])('a file with %s is read', (_, delimiter, mark) => {
  writeFileSync(join(folder, 'people.CSV'), `${mark}${people(delimiter)}`);
  expect(readRules(readRulesFolder(folder).workbook, null).rules).toEqual(good);
});

test('tabs that the folder lacks come from the starter', () => {
  writeRulesFolder(folder, starterKeyAccounts);
  unlinkSync(join(folder, 'Holidays.csv'));
  expect(readRulesFolder(folder).workbook.Holidays).toEqual(starterDefault.Holidays);
});

test('blank lines keep their row numbers', () => {
  writeFileSync(join(folder, 'People.csv'), people(',').replace('\n', '\n\n\n'));
  const { people: read } = readRules(readRulesFolder(folder).workbook, null).rules;
  expect(read[0]?.place.row).toBe(4);
});

test('a file that is not UTF-8 is told, and the tab counts as missing', () => {
  writeFileSync(join(folder, 'People.csv'), Buffer.from('Name;Email\nJ\xfcrgen;j@example.com', 'latin1'));
  const { workbook, problems } = readRulesFolder(folder);
  expect(workbook.People).toBeUndefined();
  expect(problems).toEqual([
    {
      tab: 'People',
      row: null,
      column: null,
      what: 'the file is not UTF-8.',
      advice: 'Save it as "CSV UTF-8".',
    },
  ]);
});

test('a file that is no tab is told', () => {
  writeRulesFolder(folder, starterDefault);
  writeFileSync(join(folder, 'Peple.csv'), readFileSync(join(folder, 'People.csv')));
  expect(readRulesFolder(folder).problems.map(({ what }) => what)).toEqual([
    'Peple.csv is no tab of the workbook.',
  ]);
});

test('a folder that is not there is an error in words', () => {
  expect(() => readRulesFolder(join(folder, 'nowhere'))).toThrow(/^The rules folder .* cannot be read\.$/);
});
