import { readRules } from '../../src/rules/read.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { type Edit, edited, read, rowOf, told, toldOf } from './workbooks.ts';

const last = starterDefault.Matrix?.length ?? 0;
const billing = rowOf('Matrix', 'Billing and payments');
const policyIn = (row: number, ...edits: readonly Edit[]) =>
  read(...edits).matrix.find(({ place }) => place.row === row);

test('an owner who is nobody is told with tab, row, column and the nearest colleague', () => {
  expect(told(['Matrix', billing, 'Owner tier 1', 'elena@'])).toEqual([
    `Matrix row ${billing}, Owner tier 1: 'elena@' is nobody in People. Did you mean elena@fjordlicht.example?`,
  ]);
});

test('a row for a category that is not there is left out, never widened to everything', () => {
  const edits = [['Matrix', billing, 'Category', 'Biling and payments']] as const;
  expect(told(...edits)).toEqual([
    `Matrix row ${billing}, Category: 'Biling and payments' is no category in Categories. Did you mean Billing and payments? Until then this row is left out.`,
  ]);
  expect(policyIn(billing, ...edits)).toBeUndefined();
});

test('a row with a severity that is not there is left out', () => {
  const edits = [['Matrix', 2, 'Severity', 'critcal']] as const;
  expect(told(...edits)).toContain(
    "Matrix row 2, Severity: 'critcal' is not possible here. Did you mean critical? Until then this row is left out.",
  );
  expect(policyIn(2, ...edits)).toBeUndefined();
});

test('a category may be written with its subcategory, and a subcategory alone finds its category', () => {
  expect(policyIn(billing, ['Matrix', billing, 'Category', 'billing and payments > disputes'])).toMatchObject(
    {
      category: 'Billing and payments',
      subcategory: 'Disputes',
    },
  );
  expect(
    policyIn(billing, ['Matrix', billing, 'Category', ''], ['Matrix', billing, 'Subcategory', 'Disputes']),
  ).toMatchObject({ category: 'Billing and payments', subcategory: 'Disputes' });
});

test('a subcategory of another category is told', () => {
  expect(told(['Matrix', billing, 'Subcategory', 'Outage'])).toEqual([
    expect.stringMatching(/'Outage' is no subcategory of Billing and payments in Categories\./),
  ]);
});

test('without a row that catches everything the desk adds its own and says so', () => {
  const workbook = { ...starterDefault, Matrix: starterDefault.Matrix?.slice(0, last - 1) ?? [] };
  const { matrix } = readRules(workbook, null).rules;
  expect(matrix.at(-1)).toMatchObject({
    place: { tab: 'Matrix', row: 0 },
    category: null,
    severity: null,
    owners: [[{ by: 'keep' }, { by: 'person', person: 'helen@fjordlicht.example' }], [{ by: 'lead' }]],
  });
  expect(toldOf(workbook)).toEqual([
    expect.stringMatching(/^Matrix: No row catches what the other rows do not name\. Add/),
  ]);
});

test('an empty Matrix still has a policy for everything', () => {
  const workbook = { ...starterDefault, Matrix: starterDefault.Matrix?.slice(0, 1) ?? [] };
  expect(readRules(workbook, null).rules.matrix).toHaveLength(1);
});

test('two rows with the same conditions and rank are told', () => {
  expect(told(['Matrix', billing, 'Category', 'Technical problems'])).toContainEqual(
    expect.stringMatching(
      /this row has the same conditions and rank as row \d+\. Change the conditions or the rank\. Until then row \d+ decides\.$/,
    ),
  );
});

test('a tier beyond the last one is told and counts as the last', () => {
  const edits = [['Matrix', billing, 'Start at tier', 5]] as const;
  expect(told(...edits)).toEqual([
    `Matrix row ${billing}, Start at tier: there is no tier 5. Settings has 1 First line, 2 Specialists, 3 Management. Until then it counts as 3.`,
  ]);
  expect(policyIn(billing, ...edits)?.startTier).toBe(3);
});

test('with fewer tiers than owner columns each cell that nobody reaches is told', () => {
  const messages = told(['Settings', rowOf('Settings', 'Tiers'), 'Value', 'First line, Specialists']);
  expect(messages).toContain(
    `Matrix row ${billing}, Owner tier 3: there is no tier 3. Settings has 2 tiers: add one there, or empty this cell.`,
  );
  const { matrix } = read(['Settings', rowOf('Settings', 'Tiers'), 'Value', 'First line, Specialists']);
  expect(matrix.every(({ owners, startTier }) => owners.length <= 2 && startTier <= 2)).toBe(true);
});

test('a fourth tier needs only a name in Settings and columns in the Matrix', () => {
  const workbook = edited([['Settings', rowOf('Settings', 'Tiers'), 'Value', 'One, Two, Three, Four']]);
  const Matrix = (workbook.Matrix ?? []).map((row, at) => [
    ...row,
    at === 0 ? 'Owner tier 4' : 'Petra Novak',
  ]);
  const { rules, problems } = readRules({ ...workbook, Matrix }, null);
  expect(problems).toEqual([]);
  expect(rules.matrix[0]?.owners[3]).toEqual([{ by: 'person', person: 'petra@fjordlicht.example' }]);
});

test('a ladder step on a clock that the row does not run is told', () => {
  expect(told(['Matrix', billing, 'Customer update', '-'])).toEqual([
    `Matrix row ${billing}, Ladder: 'customer update 75%: holding reply' never happens: this row gives no time for it. Fill in the time in this row, or take the step out.`,
    `Matrix row ${billing}, Ladder: 'customer update due: tell owner' never happens: this row gives no time for it. Fill in the time in this row, or take the step out.`,
  ]);
});

test('a calendar that is not there is told, and the desk calendar counts', () => {
  const edits = [['Matrix', 2, 'Calendar', 'Round the clok']] as const;
  expect(told(...edits)).toEqual([
    "Matrix row 2, Calendar: 'Round the clok' is no calendar in Calendars. Did you mean Round the clock?",
  ]);
  expect(policyIn(2, ...edits)?.calendar).toBe('Office hours');
});

test('a ladder names its own step and word when something is wrong', () => {
  expect(
    told([
      'Matrix',
      billing,
      'Ladder',
      'first response due: tell owner\ntier time due: tell femk@fjordlicht.example',
    ]),
  ).toEqual([
    `Matrix row ${billing}, Ladder: step 2: 'femk@fjordlicht.example' is nobody in People. Did you mean femke@fjordlicht.example?`,
  ]);
});
