// Header text that is still encoded: RFC 2047 words (=?utf-8?Q?Gr=C3=BC=C3=9Fe?=) and RFC 2231 percent signs.
import { fromBase64 } from './bytes.ts';
import { decodeText } from './charset.ts';

const encodedWord = /=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?]*)\?=/gi;

interface Word {
  readonly charset: string;
  readonly bytes: Uint8Array;
}

/**
 * Decodes the encoded words of a header; other text stays as it is. The space between two encoded words is no part of the
 * text, and a letter may be split between them: `=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=` is one "ü".
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  let decoded = '';
  let end = 0;
  let waiting: Word | null = null;
  for (const match of text.matchAll(encodedWord)) {
    const between = text.slice(end, match.index);
    const word = readWord(match);
    if (waiting && /^\s*$/.test(between) && waiting.charset === word.charset) {
      waiting = { charset: word.charset, bytes: joined(waiting.bytes, word.bytes) };
    } else {
      decoded += written(waiting) + (waiting && /^\s*$/.test(between) ? '' : between);
      waiting = word;
    }
    end = match.index + match[0].length;
  }
  return decoded + written(waiting) + text.slice(end);
}

/** `utf-8'de'Gr%C3%BC%C3%9Fe.pdf` (RFC 2231). */
export function decodePercent(text: string): string {
  const [charset, , ...rest] = text.split("'");
  if (rest.length === 0) return text;
  return decodeText(unescaped(rest.join("'"), '%'), charset ?? null);
}

function readWord(match: RegExpMatchArray): Word {
  const [, charset = '', encoding = '', data = ''] = match;
  const bytes = encoding.toLowerCase() === 'b' ? fromBase64(data) : unescaped(data.replace(/_/g, ' '), '=');
  return { charset: charset.toLowerCase(), bytes };
}

function written(word: Word | null): string {
  return word ? decodeText(word.bytes, word.charset) : '';
}

/** Bytes of a text in which `sign` and two hexadecimal digits stand for a byte. */
function unescaped(text: string, sign: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const hex = text.slice(i + 1, i + 3);
    if (text[i] === sign && /^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      i += 2;
    } else bytes.push(text.charCodeAt(i) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
