// What a learner sees of a mail: how often each of 65,536 buckets was hit by its words, word pairs and pieces of words.
import type { Readable } from '../mail-words.ts';
import { fold, type Word, wordsOf } from '../words.ts';

/** Words and pairs fall into the lower half of the buckets, pieces of words into the upper half. */
export const half = 2 ** 15;
export const buckets = 2 * half;
/** What is pasted further down (a log, a table) says no more of the complaint. */
const mostCharacters = 8_000;
const mostWords = 1_000;
const shortestPiece = 3;
const longestPiece = 4;
/** Letters of a word that are cut into pieces. */
const longestWord = 32;

/** Ascending buckets with how often each was hit (255 at most). No word of the customer can be read from them. */
export interface Features {
  readonly ids: Uint16Array;
  readonly counts: Uint8Array;
}

/** A word of the mail with the buckets it hits; `from` and `to` are its place in the text read. */
export interface SeenWord {
  readonly from: number;
  readonly to: number;
  readonly ids: readonly number[];
}

export interface SeenText {
  readonly text: string;
  readonly words: readonly SeenWord[];
}

type Text = Pick<Readable, 'subject' | 'words'>;

/** Subject and new words, as far as they are read. */
export const textOf = ({ subject, words }: Text): string =>
  (subject === '' ? words : `${subject}\n\n${words}`).slice(0, mostCharacters);

/** The words in their order. A pair belongs to its second word. */
export function see(mail: Text): SeenText {
  const text = textOf(mail);
  const pieces = new Map<string, readonly number[]>();
  let before = 0;
  const words = wordsOf(text)
    .slice(0, mostWords)
    .map((word: Word) => {
      const plain = withoutNumbers(word.word);
      const own = hash(plain);
      const known = pieces.get(plain) ?? piecesOf(plain);
      pieces.set(plain, known);
      const ids = [own % half, pair(before, own) % half, ...known];
      before = own;
      return { from: word.from, to: word.to, ids };
    });
  return { text, words };
}

export const featuresOf = (mail: Text): Features => counted(see(mail).words);

/** The features of single words or expressions, such as keywords and a category's name. */
export const featuresOfWords = (text: string): Features => featuresOf({ subject: '', words: fold(text) });

export function counted(words: readonly SeenWord[]): Features {
  const hits: number[] = [];
  for (const { ids } of words) for (const id of ids) hits.push(id);
  const sorted = new Uint16Array(hits).sort();
  const counts = new Uint8ClampedArray(sorted.length);
  let last = -1;
  for (let at = 0; at < sorted.length; at++) {
    const id = sorted[at] as number;
    if (last < 0 || sorted[last] !== id) sorted[++last] = id;
    counts[last] = (counts[last] as number) + 1;
  }
  return { ids: sorted.slice(0, last + 1), counts: new Uint8Array(counts.subarray(0, last + 1)) };
}

/** An order number is as good as any other. */
const withoutNumbers = (word: string): string => (/\d/.test(word) ? word.replace(/\d+/g, '0') : word);

// Looking a global up for every letter is slow in a script's own context.
const { imul } = Math;
const offset = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a, well mixed. */
function hash(word: string): number {
  let value = offset;
  for (let at = 0; at < word.length; at++) value = imul(value ^ word.charCodeAt(at), prime);
  return mixed(value);
}

const pair = (before: number, after: number): number => mixed(imul(before ^ prime, 31) + after);

function mixed(value: number): number {
  let bits = imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Three or four letters in a row, beginning and end of the word included: `_re`, `refu`, `und_`. */
function piecesOf(word: string): readonly number[] {
  const padded = ` ${word.slice(0, longestWord)} `;
  const ids: number[] = [];
  for (let from = 0; from + shortestPiece <= padded.length; from++) {
    let value = offset;
    const end = Math.min(padded.length, from + longestPiece);
    for (let at = from; at < end; at++) {
      value = imul(value ^ padded.charCodeAt(at), prime);
      if (at - from + 1 >= shortestPiece) ids.push(half + (mixed(value + at - from) % half));
    }
  }
  return ids;
}
