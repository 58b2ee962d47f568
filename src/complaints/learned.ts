// What the desk has learned so far, as much as one go of the desk needs of it.
import type { Model } from './learning/model.ts';

export interface Learned {
  /** Null: not learned yet, or damaged; then the rules decide alone. It may be made when it is first asked for. */
  readonly model: Model | null;
  /** Nobody has told anything yet: a model of the admin's words alone, made when a mail has none of the keywords. */
  readonly ofWords?: () => Model;
}

export const nothingLearned: Learned = { model: null };
