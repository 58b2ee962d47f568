// Matrix rows that can never win, and rows that tie: tried out on every kind of ticket there can be.
import type { Place, Policy, Problem, Rules } from '../../complaints/rules.ts';
import { severities } from '../../complaints/rules.ts';
import { folded } from '../cell.ts';
import { conflict, rowsText } from './conflict.ts';

/** Category, subcategory, severity, customer tier, flag; null: any, or none. */
type Criteria = readonly (string | null)[];

/** Beyond so many look-ups the question is not worth the desk's time. */
const mostLookups = 400_000;

export function matrixRowConflicts(rules: Rules): readonly Problem[] {
  const rows = rules.matrix.filter(({ place }) => place.row > 0);
  const firstOf = new Map<string, Policy>();
  const later = new Map<Policy, Policy>();
  for (const row of [...rows].sort(before)) {
    const first = firstOf.get(keyOf(criteriaOf(row)));
    if (first) later.set(row, first);
    else firstOf.set(keyOf(criteriaOf(row)), row);
  }
  // Reading the Matrix has told of equal rows at one rank.
  const shadowed = [...later]
    .filter(([row, first]) => row.rank !== first.rank)
    .map(([{ place }, first]) => neverWins(place, [first.place]));
  return [...shadowed, ...triedOut(rules, [...firstOf.values()], firstOf)];
}

function triedOut(
  rules: Rules,
  rows: readonly Policy[],
  byKey: ReadonlyMap<string, Policy>,
): readonly Problem[] {
  const facts = factsOf(rules, rows);
  if (facts === null) return [];
  const winners = new Set<Policy>();
  const beaten = new Map<Policy, Policy[][]>();
  const ties = new Map<Policy, Policy>();
  for (const fact of facts) {
    const keys = masks.map((mask) => keyOf(fact.map((part, at) => (mask[at] ? part : null))));
    const fitting = [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []);
    const ranked = fitting.sort((a, b) => precision(b) - precision(a) || before(a, b));
    const [best, second] = ranked;
    if (!best) continue;
    winners.add(best);
    ranked.forEach((row, at) => {
      if (at > 0 && (row.flag || fact[4] === null)) push(beaten, row, ranked.slice(0, at));
    });
    if (second && precision(best) === precision(second) && best.rank === second.rank && !ties.has(second))
      ties.set(second, best);
  }
  return rows.flatMap((row) => {
    const by = beaten.get(row);
    if (!winners.has(row) && by) return [neverWins(row.place, fewest(by))];
    const other = ties.get(row);
    return other ? [tie(row, other)] : [];
  });
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const criteriaOf = (row: Policy): Criteria => [
  row.category,
  row.subcategory,
  row.severity,
  row.customerTier,
  row.flag ?? null,
];
const keyOf = (criteria: Criteria): string => criteria.map((part) => folded(part ?? '')).join('\n');
const precision = (row: Policy): number =>
  criteriaOf(row).filter((part) => part !== null).length + (row.flag ? 4 : 0);
const before = (a: Policy, b: Policy): number => a.rank - b.rank || a.place.row - b.place.row;

const masks = Array.from({ length: 32 }, (_, bits) => [0, 1, 2, 3, 4].map((at) => (bits >> at) % 2 === 1));

/** One ticket for each combination that the rows can tell apart; null: too many. */
function factsOf(rules: Rules, rows: readonly Policy[]): readonly Criteria[] | null {
  const named = (at: number) => new Set(rows.flatMap((row) => criteriaOf(row)[at] ?? []).map(folded));
  const [categories, subcategories, , tiers] = [0, 1, 2, 3].map(named);
  const paths = new Map<string, readonly [string, string | null]>();
  const known = [
    ...rules.categories.flatMap(({ name, subcategory }) => [
      [name, null] as const,
      [name, subcategory] as const,
    ]),
    [rules.settings.fallbackCategory, null] as const,
  ];
  for (const [category, subcategory] of known) {
    const is = categories?.has(folded(category)) ?? false;
    const isSub = is && subcategory !== null && subcategories?.has(folded(subcategory)) === true;
    paths.set(`${is ? folded(category) : ''}\n${isSub ? folded(subcategory) : ''}`, [category, subcategory]);
  }
  const customerTiers = rules.settings.customerTiers.filter(
    (tier, at, all) => tiers?.has(folded(tier)) || at === all.findIndex((one) => !tiers?.has(folded(one))),
  );
  const flags = [null, ...new Set(rows.flatMap(({ flag }) => flag ?? []))];
  const kinds = paths.size * severities.length * customerTiers.length * flags.length;
  if (kinds * masks.length > mostLookups) return null;
  return [...paths.values()].flatMap((path) =>
    severities.flatMap((severity) =>
      customerTiers.flatMap((tier) => flags.map((flag) => [...path, severity, tier, flag])),
    ),
  );
}

/** As few rows as do it, the one that takes most first. */
function fewest(beatenBy: readonly (readonly Policy[])[]): readonly Place[] {
  const counts = new Map<Policy, number>();
  for (const row of beatenBy.flat()) counts.set(row, (counts.get(row) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (!most) return [];
  return [most.place, ...fewest(beatenBy.filter((rows) => !rows.includes(most)))];
}

const neverWins = (place: Place, by: readonly Place[]): Problem =>
  conflict('warning', place, null, [
    `no ticket can fall under this row: ${rowsText(by)} of the Matrix ${by.length === 1 ? 'takes' : 'take'} all that it fits.`,
    'Delete it, name more conditions, or give it a lower rank.',
  ]);

function tie(row: Policy, other: Policy): Problem {
  const parts = criteriaOf(row).flatMap((part, at) => part ?? criteriaOf(other)[at] ?? []);
  return conflict('warning', row.place, 'Rank', [
    `a ticket with ${parts.join(', ')} fits row ${other.place.row} just as well, at the same rank.`,
    `Give one of them a lower rank. Until then row ${Math.min(row.place.row, other.place.row)} decides.`,
  ]);
}
