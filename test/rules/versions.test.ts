// Versions of the rules: packed into a row and back, and what differs between two.
import { changes } from '../../src/rules/changes.ts';
import { newVersion, partsOf, versionsIn } from '../../src/rules/desk/versions.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault } from '../../src/rules/starter.ts';

const { rules } = readRules(starterDefault, null);
const new2 = {
  number: 2,
  state: 'published',
  by: 'petra@example.com',
  now: 0,
  what: ['Macros: Hello (en) is new'],
} as const;

test('a version goes into a row and comes back as it was', () => {
  const row = newVersion(new2, { ...rules, number: 2 });
  expect(row.every((cell) => cell.length <= 50_000)).toBe(true);
  const [version] = versionsIn([row]);
  expect(version).toMatchObject({ number: 2, state: 'published', by: 'petra@example.com', row: 1 });
  expect(version?.rules).toEqual({ ...rules, number: 2 });
});

test('a damaged version is there, but its rules are not', () => {
  const row = newVersion(new2, rules).map((cell, index) => (index === 6 ? cell.slice(1) : cell));
  expect(versionsIn([row, ['note of somebody']])).toEqual([
    expect.objectContaining({ number: 2, rules: null }),
  ]);
});

test('rules too long for a row are told of, not cut off', () => {
  const long = { ...rules, macros: rules.macros.map((one) => ({ ...one, body: 'x'.repeat(120_000) })) };
  expect(versionsIn([newVersion(new2, long)])[0]?.rules).toBeNull();
});

test('a pilot keeps the parts that differ, and nothing else', () => {
  const other = { ...rules, macros: rules.macros.slice(1), version: 'other' };
  expect(Object.keys(partsOf(rules, other))).toEqual(['macros']);
});

describe('what differs', () => {
  test('nothing between rules and themselves', () => expect(changes(rules, rules)).toEqual([]));

  test('a setting is told with what it was and is', () => {
    const after = { ...rules, settings: { ...rules.settings, acknowledge: 'send' as const } };
    expect(changes(rules, after)).toEqual(['Settings: Acknowledge was draft, is send']);
  });

  test('a row is named by what people call it: new, gone, or other in which columns', () => {
    const [first, ...rest] = rules.people;
    const after = {
      ...rules,
      people: [{ ...rest[0], cap: 1 } as (typeof rest)[0], ...rest.slice(1)].flatMap((one) => one ?? []),
    };
    expect(changes(rules, after)).toEqual([
      `People: ${rest[0]?.email} has another cap`,
      `People: ${first?.email} is gone`,
    ]);
    expect(changes({ ...rules, people: rest }, rules)).toEqual([`People: ${first?.email} is new`]);
  });

  test('rows that only moved are one difference', () => {
    const macros = [...rules.macros].reverse();
    expect(changes(rules, { ...rules, macros })).toEqual(['Macros: rows have moved']);
  });
});
