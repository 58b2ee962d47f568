// The categories and subcategories that a model chooses among: those of the rules and those of the examples.
import type { Category, Rules } from '../rules.ts';
import { pathText } from '../ticket.ts';
import type { CategoryPath } from '../understanding.ts';
import type { Example, KeywordScore } from './example.ts';
import { buckets } from './features.ts';
import type { Extra } from './vectors.ts';

export interface Names {
  readonly categories: readonly string[];
  /** By category, where it has more than one answer; null: the category itself. */
  readonly within: ReadonlyMap<string, readonly (string | null)[]>;
  /** Where the keyword score of a category or of a path stands in a vector. */
  readonly slots: ReadonlyMap<string, number>;
}

/** The place of the constant in a vector. */
export const constant = buckets;

/** Alphabetical, so that neither the order of rows nor of examples matters. */
export function namesOf(examples: readonly Example[], { categories }: Pick<Rules, 'categories'>): Names {
  const paths = new Map<string, CategoryPath>();
  for (const { name, subcategory } of categories) add(paths, { category: name, subcategory });
  for (const { path } of examples) add(paths, path);
  return namesOfPaths([...paths.values()]);
}

const add = (paths: Map<string, CategoryPath>, path: CategoryPath): void =>
  void paths.set(pathText(path), path);

export function namesOfPaths(paths: readonly CategoryPath[]): Names {
  const within = new Map<string, (string | null)[]>();
  for (const { category, subcategory } of paths)
    within.set(category, [...(within.get(category) ?? []), subcategory]);
  const categories = [...within.keys()].sort();
  for (const [category, subs] of within) {
    if (subs.length === 1 && subs[0] === null) within.delete(category);
    else subs.sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  }
  const slots = [
    ...categories.map((name) => slotOf(name, undefined)),
    ...[...within].sort().flatMap(([name, subs]) => subs.map((sub) => slotOf(name, sub))),
  ];
  return { categories, within, slots: new Map(slots.map((slot, at) => [slot, constant + 1 + at])) };
}

/** `undefined`: the category with all of its subcategories. */
export const slotOf = (category: string, subcategory: string | null | undefined): string =>
  subcategory === undefined ? `${category} *` : pathText({ category, subcategory });

/** Small, so that few examples do not make one answer likelier before a word is read. */
export const constantValue = 0.3;

/** Length of a row of weights. */
export const widthOf = (names: Names): number => constant + 1 + names.slots.size;

export function pathsOf({ categories, within }: Names): readonly CategoryPath[] {
  return categories.flatMap((category) =>
    (within.get(category) ?? [null]).map((subcategory) => ({ category, subcategory })),
  );
}

/** The constant, and the keyword scores: each further hit tells less than the one before. */
export function extraOf(
  scores: readonly KeywordScore[],
  { names, keywordScale }: { names: Names; keywordScale: number },
): Extra {
  const sums = new Map<number, number>();
  for (const { category, subcategory, weight: score } of scores) {
    for (const slot of [slotOf(category, undefined), slotOf(category, subcategory)]) {
      const id = names.slots.get(slot);
      if (id !== undefined) sums.set(id, (sums.get(id) ?? 0) + score);
    }
  }
  const ids = [...sums.keys()].sort((a, b) => a - b);
  return {
    ids: [constant, ...ids],
    values: [constantValue, ...ids.map((id) => keywordScale * Math.log1p(sums.get(id) ?? 0))],
  };
}

/** What the admin wrote about a row: its name, and each of its keywords, as a small text of its own. */
export function wordsOfRow({ name, subcategory, keywords, always, examples }: Category): readonly string[] {
  return [subcategory ?? name, ...keywords, ...always, ...examples].map((text) => text.replace(/_/g, ' '));
}
