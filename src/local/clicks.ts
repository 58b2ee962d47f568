// What people click in the sidebar around the mails of an archive: an archive holds mails, and no clicks.
import { createHmac } from 'node:crypto';
import type { Request } from '../complaints/request.ts';
import { isLive, isWaiting, type Ticket } from '../complaints/ticket.ts';
import { readReply } from '../door/answer.ts';
import { seal } from '../door/envelope.ts';
import { asDeed } from '../door/request.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { ticketOfRow } from '../rules/desk/ticket-row.ts';
import type { Office } from './office.ts';

/** A click that is due some minutes after a mail, when the desk has seen it. */
export interface Click {
  readonly at: number;
  /** The mail beside which the sidebar is open. */
  readonly gmailId: string;
}

/** Any secret will do: both ends are here. */
const secret = 'both ends of this door are in one simulation';

const minute = 60_000;

/** People need two minutes after their answer, and after the desk's next look at the mailbox. */
export const clickAfter = (at: number, tickMinutes: number): number => at + (tickMinutes + 2) * minute;

export function letPeopleClick(office: Office): void {
  office.desk.properties['DOOR_SECRET'] = secret;
}

/**
 * After an answer its writer sets the ticket waiting for the customer; after a bare thank-you its owner resolves it.
 * Nothing else is clicked, and nothing where the customer has written again meanwhile.
 */
export function click(office: Office, { gmailId }: Click): void {
  const row = office.rows(deskTabs.mails.name).find((one) => one['Gmail id'] === gmailId);
  const ticket = row?.['Ticket'] ? ticketNamed(office, row['Ticket']) : null;
  if (!row || !ticket || !isLive(ticket)) return;
  if (row['Outcome'] === 'thanks') send(office, ticket, { do: 'resolve', rootCause: null, solution: null });
  else if (row['Outcome'] === 'agent' && isAnswered(ticket))
    send(office, ticket, { do: 'wait', on: 'customer', until: null });
}

/** The last mail that counts is ours, and nobody waits yet. */
const isAnswered = (ticket: Ticket): boolean =>
  !isWaiting(ticket) && ticket.messages.filter((one) => one.counts).at(-1)?.by === 'agent';

const ticketNamed = (office: Office, id: string): Ticket | null =>
  ticketOfRow(office.rows(deskTabs.tickets.name).find((one) => one['Ticket'] === id)?.['state'] ?? '')
    ?.ticket ?? null;

/** As the owner, through the desk's own door. A refusal stands: people are refused too. */
function send(office: Office, ticket: Ticket, request: Request): void {
  const actor = ticket.owner;
  if (actor === null) return;
  const nonce = `simulated-${ticket.id}-${ticket.version}-0000000000`;
  const asked = {
    ask: 'act',
    ticket: ticket.id,
    version: ticket.version,
    archiveRow: null,
    request: asDeed(request),
  } as const;
  const text = seal(asked, { actor, at: office.world.now(), nonce, secret, mac });
  const { body } = office.desk.webapp.post(text, { as: actor });
  const answer = readReply(body, nonce);
  if (answer === null || (answer.answer === 'refused' && answer.kind !== 'not allowed'))
    throw new Error(`The desk's door did not take a click: ${body.slice(0, 200)}`);
}

const mac = (text: string, key: string): number[] => [
  ...createHmac('sha256', key).update(text, 'utf8').digest(),
];
