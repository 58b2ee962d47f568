// Words: folding, cutting a text into words, and finding many keywords at once.
//
// How a keyword is matched (the admin's guide says the same):
// - case and accents do not matter; `ü` is found for `ue` too when the keyword is written with `ü`;
// - a word of five letters or more matches as a prefix: `Rechnung` finds `Rechnungsbetrag`; a shorter one, or one with a digit, as a whole word;
// - `*` at a word's end makes a short word a prefix (`tax*`); a keyword in "quotes" matches whole words only;
// - several words match in a row, whatever spaces, punctuation or line breaks lie between them; hyphens are optional.

const prefixFrom = 5;
/** Longer words of a keyword are cut here and match as prefixes, so that no admin can make matching slow. */
const longestWord = 64;
const mostWords = 12;
/** One keyword is reported this often at most: what comes later adds nothing. */
const mostHits = 20;

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "nothing but ASCII"
const ascii = /^[\x00-\x7f]*$/;
/** Soft hyphen, zero-width space and joiners: nobody sees them. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Lower case without accents: `Größe` and `GROSSE` both become `grosse`. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .replace(invisible, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłħı]/g, (letter) => letters[letter] ?? letter);
}

/** A word of a text. `from` and `to` are its place in the original, so that reasons quote the mail's own words. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** A clause starts here: punctuation or an empty line stands before it. */
  readonly startsClause: boolean;
  /** For the first part of a hyphenated word: `charge-back` as `chargeback`, and how many parts it has. */
  readonly joined: { readonly word: string; readonly parts: number } | null;
}

// Scripts without spaces between words give one word per character, so that keywords in them match inside a sentence.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff])+/gu;
const clauseBreak = /[.,;:!?()…]|\n\s*\n/;
const hyphen = /^[-\u2010\u2011]$/;

/** Cuts a text into folded words. `doesn't` is one word (`doesnt`), any other apostrophe divides (`customer's`, `l'erreur`). */
export function wordsOf(text: string): readonly Word[] {
  const found: { word: string; from: number; to: number; gap: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const word = fold(match[0]);
    if (word === '') continue;
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    const last = found.at(-1);
    if (word === 't' && last !== undefined && (gap === "'" || gap === '’')) {
      last.word += 't';
      last.to = end;
    } else found.push({ word, from: match.index, to: end, gap });
  }
  return found.map(({ word, from, to, gap }, at) => ({
    word,
    from,
    to,
    startsClause: at === 0 || clauseBreak.test(gap),
    joined: joinedAt(found, at),
  }));
}

function joinedAt(words: readonly { word: string; gap: string }[], at: number): Word['joined'] {
  let word = words[at]?.word ?? '';
  let parts = 1;
  for (; parts < 4; parts++) {
    const next = words[at + parts];
    if (next === undefined || !hyphen.test(next.gap)) break;
    word += next.word;
  }
  return parts > 1 ? { word, parts } : null;
}

/** A keyword found: `first` to `last` (included) are its words, `value` what the keyword stands for. */
export interface Found<T> {
  readonly value: T;
  readonly first: number;
  readonly last: number;
}

interface Step<T> {
  readonly whole: Map<string, Step<T>>;
  readonly prefix: Map<string, Step<T>>;
  /** Lengths of the prefixes, so that a word is asked only for those. */
  readonly lengths: Set<number>;
  readonly values: T[];
}

/** Many keywords, made ready once; finding them costs the length of the text, not the number of keywords. */
export interface WordIndex<T> {
  readonly find: (words: readonly Word[]) => readonly Found<T>[];
}

const emptyStep = <T>(): Step<T> => ({ whole: new Map(), prefix: new Map(), lengths: new Set(), values: [] });

/** The keyword's words and how each matches; empty where the keyword has no letter or digit. */
export function keywordParts(
  keyword: string,
): readonly { readonly word: string; readonly prefix: boolean }[] {
  const quoted = /^\s*["“„].*["”“]\s*$/su.test(keyword);
  return wordsOf(keyword)
    .slice(0, mostWords)
    .map(({ word, to }) => ({
      word: word.slice(0, longestWord),
      prefix:
        keyword[to] === '*' ||
        word.length > longestWord ||
        (!quoted && word.length >= prefixFrom && !/\d/.test(word)),
    }));
}

/** `Rückgabe` is found as `rueckgabe` too, `charge-back` as `chargeback` too. */
function spellings(keyword: string): readonly string[] {
  const lower = keyword.normalize('NFC').toLowerCase();
  const spelled = lower.replace(/[äöüøåæ]/g, (letter) => umlauts[letter] ?? letter);
  return [...new Set([lower, spelled, lower.replace(/(?<=\p{L})-(?=\p{L})/gu, '')])];
}

function add<T>(root: Step<T>, keyword: string, value: T): void {
  let step = root;
  for (const { word, prefix } of keywordParts(keyword)) {
    const ways = prefix ? step.prefix : step.whole;
    const next = ways.get(word) ?? emptyStep<T>();
    ways.set(word, next);
    if (prefix) step.lengths.add(word.length);
    step = next;
  }
  if (step !== root) step.values.push(value);
}

/** Where a word leads from a step: the same word, or any of its prefixes. */
function onwards<T>(step: Step<T>, word: string): readonly Step<T>[] {
  const next: Step<T>[] = [];
  const whole = step.whole.get(word);
  if (whole !== undefined) next.push(whole);
  for (const length of step.lengths) {
    const prefix = length <= word.length ? step.prefix.get(word.slice(0, length)) : undefined;
    if (prefix !== undefined) next.push(prefix);
  }
  return next;
}

export function indexWords<T>(keywords: Iterable<readonly [keyword: string, value: T]>): WordIndex<T> {
  const root = emptyStep<T>();
  for (const [keyword, value] of keywords) {
    for (const spelling of spellings(keyword)) add(root, spelling, value);
  }
  return { find: (words) => findAll(root, words) };
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
  const walk = (steps: readonly Step<T>[], first: number, next: number) => {
    for (const step of steps) {
      for (const value of step.values) report(value, first, next - 1);
      const word = words[next];
      if (word === undefined || (step.whole.size === 0 && step.prefix.size === 0)) continue;
      walk(onwards(step, word.word), first, next + 1);
      if (word.joined !== null) walk(onwards(step, word.joined.word), first, next + word.joined.parts);
    }
  };
  words.forEach((word, at) => {
    walk(from(word.word), at, at + 1);
    if (word.joined !== null) walk(from(word.joined.word), at, at + word.joined.parts);
  });
  return found;
}

/** The mail's own words from `first` to `last`, on one line, shortened where long. */
export function quote(
  text: string,
  words: readonly Word[],
  { first, last }: { first: number; last: number },
): string {
  const own = text.slice(words[first]?.from ?? 0, words[last]?.to ?? 0).replace(/\s+/g, ' ');
  return own.length > 60 ? `${own.slice(0, 59)}…` : own;
}
