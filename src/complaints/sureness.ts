// How sure the desk is of a ticket's category: it puts it there at once, asks for a tap, or leaves it to triage.
import { byRules } from './category.ts';
import type { Learned } from './learned.ts';
import { judgeLearned } from './learning/judge.ts';
import type { Model } from './learning/model.ts';
import type { Verdict } from './learning/trust.ts';
import type { Readable } from './mail-words.ts';
import type { Rules } from './rules.ts';
import { pathText } from './ticket.ts';
import type { CategoryPath, Reasoned } from './understanding.ts';

export interface Sureness {
  readonly verdict: Verdict;
  /** At most two: for a likely one what else it may be, for an unsure one the best guesses. */
  readonly others: readonly CategoryPath[];
}

/** A category as the desk puts it on a ticket. */
export interface Chosen extends Reasoned<CategoryPath> {
  readonly sureness: Sureness;
}

type Known = Pick<Rules, 'categories' | 'settings'>;

/**
 * Without a model the rules speak alone: what decides outright is sure, a keyword is likely. Where they find nothing, a
 * model of the admin's words may know words akin to the keywords. Of a category that an admin added since the model was
 * made, or that only a pilot has, it has never heard: there a keyword speaks alone.
 */
export function chosenFor(mail: Readable, rules: Known, learned: Pick<Learned, 'model' | 'ofWords'>): Chosen {
  const [first, ...others] = byRules(mail, rules);
  const byWords: Chosen = {
    is: pathOf(first),
    why: first.why,
    sureness: {
      verdict: first.certain ? 'sure' : first.score > 0 ? 'likely' : 'unsure',
      others: first.certain ? [] : others.slice(0, 2).map(pathOf),
    },
  };
  if (first.certain) return byWords;
  const foundNothing = first.score === 0;
  const model = learned.model ?? (foundNothing && learned.ofWords?.());
  return model && (foundNothing || model.names.categories.includes(first.category))
    ? byModel(mail, rules, { model, byWords })
    : byWords;
}

/** Where the model is unsure, the fallback category is triage: better asked than wrong. */
function byModel(
  mail: Readable,
  rules: Known,
  { model, byWords }: { model: Model; byWords: Chosen },
): Chosen {
  const { guesses, verdict, why } = judgeLearned(model, mail, { rules });
  const known = guesses.filter((guess) => isKnown(guess, rules));
  const [best, ...others] = known;
  const fallback = { category: rules.settings.fallbackCategory, subcategory: null };
  if (best === undefined) return byWords;
  if (verdict === 'unsure' || best !== guesses[0]) {
    const offered = known.filter(({ category }) => category !== fallback.category).slice(0, 2);
    return {
      is: fallback,
      why: `${fallback.category}, because nothing is certain enough. Best guess: ${why}`,
      sureness: { verdict: 'unsure', others: offered.map(pathOf) },
    };
  }
  const agreed = pathText(byWords.is) === pathText(best) && byWords.sureness.verdict !== 'unsure';
  return {
    is: pathOf(best),
    // The rules' reason names the row, where an admin can change it.
    why: agreed ? byWords.why : why,
    sureness: {
      verdict,
      others: verdict === 'sure' ? [] : others.filter(isWorthAsking).slice(0, 2).map(pathOf),
    },
  };
}

const isWorthAsking = ({ confidence }: { readonly confidence: number }): boolean => confidence >= 0.05;

const pathOf = ({ category, subcategory }: CategoryPath): CategoryPath => ({ category, subcategory });

/** A category that an admin took away, or that only examples named, is put on no ticket. */
export const isKnown = (path: CategoryPath, { categories, settings }: Known): boolean =>
  (path.category === settings.fallbackCategory && path.subcategory === null) ||
  categories.some(
    ({ name, subcategory }) =>
      name === path.category && (subcategory === path.subcategory || path.subcategory === null),
  );
