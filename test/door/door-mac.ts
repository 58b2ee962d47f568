// HMAC-SHA256 by Node, as Apps Script gives it: signed bytes.
import { createHmac } from 'node:crypto';
import type { Mac } from '../../src/door/signature.ts';

export const mac: Mac = (text, secret) => [
  ...new Int8Array(createHmac('sha256', secret).update(text, 'utf8').digest()),
];

export const secret = 'a secret of at least twenty-four signs';
