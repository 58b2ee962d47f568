// What a model says of a mail: guesses with their confidence, how sure it is, and the mail's own words that decided.
import { byRules, type Classifier } from '../category.ts';
import type { Readable } from '../mail-words.ts';
import { inWords } from '../reasons.ts';
import type { Rules } from '../rules.ts';
import { pathText } from '../ticket.ts';
import type { CategoryPath } from '../understanding.ts';
import { keywordScores } from './example.ts';
import { counted, type SeenText, see } from './features.ts';
import { bestOf, type Layer, leadOf, scoresOf } from './layer.ts';
import type { Model } from './model.ts';
import { extraOf } from './names.ts';
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

function judgeLearned(
  model: Model,
  mail: Text,
  { rules, target }: { rules: Pick<Rules, 'categories'>; target: number },
): Judgement {
  const seen = see(mail);
  const vector = vectorOf(
    counted(seen.words),
    model.rarities,
    extraOf(keywordScores(mail, rules), model.names),
  );
  const scores = scoresOf(model.categories, vector);
  if (scores.length === 0) return { guesses: [], verdict: 'unsure', why: 'there is no category to choose' };
  const best = bestOf(scores);
  const confidence = confidenceOf(model.trust, { lead: leadOf(scores), score: scores[best] ?? 0 });
  const guesses = model.categories.names
    .map((name, at) => ({ ...within(model, name ?? '', vector), confidence: share(at) }))
    .sort((a, b) => b.confidence - a.confidence);
  return {
    guesses,
    verdict: verdictOf(model.trust, confidence, target),
    why: reason(guesses[0] ?? nowhere, tellingWords(seen, vector, { layer: model.categories, best })),
  };

  /** What the best leaves is shared among the others by their scores. */
  function share(at: number): number {
    if (at === best) return confidence;
    const strengths = scores.map((score, other) =>
      other === best ? 0 : Math.exp(sharpness * (score - (scores[best] ?? 0))),
    );
    const all = strengths.reduce((sum, strength) => sum + strength, 0);
    return Math.min(confidence * 0.999, ((1 - confidence) * (strengths[at] ?? 0)) / all);
  }
}

function within(model: Model, category: string, vector: Vector): CategoryPath {
  const layer = model.within.get(category);
  if (layer === undefined) return { category, subcategory: null };
  return { category, subcategory: layer.names[bestOf(scoresOf(layer, vector))] ?? null };
}

const mostWords = 4;
/** Words that bring less than this share of what the strongest brings are no reason. */
const leastShare = 0.25;

interface Telling {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The words that put the best answer before the next; neighbours together: "charged twice". */
function tellingWords(
  { text, words }: SeenText,
  vector: Vector,
  { layer, best }: { layer: Layer; best: number },
): readonly string[] {
  const scores = scoresOf(layer, vector);
  const next = bestOf(scores.map((score, at) => (at === best ? Number.NEGATIVE_INFINITY : score)));
  const [own, other] = [layer.weights[best], next === best ? undefined : layer.weights[next]];
  const brought = new Map<number, number>();
  vector.ids.forEach((id, at) => {
    brought.set(id, (vector.values[at] ?? 0) * ((own?.[id] ?? 0) - (other?.[id] ?? 0)));
  });
  const telling = words.map(({ from, to, ids }) => ({
    from,
    to,
    weight: ids.reduce((sum, id) => sum + (brought.get(id) ?? 0), 0),
  }));
  const strongest = Math.max(0, ...telling.map(({ weight }) => weight));
  const chosen = joined(telling, strongest * leastShare).sort((a, b) => b.weight - a.weight);
  const quoted = chosen.map(({ from, to }) => text.slice(from, to).replace(/\s+/g, ' '));
  const once = new Map(quoted.map((words) => [words.toLowerCase(), words]));
  return [...once.values()].slice(0, mostWords);
}

/** Runs of up to three words that all tell. */
function joined(words: readonly Telling[], least: number): Telling[] {
  const runs: (Telling & { readonly length: number })[] = [];
  let last = -2;
  words.forEach((word, at) => {
    if (word.weight <= 0 || word.weight < least) return;
    const run = runs.at(-1);
    if (run !== undefined && last === at - 1 && run.length < 3)
      runs[runs.length - 1] = {
        from: run.from,
        to: word.to,
        weight: run.weight + word.weight,
        length: run.length + 1,
      };
    else runs.push({ ...word, length: 1 });
    last = at;
  });
  return runs;
}

/** The model as one of those who have an opinion on a mail's category. */
export function opinion(model: Model): Classifier {
  return (mail, rules) => {
    const { guesses, why } = judgeLearned(model, mail, { rules, target: usualTarget });
    return guesses.map(({ category, subcategory, confidence }, at) => ({
      category,
      subcategory,
      score: confidence,
      why: at === 0 ? why : `${pathText({ category, subcategory })}, a further guess`,
      certain: false,
    }));
  };
}

/** "Billing > Disputes, because of 'charged twice' and 'refund'". */
function reason(path: CategoryPath, because: readonly string[]): string {
  const words = because.map((each) => `'${each}'`);
  return words.length === 0
    ? `${pathText(path)}, though no word of the mail tells much`
    : `${pathText(path)}, because of ${inWords(words)}`;
}
