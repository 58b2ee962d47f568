// What `tierline classify` says of one mail, and what it predicts for a labelled one.
import { grade } from '../complaints/learning/grades.ts';
import { judge } from '../complaints/learning/judge.ts';
import type { Model } from '../complaints/learning/model.ts';
import { sureFrom, type Verdict } from '../complaints/learning/trust.ts';
import { moodOf } from '../complaints/mood.ts';
import { phrasesIn } from '../complaints/phrases.ts';
import { languageOf } from '../complaints/reading/language.ts';
import type { Mood, Rules, Severity } from '../complaints/rules.ts';
import { severityOf } from '../complaints/severity.ts';
import { pathText } from '../complaints/ticket.ts';
import type { Prediction } from './classify-figures.ts';
import { readable } from './classify-model.ts';
import type { GivenMail, LabelledMail } from './labelled.ts';

export interface Answer {
  readonly id?: string;
  readonly category: string;
  readonly sublabel?: string;
  readonly confidence: number;
  readonly verdict: Verdict;
  readonly why: string;
  readonly alternatives: readonly {
    readonly category: string;
    readonly sublabel?: string;
    readonly confidence: number;
  }[];
  readonly severity: Severity;
  readonly mood: Mood;
  readonly language: string | null;
}

const mostAlternatives = 3;
const strict = 0.95;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export function answer(model: Model, given: GivenMail, rules: Rules): Answer {
  const mail = readable(given);
  const { guesses, verdict, why } = judge(model, mail, rules);
  const [best, ...others] = guesses;
  const path = {
    category: best?.category ?? rules.settings.fallbackCategory,
    subcategory: best?.subcategory ?? null,
  };
  const learned = grade(model, mail);
  const phrases = phrasesIn(mail, rules);
  const customerTier = rules.settings.customerTiers[0] ?? '';
  return {
    ...(given.id === null ? {} : { id: given.id }),
    ...named(path),
    confidence: rounded(best?.confidence ?? 0),
    verdict,
    why,
    alternatives: others
      .slice(0, mostAlternatives)
      .map((guess) => ({ ...named(guess), confidence: rounded(guess.confidence) })),
    severity: severityOf({ category: path, phrases, customerTier, learned: learned.severity }, rules).is,
    mood: moodOf(mail, phrases, { learned: learned.mood }).is,
    language: languageOf(mail.words) ?? languageOf(`${mail.subject}\n${mail.words}`),
  };
}

const named = ({ category, subcategory }: { category: string; subcategory: string | null }) => ({
  category,
  ...(subcategory === null ? {} : { sublabel: subcategory }),
});

export function predict(model: Model, mail: LabelledMail, rules: Rules): Prediction {
  const { guesses, verdict } = judge(model, readable(mail), rules);
  const [best, ...others] = guesses;
  const confidence = best?.confidence ?? 0;
  return {
    id: mail.id,
    label: mail.label,
    sublabel: mail.sublabel,
    category: best?.category ?? rules.settings.fallbackCategory,
    subcategory: best?.subcategory ?? null,
    confidence: rounded(confidence),
    verdict,
    sureAt95: confidence >= sureFrom(model.trust, strict),
    alternatives: others.slice(0, mostAlternatives).map(pathText),
  };
}
