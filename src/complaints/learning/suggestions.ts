// Keywords that people correct: what an admin might change in a row of Categories, and how often it went wrong.
import { placed } from '../reasons.ts';
import type { Category, Rules } from '../rules.ts';
import { pathText } from '../ticket.ts';
import type { CategoryPath } from '../understanding.ts';
import type { Example } from './example.ts';
import type { Remembered, Spoke } from './feedback.ts';

export interface Suggestion {
  readonly row: string;
  readonly keyword: string;
  readonly corrected: number;
  /** Mails in which the keyword spoke for its category, as far as they are remembered. */
  readonly of: number;
  readonly to: string;
  readonly proposal: string;
}

const fewestCorrected = 2;
const leastShare = 0.2;

interface Tally {
  readonly spoke: Spoke;
  readonly corrections: CategoryPath[];
  of: number;
}

/** The most often corrected first; none for words that are no longer in the rules. */
export function suggestionsFor(
  all: readonly Remembered[],
  { categories }: Pick<Rules, 'categories'>,
): readonly Suggestion[] {
  return [...tallied(all).values()]
    .filter(({ corrections: { length }, of }) => length >= fewestCorrected && length / of >= leastShare)
    .sort((a, b) => b.corrections.length - a.corrections.length || b.of - a.of)
    .flatMap((tally) => suggestionOf(tally, categories));
}

function tallied(all: readonly Remembered[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { example, spoke } of all) {
    for (const one of spoke) {
      const key = `${pathText(one)}|${one.keyword}`;
      const tally = tallies.get(key) ?? { spoke: one, corrections: [], of: 0 };
      tally.of += 1;
      if (isAgainst(example, one)) tally.corrections.push(example.path);
      tallies.set(key, tally);
    }
  }
  return tallies;
}

/** Another subcategory speaks against a keyword of a subcategory only. */
const isAgainst = ({ trust, path }: Example, { category, subcategory }: Spoke): boolean =>
  trust > 0 &&
  (path.category !== category ||
    (subcategory !== null && path.subcategory !== null && path.subcategory !== subcategory));

function suggestionOf(
  { spoke, corrections, of }: Tally,
  categories: readonly Category[],
): readonly Suggestion[] {
  const { keyword } = spoke;
  const row = categories.find(
    (each) =>
      pathText({ category: each.name, subcategory: each.subcategory }) === pathText(spoke) &&
      [...each.keywords, ...each.always].includes(keyword),
  );
  if (!row) return [];
  const to = commonest(corrections.map(pathText));
  const decides = row.always.includes(keyword);
  const proposal = decides
    ? `'${keyword}' decides alone and is often wrong: move it from Always to Keywords`
    : corrections.length === of
      ? `Move '${keyword}' to ${to}`
      : `Take '${keyword}' away from this row, or write it with the word beside it`;
  return [{ row: placed([row.place]), keyword, corrected: corrections.length, of, to, proposal }];
}

function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
