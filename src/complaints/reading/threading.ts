// How a mail is known and what it answers: Message-ID, References, and a hash where there is no Message-ID.

import { hashOf } from './hash.ts';
import type { Headers } from './headers.ts';

/** Of more references than this the oldest and the newest are kept. */
const mostReferences = 200;
const longestId = 998;

/** The Message-ID without brackets; brackets, comments and spaces may be missing or too many. Null where there is none. */
export function messageIdOf(headers: Headers): string | null {
  for (const value of headers.all('message-id')) {
    const [id] = idsIn(value);
    if (id) return id;
  }
  return null;
}

/** References, then In-Reply-To: oldest first, each once, at most 200. */
export function referencesOf(headers: Headers): readonly string[] {
  const ids = new Set([...headers.all('references'), ...headers.all('in-reply-to')].flatMap(idsIn));
  const all = [...ids];
  if (all.length <= mostReferences) return all;
  return [...all.slice(0, mostReferences / 2), ...all.slice(-mostReferences / 2)];
}

export interface Marks {
  readonly from: string;
  /** The Date header as the mail gives it. */
  readonly date: string;
  readonly subject: string;
  readonly text: string;
}

/** The key of a mail without Message-ID. The size is that of the text: Gmail's differs from copy to copy. */
export function madeKey(marks: Marks): string {
  const { from, date, subject } = marks;
  return `made:${hashOf(from, date, subject, String(comparable(marks.text).length))}`;
}

/** The same for each copy of a mail that a Group hands out, another for another mail. */
export function fingerprintOf(marks: Marks): string {
  return hashOf(marks.from, marks.date, marks.subject, comparable(marks.text));
}

/** Without spacing and without the footer that a Group puts under its copies. */
function comparable(text: string): string {
  return withoutGroupFooter(text).replace(/\s+/g, ' ').trim();
}

/** Cuts "-- / You received this message because you are subscribed to the Google Groups ..." at the end of a text. */
export function withoutGroupFooter(text: string): string {
  const at = Math.max(text.lastIndexOf('\n-- \n'), text.lastIndexOf('\n--\n'));
  if (at < 0 || text.length - at > 2000) return text;
  return /google[ -](groups|gruppe)|groups\.google\.com/i.test(text.slice(at)) ? text.slice(0, at) : text;
}

function idsIn(value: string): string[] {
  const bracketed = [...value.matchAll(/<([^<>]*)>/g)].map((match) => match[1] ?? '');
  const ids = bracketed.length > 0 ? bracketed : bareIds(value);
  return ids.map((id) => id.replace(/\s+/g, '')).filter((id) => id !== '' && id.length <= longestId);
}

/** Of words without brackets those with an @ are ids; a single word is one as well. */
function bareIds(value: string): string[] {
  const words = value
    .replace(/\([^()]*\)/g, ' ')
    .split(/[\s,<>]+/)
    .filter(Boolean);
  return words.length === 1 ? words : words.filter((word) => word.includes('@'));
}
