// Text from bytes, by the charset a mail names where that is true and by the bytes themselves where it is not.

/** Windows-1252 from 0x80 to 0x9f; the five unused places stay what they are. */
const windows1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Where ISO 8859-15 differs from ISO 8859-1. */
const latin9: Readonly<Record<number, number>> = {
  164: 0x20ac,
  166: 0x160,
  168: 0x161,
  180: 0x17d,
  184: 0x17e,
  188: 0x152,
  189: 0x153,
  190: 0x178,
};

const blockSize = 8192;

/**
 * Decodes UTF-8, windows-1252, ISO 8859-1 and -15, US-ASCII and UTF-16; any other charset is read as the bytes look.
 * A label is not believed against the bytes: Latin-1 that is sound UTF-8 is UTF-8, and in UTF-8 a byte that cannot be is
 * taken for windows-1252. So a mail with the wrong label loses no letter.
 */
export function decodeText(bytes: Uint8Array, label: string | null): string {
  const charset = (label ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  const wide = utf16Order(bytes, charset);
  if (wide) return fromUtf16(bytes, wide);
  const eightBit = /^(iso8859|latin|windows125|cp125|ansi)/.test(charset);
  if (!eightBit || isMultiByteUtf8(bytes)) return fromUtf8(bytes);
  return fromEightBit(bytes, /^(iso885915|latin9)$/.test(charset));
}

function utf16Order(bytes: Uint8Array, charset: string): 'big' | 'little' | null {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  if (!/^(utf16|ucs2|unicode1)/.test(charset) || isPlainAscii(bytes)) return null;
  return charset === 'utf16le' ? 'little' : 'big';
}

/** Some senders name UTF-16 and send ASCII: real UTF-16 of our languages has a zero in every other byte. */
function isPlainAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte > 0 && byte < 128);
}

function fromUtf16(bytes: Uint8Array, order: 'big' | 'little'): string {
  const high = order === 'big' ? 0 : 1;
  const units: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    units.push(((bytes[i + high] as number) << 8) | (bytes[i + 1 - high] as number));
  }
  return asString(units).replace(/^\ufeff/, '');
}

function fromEightBit(bytes: Uint8Array, isLatin9: boolean): string {
  const units = new Array<number>(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    units[i] = (isLatin9 && latin9[byte]) || fromWindows1252(byte);
  }
  return asString(units);
}

function fromUtf8(bytes: Uint8Array): string {
  const units: number[] = [];
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      units.push(fromWindows1252(bytes[i] as number));
      i += 1;
      continue;
    }
    pushCodePoint(units, codePointAt(bytes, i, length));
    i += length;
  }
  return asString(units).replace(/^\ufeff/, '');
}

function isMultiByteUtf8(bytes: Uint8Array): boolean {
  let multiByte = false;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return false;
    if (length > 1) multiByte = true;
    i += length;
  }
  return multiByte;
}

/** How many bytes the UTF-8 character at `at` has; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) {
    if (((bytes[at + i] as number) & 0xc0) !== 0x80) return 0;
  }
  const point = codePointAt(bytes, at, length);
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  const isOverlong = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
  return isSurrogate || isOverlong || point > 0x10ffff ? 0 : length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] as number;
  let point = length === 1 ? first : first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) point = (point << 6) | ((bytes[at + i] as number) & 0x3f);
  return point;
}

function pushCodePoint(units: number[], point: number): void {
  if (point < 0x10000) {
    units.push(point);
    return;
  }
  units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
}

export function fromWindows1252(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? windows1252.charCodeAt(byte - 0x80) : byte;
}

/** In blocks: a call takes only so many arguments. */
function asString(units: readonly number[]): string {
  let text = '';
  for (let i = 0; i < units.length; i += blockSize) {
    text += String.fromCharCode(...units.slice(i, i + blockSize));
  }
  return text;
}
