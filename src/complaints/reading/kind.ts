// What kind of mail it is, and why: the surest signs first.
import type { MailKind } from '../mail.ts';
import { headerSigns, wordSigns } from './automatic.ts';
import { bounceSigns } from './bounce.ts';
import { type Evidence, firstReason, type Sign } from './evidence.ts';
import { listSign } from './list-mail.ts';

export interface Judged {
  readonly kind: MailKind;
  readonly reason: string;
}

/**
 * In this order, because an agent's out-of-office reply is no reply, and what an agent writes is neither a list's nor
 * automatic for its words.
 */
const kinds: readonly (readonly [kind: MailKind, signs: readonly Sign[]])[] = [
  ['own', [draft, ownHeader]],
  ['bounce', bounceSigns],
  ['automatic', headerSigns],
  ['agent', [agent]],
  ['list', [listSign]],
  ['automatic', wordSigns],
];

export function kindOf(evidence: Evidence): Judged {
  for (const [kind, signs] of kinds) {
    const reason = firstReason(signs, evidence);
    if (reason !== null) return { kind, reason };
  }
  return { kind: 'customer', reason: customerReason(evidence) };
}

function draft({ labelIds }: Evidence): string | null {
  return labelIds.includes('DRAFT') ? 'A draft: it has not been sent' : null;
}

/** Our header proves nothing by itself: anybody can write it. */
function ownHeader(evidence: Evidence): string | null {
  const { headers, writer } = evidence;
  if (headers.first('x-tierline') === null || writer.isRewritten || !isBelieved(evidence)) return null;
  return isDesk(evidence) ? 'Sent by the desk itself (X-Tierline)' : null;
}

/** What stands in Sent left this mailbox; of the rest From must be proven, unless it never came from outside. */
const isBelieved = ({ authentication, labelIds }: Evidence): boolean =>
  authentication === 'pass' || authentication === 'unstamped' || labelIds.includes('SENT');

function agent(evidence: Evidence): string | null {
  const { writer, identity } = evidence;
  if (!isBelieved(evidence)) return null;
  if (!writer.isPassedOn && identity.people.includes(writer.from.address))
    return `${writer.from.address} is in People`;
  if (!isDesk(evidence) || headerOfDesk(evidence)) return null;
  return evidence.labelIds.includes('SENT') ? 'Sent from the support mailbox' : 'From the support address';
}

function isDesk({ writer, identity, labelIds }: Evidence): boolean {
  if (labelIds.includes('SENT')) return true;
  return (
    !writer.isRewritten && !writer.isPassedOn && identity.supportAddresses.includes(writer.header.address)
  );
}

function headerOfDesk({ headers }: Evidence): boolean {
  return headers.first('x-tierline') !== null;
}

function customerReason(evidence: Evidence): string {
  const { writer, authentication } = evidence;
  if (!isBelieved(evidence) && claimsToBeOurs(evidence)) {
    const why =
      authentication === 'fail' ? 'failed authentication (DMARC)' : 'is not proven (no DMARC, SPF or DKIM)';
    return `A mail from outside: ${(writer.isRewritten ? writer.from : writer.header).address} ${why}`;
  }
  if (writer.isRewritten)
    return 'A mail from outside through the Group: the writer is in X-Original-From or Reply-To';
  if (writer.isPassedOn)
    return `A mail from outside, passed on by ${writer.header.address}: the writer is in Reply-To`;
  return 'A mail from outside, and nothing says that a machine or a list sent it';
}

const claimsToBeOurs = (evidence: Evidence): boolean =>
  isDesk(evidence) ||
  headerOfDesk(evidence) ||
  (!evidence.writer.isPassedOn && evidence.identity.people.includes(evidence.writer.from.address));
