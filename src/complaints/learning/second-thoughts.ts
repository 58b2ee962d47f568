// Second thoughts: what the scores of all categories say together of a mail, learned from guesses at unseen examples.
import type { Layer, Lesson } from './layer.ts';
import type { Guesses } from './unseen.ts';
import { addTo } from './vectors.ts';

/** By name: how much the score of each name counts for it. */
export type Counsel = readonly (readonly number[])[];

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
  const shares = Array.from({ length: names }, (_, own) =>
    Array.from({ length: names }, (_, other) => Number(own === other)),
  );
  if (guesses.length <= enough * names) return shares;
  for (let round = 1; round <= rounds; round++) {
    guesses.forEach((scores, at) => {
      const { answer, cost } = lessons[at] as Lesson;
      const chances = advised(scores, shares).map((score) => Math.exp(sharpness * score));
      const all = chances.reduce((sum, chance) => sum + chance, 0);
      shares.forEach((row, own) => {
        const step = ((own === answer ? 1 : 0) - (chances[own] as number) / all) * cost * (pace / round);
        scores.forEach((score, other) => {
          row[other] = (row[other] as number) + step * score;
        });
      });
    });
    yield;
  }
  return shares;
}

/** The scores after second thoughts. */
export const advised = (scores: readonly number[], shares: Counsel): readonly number[] =>
  shares.map((row) => row.reduce((sum, share, at) => sum + share * (scores[at] as number), 0));

/** A layer that gives these scores at once: sums of linear scores are linear. */
export function withCounsel(layer: Layer, shares: Counsel): Layer {
  const ids = Int32Array.from(layer.weights[0] ?? [], (_, id) => id);
  const weights = shares.map((row) => {
    const sum = new Float32Array(ids.length);
    layer.weights.forEach((values, at) => {
      addTo(sum, { ids, values }, row[at] as number);
    });
    return sum;
  });
  return { ...layer, weights };
}
