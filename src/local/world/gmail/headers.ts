// The header block of a raw mail: reading it, and adding, replacing and dropping lines in it without touching the rest.

import libmime from 'libmime';
import { fromLatin1, guessed, latin1 } from './bytes.ts';

export interface Header {
  readonly name: string;
  /** Unfolded, encoded words decoded. */
  readonly value: string;
}

/** Where the header block ends and the body begins. */
export function split(text: string): { head: string; body: string } {
  if (/^\r?\n/.test(text)) return { head: '', body: text.replace(/^\r?\n/, '') };
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return { head: text, body: '' };
  return {
    head: text.slice(0, end.index),
    body: text.slice(end.index + end[0].length),
  };
}

/** One string a header, continuation lines included; an mbox "From " line and lines without a colon are dropped. */
function fields(head: string): string[] {
  const found: string[] = [];
  for (const line of head.split(/\r?\n/)) {
    const last = found.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) found[found.length - 1] = `${last}\r\n${line}`;
    else if (/^[^\s:]+[ \t]*:/.test(line)) found.push(line);
  }
  return found;
}

export function decoded(value: string): string {
  const text = guessed(value);
  if (!text.includes('=?')) return text;
  try {
    return libmime.decodeWords(text);
  } catch {
    return text;
  }
}

function read(field: string): Header {
  const colon = field.indexOf(':');
  const value = field.slice(colon + 1).replace(/\r?\n(?=[ \t])/g, '');
  return { name: field.slice(0, colon).trim(), value: decoded(value.trim()) };
}

export const readHeaders = (head: string): Header[] => fields(head).map(read);

export function header(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find((each) => each.name.toLowerCase() === wanted)?.value;
}

export interface Edit {
  /** Put before everything else, in this order. */
  readonly top?: readonly (readonly [string, string])[];
  /** Replaces the header where it stands, or adds it at the end of the block. */
  readonly set?: Readonly<Record<string, string>>;
  readonly drop?: readonly string[];
}

/** A new raw mail with its header lines edited. */
export function edited(raw: Uint8Array, edit: Edit): Uint8Array {
  const { head, body } = split(latin1(raw));
  const line = (name: string, value: string) => `${name}: ${latin1(Buffer.from(value, 'utf8'))}`;
  const set = new Map(
    Object.entries(edit.set ?? {}).map(([name, value]) => [name.toLowerCase(), line(name, value)]),
  );
  const drop = new Set(edit.drop?.map((name) => name.toLowerCase()));
  const lines = (edit.top ?? []).map(([name, value]) => line(name, value));
  for (const field of fields(head)) {
    const name = field.slice(0, field.indexOf(':')).trim().toLowerCase();
    const replaced = set.get(name);
    if (replaced !== undefined) lines.push(replaced);
    else if (!drop.has(name)) lines.push(field);
    if (replaced !== undefined) {
      set.delete(name);
      drop.add(name);
    }
  }
  lines.push(...set.values());
  return fromLatin1(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** Raw 8-bit header bytes become mojibake when mail is sent through the API. Source: moretea-labs/forge#67. */
export function mangleEightBit(raw: Uint8Array): Uint8Array {
  const { head, body } = split(latin1(raw));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question.
  if (/^[\x00-\x7f]*$/.test(head)) return raw;
  const mangled = latin1(Buffer.from(head, 'utf8'));
  return fromLatin1(`${mangled}\r\n\r\n${body}`);
}
