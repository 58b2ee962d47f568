import { calendarOf } from '../../src/complaints/availability.ts';
import { policyFor } from '../../src/complaints/matrix.ts';
import {
  type ClockName,
  clockNames,
  type Policy,
  type Rules,
  severities,
} from '../../src/complaints/rules.ts';
import { dueOf } from '../../src/complaints/working-time.ts';
import { readRules } from '../../src/rules/read.ts';
import { shownTables } from '../../src/rules/shown-tables.ts';
import { starterDefault, starterKeyAccounts } from '../../src/rules/starter.ts';
import { toldOf } from './workbooks.ts';

const rules = readRules(starterDefault, null).rules;
const keyAccounts = readRules(starterKeyAccounts, null).rules;

function policy(
  facts: { category: string; severity?: 'medium' | 'high' | 'critical'; customerTier?: string },
  of: Rules = rules,
) {
  const whole = { subcategory: null, severity: 'medium', customerTier: 'Standard', ...facts } as const;
  return policyFor(whole, of).is;
}
const seconds = (hours: number) => ({ unit: 'seconds', amount: hours * 3600 });

test('both starter workbooks are read without a problem', () => {
  expect(toldOf(starterDefault)).toEqual([]);
  expect(toldOf(starterKeyAccounts)).toEqual([]);
});

test('a starter workbook has every tab, and each column has a help note', () => {
  expect(Object.keys(starterDefault)).toEqual([
    'Settings',
    'Categories',
    'Matrix',
    'People',
    'Calendars',
    'Holidays',
    'Customers',
    'Macros',
    'Phrases',
  ]);
  for (const table of shownTables) {
    for (const column of table.columns) expect(column.help).toMatch(/\S{2,}.*/);
  }
});

test('nothing of the starter is lost in reading: every row of every tab is in the rules', () => {
  const rows = (tab: string) => (starterDefault[tab]?.length ?? 0) - 1;
  expect(rules.categories).toHaveLength(rows('Categories'));
  expect(rules.matrix).toHaveLength(rows('Matrix'));
  expect(rules.people).toHaveLength(rows('People'));
  expect(rules.calendars).toHaveLength(rows('Calendars'));
  expect(rules.customers).toHaveLength(rows('Customers'));
  expect(rules.macros).toHaveLength(rows('Macros'));
  expect(rules.phrases).toHaveLength(rows('Phrases'));
});

test('the starter has the four default categories, and billing has its three subcategories (S22-S24)', () => {
  const names = new Set(rules.categories.map(({ name }) => name));
  expect([...names].slice(0, 4).sort()).toEqual([
    'Billing and payments',
    'Product and service quality',
    'Shipping and delivery',
    'Technical problems',
  ]);
  const billing = rules.categories.filter(
    ({ name, subcategory }) => name.startsWith('Billing') && subcategory !== null,
  );
  expect(billing.map(({ subcategory }) => subcategory)).toEqual([
    'Disputes',
    'Payment schedule',
    'Troubleshooting',
  ]);
});

test('critical goes straight to upper management (S25)', () => {
  for (const category of ['Technical problems', 'Billing and payments', 'Other']) {
    const { startTier, owners, calendar } = policy({ category, severity: 'critical' });
    expect(startTier).toBe(3);
    expect(owners[2]).toEqual([{ by: 'person', person: 'helen@fjordlicht.example' }]);
    expect(calendar).toBe('Round the clock');
  }
});

test('an urgent technical problem stays 20 minutes at tier 1 (S55)', () => {
  expect(policy({ category: 'Technical problems', severity: 'high' }).tierTimes[0]).toEqual(seconds(1 / 3));
});

test('billing has 60 minutes to answer and goes at once to tier 2, which has 4 hours (S56)', () => {
  const { targets, tierTimes, ladder } = policy({ category: 'Billing and payments' });
  expect(targets.firstResponse).toEqual(seconds(1));
  expect(tierTimes[1]).toEqual(seconds(4));
  const atOnce = ladder.find(
    ({ when }) => when.on === 'firstResponse' && 'offset' in when && when.offset === 0,
  );
  expect(atOnce?.actions).toContainEqual({ do: 'next tier' });
});

test('a technical problem goes to higher rank or expertise after 4 hours (S57) and has 48 hours there (S59)', () => {
  const { tierTimes, owners, ladder } = policy({ category: 'Technical problems' });
  expect(tierTimes).toEqual([seconds(4), { unit: 'working days', amount: 2 }, null]);
  expect(owners[1]?.[0]).toEqual({ by: 'least loaded', team: null, skill: 'technical' });
  expect(ladder.filter(({ when }) => when.on === 'tierTime')).toHaveLength(1);
});

test('shipping has 72 hours at the second level (S59)', () => {
  expect(policy({ category: 'Shipping and delivery' }).tierTimes[1]).toEqual({
    unit: 'working days',
    amount: 3,
  });
});

