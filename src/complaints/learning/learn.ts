// Learns a model from the rules' words and from examples: the same examples in any order give the same model.
import { type Example, settledExamples } from './example.ts';
import { learnGrades } from './grades.ts';
import { type Layer, learnLayer } from './layer.ts';
import {
  keywordScaleOf,
  type LearningRules,
  lessonsFor,
  lessonsWithin,
  planOf,
  planWithin,
  taughtWith,
} from './lessons.ts';
import type { Model } from './model.ts';
import { namesOf, widthOf } from './names.ts';
import { advised, counsel, withCounsel } from './second-thoughts.ts';
import { tried, trustIn } from './unseen.ts';
import type { Vector } from './vectors.ts';

const nothing: Vector = { ids: new Int32Array(0), values: new Float32Array(0) };

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
  const keywordScale = keywordScaleOf(settled, names);
  const { rarities, pupils } = taughtWith(settled, { names, keywordScale, rules });
  const plan = planOf(names, keywordScale);
  const lessons = lessonsFor(pupils, names);
  const { heeded, guesses } = yield* tried(plan, lessons, settled.length);
  const shares = yield* counsel(guesses, heeded, plan.names.length);
  const categories = withCounsel(yield* learnLayer(plan, heeded), shares);
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
    trust: trustIn(
      guesses.map((scores) => advised(scores, shares)),
      lessons,
    ),
    count: settled.length,
  };
}
