// The signature of a request: HMAC-SHA256 over its canonical text, compared in constant time.

/**
 * HMAC-SHA256 of a text (UTF-8) under a secret, as 32 bytes; bytes may be signed, as Apps Script gives them.
 * A parameter, because Apps Script has `Utilities` and Node has `crypto`.
 */
export type Mac = (text: string, secret: string) => readonly number[];

export interface Signed {
  /** Version of the protocol. */
  readonly v: number;
  /** When the request was made, milliseconds since 1970. */
  readonly at: number;
  /** Tells this request from all others; the same one sent again has the same nonce. */
  readonly nonce: string;
  /** E-mail of the person at the keyboard. */
  readonly actor: string;
  /** The request as JSON text: signed as it is, so that no two writings of one object can differ. */
  readonly body: string;
}

/** No field but the last may hold a line break, so no two requests have one text. */
export const textToSign = ({ v, at, nonce, actor, body }: Signed): string =>
  ['tierline door', String(v), String(at), nonce, actor, body].join('\n');

/** 64 hexadecimal digits. */
export const signatureOf = (text: string, secret: string, mac: Mac): string =>
  mac(text, secret)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
    .join('');

/**
 * Whether the signature was made with one of the secrets. Takes as long for a right one as for a wrong one: every
 * secret is tried and every digit compared, whatever was found before.
 */
export function isSignedBy(text: string, signature: string, secrets: readonly string[], mac: Mac): boolean {
  let good = 0;
  for (const secret of secrets) good |= isSame(signatureOf(text, secret, mac), signature);
  return good === 1;
}

/** 1 if both are the same, else 0. The time depends on the length of the first only. */
function isSame(wanted: string, given: string): 0 | 1 {
  let difference = wanted.length ^ given.length;
  for (let at = 0; at < wanted.length; at++) difference |= wanted.charCodeAt(at) ^ (given.charCodeAt(at) | 0);
  return difference === 0 ? 1 : 0;
}
