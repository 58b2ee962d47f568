// How a customer feels, from green to red: words, how they are stressed, capitals, runs of marks, and the Phrases tab.

import { type Found, indexWords } from './keywords.ts';
import { type MailPart, partsOf, type Readable } from './mail-words.ts';
import { signsOfUnanswered, signsOfWaiting, type Unanswered } from './mood-waiting.ts';
import { moodWords } from './mood-words.ts';
import { isNegated } from './negation.ts';
import type { FoundPhrase } from './phrases.ts';
import { inWords } from './reasons.ts';
import { type Mood, moods } from './rules.ts';
import type { Reasoned } from './understanding.ts';
import { fold, type Word } from './words.ts';

/** Displeasure from which a mail is amber, and red. */
const amberFrom = 1;
const redFrom = 3;
/** Thanks and praise take this much away at most: a polite furious mail is still furious. */
const mostRelief = 1.5;
/** Words at or below this weight praise; those above are mere politeness. */
const praise = -1;

type Lexicon = ReturnType<typeof indexWords<number>>;
let made: Lexicon | null = null;

/** Made when the first mail comes: an idle tick has no use for it. */
function lexicon(): Lexicon {
  made ??= indexWords(moodWords.weighted);
  return made;
}
const intensifiers: ReadonlySet<string> = new Set(moodWords.intensifiers.map(fold));

interface Sign {
  /** Positive: displeasure. */
  readonly weight: number;
  readonly said: string;
}

export interface MoodFacts {
  /** As learned from corrections. */
  readonly learned?: Reasoned<Mood> | null;
  readonly unanswered?: Unanswered;
}

/** Read in subject and text; a phrase with a mood, and what was learned of earlier mails, can only raise it. */
export function moodOf(
  mail: Pick<Readable, 'subject' | 'words'>,
  phrases: readonly FoundPhrase[] = [],
  { learned = null, unanswered = { mails: 0, hours: 0 } }: MoodFacts = {},
): Reasoned<Mood> {
  const parts = partsOf(mail);
  const text = parts.map((part) => part.text).join('\n\n');
  const signs = [
    ...wordSigns(parts),
    ...capitalSigns(text),
    ...markSigns(text),
    ...signsOfWaiting(text),
    ...signsOfUnanswered(unanswered),
  ];
  const read = fromSigns(signs);
  return raisedByPhrases(learned && isWorse(learned.is, read.is) ? learned : read, phrases);
}

const isWorse = (one: Mood, other: Mood): boolean => moods.indexOf(one) > moods.indexOf(other);

function fromSigns(signs: readonly Sign[]): Reasoned<Mood> {
  const anger = signs.filter(({ weight }) => weight > 0);
  const relief = signs.filter(({ weight }) => weight < 0);
  const displeasure = sum(anger) - Math.min(mostRelief, -sum(relief));
  const is = displeasure >= redFrom ? 'red' : displeasure >= amberFrom ? 'amber' : 'green';
  return { is, why: `${is}: ${saidBy(is === 'green' ? relief : anger) || 'no sign of anger'}` };
}

const sum = (signs: readonly Sign[]): number => signs.reduce((total, { weight }) => total + weight, 0);

/** The strongest signs, each once. */
function saidBy(signs: readonly Sign[]): string {
  const strongest = [...signs].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return inWords([...new Set(strongest.map(({ said }) => said))].slice(0, 4));
}

/** The same words said twice are one sign. */
function wordSigns(parts: readonly MailPart[]): readonly Sign[] {
  const signs = new Map<string, Sign>();
  for (const part of parts) {
    for (const found of longestOnly(lexicon().find(part.words))) {
      const said = `'${part.quote(stressed(part.words, found))}'`;
      const weight = weightOf(part.words, found);
      if (weight !== 0 && !signs.has(fold(said))) signs.set(fold(said), { weight, said });
    }
  }
  return [...signs.values()];
}

/** A denied "happy" is displeasure; a denied "angry" or "thanks" is nothing. */
function weightOf(words: readonly Word[], found: Found<number>): number {
  const stress = stressed(words, found).first < found.first ? 1.5 : 1;
  if (!isNegated(words, found)) return found.value * stress;
  return found.value <= praise ? 1 : 0;
}

/** With the intensifier before it: "absolutely unacceptable". */
function stressed(words: readonly Word[], { first, last }: Found<number>): { first: number; last: number } {
  const before = words[first - 1];
  const isStressed =
    before !== undefined && words[first]?.startsClause === false && intensifiers.has(before.word);
  return { first: isStressed ? first - 1 : first, last };
}

function longestOnly(found: readonly Found<number>[]): readonly Found<number>[] {
  const taken = new Set<number>();
  const length = ({ first, last }: Found<number>) => last - first;
  const kept = [...found]
    .sort((a, b) => length(b) - length(a) || Math.abs(b.value) - Math.abs(a.value) || a.first - b.first)
    .filter(({ first, last }) => {
      const places = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      if (places.some((at) => taken.has(at))) return false;
      for (const at of places) taken.add(at);
      return true;
    });
  return kept.sort((a, b) => a.first - b.first);
}

/** Shouting: at least three words of four letters or more, and four in ten of them, all in capitals. */
function capitalSigns(text: string): readonly Sign[] {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  if (loud.length < 3) return [];
  const share = loud.length / words.length;
  const some = `${loud.length} words in capitals`;
  if (share >= 0.4) return [{ weight: 2, said: `${some}, ${Math.round(share * 100)} % of the words` }];
  return share >= 0.1 ? [{ weight: 0.75, said: some }] : [];
}

const numbers = ['', '', 'two', 'three', 'four', 'five', 'six'];

/** The longest run of `!`, `?` or both: two are a hint, three are loud. */
function markSigns(text: string): readonly Sign[] {
  let longest = '';
  for (const [run] of text.matchAll(/[!?！？]{2,}/g)) if (run.length > longest.length) longest = run;
  if (longest === '') return [];
  const kind = /^[!！]+$/.test(longest)
    ? 'exclamation marks'
    : /^[?？]+$/.test(longest)
      ? 'question marks'
      : 'marks (!?)';
  return [
    { weight: longest.length > 2 ? 1 : 0.5, said: `${numbers[longest.length] ?? longest.length} ${kind}` },
  ];
}

function raisedByPhrases(mood: Reasoned<Mood>, phrases: readonly FoundPhrase[]): Reasoned<Mood> {
  let raised = mood;
  for (const { phrase, why } of phrases) {
    if (phrase.mood !== null && isWorse(phrase.mood, raised.is)) {
      raised = { is: phrase.mood, why: `${phrase.mood}: ${why}` };
    }
  }
  return raised;
}
