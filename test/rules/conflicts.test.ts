import { problemText } from '../../src/rules/problem.ts';
import { inWeight, problemsIn } from '../../src/rules/problems.ts';
import type { Cell, Workbook } from '../../src/rules/sheet.ts';
import { starterDefault, starterKeyAccounts } from '../../src/rules/starter.ts';
import { type Edit, edited, rowOf, setting } from './workbooks.ts';

const at = (date: string): number => Date.parse(`${date}T09:00:00Z`);
const today = at('2026-03-24');

const conflictsOf = (workbook: Workbook, now = today): readonly string[] =>
  problemsIn(workbook, null, now)
    .problems.filter(({ level }) => level !== undefined)
    .map((problem) => `${problem.level} ${problemText(problem)}`);
const conflicts = (...edits: readonly Edit[]): readonly string[] => conflictsOf(edited(edits));

const matrix = starterDefault.Matrix ?? [];
const header = matrix[0] ?? [];
const last = matrix.length;
const rowAdded = (...rows: readonly Readonly<Record<string, Cell>>[]): Workbook => ({
  ...starterDefault,
  Matrix: [
    ...matrix,
    ...rows.map((row) => {
      const like = matrix[last - 1] ?? [];
      return header.map((title, index) => row[String(title)] ?? like[index] ?? '');
    }),
  ],
});
const person = (email: string): number => rowOf('People', ...nameAndEmail(email));
const nameAndEmail = (email: string): readonly Cell[] =>
  (starterDefault.People ?? []).find((row) => row[1] === email)?.slice(0, 2) ?? [];

test('nothing in the starter workbooks is in conflict', () => {
  expect(conflictsOf(starterDefault)).toEqual([]);
  expect(conflictsOf(starterKeyAccounts)).toEqual([]);
});

