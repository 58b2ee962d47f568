// Guessing each example with a model that did not learn it: how far to trust guesses, and which examples to doubt.
import { familiesOf } from './kin.ts';
import { bestOf, type LayerPlan, type Lesson, leadOf, learnLayer, scoresOf } from './layer.ts';
import { type Trial, type Trust, trustFrom, untried } from './trust.ts';

/** Fewer examples than this a category say too little about which of them are wrong. */
const fewestToDoubt = 10;

/** Heeding doubtful examples less must make so many more guesses right: less is chance, and hard examples teach most. */
const leastGain = 0.01;

/** By example: the scores of a model that did not learn it. */
export type Guesses = readonly (readonly number[])[];

/**
 * Guesses every example with a model that did not learn it. Where heeding doubtful examples less makes these guesses
 * better, they are heeded less.
 */
export function* tried(
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
  const isBetter = rightIn(others, lessons) - rightIn(guesses, lessons) > leastGain * count;
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
    const lead = (scores[lesson.answer] as number) - others;
    return { ...lesson, cost: lesson.cost / (1 + Math.exp(-6 * (lead + 0.5))) };
  });
}

export function trustIn(guesses: Guesses, lessons: readonly Lesson[]): Trust {
  if (guesses.length === 0) return untried;
  const trials = guesses.map((scores, at): Trial => {
    const best = bestOf(scores);
    return { lead: leadOf(scores), score: scores[best] as number, right: best === lessons[at]?.answer };
  });
  return trustFrom(trials);
}
