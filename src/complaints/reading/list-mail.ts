// Signs of list mail and newsletters: sent to many, and nobody there expects an answer from a desk.
import { type Evidence, quoted, type Sign } from './evidence.ts';
import { foreignListHeaders } from './own-group.ts';

/** Null also for a mail through the desk's own Group, and for one that answers the desk personally. */
export const listSign: Sign = (evidence) => (isPersonal(evidence) ? null : listReason(evidence));

function listReason({ headers, identity }: Evidence): string | null {
  const foreign = new Set(foreignListHeaders(headers, identity.supportAddresses));
  for (const name of ['list-id', 'list-post', 'mailing-list']) {
    if (foreign.has(name)) return `${titled(name)} of a list that is not the desk's own`;
  }
  if (!foreign.has('list-unsubscribe')) return null;
  const precedence = headers.all('precedence').find((value) => /^(?:bulk|list|junk)$/i.test(value.trim()));
  if (precedence) return `List-Unsubscribe with ${quoted('Precedence', precedence)}`;
  const sign = [
    'feedback-id',
    'list-unsubscribe-post',
    'x-campaign',
    'x-campaignid',
    'x-mailgun-tag',
    'x-mc-user',
  ].find((name) => headers.first(name) !== null);
  return sign ? `A newsletter: List-Unsubscribe with ${titled(sign)}` : null;
}

/** It answers a mail and is addressed to the desk, or a form passed on what a person typed; bulk mail never is. */
function isPersonal({ headers, identity, to, cc, writer }: Evidence): boolean {
  if (headers.all('precedence').some((value) => /^(?:bulk|junk)$/i.test(value.trim()))) return false;
  const isToDesk = [...to, ...cc].some(({ address }) => identity.supportAddresses.includes(address));
  return writer.isPassedOn || (isToDesk && headers.first('in-reply-to') !== null);
}

function titled(name: string): string {
  return name
    .replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase())
    .replace('-Id', '-ID');
}