describe('rows of the Matrix', () => {
  test('a row with the same conditions and a higher rank can never win', () => {
    const technical = rowOf('Matrix', 'Technical problems', 'any', 'high');
    const workbook = rowAdded({ Category: 'Technical problems', Severity: 'high', Rank: 900 });
    expect(conflictsOf(workbook)).toContain(
      `warning Matrix row ${last + 1}: no ticket can fall under this row: row ${technical} of the Matrix takes all that it fits. Delete it, name more conditions, or give it a lower rank.`,
    );
  });

  test('a row whose every severity has a row of its own can never win', () => {
    const all = { Category: 'Shipping and delivery', 'Customer tier': 'Standard', Rank: 5 };
    const rows = ['low', 'medium', 'high', 'critical'].map((Severity) => ({ ...all, Severity, Rank: 1 }));
    const said = `warning Matrix row ${last + 1}: no ticket can fall under this row: rows ${last + 2}, ${last + 3}, ${last + 4} and ${last + 5} of the Matrix take all that it fits. Delete it, name more conditions, or give it a lower rank.`;
    expect(conflictsOf(rowAdded(all, ...rows))).toContain(said);
    expect(conflictsOf(rowAdded(all, ...rows.slice(1))).join('\n')).not.toContain(`row ${last + 1}:`);
  });

  test('two rows that fit a ticket equally well at the same rank tie, and a rank settles it', () => {
    const one = { Category: 'Shipping and delivery', Severity: 'low', Rank: 7 };
    const other = { Category: 'Shipping and delivery', 'Customer tier': 'VIP', Severity: 'any', Rank: 7 };
    expect(conflictsOf(rowAdded(one, other))).toEqual([
      `warning Matrix row ${last + 2}, Rank: a ticket with Shipping and delivery, low, VIP fits row ${last + 1} just as well, at the same rank. Give one of them a lower rank. Until then row ${last + 1} decides.`,
    ]);
    expect(conflictsOf(rowAdded(one, { ...other, Rank: 8 }))).toEqual([]);
  });

  test('a tie that a narrower row settles is none', () => {
    const one = { Category: 'Shipping and delivery', Severity: 'low', Rank: 7 };
    const other = { Category: 'Shipping and delivery', 'Customer tier': 'VIP', Severity: 'any', Rank: 7 };
    const narrow = { Category: 'Shipping and delivery', 'Customer tier': 'VIP', Severity: 'low', Rank: 7 };
    expect(conflictsOf(rowAdded(one, other, narrow))).toEqual([]);
  });

  test('a rotation in which nobody may have the category ends with the fallback owner', () => {
    const billing = rowOf('Matrix', 'Billing and payments');
    const told = conflicts(
      ['Matrix', billing, 'Owner tier 1', 'least loaded with skill technical'],
      ['People', person('david@fjordlicht.example'), 'May handle', 'Technical problems'],
    );
    expect(told).toContain(
      `warning Matrix row ${billing}, Owner tier 1: 'least loaded with skill technical' can find nobody who may handle these tickets. See Teams, Skills, Cap and May handle in People. Until then the fallback owner helen@fjordlicht.example takes them.`,
    );
  });

  test('a rotation of people without room is a rotation of nobody', () => {
    const technical = rowOf('Matrix', 'Technical problems', 'any', 'high');
    expect(
      conflicts(
        ['Matrix', technical, 'Owner tier 2', 'least loaded of Technical'],
        ['People', person('david@fjordlicht.example'), 'Cap', 0],
      ).join('\n'),
    ).toContain(`Matrix row ${technical}, Owner tier 2: 'least loaded of Technical' can find nobody`);
  });

  test('a ladder that ends before the deadline ends with nobody', () => {
    expect(
      conflicts(['Matrix', last, 'Ladder', 'first response 75%: tell owner\nresolution due: label Late']),
    ).toEqual([
      `warning Matrix row ${last}, Ladder: nobody is told when first response or resolution is late: the ladder ends with nobody. Add a step: first response due: next tier, tell lead.`,
    ]);
  });

  test('an answer that is due after the solution is a mistake', () => {
    expect(
      conflicts(['Matrix', last, 'First response', '8h'], ['Matrix', last, 'Resolution', '4h']).join('\n'),
    ).toContain(`warning Matrix row ${last}, First response: this time is longer than Resolution.`);
  });
});

describe('people', () => {
  test('a category that nobody may handle is named', () => {
    const all = (starterDefault.People ?? [])
      .slice(1)
      .map(
        (row): Edit => [
          'People',
          rowOf('People', ...row.slice(0, 2)),
          'May handle',
          'Billing and payments, Technical problems, Product and service quality, Other',
        ],
      );
    const told = conflicts(...all);
    expect(told).toContain(
      `warning Categories row ${rowOf('Categories', 'Shipping and delivery')}, Category: nobody may handle Shipping and delivery. Add it to May handle of somebody in People. Until then such tickets go to the fallback owner.`,
    );
    expect(told.some((line) => line.includes('nobody may handle Billing'))).toBe(false);
  });

  test('a cap on the fallback owner cannot hold', () => {
    expect(conflicts(['People', person('helen@fjordlicht.example'), 'Cap', 5])).toEqual([
      `hint People row ${person('helen@fjordlicht.example')}, Cap: helen@fjordlicht.example goes over this cap by design: the fallback owner takes what nobody else can. Leave Cap blank, or name others beside.`,
    ]);
  });

  test('who is away together with the cover is told, once the days are past no more', () => {
    const away = edited([
      ['People', person('helen@fjordlicht.example'), 'Away', '2026-04-06 to 2026-04-20'],
      ['People', person('petra@fjordlicht.example'), 'Away', '2026-04-10 to 2026-04-12'],
    ]);
    const row = person('helen@fjordlicht.example');
    expect(conflictsOf(away)).toContain(
      `warning People row ${row}, Away: helen@fjordlicht.example and whoever covers are away together from 2026-04-10. Let somebody else cover, or move the days.`,
    );
    expect(conflictsOf(away, at('2026-04-21'))).toEqual([]);
  });

  test('an absence that nobody covers is a hint', () => {
    expect(conflicts(['People', person('petra@fjordlicht.example'), 'Away', '2026-04-06'])).toEqual([
      `hint People row ${person('petra@fjordlicht.example')}, Cover: nobody covers for petra@fjordlicht.example, away from 2026-04-06. Write who takes over.`,
    ]);
  });

  test('a cover who may handle less is a hint', () => {
    const told = conflicts([
      'People',
      person('ida@fjordlicht.example'),
      'May handle',
      'Billing and payments',
    ]);
    expect(told).toContain(
      `hint People row ${person('anna@fjordlicht.example')}, Cover: ida@fjordlicht.example may not handle all that this person may. See May handle of both: what the cover may not take goes to others.`,
    );
  });

  test('without an admin nobody would hear of problems', () => {
    expect(conflicts(['People', person('petra@fjordlicht.example'), 'Role', 'agent'])).toEqual([
      'warning People, Role: nobody is an admin. Write admin for whoever looks after this workbook: admins hear of its problems.',
    ]);
  });
});

