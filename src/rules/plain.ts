// Reads plain cells: text, lists, whole numbers, choices, yes or no, languages, addresses.
import { folded } from './cell.ts';
import { didYouMean, oneOfThese } from './near.ts';
import { type Read, type Reading, sound, unsound } from './reading.ts';

export const text: Read<string> = (cell) => sound(cell);

/** Parts of a cell, each once; separated by comma, semicolon or line break. */
export function partsOf(cell: string, separator: RegExp = /[,;\n]/): readonly string[] {
  const parts = cell.split(separator).map((part) => part.trim().replace(/^[-*\u2022]\s+/, ''));
  const first = new Map<string, string>();
  for (const part of parts) if (part !== '' && !first.has(folded(part))) first.set(folded(part), part);
  return [...first.values()];
}

export const list: Read<readonly string[]> = (cell) => sound(partsOf(cell));

/** Sentences keep their commas: separated by semicolon or line break only. */
export const sentences: Read<readonly string[]> = (cell) => sound(partsOf(cell, /[;\n]/));

/** A whole number in words a cell may hold: `1000`, `1.000`, `1,000`, `3.0`. */
export function wholeNumber(cell: string): number | null {
  const plain = cell.replace(/^(\d{1,3})((?:[., ]\d{3})+)$/, (all) => all.replace(/[., ]/g, ''));
  const match = /^([+-]?\d{1,9})(?:[.,]0+)?$/.exec(plain);
  return match ? Number(match[1]) : null;
}

export function whole(least: number, most: number): Read<number> {
  return (cell) => {
    const number = wholeNumber(cell);
    if (number !== null && number >= least && number <= most) return sound(number);
    return unsound(
      `'${short(cell)}' is no whole number from ${least} to ${most}.`,
      `Write a number such as ${least}.`,
    );
  };
}

/** One of a few words, whatever their case. */
export function choice<T extends string>(values: readonly T[]): Read<T> {
  return (cell) => {
    const value = values.find((each) => folded(each) === folded(cell));
    if (value !== undefined) return sound(value);
    return unsound(
      `'${short(cell)}' is not possible here.`,
      didYouMean(cell, values, `Write ${oneOfThese(values)}.`),
    );
  };
}

const yes = ['yes', 'true', 'on', '1', 'x', 'ja', 'wahr'];
const no = ['no', 'false', 'off', '0', 'nei', 'nein', 'nee', 'falsch'];

export const yesOrNo: Read<boolean> = (cell) => {
  if (yes.includes(folded(cell))) return sound(true);
  if (no.includes(folded(cell))) return sound(false);
  return unsound(`'${short(cell)}' is neither yes nor no.`, 'Write yes or no.');
};

const languages: Readonly<Record<string, string>> = {
  english: 'en',
  englisch: 'en',
  german: 'de',
  deutsch: 'de',
  dutch: 'nl',
  nederlands: 'nl',
  norwegian: 'no',
  norsk: 'no',
  nb: 'no',
  nn: 'no',
  french: 'fr',
  spanish: 'es',
};

/** ISO 639-1 in lower case; a few languages by name. `nb` and `nn` are `no`, as mails are told apart no further. */
export const language: Read<string> = (cell) => {
  const word = folded(cell);
  const code = languages[word] ?? word.replace(/[-_][a-z]{2}$/, '');
  const known = languages[code] ?? code;
  if (/^[a-z]{2}$/.test(known)) return sound(known);
  return unsound(`'${short(cell)}' is no language.`, 'Write its two letters, such as en, de, nl or no.');
};

const address = /^[^\s@<>(),;:"']+@[^\s@<>(),;:"']+\.[^\s@<>(),;:"']+$/;

/** `jane@example.com`, `Jane <jane@example.com>` or `mailto:jane@example.com`, in lower case. */
export function addressIn(cell: string): string | null {
  const inner = /<([^<>]+)>\s*$/.exec(cell)?.[1] ?? cell;
  const plain = inner
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
  return address.test(plain) ? plain : null;
}

export const email: Read<string> = (cell) => {
  const found = addressIn(cell);
  return found === null
    ? unsound(`'${short(cell)}' is no e-mail address.`, 'Write it like jane@example.com.')
    : sound(found);
};

/** A cell's text as far as a sentence about it needs it. */
export function short(cell: string): string {
  const line = cell.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

/** The first of several readings that gives a value; otherwise the last one's troubles. */
export function first<T>(...readings: readonly Reading<T>[]): Reading<T> {
  return (
    readings.find((reading) => reading.value !== undefined) ??
    readings[readings.length - 1] ?? { troubles: [] }
  );
}
