// Tabs of 5,000 rows, every seventh of them nonsense: the desk goes on, and says what is wrong.
import type { Office } from '../../src/local/office.ts';
import { problemText } from '../../src/rules/problem.ts';
import { problemsIn } from '../../src/rules/problems.ts';
import type { Cell, Workbook } from '../../src/rules/sheet.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { journey, post, support, tickets } from './desk-journey.ts';

const rows = 5_000;
const nonsense: readonly Cell[] = ['=#REF!', '#N/A', -1, true, 'x'.repeat(300), '__proto__', 'any', '2d'];

/** The starter's rows over and over, each with a name of its own in the first column where that must be unique. */
function enlarged(tab: string): readonly (readonly Cell[])[] {
  const [header = [], ...starter] = starterDefault[tab] ?? [];
  const more = Array.from({ length: rows - starter.length }, (_, at) => {
    const row = [...(starter[at % starter.length] ?? [])];
    if (tab !== 'Matrix' && tab !== 'Holidays') row[0] = `${row[0]}${at}`;
    if (at % 7 === 0) row[at % header.length] = nonsense[at % nonsense.length] ?? '';
    return row;
  });
  return [header, ...starter, ...more];
}

const tabs = Object.keys(starterDefault).filter((tab) => tab !== 'Settings');

test.each(tabs)('%s with 5,000 rows is read, its sound rows hold and its faults are named', (tab) => {
  const workbook: Workbook = { ...starterDefault, [tab]: enlarged(tab) };
  const { rules, problems } = problemsIn(workbook, null, Date.parse('2026-03-23T09:00:00Z'));
  expect(rules.matrix.length).toBeGreaterThan(0);
  expect(rules.categories.length).toBeGreaterThan(5);
  expect(rules.people.length).toBeGreaterThan(5);
  expect(problems.some((problem) => problem.tab === tab && (problem.row ?? 0) > 100)).toBe(true);
  for (const problem of problems.slice(0, 300)) expect(problemText(problem).length).toBeGreaterThan(10);
});

/** Rows below what stands there, by the API as an import would put them. */
function append(office: Office, tab: string): void {
  const range = encodeURIComponent(`'${tab}'!A1`);
  const values = enlarged(tab).slice(1 + (starterDefault[tab] ?? []).length);
  const answer = office.world.sheets.handle(
    {
      method: 'POST',
      url: `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}/values/${range}:append?valueInputOption=RAW&insertDataOption=INSERT_ROWS`,
      headers: {},
      body: JSON.stringify({ values }),
    },
    { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
  expect(answer.status).toBe(200);
}

test('a desk whose Categories and Customers have 5,000 rows takes mail in and says what is wrong', async () => {
  const office = await journey();
  append(office, 'Categories');
  append(office, 'Customers');
  office.desk.run('noteEdit');
  post(office, { subject: 'I was charged twice', body: 'Please refund the second payment.' });
  office.world.advance(3 * 60_000);
  expect(tickets(office)).toHaveLength(1);
  expect(office.rows('Problems').length).toBeGreaterThan(100);
  expect(office.desk.executions.filter(({ error }) => error !== null)).toEqual([]);
});
