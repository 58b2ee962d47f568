// Which category a mail belongs to by the rules.
import { type Evidence, evidenceIn } from './evidence.ts';
import type { Readable } from './mail-words.ts';
import { inWords, placed } from './reasons.ts';
import type { Category, Rules } from './rules.ts';
import { pathText } from './ticket.ts';
import type { CategoryGuess, CategoryPath } from './understanding.ts';
import { matchesSender, matchesSubject } from './wildcard.ts';

/** Never empty: the last resort is the fallback category. */
export type Guesses = readonly [best: CategoryGuess, ...others: CategoryGuess[]];

/**
 * Best first. An `always` keyword or a pattern decides outright (by priority, then row). Otherwise the category with
 * the most evidence wins, the evidence of its subcategories included, and within it the subcategory with the most.
 */
export function byRules(mail: Readable, rules: Pick<Rules, 'categories' | 'settings'>): Guesses {
  const evidence = evidenceIn(mail, rules.categories);
  const certain = certainIn(mail, { evidence, categories: rules.categories });
  const likely = likelyFrom(evidence).filter((guess) => !certain.some((other) => isSame(guess, other)));
  const [best, ...others] = [...certain, ...inOrder(likely, rules.categories)];
  return best === undefined ? [fallbackOf(rules)] : [best, ...others];
}

/** Certain guesses score above all others whatever these add up to. */
const certainScore = 1_000_000;

function certainIn(
  mail: Readable,
  { evidence, categories }: { evidence: readonly Evidence[]; categories: readonly Category[] },
): readonly CategoryGuess[] {
  const certain = categories.flatMap((row) => {
    const because = decidingReason(mail, row, evidence);
    return because === null ? [] : [{ row, because }];
  });
  return certain
    .sort((a, b) => b.row.priority - a.row.priority || a.row.place.row - b.row.place.row)
    .filter(({ row }, at, all) => all.findIndex((other) => isSame(pathOf(other.row), pathOf(row))) === at)
    .map(({ row, because }, at) => ({
      ...pathOf(row),
      score: certainScore - at,
      why: `${pathText(pathOf(row))}, because ${because}: ${placed([row.place])}`,
      certain: true,
    }));
}

function decidingReason(mail: Readable, row: Category, evidence: readonly Evidence[]): string | null {
  const always = evidence.find((each) => each.decides && each.row === row);
  if (always !== undefined) return `'${always.quoted}' in the ${always.where} decides alone`;
  const sender = row.senders.find((pattern) => matchesSender(pattern, mail.from));
  if (sender !== undefined) return `the sender ${mail.from.address} matches '${sender}'`;
  const subject = row.subjects.find((pattern) => matchesSubject(pattern, mail.subject));
  return subject === undefined ? null : `the subject '${mail.subject}' matches '${subject}'`;
}

/** A subcategory without any evidence of its own is not guessed; the category's best guess carries its whole score. */
function likelyFrom(evidence: readonly Evidence[]): readonly CategoryGuess[] {
  return [...groupBy(evidence, ({ row }) => row.name)].flatMap(([category, all]) => {
    const total = weightOf(all);
    const bySubcategory = groupBy(all, ({ row }) => row.subcategory);
    const own = (name: string | null) => (name === null ? 0 : weightOf(bySubcategory.get(name) ?? []));
    const most = Math.max(...[...bySubcategory.keys()].map(own));
    return [...bySubcategory].map(([subcategory, mine]) => ({
      category,
      subcategory,
      score: most === 0 ? total : total * (0.5 + (0.5 * own(subcategory)) / most),
      why: whyOf({ category, subcategory }, [...mine, ...(bySubcategory.get(null) ?? [])]),
      certain: false,
    }));
  });
}

/** "Billing > Disputes, because 'refund' in the subject, 'charged twice' in the text: Categories rows 6 and 7". */
function whyOf(path: CategoryPath, evidence: readonly Evidence[]): string {
  const telling = [...new Set(evidence)].sort((a, b) => b.weight - a.weight).slice(0, 3);
  const places = [...groupBy(telling, ({ where }) => where)].map(
    ([where, all]) => `${inWords([...new Set(all.map(({ quoted }) => `'${quoted}'`))])} in the ${where}`,
  );
  return `${pathText(path)}, because ${places.join(', ')}: ${placed(telling.map(({ row }) => row.place))}`;
}

function fallbackOf(rules: Pick<Rules, 'settings'>): CategoryGuess {
  const category = rules.settings.fallbackCategory;
  return {
    category,
    subcategory: null,
    score: 0,
    why: `${category}, because no keyword of any category was found`,
    certain: false,
  };
}

/** By score; equals by the priority, then by the row of the category. */
function inOrder(
  guesses: readonly CategoryGuess[],
  categories: readonly Category[],
): readonly CategoryGuess[] {
  const rowOf = (guess: CategoryGuess) => categories.find((row) => isSame(pathOf(row), guess));
  const ranked = guesses.map((guess) => ({ guess, row: rowOf(guess) }));
  return ranked
    .sort(
      (a, b) =>
        b.guess.score - a.guess.score ||
        (b.row?.priority ?? 0) - (a.row?.priority ?? 0) ||
        (a.row?.place.row ?? 0) - (b.row?.place.row ?? 0),
    )
    .map(({ guess }) => guess);
}

const pathOf = (row: Category): CategoryPath => ({ category: row.name, subcategory: row.subcategory });

const isSame = (a: CategoryPath, b: CategoryPath): boolean =>
  a.category === b.category && a.subcategory === b.subcategory;

const weightOf = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, { weight }) => sum + weight, 0);

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