describe('what time leaves behind', () => {
  test('from October on the holidays of next year are missed, for calendars that have dated ones', () => {
    const of2026 = {
      ...starterDefault,
      Holidays: (starterDefault.Holidays ?? []).filter(([, date]) => !String(date).startsWith('2027')),
    };
    expect(conflictsOf(of2026, at('2026-09-30'))).toEqual([]);
    expect(conflictsOf(of2026, at('2026-10-01'))).toEqual([
      'warning Holidays, Date: no day of 2027 is listed for Office hours. Write its public holidays, or deadlines count them as working days.',
      'warning Holidays, Date: no day of 2027 is listed for English-language team. Write its public holidays, or deadlines count them as working days.',
    ]);
  });

  test('a guideline past its review date asks to be read again (S78)', () => {
    const edit: Edit = ['Categories', 2, 'Review by', '2026-03-24'];
    expect(conflicts(edit)).toEqual([]);
    expect(conflictsOf(edited([edit]), at('2026-03-25'))).toEqual([
      'warning Categories row 2, Review by: this row was to be looked at again by 2026-03-24. Read its guideline, checklist and words again, then write the next date.',
    ]);
  });
});

describe('categories', () => {
  test('a word that decides for two categories is named, unless priority settles it', () => {
    const edits: readonly Edit[] = [
      ['Categories', 2, 'Always', 'order form'],
      ['Categories', 5, 'Always', 'invoice, Order Form'],
    ];
    expect(conflicts(...edits)).toEqual([
      "warning Categories row 5, Always: 'Order Form' decides for row 2 too. Take it out of one row, or set Priority. Until then row 2 wins.",
    ]);
    expect(conflicts(...edits, ['Categories', 5, 'Priority', 3])).toEqual([]);
  });

  test('two categories under one Gmail label are named', () => {
    expect(conflicts(['Categories', 2, 'Label', 'Same'], ['Categories', 3, 'Label', 'same'])).toEqual([
      "warning Categories row 3, Label: row 2 has the label 'same' too. Write another: whoever puts it on a mail by hand means row 2.",
    ]);
  });

  test('a category that no word leads to is a hint', () => {
    const row = (starterDefault.Categories ?? []).length + 1;
    expect(conflicts(['Categories', row, 'Category', 'Praise'])).toEqual([
      `hint Categories row ${row}, Keywords: no word, sender or subject leads to this row. Write some, unless only people shall choose it.`,
    ]);
  });
});

test('errors come before warnings, and those before hints', () => {
  const { problems } = problemsIn(
    edited([
      ['People', person('helen@fjordlicht.example'), 'Cap', 5],
      ['Matrix', last, 'Ladder', ''],
      setting('Paused', 'perhaps'),
    ]),
    null,
    today,
  );
  expect(inWeight(problems).map(({ level }) => level)).toEqual([undefined, 'warning', 'hint']);
});
