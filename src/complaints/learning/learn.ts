// Learns a model from the rules' words and from examples: the same examples in any order give the same model.
import type { Rules } from '../rules.ts';
import type { CategoryPath } from '../understanding.ts';
import { type Example, settledExamples } from './example.ts';
import { type Features, featuresOfWords } from './features.ts';
import { learnGrades } from './grades.ts';
import { familiesOf } from './kin.ts';
import { bestOf, type Layer, type LayerPlan, type Lesson, leadOf, learnLayer, scoresOf } from './layer.ts';
import type { Model } from './model.ts';
import {
  constant,
  constantValue,
  extraOf,
  type Names,
  namesOf,
  slotOf,
  widthOf,
  wordsOfRow,
} from './names.ts';
import { type Trial, type Trust, trustFrom, untried } from './trust.ts';
import { raritiesOf, type Vector, vectorOf } from './vectors.ts';

export type LearningRules = Pick<Rules, 'categories'>;

/** What a mistake on a correction costs, once there are `grown` of them for a category. */
const exampleCost = 0.5;
const grown = 20;
/** The first examples count so much of that at least: a single correction is to be noticed. */
const leastShare = 0.06;
/** A mistake on one of the admin's own keywords. */
const keywordCost = 0.08;
/** A rare category's examples weigh more than a frequent one's: by the ratio of their numbers to this power. */
const balance = 0.25;
/** From so many examples a category on, keyword scores count less and less: the words themselves tell more. */
const keywordsFadeFrom = 5;
/** Fewer examples than this a category say too little about which of them are wrong. */
const fewestToDoubt = 10;

