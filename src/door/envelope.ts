// How a request travels: sealed by the sidebar, opened by the desk. Everything is in the body, because a web app's
// `doPost` sees no headers and can set no status.
import * as v from 'valibot';
import { type DoorRequest, readRequest } from './request.ts';
import { isSignedBy, type Mac, type Signed, signatureOf, textToSign } from './signature.ts';

export const doorVersion = 1;

/** A request may be so old, or so much ahead of the desk's clock. */
export const clockAllowance = 5 * 60_000;

/** Characters; the longest request of a sidebar has about 30,000. */
export const longestBody = 64_000;

const oneLine = /^[^\s]+$/;
const envelope = v.strictObject({
  v: v.pipe(v.number(), v.safeInteger()),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  nonce: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{16,64}$/)),
  actor: v.pipe(v.string(), v.minLength(3), v.maxLength(320), v.regex(oneLine)),
  body: v.pipe(v.string(), v.maxLength(longestBody)),
  signature: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

export interface Sealing {
  readonly actor: string;
  readonly at: number;
  readonly nonce: string;
  readonly secret: string;
  readonly mac: Mac;
}

/** The text to post to the desk. Sending the same text again is the same request. */
export function seal(request: DoorRequest, { actor, at, nonce, secret, mac }: Sealing): string {
  const signed: Signed = { v: doorVersion, at, nonce, actor, body: JSON.stringify(request) };
  return JSON.stringify({ ...signed, signature: signatureOf(textToSign(signed), secret, mac) });
}

/** Why a request was turned away at the door; each is counted. */
export const doorRefusals = [
  'too large',
  'malformed',
  'unsigned',
  'late',
  'other version',
  'repeated',
] as const;
export type DoorRefusal = (typeof doorRefusals)[number];

export interface Opened {
  readonly actor: string;
  readonly at: number;
  readonly nonce: string;
  readonly request: DoorRequest;
}

export interface Opening {
  readonly now: number;
  /** The secret, and the old one while it is being replaced. */
  readonly secrets: readonly string[];
  readonly mac: Mac;
}

/**
 * Reads a posted text. What is not signed is refused before anything of it is believed, and takes as long as what
 * is: a text of the wrong form is measured against the secrets too.
 */
export function open(
  posted: string,
  { now, secrets, mac }: Opening,
): Opened | { readonly refused: DoorRefusal } {
  if (posted.length > longestBody) return { refused: 'too large' };
  const parts = partsOf(posted);
  const text = parts ? textToSign(parts) : posted;
  const good = isSignedBy(text, parts?.signature ?? '', secrets, mac);
  if (!parts) return { refused: 'malformed' };
  if (!good) return { refused: 'unsigned' };
  if (Math.abs(now - parts.at) > clockAllowance) return { refused: 'late' };
  const request = parts.v === doorVersion ? readRequest(parsed(parts.body)) : null;
  if (!request) return { refused: 'other version' };
  return { actor: parts.actor.toLowerCase(), at: parts.at, nonce: parts.nonce, request };
}

function partsOf(posted: string): v.InferOutput<typeof envelope> | null {
  const read = v.safeParse(envelope, parsed(posted));
  return read.success ? read.output : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
