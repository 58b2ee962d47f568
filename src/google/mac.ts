// HMAC-SHA256 as Apps Script has it.
import type { Mac } from '../door/signature.ts';

/** Without a charset Apps Script would read the text as ASCII. */
export const mac: Mac = (text, secret) =>
  Utilities.computeHmacSha256Signature(text, secret, Utilities.Charset.UTF_8);
