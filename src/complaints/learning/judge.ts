// What a model says of a mail: guesses with their confidence, how sure it is, and the mail's own words that decided.
import { byRules } from '../category.ts';
import type { Readable } from '../mail-words.ts';
import { inWords } from '../reasons.ts';
import type { Rules } from '../rules.ts';
import { pathText } from '../ticket.ts';
import type { CategoryPath } from '../understanding.ts';
import { keywordScores } from './example.ts';
import { counted, see } from './features.ts';
import { bestOf, leadOf, scoresOf } from './layer.ts';
import type { Model } from './model.ts';
import { extraOf } from './names.ts';
import { tellingWords } from './telling.ts';
import { confidenceOf, type Verdict, verdictOf } from './trust.ts';
import { type Vector, vectorOf } from './vectors.ts';

export interface Guess extends CategoryPath {
  /** 0 to 1: in so many of such cases it was right. */
  readonly confidence: number;
}

export interface Judgement {
  /** Best first. */
  readonly guesses: readonly Guess[];
  readonly verdict: Verdict;
  /** "Billing > Disputes, because of 'charged twice' and 'refund'". */
  readonly why: string;
}

type Text = Pick<Readable, 'subject' | 'words' | 'from'>;

const nowhere: CategoryPath = { category: '', subcategory: null };

/** So many of the sure ones are to be right. */
const usualTarget = 0.9;
/** How fast further guesses fall behind the best. */
const sharpness = 3;

export function judge(
  model: Model,
  mail: Text,
  rules: Pick<Rules, 'categories' | 'settings'>,
  target = usualTarget,
): Judgement {
  const decided = decidedByRules(mail, rules);
  const learned = judgeLearned(model, mail, { rules, target });
  if (decided === null) return learned;
  const others = learned.guesses.filter((guess) => pathText(guess) !== pathText(decided.guess));
  return { guesses: [decided.guess, ...others], verdict: 'sure', why: decided.why };
}

/** What an `always` keyword or a pattern decided: nobody measured how often that is right. */
const certainly = 0.99;

function decidedByRules(mail: Text, rules: Pick<Rules, 'categories' | 'settings'>) {
  const [first] = byRules(mail, rules);
  if (!first.certain) return null;
  const { category, subcategory, why } = first;
  return { guess: { category, subcategory, confidence: certainly }, why };
}

/** As `judge`, for a mail that the rules do not decide. */
export function judgeLearned(
  model: Model,
  mail: Text,
  { rules, target = usualTarget }: { rules: Pick<Rules, 'categories'>; target?: number },
): Judgement {
  const seen = see(mail);
  const vector = vectorOf(counted(seen.words), model.rarities, extraOf(keywordScores(mail, rules), model));
  const scores = scoresOf(model.categories, vector);
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const [best] = order;
  if (best === undefined) return { guesses: [], verdict: 'unsure', why: 'there is no category to choose' };
  const confidence = confidenceOf(model.trust, { lead: leadOf(scores), score: scores[best] as number });
  const shares = sharesOf(scores, { best, confidence });
  const guesses = order.slice(0, mostGuesses).map((at) => ({
    ...within(model, model.categories.names[at] ?? '', vector),
    confidence: shares[at] as number,
  }));
  const tell = (own: number, other: number | undefined) =>
    tellingWords(seen, vector, { layer: model.categories, own, other });
  const first = tell(best, order[1]);
  const second = order[1] === undefined ? nothing : tell(order[1], best);
  const why = [reason(guesses[0] ?? nowhere, first.words)];
  if (second.strongest > first.strongest * alsoMeant) why.push(reason(guesses[1] ?? nowhere, second.words));
  return { guesses, verdict: verdictOf(model.trust, confidence, target), why: why.join('; perhaps also ') };
}

const mostGuesses = 4;
const nothing = { words: [], strongest: 0 };
/** A mail about two matters: its strongest words for the second tell half as much as those for the first. */
const alsoMeant = 0.5;

/** What the best leaves is shared among the others by their scores. */
function sharesOf(
  scores: readonly number[],
  { best, confidence }: { best: number; confidence: number },
): readonly number[] {
  const strengths = scores.map((score, at) =>
    at === best ? 0 : Math.exp(sharpness * (score - (scores[best] as number))),
  );
  const all = strengths.reduce((sum, strength) => sum + strength, 0) || 1;
  return strengths.map((strength, at) =>
    at === best ? confidence : Math.min(confidence * 0.999, ((1 - confidence) * strength) / all),
  );
}

function within(model: Model, category: string, vector: Vector): CategoryPath {
  const layer = model.within.get(category);
  if (layer === undefined) return { category, subcategory: null };
  return { category, subcategory: layer.names[bestOf(scoresOf(layer, vector))] ?? null };
}

/** "Billing > Disputes, because of 'charged twice' and 'refund'". */
function reason(path: CategoryPath, because: readonly string[]): string {
  const words = because.map((each) => `'${each}'`);
  return words.length === 0
    ? `${pathText(path)}, though no word of the mail tells much`
    : `${pathText(path)}, because of ${inWords(words)}`;
}
