// Learns a few new examples at once, between two full lessons: the next tick knows a correction.
import { type Example, settledExamples } from './example.ts';
import type { Layer } from './layer.ts';
import type { Model } from './model.ts';
import { extraOf } from './names.ts';
import { addTo, dot, squareOf, type Vector, vectorOf } from './vectors.ts';

/** How firmly one example moves the weights: 1 to 2 of its margin in a few rounds. */
const cost = 0.5;
const rounds = 3;

/**
 * Null where an example names a category that the model does not know: then learn anew. The same examples in any order
 * give the same model; give all that came since the last full lesson, to the model of that lesson.
 */
export function update(model: Model, examples: readonly Example[]): Model | null {
  const settled = settledExamples(examples);
  if (!settled.every(({ path }) => knows(model, path))) return null;
  const categories = copyOf(model.categories);
  const within = new Map([...model.within].map(([name, layer]) => [name, copyOf(layer)]));
  const pupils = settled.map((example) => ({
    ...example,
    vector: vectorOf(example.features, model.rarities, extraOf(example.scores, model)),
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { path, vector, trust } of pupils) {
      move(categories, path.category, vector, cost * trust);
      const subs = within.get(path.category);
      if (subs !== undefined) move(subs, path.subcategory, vector, cost * trust);
    }
  }
  return { ...model, categories, within, count: model.count + settled.length };
}

export function knows({ names }: Model, { category, subcategory }: Example['path']): boolean {
  return names.categories.includes(category) && (names.within.get(category) ?? [null]).includes(subcategory);
}

const copyOf = (layer: Layer): Layer => ({
  ...layer,
  weights: layer.weights.map((weights) => weights.slice()),
});

/** Each name's weights by as much as the example lies on the wrong side, or too near to it. */
function move(layer: Layer, answer: string | null, vector: Vector, firmness: number): void {
  const size = squareOf(vector) + 1 / (2 * firmness);
  layer.weights.forEach((weights, at) => {
    const side = layer.names[at] === answer ? 1 : -1;
    const lack = 1 - side * dot(weights, vector);
    if (lack > 0) addTo(weights, vector, (side * lack) / size);
  });
}
