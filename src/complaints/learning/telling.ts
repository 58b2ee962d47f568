// Which words of a mail decided: those that put one answer before the next, in the mail's own spelling.
import { buckets, type SeenText } from './features.ts';
import type { Layer } from './layer.ts';
import type { Vector } from './vectors.ts';

const mostWords = 4;
/** Words that bring less than this share of what the strongest brings are no reason. */
const leastShare = 0.25;

interface Telling {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface Told {
  /** The strongest first; neighbours together: "charged twice". */
  readonly words: readonly string[];
  /** How far the strongest of them puts the one answer before the other. */
  readonly strongest: number;
}

/** The words that put one answer before another. */
export function tellingWords(
  { text, words }: SeenText,
  vector: Vector,
  { layer, own: one, other: next }: { layer: Layer; own: number; other: number | undefined },
): Told {
  const [own, other] = [layer.weights[one], next === undefined ? undefined : layer.weights[next]];
  const brought = new Float32Array(buckets);
  vector.ids.forEach((id, at) => {
    if (id < buckets) brought[id] = (vector.values[at] as number) * ((own?.[id] ?? 0) - (other?.[id] ?? 0));
  });
  const telling = words.map(({ from, to, ids }) => ({
    from,
    to,
    weight: ids.reduce((sum, id) => sum + (brought[id] ?? 0), 0),
  }));
  const strongest = Math.max(0, ...telling.map(({ weight }) => weight));
  const chosen = joined(telling, strongest * leastShare).sort((a, b) => b.weight - a.weight);
  const quoted = chosen.map(({ from, to }) => text.slice(from, to).replace(/\s+/g, ' '));
  const once = new Map(quoted.map((words) => [words.toLowerCase(), words]));
  return { words: [...once.values()].slice(0, mostWords), strongest: chosen[0]?.weight ?? 0 };
}

/** Runs of up to three words that all tell. */
function joined(words: readonly Telling[], least: number): Telling[] {
  const runs: (Telling & { readonly length: number })[] = [];
  let last = -2;
  words.forEach((word, at) => {
    if (word.weight <= 0 || word.weight < least) return;
    const run = runs.at(-1);
    if (run !== undefined && last === at - 1 && run.length < 3)
      runs[runs.length - 1] = {
        from: run.from,
        to: word.to,
        weight: run.weight + word.weight,
        length: run.length + 1,
      };
    else runs.push({ ...word, length: 1 });
    last = at;
  });
  return runs;
}
