// What the desk understood of a mail: category, severity, mood and signs, each with its reason.
import type { Mood, Severity } from './rules.ts';

/** A statement with the words, rule and row that led to it. */
export interface Reasoned<T> {
  readonly is: T;
  readonly why: string;
}

export interface CategoryPath {
  readonly category: string;
  readonly subcategory: string | null;
}

/** One category's case: how strongly and because of what. A learned classifier gives the same form. */
export interface CategoryGuess extends CategoryPath {
  /** Higher is better; only comparable within one mail. */
  readonly score: number;
  readonly why: string;
  /** True: an `always` keyword or a sender/subject pattern decided; nothing may overrule it. */
  readonly certain: boolean;
}

export interface Understanding {
  readonly category: Reasoned<CategoryPath>;
  readonly alternatives: readonly CategoryGuess[];
  readonly severity: Reasoned<Severity>;
  readonly mood: Reasoned<Mood>;
  /** Phrase flags such as `manager`, each once. */
  readonly flags: readonly Reasoned<string>[];
  /** The highest "tier at least" of the phrases found. */
  readonly tierAtLeast: Reasoned<number> | null;
}
