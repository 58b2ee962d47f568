// Addresses in From, To, Cc and their kin: RFC 5322 as people's programs really write it.
import type { Address } from '../mail.ts';
import { readable } from './headers.ts';

/** Most addresses read from one header. */
const mostAddresses = 1000;

interface Reading {
  /** Text outside angle brackets and comments. */
  words: string;
  angle: string | null;
  comment: string;
}

const nothing = (): Reading => ({ words: '', angle: null, comment: '' });

/**
 * Reads a list of addresses. Where there is none (`undisclosed-recipients:;`) the list is empty. A name with a bare comma
 * (`Doe, Jane <jane@example.com>`) stays one address.
 */
export function addressesIn(header: string | null): readonly Address[] {
  const found: Address[] = [];
  let carried = '';
  for (const reading of readings(header ?? '')) {
    const address = addressOf(reading, carried);
    if (address) {
      found.push(address);
      carried = '';
      if (found.length === mostAddresses) break;
    } else carried = `${carried}${reading.words.trim()}, `.slice(-200);
  }
  return found;
}

/** The first address of a header, or null. */
export function addressIn(header: string | null): Address | null {
  return addressesIn(header)[0] ?? null;
}

/** One pass over the header; a comma, semicolon or the colon after a group's name ends a reading. */
function readings(header: string): Reading[] {
  const done: Reading[] = [];
  /** Signs that opened something which never ended: from then on they are plain characters. */
  const unpaired = new Set<string>();
  let now = nothing();
  for (let i = 0; i < header.length; i++) {
    const sign = header[i] as string;
    const close = unpaired.has(sign) ? undefined : closes[sign];
    const end = close?.(header, i) ?? 0;
    if (end > i) {
      take(now, sign, header.slice(i + 1, end));
      i = end;
    } else if (sign === ',' || sign === ';') {
      done.push(now);
      now = nothing();
    } else if (sign === ':' && !now.words.includes('@')) now = nothing();
    else {
      if (close) unpaired.add(sign);
      else now.words += sign;
    }
  }
  return [...done, now];
}

function take(reading: Reading, sign: string, inner: string): void {
  if (sign === '"') reading.words += inner.replace(/\\(.)/g, '$1');
  else if (sign === '(') reading.comment ||= inner;
  else reading.angle = inner;
}

/** Where what begins at `from` ends, by its first sign; -1 where it never does. */
const closes: Readonly<Record<string, (text: string, from: number) => number>> = {
  '<': (text, from) => text.indexOf('>', from),
  '"': (text, from) => {
    for (let i = from + 1; i < text.length; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '"') return i;
    }
    return -1;
  },
  '(': (text, from) => {
    let depth = 0;
    for (let i = from; i < text.length; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '(') depth += 1;
      else if (text[i] === ')' && --depth === 0) return i;
    }
    return -1;
  },
};

function addressOf(reading: Reading, carried: string): Address | null {
  const words = readable(reading.words);
  const inAngle = reading.angle === null ? null : sound(reading.angle);
  if (inAngle) return { name: nameFrom(carried + words, reading.comment), address: inAngle };
  const bare = words.split(' ').map(sound).find(Boolean);
  return bare ? { name: nameFrom('', reading.comment), address: bare } : null;
}

function nameFrom(words: string, comment: string): string {
  const name = readable(words.trim() || comment);
  return name.replace(/^'(.*)'$/, '$1').trim();
}

/** The address in lower case, or null where it is none: one with a comma would be two when the desk answers it, one with a colon another. */
function sound(text: string): string | null {
  const address = text
    .replace(/^['"\s]+|['"\s]+$/g, '')
    .replace(/^mailto:/i, '')
    .toLowerCase();
  const at = address.lastIndexOf('@');
  return at > 0 && at < address.length - 1 && address.length <= 320 && !/[\s<>,;:()"\\\p{Cc}]/u.test(address)
    ? address
    : null;
}
