// How a mail of the archive comes into the support mailbox: received, sent from it, or not at all.
import type { MailFile } from './mail-files.ts';
import { first, readHeaders } from './mail-headers.ts';

export type Route =
  | { readonly by: 'delivered'; readonly envelopeFrom: string }
  | { readonly by: 'sent' }
  | { readonly by: 'left out'; readonly why: 'a draft' | 'spam' };

/** Takeout writes labels in the owner's language. */
const sentLabels = [
  'sent',
  'sent mail',
  'gesendet',
  'verzonden',
  'sendt',
  'envoyés',
  'messages envoyés',
  'enviados',
];
const draftLabels = ['drafts', 'draft', 'entwürfe', 'concepten', 'utkast', 'brouillons', 'borradores'];
const spamLabels = ['spam', 'spamverdacht', 'søppelpost', 'nettsøppel'];

export function routeOf(mail: MailFile, support: readonly string[]): Route {
  const has = (names: readonly string[]) => mail.labels.some((label) => names.includes(label.toLowerCase()));
  if (has(draftLabels)) return { by: 'left out', why: 'a draft' };
  if (has(spamLabels)) return { by: 'left out', why: 'spam' };
  if (has(sentLabels)) return { by: 'sent' };
  const headers = readHeaders(mail.raw);
  const rewritten =
    headers !== null && (first(headers, 'x-original-from') ?? first(headers, 'x-original-sender'));
  if (support.includes(mail.from) && !rewritten) return { by: 'sent' };
  const path = headers && first(headers, 'return-path');
  return { by: 'delivered', envelopeFrom: path ? path.replace(/[<>\s]/g, '') : mail.from };
}
