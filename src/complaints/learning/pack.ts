// A model as text for the cells of a sheet, and back: small whole weights, squeezed, with a checksum.
import { base64 } from '../base64.ts';
import { fromBase64 } from '../reading/bytes.ts';
import { hashOf } from '../reading/hash.ts';
import type { CategoryPath } from '../understanding.ts';
import { buckets } from './features.ts';
import type { Layer } from './layer.ts';
import type { Model } from './model.ts';
import { type Names, namesOfPaths, pathsOf, widthOf } from './names.ts';
import { chancesFor, type Squeezer, squeezer, type Unsqueezer, unsqueezer } from './squeeze.ts';
import type { Trust } from './trust.ts';

/** Raised whenever an older model would be misread: it is then learned anew. */
const version = 1;
/** Characters of a cell; a cell holds 50,000. */
const cell = 45_000;
const mostCharacters = 500_000;
/** Weights are whole multiples of this share of the largest; the share grows until the model fits. */
const finest = 1 / 127;
const coarser = 1.5;
/** Keyword scores and the constant are few and matter much. */
const fineness = 1000;
const rarityStep = 1 / 16;
// Looking a global up in a loop is slow in a script's own context.
const { abs, min, round } = Math;

interface Header {
  readonly version: number;
  readonly paths: readonly CategoryPath[];
  readonly trust: Trust;
  readonly count: number;
  readonly keywordScale: number;
  readonly commonest: number;
  readonly severities: readonly (string | null)[] | null;
  readonly moods: readonly (string | null)[] | null;
  /** By layer: the size of a weight of 1. */
  readonly steps: readonly number[];
}

/** Cells of text, together at most 500,000 characters. */
export function pack(model: Model): readonly string[] {
  for (let step = finest; ; step *= coarser) {
    const text = packed(model, step);
    if (text.length <= mostCharacters || step > 1) return cut(text);
  }
}

/** Null where a cell is missing or damaged, or where another version wrote them: then learn anew. */
export const unpack = (cells: readonly string[]): Model | null => opened(cells)?.() ?? null;

/** As `unpack`; the weights are read when they are asked for. */
export function opened(cells: readonly string[]): (() => Model) | null {
  const [checksum = '', head = '', body = ''] = cells.join('').split('\n');
  if (checksum !== hashOf(head, body)) return null;
  const header = JSON.parse(head) as Header;
  return header.version === version ? () => unpacked(header, fromBase64(body)) : null;
}

function packed(model: Model, share: number): string {
  const layers = layersOf(model);
  const steps = layers.map((layer) => largest(layer.weights) * share || 1);
  const out = squeezer();
  const commonest = largest([model.rarities]);
  putRarities(out, model.rarities, commonest);
  for (const [at, layer] of layers.entries()) putLayer(out, layer, steps[at] as number);
  const header: Header = {
    version,
    paths: pathsOf(model.names),
    trust: model.trust,
    count: model.count,
    keywordScale: model.keywordScale,
    commonest,
    severities: model.severities?.names ?? null,
    moods: model.moods?.names ?? null,
    steps,
  };
  const head = JSON.stringify(header);
  const body = base64(out.end());
  return [hashOf(head, body), head, body].join('\n');
}

function unpacked(header: Header, bytes: Uint8Array): Model {
  const names = namesOfPaths(header.paths);
  const from = unsqueezer(bytes);
  const rarities = takeRarities(from, header.commonest);
  let at = 0;
  const layer = (answers: Layer['names']): Layer =>
    takeLayer(from, { answers, width: widthOf(names), step: header.steps[at++] ?? 1 });
  const categories = layer(names.categories);
  const within = new Map(inOrder(names).map(([category, subs]) => [category, layer(subs)]));
  const severities = header.severities === null ? null : layer(header.severities);
  const moods = header.moods === null ? null : layer(header.moods);
  return {
    names,
    keywordScale: header.keywordScale,
    rarities,
    categories,
    within,
    severities,
    moods,
    trust: header.trust,
    count: header.count,
  };
}

const inOrder = (names: Names) => [...names.within].sort(([a], [b]) => (a < b ? -1 : 1));

function layersOf(model: Model): readonly Layer[] {
  const within = inOrder(model.names).flatMap(([category]) => model.within.get(category) ?? []);
  return [model.categories, ...within, model.severities, model.moods].filter((layer) => layer !== null);
}

function largest(weights: Layer['weights']): number {
  let most = 0;
  for (const row of weights)
    for (let id = 0; id < buckets; id++) {
      const size = abs(row[id] as number);
      if (size > most) most = size;
    }
  return most;
}

/** What no mail had has the greatest rarity: it is told once. */
function putRarities(out: Squeezer, rarities: Float32Array, commonest: number): void {
  const chances = chancesFor(1);
  for (const rarity of rarities) out.put(round((commonest - rarity) / rarityStep), chances, 0);
}

function takeRarities(from: Unsqueezer, commonest: number): Float32Array {
  const chances = chancesFor(1);
  const rarities = new Float32Array(buckets);
  for (let id = 0; id < buckets; id++) rarities[id] = commonest - from.take(chances, 0) * rarityStep;
  return rarities;
}

/** Bucket by bucket: whether any name has a weight there, then each name's, foreseen from the two before it. */
function putLayer(out: Squeezer, { weights }: Layer, step: number): void {
  const [alive, values, few] = [chancesFor(1), chancesFor(contexts), chancesFor(1)];
  const row = new Int32Array(weights.length);
  for (let id = 0; id < buckets; id++) {
    let some = 0;
    for (let at = 0; at < row.length; at++) {
      const value = round(((weights[at] as Float32Array)[id] as number) / step);
      row[at] = value;
      if (value !== 0) some = 1;
    }
    out.put(some, alive, 0);
    if (some === 1)
      for (let at = 0; at < row.length; at++) out.put(row[at] as number, values, contextOf(row, at));
  }
  for (const all of weights)
    for (const value of all.subarray(buckets)) out.put(round(value * fineness), few, 0);
}

function takeLayer(
  from: Unsqueezer,
  { answers, width, step }: { answers: Layer['names']; width: number; step: number },
): Layer {
  const [alive, values, few] = [chancesFor(1), chancesFor(contexts), chancesFor(1)];
  const weights = answers.map(() => new Float32Array(width));
  const row = new Int32Array(answers.length);
  for (let id = 0; id < buckets; id++) {
    if (from.take(alive, 0) === 0) continue;
    for (let at = 0; at < row.length; at++) {
      const value = from.take(values, contextOf(row, at));
      row[at] = value;
      (weights[at] as Float32Array)[id] = value * step;
    }
  }
  for (const all of weights) for (let id = buckets; id < width; id++) all[id] = from.take(few, 0) / fineness;
  return { names: answers, weights };
}

const levels = 5;
const contexts = levels * levels;
const level = (row: Int32Array, at: number): number => (at < 0 ? 0 : min(levels - 1, abs(row[at] as number)));

/** By how large the two weights before it are. */
const contextOf = (row: Int32Array, at: number): number => level(row, at - 1) * levels + level(row, at - 2);

function cut(text: string): readonly string[] {
  const cells: string[] = [];
  for (let at = 0; at < text.length; at += cell) cells.push(text.slice(at, at + cell));
  return cells;
}
