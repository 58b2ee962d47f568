import fc from 'fast-check';
import { policyFor } from '../../src/complaints/matrix.ts';
import { type Rules, severities } from '../../src/complaints/rules.ts';
import { problemText } from '../../src/rules/problem.ts';
import { problemsIn } from '../../src/rules/problems.ts';
import { readRules } from '../../src/rules/read.ts';
import type { Cell, Workbook } from '../../src/rules/sheet.ts';
import { starterDefault } from '../../src/rules/starter.ts';

const good = readRules(starterDefault, null).rules;
const tabs = Object.keys(starterDefault);

/** What people leave in cells: nothing, nonsense, half a value, a value of another column, a broken formula. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    '',
    null,
    true,
    0,
    -1,
    1e21,
    '#REF!',
    ' ',
    'any',
    '-',
    '*',
    '>',
    ';',
    ':',
    'if',
    'null',
    'before after '.repeat(3_000),
    '/'.repeat(50_000),
  ),
  fc.constantFrom<Cell>('2d', '4h', '24h', 'closed', '22:00-06:00', '2026-02-30', '02-29', 'from 2026-01-01'),
  fc.constantFrom<Cell>(
    'helen@fjordlicht.example',
    'Anna Berger',
    'anna@',
    'VIP',
    'critical',
    'tier 9',
    'Other',
  ),
  fc.constantFrom<Cell>(
    'Name',
    'Email',
    'Severity',
    'owner tier 1',
    'Owner tier 99',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom<Cell>(
    'resolution due if tier 1: next tier',
    'round robin of Support else lead',
    '{ticket} {x',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...Object.values(starterDefault).flatMap((sheet) => sheet.slice(0, 8).flat())),
);

type Change = (workbook: Workbook) => Workbook;
const place = { tab: fc.constantFrom(...tabs), row: fc.nat(20), column: fc.nat(18) };

const putCell = fc.record({ ...place, value: cell }).map(
  ({ tab, row, column, value }): Change =>
    (workbook) => ({
      ...workbook,
      [tab]: (workbook[tab] ?? []).map((cells, at) =>
        at === row ? cells.map((old, index) => (index === column ? value : old)) : cells,
      ),
    }),
);
const dropTab = fc.record(place).map(
  ({ tab }): Change =>
    (workbook) =>
      Object.fromEntries(Object.entries(workbook).filter(([name]) => name !== tab)),
);
const dropRows = fc.record(place).map(
  ({ tab, row }): Change =>
    (workbook) => ({ ...workbook, [tab]: (workbook[tab] ?? []).slice(0, row) }),
);
const dropColumn = fc.record(place).map(
  ({ tab, column }): Change =>
    (workbook) => ({
      ...workbook,
      [tab]: (workbook[tab] ?? []).map((cells) => cells.filter((_, index) => index !== column)),
    }),
);
const repeatRow = fc.record(place).map(
  ({ tab, row }): Change =>
    (workbook) => {
      const sheet = workbook[tab] ?? [];
      return { ...workbook, [tab]: [...sheet, sheet[row] ?? []] };
    },
);
const change = fc.oneof({ weight: 8, arbitrary: putCell }, dropTab, dropRows, dropColumn, repeatRow);
const changes = fc.array(change, { minLength: 1, maxLength: 12 });
const damaged = changes.map((list) => list.reduce((workbook, each) => each(workbook), starterDefault));

/** What the desk relies on without asking. */
function expectUsable(rules: Rules): void {
  const { settings, people, calendars, matrix, customers } = rules;
  const emails = new Set<string | null>([null, ...people.map(({ email }) => email)]);
  const names = new Set<string | null>([null, ...calendars.map(({ name }) => name)]);
  expect(people.length).toBeGreaterThan(0);
  expect(emails).toContain(settings.fallbackOwner);
  expect(names).toContain(settings.calendar);
  expect(settings.supportAddresses.length).toBeGreaterThan(0);
  expect(settings.tiers.length).toBeGreaterThan(0);
  for (const person of people) {
    expect(emails).toContain(person.lead);
    expect(emails).toContain(person.cover);
    expect(names).toContain(person.calendar);
    for (const link of ['lead', 'cover'] as const)
      expect(chain(rules, person.email, link)).toBeLessThan(people.length);
  }
  for (const { accountManager } of customers) expect(emails).toContain(accountManager);
  for (const policy of matrix) {
    expect(names).toContain(policy.calendar);
    expect(policy.startTier).toBeLessThanOrEqual(settings.tiers.length);
    for (const owner of policy.owners.flat())
      if (owner.by === 'person') expect(emails).toContain(owner.person);
  }
  for (const severity of severities) {
    const facts = {
      category: 'Something new',
      subcategory: null,
      severity,
      customerTier: 'Nobody in particular',
    };
    expect(() => policyFor(facts, rules)).not.toThrow();
  }
}

/** Links followed until the chain ends; as many as there are people where it circles. */
function chain({ people }: Rules, start: string, link: 'lead' | 'cover'): number {
  let steps = 0;
  for (let at: string | null = start; at !== null && steps <= people.length; steps += 1) {
    at = people.find(({ email }) => email === at)?.[link] ?? null;
  }
  return steps - 1;
}

test('whatever people do to the workbook, the desk has rules it can work by', () => {
  fc.assert(
    fc.property(damaged, fc.boolean(), (workbook, hadGood) => {
      const { rules, problems } = problemsIn(workbook, hadGood ? good : null, Date.UTC(2026, 10, 22));
      expectUsable(rules);
      for (const problem of problems) expect(problemText(problem)).toMatch(/^\S.*: .*\S.*[.?]/s);
    }),
    { numRuns: 40 },
  );
}, 30_000);

test('the same workbook always gives the same rules', () => {
  fc.assert(
    fc.property(damaged, (workbook) => {
      expect(readRules(workbook, null)).toEqual(readRules(structuredClone(workbook), null));
    }),
    { numRuns: 5 },
  );
}, 30_000);
