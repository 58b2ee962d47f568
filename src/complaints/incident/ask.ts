// What people ask about incidents and about matters that are one: what is impossible, and what is done.
import { barred } from '../assignment.ts';
import { nameOf } from '../availability.ts';
import type { Request } from '../request.ts';
import { isLive, type Ticket } from '../ticket.ts';
import { record, ticketOf, type Work } from '../work.ts';
import { voiceOf } from './hearing.ts';
import { isOpenIncident, join, leave, membersOf, openIncident } from './link.ts';
import { merge, takeApart } from './merge.ts';
import { updateAll } from './update.ts';

const linking = ['link', 'unlink', 'update all', 'merge', 'not same', 'take apart'] as const;
export type LinkRequest = Extract<Request, { readonly do: (typeof linking)[number] }>;

export const isLinkRequest = (request: Request): request is LinkRequest =>
  (linking as readonly string[]).includes(request.do);

/** Each of them moves more than one ticket. */
const mostMessages = 100;

/** Why it cannot be done, or null. */
export function linkObstacle(request: LinkRequest, ticket: Ticket, work: Work, actor: string): string | null {
  switch (request.do) {
    case 'link':
      if (ticket.incident) return `${ticket.id} is an incident itself`;
      if (request.to === null) return ticket.parent == null ? null : `It belongs to ${ticket.parent} already`;
      if (!isOpenIncident(work.tickets.get(request.to))) return `${request.to} is no open incident`;
      return ticket.parent === request.to
        ? `It belongs to ${request.to} already`
        : barred(actor, work.tickets.get(request.to), work);
    case 'unlink':
      return ticket.parent == null ? `${ticket.id} belongs to no incident` : null;
    case 'update all':
      if (!ticket.incident) return `${ticket.id} is no incident`;
      if (request.text.trim() === '') return 'Nothing was written';
      return openMembers(ticket.id, work).length > 0 ? null : `${ticket.id} has no open members`;
    case 'merge':
      return mergeObstacle(ticket, work.tickets.get(request.into), work, actor);
    case 'not same':
      return ticket.sameAs == null ? `Nothing says that ${ticket.id} is the same as another` : null;
    case 'take apart':
      return apartObstacle(ticket, work, actor);
    default:
      return request satisfies never;
  }
}

const openMembers = (id: string, work: Work): readonly Ticket[] =>
  membersOf(id, work.tickets.values()).filter(isLive);

function mergeObstacle(ticket: Ticket, into: Ticket | undefined, work: Work, actor: string): string | null {
  if (!into || into.id === ticket.id) return 'There is no such other ticket, or it is archived';
  if (into.incident || ticket.incident) return 'An incident cannot be merged';
  if (into.status === 'closed') return `${into.id} is closed: reopen it first`;
  if (voiceOf(into) !== voiceOf(ticket)) return `${into.id} is another customer's`;
  if (ticket.messages.length > mostMessages) return `${ticket.id} has too many mails to be merged`;
  return barred(actor, into, work);
}

function apartObstacle({ id, merged }: Ticket, work: Work, actor: string): string | null {
  if (!merged) return `${id} was not merged`;
  const into = work.tickets.get(merged.into);
  if (!into) return `${merged.into} is archived`;
  return into.merged
    ? `Its mails are in ${into.merged.into} now: take ${into.id} and ${into.merged.into} apart first`
    : barred(actor, into, work);
}

export function performLink(work: Work, ticket: Ticket, actor: string, request: LinkRequest): void {
  const { id } = ticket;
  const who = nameOf(actor, work.rules);
  switch (request.do) {
    case 'link': {
      if (request.to === null) {
        openIncident(work, [ticket], { reason: `${who} opened an incident for ${id}`, actor });
        return;
      }
      if (ticket.parent != null) leave(work, id, { reason: `${who} moved it to ${request.to}`, actor });
      join(work, id, request.to, { reason: `${who} put it to the incident ${request.to}`, actor });
      return;
    }
    case 'unlink':
      leave(work, id, { reason: `${who} says ${id} does not belong to ${ticket.parent}`, actor });
      return;
    case 'update all':
      updateAll(work, ticket, openMembers(id, work), { actor, text: request.text, how: request.how });
      return;
    case 'merge':
      merge(work, ticket, request.into, actor);
      return;
    case 'not same': {
      const other = ticket.sameAs ?? '';
      record(
        work,
        id,
        { type: 'told apart', ticket: other },
        { reason: `${who} says it is not the same as ${other}`, actor },
      );
      return;
    }
    case 'take apart':
      takeApart(work, ticketOf(work, id), actor);
      return;
    default:
      request satisfies never;
  }
}
