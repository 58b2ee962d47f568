// One choice among names: a row of weights each, learned from rows that say which name was right.
import { separate } from './svm.ts';
import { dot, type Vector } from './vectors.ts';

export interface Layer {
  readonly names: readonly (string | null)[];
  /** By name: a weight for each bucket, the constant and each keyword score. */
  readonly weights: readonly Float32Array[];
}

/** A mail whose right answer is known. */
export interface Lesson {
  readonly vector: Vector;
  /** Place of the right answer among the names. */
  readonly answer: number;
  readonly cost: number;
}

export interface LayerPlan {
  readonly names: Layer['names'];
  readonly width: number;
  /** By name: the place of its own keyword score. */
  readonly slots: readonly (number | undefined)[];
  /** What the answer's own keywords count before anything is learned: 1 makes a model without examples the rules. */
  readonly keywordPrior: number;
}

/** Yields after each name, so that the work can be spread. */
export function* learnLayer(plan: LayerPlan, lessons: readonly Lesson[]): Generator<void, Layer> {
  const weights: Float32Array[] = [];
  const row = new Float64Array(plan.width);
  for (let at = 0; at < plan.names.length; at++) {
    row.fill(0);
    const slot = plan.slots[at];
    if (slot !== undefined) row[slot] = plan.keywordPrior;
    separate(lessons, ({ answer }) => answer === at, row);
    weights.push(new Float32Array(row));
    yield;
  }
  return { names: plan.names, weights };
}

export const scoresOf = (layer: Layer, vector: Vector): readonly number[] =>
  layer.weights.map((weights) => dot(weights, vector));

export const bestOf = (scores: readonly number[]): number =>
  scores.reduce((best, score, at) => (score > (scores[best] as number) ? at : best), 0);

/** How far the best is ahead of the next; the whole score where there is no other. */
export function leadOf(scores: readonly number[]): number {
  const best = bestOf(scores);
  const others = scores.filter((_, at) => at !== best);
  return others.length === 0 ? 1 + (scores[best] ?? 0) : (scores[best] ?? 0) - Math.max(...others);
}
