// Tickets that belong together, as a card needs them: an incident and its members, the same matter, a merged one.
import { membersOf } from '../../complaints/incident/link.ts';
import { isLive, type Ticket } from '../../complaints/ticket.ts';
import type { TicketLine, TicketView } from '../views.ts';
import { byUrgency, lineOf } from './lines.ts';
import type { Looking } from './ticket-view.ts';

/** A card holds a hundred widgets: the most urgent members are named, all are counted. */
const mostMembers = 20;

type Together = Pick<TicketView, 'members' | 'parent' | 'sameAs' | 'mergedInto'>;

export function togetherOf(ticket: Ticket, { tickets, rules, now }: Looking): Together {
  const lineFor = (id: string | null | undefined): TicketLine | null => {
    const other = id == null ? undefined : tickets.find((one) => one.id === id);
    return other ? lineOf(other, rules, now) : null;
  };
  return {
    ...(ticket.incident ? { members: membersView(ticket, { tickets, rules, now }) } : {}),
    parent: lineFor(ticket.parent),
    sameAs: isLive(ticket) ? lineFor(ticket.sameAs) : null,
    mergedInto: ticket.merged?.into ?? null,
  };
}

function membersView(
  { id }: Ticket,
  { tickets, rules, now }: Pick<Looking, 'tickets' | 'rules' | 'now'>,
): TicketView['members'] {
  const members = membersOf(id, tickets);
  const lines = members.map((one) => lineOf(one, rules, now));
  return {
    all: members.length,
    open: members.filter(isLive).length,
    customers: new Set(members.map(({ customer, requester }) => customer ?? requester.address)).size,
    lines: [...lines].sort(byUrgency).slice(0, mostMembers),
  };
}

/** Open incidents that a ticket may be put to, the newest first. */
export const openIncidents = (
  tickets: readonly Ticket[],
): readonly { readonly id: string; readonly subject: string }[] =>
  tickets
    .filter((one) => one.incident && isLive(one))
    .sort((a, b) => b.opened - a.opened)
    .slice(0, 50)
    .map(({ id, subject }) => ({ id, subject }));
