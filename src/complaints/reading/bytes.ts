// Bytes from the base64 that Gmail and mail headers use. Apps Script has no atob, and a mail may be cut off anywhere.

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const values = new Int8Array(128).fill(-1);
for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;
for (const [sign, value] of ['+-', '/_'].entries()) {
  for (let i = 0; i < value.length; i++) values[value.charCodeAt(i)] = 62 + sign;
}

/** Decodes base64 and base64url, padded or not; whatever is no base64 digit is passed over. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (values[code] as number) : -1;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
  }
  return bytes.subarray(0, length);
}