/** All at once. `learning` does the same in steps. */
export function learn(examples: readonly Example[], rules: LearningRules): Model {
  const steps = learning(examples, rules);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Yields every few seconds of work at most, so that a caller with a deadline can stop or go on. */
export function* learning(examples: readonly Example[], rules: LearningRules): Generator<void, Model> {
  const settled = settledExamples(examples);
  const names = namesOf(settled, rules);
  const keywordScale = Math.min(1, Math.sqrt(keywordsFadeFrom / (settled.length / names.categories.length)));
  const admin = adminsWords(names, rules);
  const rarities = raritiesOf([...settled, ...admin].map(({ features }) => features));
  const pupils = [
    ...settled.map((example) => pupil(example, { names, keywordScale, rarities })),
    ...admin.map((words) => ({
      ...words,
      vector: vectorOf(words.features, rarities, { ids: [constant], values: [constantValue] }),
    })),
  ];
  const plan = planOf(names, keywordScale);
  const lessons = lessonsFor(pupils, names);
  const { heeded, guesses } = yield* tried(plan, lessons, settled.length);
  const categories = yield* learnLayer(plan, heeded);
  const within = new Map<string, Layer>();
  for (const [category, subs] of names.within) {
    const own = pupils.filter(
      ({ path, trust }) => path.category === category && !(trust === null && path.subcategory === null),
    );
    within.set(
      category,
      yield* learnLayer(
        planWithin(names, { category, subs, keywordPrior: keywordScale }),
        lessonsWithin(own, subs),
      ),
    );
  }
  const graded = settled.map((example, at) => ({ ...example, vector: pupils[at]?.vector ?? nothing }));
  const width = widthOf(names);
  const bySeverity = graded.map(({ severity, vector }) => ({ grade: severity, vector }));
  const byMood = graded.map(({ mood, vector }) => ({ grade: mood, vector }));
  return {
    names,
    keywordScale,
    rarities,
    categories,
    within,
    severities: yield* learnGrades(bySeverity, width),
    moods: yield* learnGrades(byMood, width),
    trust: trustIn(guesses, lessons),
    count: settled.length,
  };
}

const nothing: Vector = { ids: new Int32Array(0), values: new Float32Array(0) };

interface Pupil {
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

const planOf = (names: Names, keywordPrior: number): LayerPlan => ({
  keywordPrior,
  names: names.categories,
  width: widthOf(names),
  slots: names.categories.map((category) => names.slots.get(slotOf(category, undefined))),
});

/** Words of the category's own row speak for the category, and not against its subcategories. */
const planWithin = (
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

function lessonsFor(pupils: readonly Pupil[], { categories }: Names): readonly Lesson[] {
  const places = new Map(categories.map((name, at) => [name, at]));
  return weighed(pupils, {
    answerOf: ({ path }) => places.get(path.category) ?? -1,
    answers: categories.length,
  });
}

function lessonsWithin(pupils: readonly Pupil[], subs: readonly (string | null)[]): readonly Lesson[] {
  return weighed(pupils, { answerOf: ({ path }) => subs.indexOf(path.subcategory), answers: subs.length });
}

function weighed(
  pupils: readonly Pupil[],
  { answerOf, answers }: { answerOf: (pupil: Pupil) => number; answers: number },
): readonly Lesson[] {
  const counts = new Array<number>(answers).fill(0);
  for (const each of pupils)
    if (each.trust !== null) counts[answerOf(each)] = (counts[answerOf(each)] ?? 0) + 1;
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

/** By example: the scores of a model that did not learn it. */
type Guesses = readonly (readonly number[])[];

/**
 * Guesses every example with a model that did not learn it. Where heeding doubtful examples less makes these guesses
 * better, they are heeded less.
 */
function* tried(
  plan: LayerPlan,
  lessons: readonly Lesson[],
  count: number,
): Generator<void, { readonly heeded: readonly Lesson[]; readonly guesses: Guesses }> {
  const parts = count <= 1500 ? 5 : count <= 4000 ? 3 : 2;
  if (count < 2 * parts) return { heeded: lessons, guesses: [] };
  const partOf = familiesOf(lessons.slice(0, count).map(({ vector }) => vector)).map(
    (head) => spread(head) % parts,
  );
  const guesses = yield* guessUnseen(plan, lessons, partOf);
  if (count < fewestToDoubt * plan.names.length) return { heeded: lessons, guesses };
  const doubtful = doubted(lessons, guesses);
  const others = yield* guessUnseen(plan, doubtful, partOf);
  const isBetter = rightIn(others, lessons) > rightIn(guesses, lessons);
  return isBetter ? { heeded: doubtful, guesses: others } : { heeded: lessons, guesses };
}

const spread = (number: number): number => Math.imul(number + 1, 0x9e3779b1) >>> 8;

const rightIn = (guesses: Guesses, lessons: readonly Lesson[]): number =>
  guesses.filter((scores, at) => bestOf(scores) === lessons[at]?.answer).length;

/** `partOf` tells the part of each example; the admin's words, which follow, are always learned. */
function* guessUnseen(
  plan: LayerPlan,
  lessons: readonly Lesson[],
  partOf: Int32Array,
): Generator<void, Guesses> {
  const guesses: (readonly number[])[] = [];
  for (const part of new Set(partOf)) {
    const layer = yield* learnLayer(
      plan,
      lessons.filter((_, at) => partOf[at] !== part),
    );
    partOf.forEach((own, at) => {
      const lesson = lessons[at];
      if (own === part && lesson !== undefined) guesses[at] = scoresOf(layer, lesson.vector);
    });
  }
  return guesses;
}

/** What all the other examples speak against is heeded less: one in five corrections may be a slip. */
function doubted(lessons: readonly Lesson[], guesses: Guesses): readonly Lesson[] {
  return lessons.map((lesson, at) => {
    const scores = guesses[at];
    if (scores === undefined) return lesson;
    const others = Math.max(...scores.filter((_, name) => name !== lesson.answer));
    const lead = (scores[lesson.answer] ?? 0) - others;
    return { ...lesson, cost: lesson.cost / (1 + Math.exp(-6 * (lead + 0.5))) };
  });
}

function trustIn(guesses: Guesses, lessons: readonly Lesson[]): Trust {
  if (guesses.length === 0) return untried;
  const trials = guesses.map((scores, at): Trial => {
    const best = bestOf(scores);
    return { lead: leadOf(scores), score: scores[best] ?? 0, right: best === lessons[at]?.answer };
  });
  return trustFrom(trials);
}
