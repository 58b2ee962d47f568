// What people click in the sidebar around the mails of an archive: an archive holds mails, and no clicks.
import { createHmac } from 'node:crypto';
import type { Calendar } from '../complaints/calendar.ts';
import type { Request } from '../complaints/request.ts';
import { isLive, type Ticket } from '../complaints/ticket.ts';
import { due } from '../complaints/working-time.ts';
import { readReply } from '../door/answer.ts';
import { seal } from '../door/envelope.ts';
import { asDeed } from '../door/request.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { ticketOfRow } from '../rules/desk/ticket-row.ts';
import type { Reading } from './archive-reading.ts';
import type { Office } from './office.ts';

/** A click that is due some working time after a mail. */
export interface Click {
  readonly at: number;
  /** The mail beside which the sidebar is open. */
  readonly gmailId: string;
  readonly because: Reading;
}

/** Any secret will do: both ends are here. */
const secret = 'both ends of this door are in one simulation';

const minute = 60;
const readWithin: Readonly<Record<Reading, number>> = { closing: 30 * minute, 'no ticket': 90 * minute };

/** Working seconds later: people click when they are at work. */
export const clickAt = (at: number, because: Reading, calendar: Calendar): number | null =>
  due(calendar, at, readWithin[because]);

export function letPeopleClick(office: Office): void {
  office.desk.properties.DOOR_SECRET ??= secret;
}

/** As the ticket's owner; nothing where the customer, or one of us, has written again meanwhile. */
export function click(office: Office, { gmailId, because }: Click): void {
  const row = office.rows(deskTabs.mails.name).find((one) => one['Gmail id'] === gmailId);
  const ticket = row?.Ticket ? ticketNamed(office, row.Ticket) : null;
  if (!ticket || !isLive(ticket)) return;
  const last = ticket.messages.filter((one) => one.counts).at(-1);
  const isLast = last?.gmailId === gmailId;
  if (because === 'closing' && (isLast || last?.by === 'agent'))
    send(office, ticket, { do: 'resolve', rootCause: null, solution: null });
  if (because === 'no ticket' && isLast && row?.Outcome === 'opened')
    send(office, ticket, { do: 'not a ticket' });
}

const ticketNamed = (office: Office, id: string): Ticket | null =>
  ticketOfRow(office.rows(deskTabs.tickets.name).find((one) => one.Ticket === id)?.state ?? '')?.ticket ??
  null;

/** Through the desk's own door. A refusal stands: people are refused too. */
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
  const key = office.desk.properties.DOOR_SECRET ?? '';
  const text = seal(asked, { actor, at: office.world.now(), nonce, secret: key, mac });
  const { body } = office.desk.webapp.post(text, { as: actor });
  const answer = readReply(body, nonce);
  if (answer === null || (answer.answer === 'refused' && answer.kind !== 'not allowed'))
    throw new Error(`The desk's door did not take a click: ${body.slice(0, 200)}`);
}

const mac = (text: string, key: string): number[] => [
  ...createHmac('sha256', key).update(text, 'utf8').digest(),
];
