// The words of a mail, cut once for everybody who reads them: category, phrases, mood.
import type { Mail } from './mail.ts';
import { quote, type Word, wordsOf } from './words.ts';

/** What the understanding of a mail is made from. */
export type Readable = Pick<Mail, 'subject' | 'words' | 'from'>;

/** So many characters of the text are read: what is pasted below (a log, a table) says no more of the complaint. */
const mostCharacters = 200_000;

export const mailParts = ['subject', 'text'] as const;

/** The subject or the text, with its words. */
export interface MailPart {
  readonly where: (typeof mailParts)[number];
  readonly words: readonly Word[];
  readonly text: string;
  /** The mail's own words at a place. */
  readonly quote: (found: { readonly first: number; readonly last: number }) => string;
}

const known = new WeakMap<object, readonly MailPart[]>();

/** Subject, then text. */
export function partsOf(mail: Pick<Readable, 'subject' | 'words'>): readonly MailPart[] {
  const before = known.get(mail);
  if (before !== undefined) return before;
  const parts = [partOf('subject', mail.subject), partOf('text', mail.words)];
  known.set(mail, parts);
  return parts;
}

function partOf(where: MailPart['where'], whole: string): MailPart {
  const text = whole.slice(0, mostCharacters);
  const words = wordsOf(text);
  return { where, words, text, quote: (found) => quote(text, words, found) };
}
