// Moving a ticket up the tiers or to other expertise, and finding its owner there.
import { assign, attempt, type Choice } from './assignment.ts';
import { nameOf } from './availability.ts';
import type { EscalationReason, EscalationWay } from './event.ts';
import { policyFor } from './matrix.ts';
import { tell } from './notices.ts';
import type { OwnerStrategy } from './rules.ts';
import type { Ticket } from './ticket.ts';
import { record, ticketOf, type Work } from './work.ts';

export interface Escalation {
  readonly way: EscalationWay;
  /** The tier it goes to; the same tier for a hand-over to other expertise. */
  readonly to: number;
  readonly because: EscalationReason | 'ladder' | 'matrix' | 'phrase';
  readonly reason: string;
  readonly actor?: string;
  /** Where the new owner comes from; the policy's owners of that tier unless told. */
  readonly owner?: readonly OwnerStrategy[];
  readonly key?: string;
}

/** Records the escalation, finds the new owner, and tells the new and the old one. */
export function escalate(work: Work, id: string, escalation: Escalation): Ticket {
  const before = ticketOf(work, id);
  const { way, to, because, reason, actor, key } = escalation;
  const whom = actor === undefined ? {} : { actor };
  record(
    work,
    id,
    { type: 'escalated', way, from: before.tier, to, because },
    { reason, ...whom, ...(key ? { key } : {}) },
  );
  const choice = chooseOwner(work, id, escalation.owner);
  const after = own(work, id, choice, 'escalation', reason);
  if (before.owner !== null && before.owner !== after.owner)
    tell(work, after, before.owner, {
      kind: 'escalation',
      reason: `${reason}. Now with ${nameOf(after.owner, work.rules)}`,
      key: `up|${after.version}`,
    });
  return after;
}

/** Who owns the ticket at its present tier, by the strategies given or by its policy. */
export function chooseOwner(work: Work, id: string, strategies?: readonly OwnerStrategy[]): Choice {
  const ticket = ticketOf(work, id);
  const { rules, now, load, memory } = work;
  const staffing = { rules, now, load, rota: memory.rota };
  const asked = strategies
    ? (attempt(strategies, ticket, staffing, 'now') ?? attempt(strategies, ticket, staffing, 'next shift'))
    : null;
  return asked ?? assign(ticket, policyFor(ticket, rules).is, staffing);
}

/** Makes the chosen person the owner and tells them; nothing happens if they own it already. */
export function own(
  work: Work,
  id: string,
  choice: Choice,
  kind: 'assigned' | 'escalation',
  because: string,
): Ticket {
  const before = ticketOf(work, id);
  if (choice.rota !== null)
    work.memory = { ...work.memory, rota: { ...work.memory.rota, [choice.rota]: choice.is } };
  if (before.owner === choice.is) return before;
  const after = record(work, id, { type: 'owner set', owner: choice.is }, { reason: choice.why });
  tell(work, after, choice.is, {
    kind,
    reason: because === '' ? choice.why : `${because}. ${choice.why}`,
    key: `own|${after.version}`,
  });
  return after;
}
