// Bytes to text and back: latin1 (one character a byte), UTF-8, base64url, and the charsets of old mails.

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

export const fromLatin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

export const fromUtf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export const base64url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('base64')
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** Null when the text is no base64 at all; Google takes both alphabets, padded or not. */
export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/_\-\s]*={0,2}\s*$/.test(text)) return null;
  return Buffer.from(text, 'base64');
}

export function validUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Raw 8-bit header text: UTF-8 where it is valid, else windows-1252. */
export function guessed(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question.
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  const bytes = fromLatin1(text);
  return new TextDecoder(validUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

const oneByte = /^(us-ascii|ascii|iso-8859-\d+|windows-125\d|latin\d|cp125\d)$/;

/**
 * Text in UTF-8, as Gmail's `format=full` gives it whatever charset the mail declares; a wrong or unknown declaration
 * leaves the bytes alone. Sources: openclaw/gogcli#446, macro-inc/macro#6133.
 */
export function inUtf8(bytes: Uint8Array, declared: string): Uint8Array {
  const charset = declared.trim().toLowerCase();
  if (charset === '' || charset === 'utf-8' || charset === 'utf8') return bytes;
  if (oneByte.test(charset) && validUtf8(bytes)) return bytes;
  try {
    return fromUtf8(new TextDecoder(charset).decode(bytes));
  } catch {
    return bytes;
  }
}
