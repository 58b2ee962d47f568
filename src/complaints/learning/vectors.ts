// From counted buckets to vectors: rare ones weigh more, and pieces of words a little more than words.
import { buckets, type Features, half } from './features.ts';

/** `ids` ascending. Ids from `buckets` on are not hashed: keyword scores and the constant. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** How much more the pieces of words count than words and pairs: new mails have new words, but rarely new pieces. */
const piecesWeight = 1.3;
/** Rare buckets count somewhat more than the usual logarithm says. */
const rarityPower = 1.2;

const { log, sqrt } = Math;

/** By bucket: how rare it is, from 1 (in every mail) upwards. */
export function raritiesOf(documents: Iterable<Features>): Float32Array {
  const seen = new Float32Array(buckets);
  let count = 0;
  for (const { ids } of documents) {
    count += 1;
    for (const id of ids) seen[id] = (seen[id] as number) + 1;
  }
  const known: number[] = [];
  return seen.map((times) => {
    known[times] ??= (log((1 + count) / (1 + times)) + 1) ** rarityPower;
    return known[times];
  });
}

/** Words and pairs together have length 1; `extra` follows, first its ids (from `buckets` on). */
export function vectorOf({ ids, counts }: Features, rarities: Float32Array, extra: Extra = noExtra): Vector {
  const size = ids.length + extra.ids.length;
  const vector = { ids: new Int32Array(size), values: new Float32Array(size) };
  let [words, pieces] = [0, 0];
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as number;
    const value = (1 + log(counts[at] as number)) * (rarities[id] as number);
    vector.ids[at] = id;
    vector.values[at] = value;
    if (id < half) words += value * value;
    else pieces += value * value;
  }
  const [byWords, byPieces] = [1 / sqrt(words || 1), piecesWeight / sqrt(pieces || 1)];
  for (let at = 0; at < ids.length; at++)
    vector.values[at] = (vector.values[at] as number) * ((ids[at] as number) < half ? byWords : byPieces);
  vector.ids.set(extra.ids, ids.length);
  vector.values.set(extra.values, ids.length);
  return vector;
}

export interface Extra {
  readonly ids: readonly number[];
  readonly values: readonly number[];
}

const noExtra: Extra = { ids: [], values: [] };

export function dot(weights: Float32Array | Float64Array, { ids, values }: Vector): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at++)
    sum += (weights[ids[at] as number] as number) * (values[at] as number);
  return sum;
}

export function addTo(weights: Float32Array | Float64Array, { ids, values }: Vector, times: number): void {
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as number;
    weights[id] = (weights[id] as number) + times * (values[at] as number);
  }
}

export function squareOf({ values }: Vector): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
