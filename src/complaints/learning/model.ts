// What was learned: one linear model of the rules' words and of the examples.
import type { Layer } from './layer.ts';
import type { Names } from './names.ts';
import type { Trust } from './trust.ts';

export interface Model {
  readonly names: Names;
  /** What keyword scores count in a vector: 1 at first, less with every example. */
  readonly keywordScale: number;
  /** How rare each bucket is, times how well it tells categories apart. */
  readonly rarities: Float32Array;
  readonly categories: Layer;
  /** By category: which of its subcategories. */
  readonly within: ReadonlyMap<string, Layer>;
  readonly severities: Layer | null;
  readonly moods: Layer | null;
  readonly trust: Trust;
  /** Examples learned from. */
  readonly count: number;
}
