// What a model is taught with: the examples, and the admin's own words as small lessons; and what each mistake costs.
import type { Rules } from '../rules.ts';
import type { CategoryPath } from '../understanding.ts';
import { discernmentOf } from './discernment.ts';
import type { Example } from './example.ts';
import { type Features, featuresOfWords } from './features.ts';
import type { LayerPlan, Lesson } from './layer.ts';
import { constant, constantValue, extraOf, type Names, slotOf, widthOf, wordsOfRow } from './names.ts';
import { raritiesOf, type Vector, vectorOf } from './vectors.ts';

export type LearningRules = Pick<Rules, 'categories'>;

/** What a mistake on a correction costs, once there are `grown` of them for a category. */
const exampleCost = 0.4;
const grown = 20;
/** The first examples count so much of that at least: a single correction is to be noticed. */
const leastShare = 0.06;
/** A mistake on one of the admin's own keywords. */
const keywordCost = 0.12;
/** A rare category's examples weigh more than a frequent one's: by the ratio of their numbers to this power. */
const balance = 0.25;
/** From so many examples a category on, keyword scores count less and less: the words themselves tell more. */
const keywordsFadeFrom = 3;

/** 1 with few examples. */
export function keywordScaleOf(examples: readonly Example[], { categories }: Names): number {
  const mean = examples.length / Math.max(1, categories.length);
  return Math.min(1, Math.sqrt(keywordsFadeFrom / mean));
}

export interface Taught {
  readonly rarities: Float32Array;
  /** The examples in their order, then the admin's words. */
  readonly pupils: readonly Pupil[];
}

export function taughtWith(
  examples: readonly Example[],
  { names, keywordScale, rules }: { names: Names; keywordScale: number; rules: LearningRules },
): Taught {
  const admin = adminsWords(names, rules);
  const read = [...examples, ...admin].map(({ path, features }) => ({
    features,
    answer: names.categories.indexOf(path.category),
  }));
  const discernment = discernmentOf(read, names.categories.length);
  const rarities = raritiesOf(read.map(({ features }) => features)).map(
    (rarity, id) => rarity * (discernment[id] as number),
  );
  const told = admin.map(({ path, features, trust }) => ({
    path,
    trust,
    vector: vectorOf(features, rarities, { ids: [constant], values: [constantValue] }),
  }));
  return {
    rarities,
    pupils: [...examples.map((example) => pupil(example, { names, keywordScale, rarities })), ...told],
  };
}

export interface Pupil {
  readonly path: CategoryPath;
  readonly vector: Vector;
  /** 0 to 1; null: the admin's own words. */
  readonly trust: number | null;
}

interface AdminsWords {
  readonly path: CategoryPath;
  readonly features: Features;
  readonly trust: null;
}

const pupil = (
  { path, features, scores, trust }: Example,
  { names, keywordScale, rarities }: { names: Names; keywordScale: number; rarities: Float32Array },
): Pupil => ({ path, vector: vectorOf(features, rarities, extraOf(scores, { names, keywordScale })), trust });

/** Every name, keyword and example sentence of the rules, and the names that only examples gave. */
function adminsWords(names: Names, { categories }: LearningRules): readonly AdminsWords[] {
  const written = categories.flatMap((row) =>
    wordsOfRow(row).map((text) => ({ path: { category: row.name, subcategory: row.subcategory }, text })),
  );
  const named = new Set(categories.map(({ name }) => name));
  const found = names.categories
    .filter((name) => !named.has(name))
    .map((name) => ({ path: { category: name, subcategory: null }, text: name.replace(/_/g, ' ') }));
  return [...written, ...found]
    .map(({ path, text }) => ({ path, features: featuresOfWords(text), trust: null }))
    .filter(({ features }) => features.ids.length > 0);
}

export const planOf = (names: Names, keywordPrior: number): LayerPlan => ({
  keywordPrior,
  names: names.categories,
  width: widthOf(names),
  slots: names.categories.map((category) => names.slots.get(slotOf(category, undefined))),
});

/** Words of the category's own row speak for the category, and not against its subcategories. */
export const planWithin = (
  names: Names,
  {
    category,
    subs,
    keywordPrior,
  }: { category: string; subs: readonly (string | null)[]; keywordPrior: number },
): LayerPlan => ({
  keywordPrior,
  names: subs,
  width: widthOf(names),
  slots: subs.map((sub) => (sub === null ? undefined : names.slots.get(slotOf(category, sub)))),
});

export function lessonsFor(pupils: readonly Pupil[], { categories }: Names): readonly Lesson[] {
  const places = new Map(categories.map((name, at) => [name, at]));
  return weighed(pupils, {
    answerOf: ({ path }) => places.get(path.category) ?? -1,
    answers: categories.length,
  });
}

export function lessonsWithin(pupils: readonly Pupil[], subs: readonly (string | null)[]): readonly Lesson[] {
  return weighed(pupils, { answerOf: ({ path }) => subs.indexOf(path.subcategory), answers: subs.length });
}

function weighed(
  pupils: readonly Pupil[],
  { answerOf, answers }: { answerOf: (pupil: Pupil) => number; answers: number },
): readonly Lesson[] {
  const counts = new Array<number>(answers).fill(0);
  for (const each of pupils)
    if (each.trust !== null) counts[answerOf(each)] = (counts[answerOf(each)] as number) + 1;
  const mean = counts.reduce((sum, count) => sum + count, 0) / answers;
  const isTold = pupils.some(({ trust }) => trust === null);
  const cost = isTold ? exampleCost * Math.max(leastShare, Math.min(1, mean / grown) ** 2) : exampleCost;
  return pupils.map((each) => {
    const answer = answerOf(each);
    const share = (mean / (counts[answer] || 1)) ** balance;
    return {
      vector: each.vector,
      answer,
      cost: each.trust === null ? keywordCost : cost * share * each.trust,
    };
  });
}
