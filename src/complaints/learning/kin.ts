// Which examples are near copies of one another: a template, a customer who writes twice. Testing one on the other flatters.
import { half } from './features.ts';
import type { Vector } from './vectors.ts';

/** A word or pair that no more mails than this have is rare. */
const mostOwners = 10;
/** Mails that share so many rare words or pairs are kin. */
const fewestShared = 4;
/** No family grows beyond this share of all: a common template would swallow everything. */
const largestShare = 0.04;

/** By example: the number of its family, the place of the family's first member. */
export function familiesOf(vectors: readonly Vector[]): Int32Array {
  const owners = rareOwners(vectors);
  const heads = Int32Array.from(vectors, (_, at) => at);
  const sizes = new Int32Array(vectors.length).fill(1);
  const most = Math.max(3, vectors.length * largestShare);
  vectors.forEach(({ ids }, at) => {
    const shared = new Map<number, number>();
    for (const id of ids)
      for (const other of owners.get(id) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      if (other >= at || count < fewestShared) continue;
      const [a, b] = [headOf(heads, at), headOf(heads, other)];
      const size = (sizes[a] as number) + (sizes[b] as number);
      if (a === b || size > most) continue;
      heads[Math.max(a, b)] = Math.min(a, b);
      sizes[Math.min(a, b)] = size;
    }
  });
  return heads.map((_, at) => headOf(heads, at));
}

function rareOwners(vectors: readonly Vector[]): ReadonlyMap<number, readonly number[]> {
  const owners = new Map<number, number[]>();
  vectors.forEach(({ ids }, at) => {
    for (const id of ids) {
      if (id >= half) break;
      const known = owners.get(id);
      if (known === undefined) owners.set(id, [at]);
      else if (known.length <= mostOwners) known.push(at);
    }
  });
  for (const [id, known] of owners) if (known.length < 2 || known.length > mostOwners) owners.delete(id);
  return owners;
}

function headOf(heads: Int32Array, at: number): number {
  let head = at;
  while (heads[head] !== head) head = heads[head] as number;
  return head;
}
