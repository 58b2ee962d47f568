// Finding many keywords in a text at once.
//
// How a keyword is matched (the admin's guide says the same):
// - case and accents do not matter; `ü` is found for `ue` too when the keyword is written with `ü`;
// - a word of five letters or more matches as a prefix: `Rechnung` finds `Rechnungsbetrag`; a shorter one, or one with a digit, as a whole word;
// - `*` at a word's end makes a short word a prefix (`tax*`); `*` before a word allows any beginning, for compounds
//   (`*rechnung` finds `Stromrechnungen`: up to three letters may follow); a keyword in "quotes" matches whole words only;
// - several words match in a row, whatever spaces, punctuation or line breaks lie between them; hyphens are optional.

import { type Word, wordsOf } from './words.ts';

const prefixFrom = 5;
/** Longer words of a keyword are cut here and match as prefixes, so that no admin can make matching slow. */
const longestWord = 64;
/** Letters that may follow an ending: `*rechnung` finds `Stromrechnungen`. */
const inflection = 3;
const mostWords = 12;
/** Keywords of several words that start at one place are followed this far, many times what real keywords need. */
const lookupsPerPlace = 120;
/** One keyword is reported this often at most: what comes later adds nothing. */
const mostHits = 20;

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };
/** A keyword found: `first` to `last` (included) are its words, `value` what the keyword stands for. */
export interface Found<T> {
  readonly value: T;
  readonly first: number;
  readonly last: number;
}

type Match = 'whole' | 'prefix' | 'ending';

/** Made of nothing until it leads on: there are thousands of steps, and most are ends. */
interface Step<T> {
  readonly next: Partial<Record<Match, Map<string, Step<T>>>>;
  /** Lengths of the prefixes and of the endings, so that a word is asked only for those. */
  lengths: readonly number[];
  endingLengths: readonly number[];
  readonly values: T[];
}

/** Many keywords, made ready once; finding them costs the length of the text, not the number of keywords. */
export interface WordIndex<T> {
  readonly find: (words: readonly Word[]) => readonly Found<T>[];
}

const none: readonly number[] = [];
const emptyStep = <T>(): Step<T> => ({ next: {}, lengths: none, endingLengths: none, values: [] });

export interface KeywordPart {
  readonly word: string;
  /** Which words of a mail it stands for: itself, all that start with it, all that end with it. */
  readonly as: Match;
}

/** The keyword's words and how each matches; empty where the keyword has no letter or digit. */
export function keywordParts(keyword: string): readonly KeywordPart[] {
  const quoted = /^\s*["“„].*["”“]\s*$/su.test(keyword);
  return wordsOf(keyword)
    .slice(0, mostWords)
    .map(({ word, from, to }) => {
      const isLong = word.length >= prefixFrom && !/\d/.test(word);
      const isPrefix = keyword[to] === '*' || word.length > longestWord || (isLong && !quoted);
      const as = keyword[from - 1] === '*' && isLong ? 'ending' : isPrefix ? 'prefix' : 'whole';
      return { word: word.slice(0, longestWord), as };
    });
}

/** `Rückgabe` is found as `rueckgabe` too, `charge-back` as `chargeback` too. */
function spellings(keyword: string): readonly string[] {
  const lower = keyword.normalize('NFC').toLowerCase();
  const found = [lower];
  if (/[äöüøåæ]/.test(lower)) found.push(lower.replace(/[äöüøåæ]/g, (letter) => umlauts[letter] ?? letter));
  if (lower.includes('-')) found.push(lower.replace(/(?<=\p{L})-(?=\p{L})/gu, ''));
  return found;
}

function add<T>(root: Step<T>, keyword: string, value: T): void {
  let step = root;
  for (const { word, as } of keywordParts(keyword)) {
    const ways = step.next[as] ?? new Map<string, Step<T>>();
    step.next[as] = ways;
    const next = ways.get(word) ?? emptyStep<T>();
    ways.set(word, next);
    if (as === 'prefix') step.lengths = withLength(step.lengths, word.length);
    if (as === 'ending') step.endingLengths = withLength(step.endingLengths, word.length);
    step = next;
  }
  if (step !== root) step.values.push(value);
}

const withLength = (lengths: readonly number[], length: number): readonly number[] =>
  lengths.includes(length) ? lengths : [...lengths, length];

/** Where a word leads from a step: by itself, by what it starts with, by what it ends with. */
function onwards<T>(step: Step<T>, word: string): readonly Step<T>[] {
  const { whole, prefix, ending } = step.next;
  const next: (Step<T> | undefined)[] = [whole?.get(word)];
  for (const length of step.lengths) {
    if (length <= word.length) next.push(prefix?.get(word.slice(0, length)));
  }
  for (const length of step.endingLengths) {
    const last = word.length - length;
    for (let at = Math.max(0, last - inflection); at <= last; at++) {
      next.push(ending?.get(word.slice(at, at + length)));
    }
  }
  return next.filter((reached) => reached !== undefined);
}

export function indexWords<T>(keywords: Iterable<readonly [keyword: string, value: T]>): WordIndex<T> {
  const root = emptyStep<T>();
  for (const [keyword, value] of keywords) {
    for (const spelling of spellings(keyword)) add(root, spelling, value);
  }
  return { find: (words) => findAll(root, words) };
}

/** How many look-ups it takes to go on from here; 0 where no keyword goes on. */
function costOf<T>({ next, lengths, endingLengths }: Step<T>): number {
  const ends = !next.whole && !next.prefix && !next.ending;
  return ends ? 0 : 1 + lengths.length + endingLengths.length * (inflection + 1);
}

function findAll<T>(root: Step<T>, words: readonly Word[]): readonly Found<T>[] {
  const found: Found<T>[] = [];
  const hits = new Map<T, { count: number; first: number; last: number }>();
  const firstSteps = new Map<string, readonly Step<T>[]>();
  const from = (word: string) => {
    const known = firstSteps.get(word) ?? onwards(root, word);
    firstSteps.set(word, known);
    return known;
  };
  const report = (value: T, first: number, last: number) => {
    const before = hits.get(value);
    if (
      before !== undefined &&
      (before.count >= mostHits || (before.first === first && before.last === last))
    )
      return;
    hits.set(value, { count: (before?.count ?? 0) + 1, first, last });
    found.push({ value, first, last });
  };
  let budget = 0;
  const walk = (steps: readonly Step<T>[], first: number, next: number) => {
    for (const step of steps) {
      for (const value of step.values) report(value, first, next - 1);
      const word = words[next];
      const cost = costOf(step);
      if (word === undefined || cost === 0 || cost > budget) continue;
      budget -= cost;
      walk(onwards(step, word.word), first, next + 1);
      if (word.joined !== null) walk(onwards(step, word.joined.word), first, next + word.joined.parts);
    }
  };
  words.forEach((word, at) => {
    budget = lookupsPerPlace;
    walk(from(word.word), at, at + 1);
    if (word.joined !== null) walk(from(word.joined.word), at, at + word.joined.parts);
  });
  return found;
}
