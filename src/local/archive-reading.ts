// What people made of the mails of an archive, as far as the mails themselves show it: an archive holds no clicks.
import type { GmailPart, Identity } from '../complaints/mail.ts';
import { readMail } from '../complaints/message.ts';
import { isMachineAddress } from '../complaints/reading/machine-names.ts';
import type { Arrival } from './arrival.ts';
import type { MailFile } from './mail-files.ts';
import { first, type Headers, readHeaders } from './mail-headers.ts';
import { type Part, parse } from './world/gmail/mime.ts';
import { contentOf } from './world/gmail/payload.ts';

/** `closing`: the matter is done. `no ticket`: spam, or a machine's note that needs no answer. */
export type Reading = 'closing' | 'no ticket';

/**
 * A closing mail says thanks, asks nothing, and none of our people answered it. What nobody ever answered is no ticket
 * where its own header says spam, or where an answer would reach nobody. Anything else is not judged.
 */
export function readingsOf(arrivals: readonly Arrival[], identity: Identity): ReadonlyMap<MailFile, Reading> {
  const answered = answeredBy(identity, arrivals);
  const readings = new Map<MailFile, Reading>();
  for (const { mail } of arrivals) {
    if (isOurs(mail, identity) || (mail.messageId !== null && answered.has(mail.messageId))) continue;
    const headers = readHeaders(mail.raw);
    const reading = headers && readingOf(mail, headers, identity);
    if (reading) readings.set(mail, reading);
  }
  return readings;
}

function readingOf(mail: MailFile, headers: Headers, identity: Identity): Reading | null {
  if (referencesIn(headers).length > 0) return isClosing(wordsOf(mail, identity)) ? 'closing' : null;
  return isSpam(headers) || isMachineAddress(mail.from) ? 'no ticket' : null;
}

/** Message-IDs that a mail of our own people answers. */
function answeredBy(identity: Identity, arrivals: readonly Arrival[]): ReadonlySet<string> {
  const ours = arrivals.filter(({ mail }) => isOurs(mail, identity));
  return new Set(ours.flatMap(({ mail }) => referencesIn(readHeaders(mail.raw)).slice(-1)));
}

const isOurs = ({ from }: MailFile, { people, supportAddresses }: Identity): boolean =>
  people.includes(from) || supportAddresses.includes(from);

/** In-Reply-To, else the last of References, is last. Without brackets. */
function referencesIn(headers: Headers | null): readonly string[] {
  if (headers === null) return [];
  const text = [...(headers.get('references') ?? []), ...(headers.get('in-reply-to') ?? [])].join(' ');
  return [...text.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id);
}

const isSpam = (headers: Headers): boolean =>
  /^yes\b/i.test(first(headers, 'x-spam-flag') ?? first(headers, 'x-spam-status') ?? '');

const thanks =
  /(?<!\p{L})(?:thank|thanks|thx|cheers|appreciated|dank|danke|bedankt|dankjewel|takk|tak|tack|merci|gracias)(?!\p{L})/iu;
const beforehand =
  /in advance|im voraus|vielen dank vorab|alvast|bij voorbaat|på forhånd|d'avance|de antemano/i;
const longest = 400;

/** Thanks beforehand come with a request. */
export const isClosing = (words: string): boolean =>
  words.length <= longest && thanks.test(words) && !beforehand.test(words) && !/[?？]/.test(words);

function wordsOf({ raw }: MailFile, identity: Identity): string {
  return readMail({ payload: payloadOf(parse(raw)) }, identity).words;
}

const payloadOf = (part: Part): GmailPart => ({
  mimeType: part.type,
  filename: part.filename,
  headers: part.headers.map(({ name, value }) => ({ name, value })),
  body: part.filename === '' ? { data: Buffer.from(contentOf(part)).toString('base64url') } : {},
  parts: part.parts.map(payloadOf),
});
