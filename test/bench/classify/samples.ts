// Cuts labelled mails into training samples and a test part, for comparing classifiers on the same mails.
// tsx test/bench/classify/samples.ts OUT FILE.jsonl...  writes OUT/<file>.<seed>.<size>.train.jsonl and OUT/<file>.<seed>.test.jsonl
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Row {
  readonly label: string;
  readonly grp?: string;
  readonly id: string;
  readonly label_conf?: number;
}

export const seeds = [1, 2, 3] as const;
export const sizes = [5, 20, 100, 'all'] as const;
const testShare = 0.3;
const mostTests = 1200;

/** mulberry32: the same seed gives the same sample everywhere. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** Whole groups go to one side. Rows on which the crowd did not agree are left out. */
function split(rows: readonly Row[], seed: number): { train: Row[]; test: Row[] } {
  const random = dice(seed);
  const order = shuffled(
    groupBy(rows, (row) => row.grp ?? row.id),
    random,
  );
  const test: Row[] = [];
  const train: Row[] = [];
  for (const group of order) (test.length < rows.length * testShare ? test : train).push(...group);
  return { train: shuffled(train, random), test: shuffled(test, random).slice(0, mostTests) };
}

function sample(train: readonly Row[], size: number | 'all'): readonly Row[] {
  if (size === 'all') return train;
  return groupBy(train, (row) => row.label).flatMap((rows) => rows.slice(0, size));
}

const lines = (rows: readonly Row[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const [out = '', ...files] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const file of files) {
  const rows: Row[] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
  const agreed = rows.filter((row) => (row.label_conf ?? 1) >= 1);
  const name = basename(file).replace(/(\.dev)?\.jsonl$/, '');
  for (const seed of seeds) {
    const { train, test } = split(agreed, seed);
    writeFileSync(join(out, `${name}.${seed}.test.jsonl`), lines(test));
    for (const size of sizes)
      writeFileSync(join(out, `${name}.${seed}.${size}.train.jsonl`), lines(sample(train, size)));
  }
}
