// Tickets as lines of a list, the most urgent first.
import { nameOf, personOf } from '../../complaints/availability.ts';
import { type Deadline, deadlinesOf, nearest } from '../../complaints/deadlines.ts';
import { rulesFor } from '../../complaints/pilot.ts';
import type { Rules } from '../../complaints/rules.ts';
import { isLive, pathText, type Ticket } from '../../complaints/ticket.ts';
import type { Instant } from '../../complaints/time.ts';
import type { DeadlineView, PersonView, TicketLine, TicketView } from '../views.ts';

/** From this share of the target on a deadline is at risk. */
const riskShare = 0.75;

export const personView = (email: string, rules: Rules): PersonView => ({
  email,
  name: nameOf(email, rules),
});

export const meView = (email: string, rules: Rules): TicketView['me'] => ({
  ...personView(email, rules),
  role: personOf(email, rules)?.role ?? 'agent',
  timeZone: rules.settings.timeZone,
});

export const maybePerson = (email: string | null, rules: Rules): PersonView | null =>
  email === null ? null : personView(email, rules);

export function stateOf({ due, used, target }: Deadline): DeadlineView['state'] {
  if (used > target) return 'overdue';
  if (due === null) return 'stopped';
  return used >= target * riskShare ? 'at risk' : 'on time';
}

export function lineOf(ticket: Ticket, rules: Rules, now: Instant): TicketLine {
  const next = isLive(ticket) ? nearest(deadlinesOf(ticket, rulesFor(ticket, rules), now)) : null;
  return {
    id: ticket.id,
    version: ticket.version,
    subject: ticket.subject.slice(0, 200),
    customer: ticket.customer ?? (ticket.requester.name || ticket.requester.address),
    category: pathText(ticket),
    severity: ticket.severity,
    mood: ticket.mood,
    tier: ticket.tier,
    owner: maybePerson(ticket.owner, rules),
    status: ticket.status,
    deadline: next && {
      clock: next.clock,
      due: next.due,
      left: Math.round(next.target - next.used),
      state: stateOf(next),
    },
    mail: ticket.replyTo,
  };
}

/** The nearest due first, those without a deadline last, then by id. */
export const byUrgency = (a: TicketLine, b: TicketLine): number =>
  (a.deadline?.due ?? Number.MAX_SAFE_INTEGER) - (b.deadline?.due ?? Number.MAX_SAFE_INTEGER) ||
  (a.id < b.id ? -1 : 1);
