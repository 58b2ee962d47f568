// Undoing one's own last action: a new event puts back what the action changed. Nothing is taken out of the journal.
import { nameOf } from './availability.ts';
import { isOpenIncident, membersOf } from './incident/link.ts';
import type { Outgoing, Plan } from './plan.ts';
import { isFresh, newsSince } from './quiet.ts';
import type { Request } from './request.ts';
import type { Ticket } from './ticket.ts';
import type { Instant } from './time.ts';
import { lookAt } from './watch.ts';
import { type Because, record, send, type Work } from './work.ts';

/** An action that its doer may still take back. */
export interface LastAction {
  readonly ticket: string;
  readonly actor: string;
  readonly at: Instant;
  readonly action: Request['do'];
  /** The ticket's version right after it. */
  readonly version: number;
  readonly restore: Partial<Ticket>;
  /** Outbox ids of what it told colleagues, and whom. */
  readonly told: readonly { readonly id: string; readonly to: string }[];
}

/** Words once said stay said. */
const final: readonly Request['do'][] = ['note', 'merge', 'take apart', 'update all'];

/** What an action can put back; mails, breaches, taken steps and the trail itself are facts and stay. */
const changeable = [
  'status',
  'category',
  'subcategory',
  'categoryWhy',
  'sureness',
  'severity',
  'severityWhy',
  'flags',
  'tier',
  'tierSince',
  'owner',
  'ownerSince',
  'coOwners',
  'handover',
  'resolvedAt',
  'closedAt',
  'reopened',
  'restartedAt',
  'rootCause',
  'solution',
  'promise',
  'facts',
  'waits',
  'rests',
  'regimes',
  'labels',
  'escalations',
  'parent',
  'sameAs',
] as const satisfies readonly (keyof Ticket)[];

/** Null where the action cannot be undone or changed nothing. */
export function lastAction(
  before: Ticket,
  plan: Pick<Plan, 'tickets' | 'outgoing'>,
  by: { readonly actor: string; readonly at: Instant; readonly action: Request['do'] },
): LastAction | null {
  const after = plan.tickets.find((one) => one.id === before.id);
  if (!after || final.includes(by.action) || (before.incident && by.action === 'resolve')) return null;
  const changed = changeable.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (changed.length === 0) return null;
  const restore = Object.fromEntries(
    changed.map((field) => [field, before[field] ?? null]),
  ) as Partial<Ticket>;
  return { ...by, ticket: before.id, version: after.version, restore, told: told(plan.outgoing) };
}

const told = (outgoing: readonly Outgoing[]): LastAction['told'] =>
  outgoing.flatMap(({ id, effect }) => (effect.do === 'notice' ? [{ id, to: effect.to }] : []));

/** Why the action cannot be undone, or null when it has been. `unsent`: ids of notices that never left. */
export function undo(work: Work, last: LastAction, unsent: ReadonlySet<string>): string | null {
  const ticket = work.tickets.get(last.ticket);
  if (!ticket) return `There is no ticket ${last.ticket}, or it is archived`;
  if (!isFresh(ticket, last.version)) return since(ticket, last, work);
  const reason = `${nameOf(last.actor, work.rules)} undid the last action: ${last.action}`;
  const { actor, action, restore } = last;
  const after = record(work, ticket.id, { type: 'undone', action, restore }, { actor, reason });
  for (const { id, to } of last.told) {
    if (unsent.has(id)) continue;
    send(
      work,
      {
        do: 'notice',
        to,
        kind: 'assigned',
        line: `${ticket.id} "${ticket.subject.slice(0, 80)}"`,
        reason,
        due: null,
        threadId: ticket.messages[0]?.threadId ?? null,
      },
      { ticket: ticket.id, key: `undone|${to}|${after.version}` },
    );
  }
  if (action === 'link') withoutMember(work, ticket, { reason, actor });
  lookAt(work, ticket.id);
  return null;
}

/** An incident that was opened for this ticket alone goes with it. */
function withoutMember(work: Work, { id, parent }: Ticket, because: Because): void {
  if (parent == null || !isOpenIncident(work.tickets.get(parent))) return;
  record(work, parent, { type: 'member left', member: id }, because);
  if (membersOf(parent, work.tickets.values()).length === 0)
    record(work, parent, { type: 'closed', because: 'not a ticket' }, because);
}

function since(ticket: Ticket, last: LastAction, work: Work): string {
  const next = newsSince(ticket, last.version).news[0];
  if (!next) return `Too much has happened on ${ticket.id} since: it can no longer be undone`;
  const who = next.actor === 'desk' ? 'the desk' : nameOf(next.actor, work.rules);
  return `It can no longer be undone, because ${who} acted since: ${next.reason}`;
}
