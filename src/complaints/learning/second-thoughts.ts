// Second thoughts: what the scores of all categories say together of a mail, learned from guesses at unseen examples.
import type { Layer, Lesson } from './layer.ts';
import type { Guesses } from './unseen.ts';
import { addTo, dot, type Vector } from './vectors.ts';

/** By name: how much the score of each name counts for it. */
export type Counsel = readonly Float64Array[];

/** With fewer examples a category guesses get worse, most where they were picked evenly from rare and frequent ones. */
const enough = 100;
const rounds = 10;
const pace = 0.04;
/** How fast the chance of a name falls with its score. */
const sharpness = 3;

/** At first each name heeds its own score alone; each guess moves that a little towards its right answer. */
export function* counsel(
  guesses: Guesses,
  lessons: readonly Lesson[],
  names: number,
): Generator<void, Counsel> {
  const shares = Array.from({ length: names }, (_, own) => new Float64Array(names).fill(1, own, own + 1));
  if (guesses.length <= enough * names) return shares;
  const vectors = guesses.map(asVector);
  for (let round = 1; round <= rounds; round++) {
    vectors.forEach((vector, at) => {
      const { answer, cost } = lessons[at] as Lesson;
      const chances = heard(vector, shares).map((score) => Math.exp(sharpness * score));
      const all = chances.reduce((sum, chance) => sum + chance, 0);
      shares.forEach((row, own) => {
        const lack = Number(own === answer) - (chances[own] as number) / all;
        addTo(row, vector, (lack * cost * pace) / round);
      });
    });
    yield;
  }
  return shares;
}

/** The scores after second thoughts. */
export const advised = (scores: readonly number[], shares: Counsel): readonly number[] =>
  heard(asVector(scores), shares);

const heard = (scores: Vector, shares: Counsel): readonly number[] => shares.map((row) => dot(row, scores));

const asVector = (values: ArrayLike<number>): Vector => ({
  ids: Int32Array.from(values, (_, at) => at),
  values: Float32Array.from(values),
});

/** A layer that gives these scores at once: sums of linear scores are linear. */
export function withCounsel(layer: Layer, shares: Counsel): Layer {
  if (isNone(shares)) return layer;
  const rows = layer.weights.map(asVector);
  const weights = shares.map((row) => {
    const sum = new Float32Array(rows[0]?.ids.length ?? 0);
    rows.forEach((vector, at) => {
      addTo(sum, vector, row[at] as number);
    });
    return sum;
  });
  return { ...layer, weights };
}

/** Each name heeds its own score alone. */
const isNone = (shares: Counsel): boolean =>
  shares.every((row, own) => row.every((share, other) => share === Number(own === other)));
