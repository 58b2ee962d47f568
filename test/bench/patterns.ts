// `npm run bench patterns`: what the worst pattern that an admin may write costs on the longest subject and address.
import { matchesSender, matchesSubject } from '../../src/complaints/wildcard.ts';
import type { Row } from './table.ts';

const longest = 200;
const subject = 500;

/** Patterns of the longest length a cell may hold, and the texts that make them go back most often. */
export const worst: readonly (readonly [name: string, pattern: string, text: string])[] = [
  ['*a*a*a... against aaa...b', '*a'.repeat(longest / 2), `${'a'.repeat(subject - 1)}b`],
  ['*aaa...b against aaa...', `*${'a'.repeat(longest - 2)}b`, 'a'.repeat(subject)],
  ['?*?*?... against aaa...', '?*'.repeat(longest / 2), 'a'.repeat(subject)],
  ['*?aaa...b* against aaa...', `*?${'a'.repeat(longest - 4)}b*`, 'a'.repeat(subject)],
  ['words that begin everywhere', 'a a '.repeat(longest / 4), 'a '.repeat(subject / 2)],
  ['*ab*ab*... against abab...a', '*ab'.repeat(Math.floor(longest / 3)), 'ab'.repeat(subject / 2 - 1)],
];

export interface Cost {
  readonly name: string;
  readonly milliseconds: number;
}

/** The mean of a thousand matches, subject and sender each. */
export function costs(times = 1_000): readonly Cost[] {
  return worst.map(([name, pattern, text]) => {
    const began = performance.now();
    for (let time = 0; time < times; time++) {
      matchesSubject(pattern, text);
      matchesSender(pattern, { address: `${text.slice(0, 300)}@example.com`, name: text });
    }
    return { name, milliseconds: (performance.now() - began) / times };
  });
}

/** Rows of patterns that a large workbook has, and mails in a full tick. */
const [rows, mails] = [500, 200];

export function measure(): { readonly title: string; readonly rows: readonly Row[] } {
  return {
    title: `The worst patterns: a match, and ${rows} of them on a tick of ${mails} mails`,
    rows: costs().map(({ name, milliseconds }) => ({
      pattern: name,
      'ms a match': milliseconds.toFixed(4),
      's a tick': ((milliseconds * rows * mails) / 1000).toFixed(1),
    })),
  };
}
