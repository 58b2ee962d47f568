// The words of a mail as Gmail's search sees them, field by field.

import { header } from './headers.ts';
import { parse } from './mime.ts';
import { leaves, words } from './snippet.ts';
import type { StoredMessage } from './store.ts';

/** Whole words, no punctuation: jane@example.com is three words. */
export const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Enough of a body to search in. */
const enough = 1_000_000;

const names: Readonly<Record<string, readonly string[]>> = {
  from: ['From'],
  cc: ['Cc'],
  bcc: ['Bcc'],
  recipients: ['To', 'Cc', 'Bcc'],
  subject: ['Subject'],
  deliveredto: ['Delivered-To'],
  list: ['List-ID'],
};

const filenames = (message: StoredMessage): string[] =>
  leaves(parse(message.raw)).flatMap(({ filename }) => (filename === '' ? [] : [filename]));

export const hasAttachment = (message: StoredMessage): boolean => filenames(message).length > 0;

function fieldText(message: StoredMessage, field: string): string {
  const part = parse(message.raw);
  const of = (wanted: readonly string[]) =>
    wanted.map((name) => header(part.headers, name) ?? '').join(' \n ');
  if (field === 'filename') return filenames(message).join(' ');
  if (field === 'everything')
    return [
      of(['From', 'To', 'Cc', 'Bcc', 'Subject']),
      words(part, enough),
      filenames(message).join(' '),
    ].join(' \n ');
  return of(names[field] ?? []);
}

const known = new WeakMap<Uint8Array, Map<string, string[]>>();

export function fieldWords(message: StoredMessage, field: string): string[] {
  const fields = known.get(message.raw) ?? new Map<string, string[]>();
  known.set(message.raw, fields);
  const seen = fields.get(field);
  if (seen) return seen;
  const found = tokens(fieldText(message, field));
  fields.set(field, found);
  return found;
}
