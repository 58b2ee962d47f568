// A raw mail as a tree of parts with decoded bodies; whatever is broken in it, it never throws.

import libmime from 'libmime';
import { fromBase64url, fromLatin1, latin1 } from './bytes.ts';
import { decoded, type Header, header, readHeaders, split } from './headers.ts';

export interface Part {
  readonly headers: readonly Header[];
  /** Lower case, for example `text/plain`. */
  readonly type: string;
  readonly charset: string;
  /** Empty for a part that is no attachment. */
  readonly filename: string;
  /** Transfer encoding undone; empty for a multipart. */
  readonly body: Uint8Array;
  readonly parts: readonly Part[];
}

/** Deeper parts are left as they are: no honest mail nests like that. */
const deepest = 100;

interface Parameters {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

function parameters(value: string | undefined): Parameters {
  if (value === undefined) return { value: '', params: {} };
  try {
    const { value: main, params } = libmime.parseHeaderValue(value);
    return { value: String(main || ''), params: { ...params } };
  } catch {
    return { value: value.split(';')[0] ?? '', params: {} };
  }
}

/** Quoted-printable as mail readers take it: soft breaks joined, broken escapes left alone. */
function unquoted(text: string): Uint8Array {
  const joined = text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\r\n')
    .replace(/=(\r\n|$)/g, '');
  return fromLatin1(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

function bytesOf(body: string, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64')
    return fromBase64url(body.replace(/[^A-Za-z0-9+/=]/g, '').replace(/=+$/, '')) ?? fromLatin1(body);
  if (name === 'quoted-printable') return unquoted(body);
  return fromLatin1(body);
}

/** The texts between boundary lines; null when the boundary never appears. */
function pieces(body: string, boundary: string): string[] | null {
  const marker = `--${boundary}`;
  const starts: { at: number; next: number; last: boolean }[] = [];
  for (let at = body.indexOf(marker); at !== -1; at = body.indexOf(marker, at + marker.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const lineEnd = body.indexOf('\n', at);
    const rest = body.slice(at + marker.length, lineEnd === -1 ? body.length : lineEnd).trimEnd();
    if (rest !== '' && rest !== '--') continue;
    starts.push({
      at,
      next: lineEnd === -1 ? body.length : lineEnd + 1,
      last: rest === '--',
    });
    if (rest === '--') break;
  }
  if (starts.length === 0) return null;
  return starts.flatMap((start, index) => {
    if (start.last) return [];
    const end = starts[index + 1]?.at ?? body.length;
    return [body.slice(start.next, end).replace(/\r?\n$/, '')];
  });
}

function filenameOf(type: Parameters, disposition: Parameters): string {
  const name = disposition.params.filename ?? type.params.name ?? '';
  return decoded(name).replaceAll('\u0000', '');
}

function partOf(text: string, fallback: string, depth: number): Part {
  const { head, body } = split(text);
  const headers = readHeaders(head);
  const content = parameters(header(headers, 'Content-Type'));
  const disposition = parameters(header(headers, 'Content-Disposition'));
  const declared = content.value.toLowerCase();
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(declared) ? declared : fallback;
  const shared = {
    headers,
    type,
    charset: content.params.charset ?? '',
    filename: filenameOf(content, disposition),
  };
  const boundary = content.params.boundary ?? '';
  if (type.startsWith('multipart/') && depth < deepest) {
    const inner = boundary === '' ? null : pieces(body, boundary);
    const child = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    if (inner)
      return {
        ...shared,
        body: new Uint8Array(),
        parts: inner.map((piece) => partOf(piece, child, depth + 1)),
      };
    return { ...shared, type: 'text/plain', body: fromLatin1(body), parts: [] };
  }
  const bytes = bytesOf(body, header(headers, 'Content-Transfer-Encoding') ?? '');
  if (type === 'message/rfc822' && depth < deepest)
    return {
      ...shared,
      body: bytes,
      parts: [partOf(latin1(bytes), 'text/plain', depth + 1)],
    };
  return { ...shared, body: bytes, parts: [] };
}

const known = new WeakMap<Uint8Array, Part>();

export function parse(raw: Uint8Array): Part {
  const seen = known.get(raw);
  if (seen) return seen;
  const part = partOf(latin1(raw), 'text/plain', 0);
  known.set(raw, part);
  return part;
}
