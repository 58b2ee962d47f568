// Understanding a mail: category, severity, mood and signs, each with its reason.
import { byRules, type Guesses } from './category.ts';
import type { Graded } from './learning/grades.ts';
import type { Readable } from './mail-words.ts';
import { moodOf } from './mood.ts';
import type { Unanswered } from './mood-waiting.ts';
import { flagsOf, phrasesIn, tierOf } from './phrases.ts';
import type { Rules } from './rules.ts';
import { severityOf } from './severity.ts';
import type { Understanding } from './understanding.ts';

export interface UnderstandContext {
  readonly customerTier: string;
  /** Categories, the best first; by default the rules alone tell. */
  readonly guesses?: Guesses;
  /** Severity and mood as learned from corrections: see `grade`. */
  readonly learned?: Graded;
  /** Of the ticket that the mail joins. */
  readonly unanswered?: Unanswered;
}

/** So many other categories are offered beside the chosen one. */
const mostAlternatives = 5;

export function understand(mail: Readable, context: UnderstandContext, rules: Rules): Understanding {
  const [best, ...others] = context.guesses ?? byRules(mail, rules);
  const path = { category: best.category, subcategory: best.subcategory };
  const phrases = phrasesIn(mail, rules);
  return {
    category: { is: path, why: best.why },
    alternatives: others.slice(0, mostAlternatives),
    severity: severityOf(
      {
        category: path,
        phrases,
        customerTier: context.customerTier,
        learned: context.learned?.severity ?? null,
      },
      rules,
    ),
    mood: moodOf(mail, phrases, {
      learned: context.learned?.mood ?? null,
      ...(context.unanswered && { unanswered: context.unanswered }),
    }),
    flags: flagsOf(phrases),
    tierAtLeast: tierOf(phrases),
  };
}