test('a key account is solved within 24 hours, whatever it is about, by its own manager (S58, S44)', () => {
  const { targets, calendar, owners } = policy({
    category: 'Shipping and delivery',
    customerTier: 'Key account',
  });
  expect(targets.resolution).toEqual(seconds(24));
  expect(calendar).toBe('Round the clock');
  expect(owners[0]?.[0]).toEqual({ by: 'account manager' });
});

test('the recurring problem of a key account or VIP goes to tier 3 at once (S17)', () => {
  for (const customerTier of ['Key account', 'VIP']) {
    for (const severity of ['medium', 'high'] as const) {
      const { ladder } = policy({ category: 'Technical problems', severity, customerTier });
      const reopened = ladder.filter(({ conditions }) =>
        conditions.some((each) => each.if === 'reopened' && each.atLeast === 1),
      );
      expect(reopened.flatMap(({ actions }) => actions)).toContainEqual({ do: 'tier', tier: 3 });
      expect(ladder).toContainEqual(
        expect.objectContaining({
          when: { on: 'firstResponse', percent: 1 },
          conditions: [{ if: 'phrase', flag: 'recurring' }],
          actions: expect.arrayContaining([{ do: 'tier', tier: 3 }]),
        }),
      );
    }
  }
});

test('the Matrix may ask for recurring problems though no phrase says so: the desk sees them by itself', () => {
  const rows = starterDefault.Phrases ?? [];
  const others = rows.filter((row) => !row.includes('recurring'));
  expect(others.length).toBe(rows.length - 1);
  expect(toldOf({ ...starterDefault, Phrases: others })).toEqual([]);
});

describe('a VIP or key account is never promised less than anybody else', () => {
  const starts = ['2026-03-24T08:00Z', '2026-03-24T13:30Z', '2026-03-27T14:45Z', '2026-03-28T20:00Z'];
  const dueBy = (row: Policy, clock: ClockName, start: string) => {
    const target = row.targets[clock];
    return target && dueOf(calendarOf(row.calendar, rules), Date.parse(start), target, []);
  };
  const facts = rules.categories.flatMap(({ name, subcategory }) =>
    severities.map((severity) => ({ category: name, subcategory, severity })),
  );
  test.each(['VIP', 'Key account'])('%s', (customerTier) => {
    for (const fact of facts) {
      const everybody = policyFor({ ...fact, customerTier: 'Standard' }, rules).is;
      const theirs = policyFor({ ...fact, customerTier }, rules).is;
      expect(theirs.startTier).toBeGreaterThanOrEqual(everybody.startTier);
      for (const clock of clockNames)
        for (const start of starts) {
          const promised = dueBy(theirs, clock, start) ?? Number.POSITIVE_INFINITY;
          const usual = dueBy(everybody, clock, start) ?? Number.POSITIVE_INFINITY;
          expect([fact, clock, start, promised <= usual]).toEqual([fact, clock, start, true]);
        }
    }
  });
});

test('the second starter has general, technical and key account tiers (S42)', () => {
  expect(keyAccounts.settings.tiers).toEqual(['General', 'Technical', 'Key accounts']);
  expect(policy({ category: 'Other' }, keyAccounts).startTier).toBe(1);
  expect(policy({ category: 'Technical problems' }, keyAccounts).startTier).toBe(2);
  expect(policy({ category: 'Other', customerTier: 'Key account' }, keyAccounts).startTier).toBe(3);
});

test('what no other row names is caught by the last row', () => {
  expect(policy({ category: 'Something new' }).place.row).toBe(starterDefault.Matrix?.length);
});

test('every category, severity and customer tier has targets and somebody who owns it', () => {
  for (const { name, subcategory } of rules.categories) {
    for (const severity of ['low', 'medium', 'high', 'critical'] as const) {
      for (const customerTier of rules.settings.customerTiers) {
        for (const each of [rules, keyAccounts]) {
          const { targets, owners } = policyFor(
            { category: name, subcategory, severity, customerTier },
            each,
          ).is;
          expect(targets.firstResponse).not.toBeNull();
          expect(targets.resolution).not.toBeNull();
          expect(owners.flat().length).toBeGreaterThan(2);
        }
      }
    }
  }
});

test('Easter and the national day are holidays of the desk, and Christmas Eve ends at noon', () => {
  const office = rules.calendars.find(({ name }) => name === 'Office hours');
  expect(office?.holidays).toEqual(
    expect.arrayContaining(['2026-04-02', '2026-04-03', '2026-04-06', '2027-03-29']),
  );
  expect(office?.holidaysYearly).toContain('05-17');
  expect(office?.holidayNames?.['05-17']).toBe('Constitution Day');
  expect(office?.shifts?.['2026-12-24']).toEqual([['08:00', '12:00']]);
  expect(rules.calendars.find(({ name }) => name === 'Round the clock')?.holidays).toEqual([]);
});

test('the desk has its texts in four languages', () => {
  for (const use of ['acknowledge', 'holding reply', 'ask for information', 'closing']) {
    const languages = rules.macros.filter((macro) => macro.use === use).map(({ language }) => language);
    expect(languages).toEqual(['en', 'de', 'nl', 'no']);
  }
});
