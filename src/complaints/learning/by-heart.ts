// The first few examples are learned by heart as well: a lesson alone would leave the desk unsure of what it was just told.
import type { Example } from './example.ts';
import { learn } from './learn.ts';
import type { LearningRules } from './lessons.ts';
import type { Model } from './model.ts';
import { update } from './update.ts';

/** With more examples a category than this it makes guesses worse. */
const few = 2;

export function byHeart(model: Model, examples: readonly Example[]): Model {
  if (examples.length === 0 || examples.length >= few * model.names.categories.length) return model;
  return update(model, examples) ?? model;
}

/** All at once, for a tick. */
export const learnFew = (examples: readonly Example[], rules: LearningRules): Model =>
  byHeart(learn(examples, rules), examples);
