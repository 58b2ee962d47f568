// Tells one category from all others: a linear support vector machine by dual coordinate descent.
import { addTo, dot, squareOf, type Vector } from './vectors.ts';

export interface Row {
  readonly vector: Vector;
  /** What a mistake on it costs. */
  readonly cost: number;
}

const mostRounds = 40;
// Looking a global up for every row is slow in a script's own context.
const { abs, max, min } = Math;
/** Stops where no row would move the weights by more than this. */
const tolerance = 0.02;

/**
 * Moves the weights to the nearest that put the rows of `isOwn` on one side (squared hinge loss, as LinearSVC's). Rows
 * are taken in an order that depends on nothing but their number, so the same rows always give the same weights.
 */
export function separate<R extends Row>(
  rows: readonly R[],
  isOwn: (row: R) => boolean,
  weights: Float64Array,
): void {
  const count = rows.length;
  const sides = rows.map((row) => (isOwn(row) ? 1 : -1));
  const squares = rows.map(({ vector }) => squareOf(vector));
  const shares = new Float64Array(count);
  const order = new Int32Array(rows.map((_, at) => at));
  const random = dice(count);
  let active = count;
  let ceiling = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    shuffle(order, active, random);
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    for (let place = 0; place < active; place++) {
      const at = order[place] as number;
      const { vector, cost } = rows[at] as Row;
      const side = sides[at] as number;
      const share = shares[at] as number;
      const slack = 1 / (2 * cost);
      const slope = side * dot(weights, vector) - 1 + share * slack;
      if (share === 0 && slope > ceiling) {
        active -= 1;
        order[place] = order[active] as number;
        order[active] = at;
        place -= 1;
        continue;
      }
      const projected = share === 0 ? min(slope, 0) : slope;
      highest = max(highest, projected);
      lowest = min(lowest, projected);
      if (abs(projected) < 1e-10) continue;
      const next = max(0, share - slope / ((squares[at] as number) + slack));
      shares[at] = next;
      addTo(weights, vector, (next - share) * side);
    }
    if (highest - lowest <= tolerance) {
      if (active === count) break;
      active = count;
      ceiling = Number.POSITIVE_INFINITY;
    } else ceiling = highest <= 0 ? Number.POSITIVE_INFINITY : highest;
  }
}

function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let at = count - 1; at > 0; at--) {
    const other = random() % (at + 1);
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

/** xorshift32: the same seed, the same throws. */
function dice(seed: number): () => number {
  let state = (seed + 1) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
