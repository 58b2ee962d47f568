// The headers of a mail or of one of its parts: found by name, unfolded, decoded.
import type { GmailPart } from '../mail.ts';
import { decodePercent, decodeWords } from './encoded-words.ts';

/** Longer header text than this is cut: no person wrote it. */
const longestText = 20_000;

export interface Headers {
  /** The topmost header of that name as the mail gives it, on one line; null where it has none. */
  readonly first: (name: string) => string | null;
  /** All of that name, topmost first. */
  readonly all: (name: string) => readonly string[];
  /** The topmost, decoded for people. */
  readonly text: (name: string) => string | null;
}

/** A header such as `text/plain; charset=utf-8`: its value in lower case and its parameters. */
export interface Parametrised {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

export function headersOf(part: GmailPart | undefined): Headers {
  const byName = new Map<string, string[]>();
  for (const header of Array.isArray(part?.headers) ? part.headers : []) {
    if (typeof header?.name !== 'string' || typeof header.value !== 'string') continue;
    const name = header.name.trim().toLowerCase();
    const values = byName.get(name);
    if (values) values.push(unfolded(header.value));
    else byName.set(name, [unfolded(header.value)]);
  }
  const all = (name: string): readonly string[] => byName.get(name.toLowerCase()) ?? [];
  const first = (name: string): string | null => all(name)[0] ?? null;
  return { all, first, text: (name) => readable(first(name)) };
}

/** Encoded words decoded, control characters gone, runs of spaces made one. */
export function readable<T extends string | null>(value: T): T | string {
  if (value === null) return value;
  return withoutControls(decodeWords(value.slice(0, longestText)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads `attachment; filename*=utf-8''Gr%C3%BC%C3%9Fe.pdf`, also where a value comes in pieces (`filename*0=`, `filename*1=`). */
export function parametrised(header: string | null): Parametrised {
  const [value = '', ...rest] = splitOutsideQuotes((header ?? '').slice(0, longestText), ';');
  const pieces = new Map<string, string>();
  const encoded = new Set<string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const [name = '', ...marks] = part.slice(0, equals).trim().toLowerCase().split('*');
    if (marks.at(-1) === '') encoded.add(name);
    pieces.set(name, (pieces.get(name) ?? '') + unquoted(part.slice(equals + 1).trim()));
  }
  const parameters = new Map<string, string>();
  for (const [name, text] of pieces) {
    parameters.set(name, readable(encoded.has(name) ? decodePercent(text) : text));
  }
  return { value: value.trim().toLowerCase(), parameters };
}

function unfolded(value: string): string {
  return value.replace(/\r?\n[ \t]?/g, ' ').trim();
}

/** Nor characters that change the direction of text: they make names look like other names. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ');
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && quoted) i++;
    else if (text[i] === '"') quoted = !quoted;
    else if (text[i] === separator && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function unquoted(text: string): string {
  return text.startsWith('"')
    ? text.slice(1, text.endsWith('"') ? -1 : undefined).replace(/\\(.)/g, '$1')
    : text;
}
