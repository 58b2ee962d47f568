// Reads the few header fields that decide when a mail arrives and between whom it went.
import { addressParser, decodeWords } from 'postal-mime';

/** Field names in lower case; values unfolded, in the order they stand in the mail. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** A header block longer than this is no mail anybody sends. */
export const longestHeaders = 512 * 1024;

/** The value may hold any character, a stray carriage return at its end included. */
const field = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/;

/** The fields of at least one of these names make a file a mail. */
const mailNames = ['from', 'to', 'subject', 'date', 'message-id', 'received', 'return-path', 'mime-version'];

/** Null where the bytes do not begin with a mail's header. */
export function readHeaders(raw: Uint8Array): Headers | null {
  const fields = new Map<string, string[]>();
  for (const line of headerLines(raw)) {
    const [, name, value] = field.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const key = name.toLowerCase();
    fields.set(key, [...(fields.get(key) ?? []), value.trim()]);
  }
  return mailNames.some((name) => fields.has(name)) ? fields : null;
}

function headerLines(raw: Uint8Array): string[] {
  const start = textOf(raw.subarray(0, 2048)).match(/^\uFEFF?(?:\r?\n)*(?:>?From .*\r?\n)?/)?.[0] ?? '';
  const head = raw.subarray(Buffer.byteLength(start), longestHeaders);
  return textOf(head.subarray(0, endOfHeaders(head)))
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/);
}

/** Where the first empty line begins. */
function endOfHeaders(head: Uint8Array): number {
  for (let at = head.indexOf(10); at >= 0; at = head.indexOf(10, at + 1)) {
    const next = head[at + 1] === 13 ? at + 2 : at + 1;
    if (head[next] === 10) return at;
  }
  return head.length;
}

/** Header bytes outside ASCII have no label: UTF-8 where they are that, else Windows-1252. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function first(headers: Headers, name: string): string | null {
  return headers.get(name)?.[0] ?? null;
}

/** Encoded words (`=?utf-8?Q?...?=`) read as what they stand for. */
export function readable(value: string | null): string {
  return value === null ? '' : decodeWords(value).trim();
}

/** Every address of the fields of that name, lower case, groups opened, each once. */
export function addresses(headers: Headers, name: string): string[] {
  const found = (headers.get(name) ?? []).flatMap((value) => addressParser(value, { flatten: true }));
  const all = found.map((one) => one.address?.toLowerCase() ?? '').filter((one) => one.includes('@'));
  return [...new Set(all)];
}
