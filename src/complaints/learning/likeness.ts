// How alike two mails are, for solved tickets to offer and for the same matter in a new thread.
import { buckets, type Features } from './features.ts';
import { dot, squareOf, type Vector, vectorOf } from './vectors.ts';

/** Something that a mail may be like: a solved ticket, a mail of the last hours. */
export interface Remembered {
  readonly id: string;
  readonly features: Features;
}

export interface Alike {
  readonly id: string;
  /** 0: nothing in common; 1: the same words. */
  readonly likeness: number;
}

/** Texts of different people on one matter are about so alike; on different matters they hardly are. */
export const alikeFrom = 0.3;
/** Where more than the words speaks for it: the same category, the same hour. */
export const alikeFromWithMore = 0.2;
const most = 3;

/** The most alike first, at most three. `rarities`: a model's, or `raritiesOf` all that is remembered. */
export function alikeTo(
  features: Features,
  remembered: readonly Remembered[],
  rarities: Float32Array,
): readonly Alike[] {
  const vector = vectorOf(features, rarities);
  return remembered
    .map(({ id, features: other }) => ({ id, likeness: likeness(vector, vectorOf(other, rarities)) }))
    .filter((each) => each.likeness >= alikeFrom)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

/** As `likeness`, for one vector against many: it is laid out once. For vectors without anything extra. */
export function likenessTo(one: Vector): (other: Vector) => number {
  const laid = new Float32Array(buckets);
  for (let at = 0; at < one.ids.length; at++) laid[one.ids[at] as number] = one.values[at] as number;
  const length = lengthOf(one);
  return (other) => {
    const sum = dot(laid, other);
    return sum === 0 ? 0 : sum / (length * lengthOf(other));
  };
}

const lengths = new WeakMap<Vector, number>();

function lengthOf(vector: Vector): number {
  const length = lengths.get(vector) ?? Math.sqrt(squareOf(vector));
  lengths.set(vector, length);
  return length;
}

/** The cosine of two vectors. */
export function likeness(a: Vector, b: Vector): number {
  let [sum, at, other] = [0, 0, 0];
  while (at < a.ids.length && other < b.ids.length) {
    const [id, next] = [a.ids[at] as number, b.ids[other] as number];
    if (id === next) sum += (a.values[at] as number) * (b.values[other] as number);
    if (id <= next) at += 1;
    if (next <= id) other += 1;
  }
  return sum === 0 ? 0 : sum / Math.sqrt(squareOf(a) * squareOf(b));
}
