// Which mails stay remembered: of those that somebody told of the newest, no category at the expense of another.
import type { Rules } from '../rules.ts';
import { isKnown } from '../sureness.ts';
import { pathText } from '../ticket.ts';
import type { Instant } from '../time.ts';
import type { Example } from './example.ts';
import type { Remembered } from './feedback.ts';

export const mostExamples = 20_000;
/** Of mails that nobody told of: they wait for a correction, and tell how often a keyword speaks. */
const mostUntold = 5_000;
const untoldFor = 90 * 86_400_000;

export function retained(all: readonly Remembered[], now: Instant): readonly Remembered[] {
  const untold = all.filter(({ example: { trust, at } }) => trust === 0 && now - at <= untoldFor);
  const told = all.filter(({ example }) => example.trust > 0);
  return [...balanced(told, mostExamples), ...newest(untold).slice(0, mostUntold)];
}

/** The newest of each category: small categories whole, large ones the same number each. */
export function balanced(all: readonly Remembered[], most: number): readonly Remembered[] {
  if (all.length <= most) return all;
  const byPath = new Map<string, Remembered[]>();
  for (const one of newest(all)) {
    const path = pathText(one.example.path);
    byPath.set(path, [...(byPath.get(path) ?? []), one]);
  }
  const groups = [...byPath.values()].sort((a, b) => a.length - b.length);
  let left = most;
  return groups.flatMap((group, at) => {
    const share = group.slice(0, Math.floor(left / (groups.length - at)));
    left -= share.length;
    return share;
  });
}

const newest = (all: readonly Remembered[]): readonly Remembered[] =>
  [...all].sort(({ example: a }, { example: b }) => b.at - a.at || (a.key < b.key ? -1 : 1));

export const examplesOf = (all: readonly Remembered[], most: number): readonly Example[] =>
  balanced(
    all.filter(({ example }) => example.trust > 0),
    most,
  ).map(({ example }) => example);

/** What the rules have a category for. Of a subcategory that is gone its category stays; the others wait for their name to come back. */
export const stillKnown = (
  examples: readonly Example[],
  rules: Pick<Rules, 'categories' | 'settings'>,
): readonly Example[] =>
  examples
    .map((one) => (isKnown(one.path, rules) ? one : { ...one, path: { ...one.path, subcategory: null } }))
    .filter(({ path }) => isKnown(path, rules));
