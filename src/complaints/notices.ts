// Telling colleagues: what the notice says, and whether it waits for the reader's working time.
import { nextShift, personOf } from './availability.ts';
import type { NoticeKind } from './plan.ts';
import { pathText, type Ticket } from './ticket.ts';
import type { Instant } from './time.ts';
import { send, type Work } from './work.ts';

export interface Telling {
  readonly kind: NoticeKind;
  readonly reason: string;
  /** What it is for: the same key is never told twice. */
  readonly key: string;
  readonly due?: Instant | null;
}

const canWait: readonly NoticeKind[] = ['assigned', 'warning', 'mention', 'load'];

/** Tells one colleague about a ticket. A person nobody knows is not told. */
export function tell(
  work: Work,
  ticket: Ticket,
  to: string,
  { kind, reason, key, due = null }: Telling,
): void {
  if (!personOf(to, work.rules)) return;
  send(
    work,
    {
      do: 'notice',
      to,
      kind,
      line: lineOf(ticket),
      reason,
      due,
      threadId: ticket.messages[0]?.threadId ?? null,
    },
    { ticket: ticket.id, key: `${kind}|${to}|${key}`, notBefore: whenFor(work, ticket, to, kind) },
  );
}

/** Breaches and escalations go at once, and so does whatever is critical; the rest waits for the reader's shift. */
function whenFor(work: Work, ticket: Ticket, to: string, kind: NoticeKind): Instant {
  const waits =
    work.rules.settings.warningsWaitForShift && canWait.includes(kind) && ticket.severity !== 'critical';
  const person = waits ? personOf(to, work.rules) : null;
  return (person && nextShift(person, work.now, work.rules)) ?? work.now;
}

const lineOf = (ticket: Ticket): string =>
  `${ticket.id} "${short(ticket.subject)}" (${pathText(ticket)}, ${ticket.severity}, tier ${ticket.tier})`;

const short = (text: string): string => (text.length > 80 ? `${[...text].slice(0, 79).join('')}…` : text);

/** Who leads the owner, else any lead, else the fallback owner. */
export function leadOf(ticket: Ticket, work: Work): string {
  const { rules } = work;
  const above = ticket.owner === null ? null : (personOf(ticket.owner, rules)?.lead ?? null);
  return (
    above ?? rules.people.find((person) => person.role === 'lead')?.email ?? rules.settings.fallbackOwner
  );
}
