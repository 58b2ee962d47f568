// Words: folding case and accents, and cutting a text into words that know their place in it.

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
const asciiWord = /[A-Za-z0-9]+/g;
const clauseBreak = /[.,;:!?()…]|\n\s*\n/;
const hyphen = /^[-\u2010\u2011]$/;

/** Cuts a text into folded words. `doesn't` is one word (`doesnt`), any other apostrophe divides (`customer's`, `l'erreur`). */
export function wordsOf(text: string): readonly Word[] {
  const found: { word: string; from: number; to: number; gap: string }[] = [];
  const folded = new Map<string, string>();
  let end = 0;
  for (const match of text.matchAll(ascii.test(text) ? asciiWord : wordPattern)) {
    const word = folded.get(match[0]) ?? fold(match[0]);
    folded.set(match[0], word);
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

/** The mail's own words from `first` to `last`, on one line, shortened where long. */
export function quote(
  text: string,
  words: readonly Word[],
  { first, last }: { first: number; last: number },
): string {
  const own = text.slice(words[first]?.from ?? 0, words[last]?.to ?? 0).replace(/\s+/g, ' ');
  return own.length > 60 ? `${own.slice(0, 59)}…` : own;
}
