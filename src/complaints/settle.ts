// What follows from what a ticket has become: its policy, its tier, its owner.
import { mayHandle } from './assignment.ts';
import { personOf } from './availability.ts';
import { chooseOwner, escalate, own } from './escalate.ts';
import { policyFor, source } from './matrix.ts';
import type { Policy } from './rules.ts';
import { isLive, type Regime, type Ticket } from './ticket.ts';
import type { Reasoned } from './understanding.ts';
import { record, ticketOf, type Work } from './work.ts';

/** Brings policy, tier and owner in line with the ticket's category, severity and customer. */
export function settle(work: Work, id: string): Ticket {
  if (!isLive(ticketOf(work, id))) return ticketOf(work, id);
  const policy = policyFor(ticketOf(work, id), work.rules);
  applyPolicy(work, id, policy);
  if (policy.is.startTier > ticketOf(work, id).tier)
    escalate(work, id, {
      way: 'hierarchical',
      to: policy.is.startTier,
      because: 'matrix',
      reason: `The matrix starts this at tier ${policy.is.startTier}: ${policy.why}`,
    });
  return settleOwner(work, id);
}

function applyPolicy(work: Work, id: string, policy: Reasoned<Policy>): void {
  const ticket = ticketOf(work, id);
  const last = ticket.regimes.at(-1);
  const regime: Regime = {
    since: last ? work.now : ticket.opened,
    calendar: policy.is.calendar,
    targets: policy.is.targets,
    tierTimes: policy.is.tierTimes,
    source: source(policy.is),
  };
  if (!last || !sameTargets(last, regime))
    record(work, id, { type: 'policy applied', regime }, { reason: policy.why });
}

const sameTargets = (a: Regime, b: Regime): boolean =>
  JSON.stringify([a.calendar, a.targets, a.tierTimes]) ===
  JSON.stringify([b.calendar, b.targets, b.tierTimes]);

function settleOwner(work: Work, id: string): Ticket {
  const ticket = ticketOf(work, id);
  const owner = ticket.owner === null ? null : personOf(ticket.owner, work.rules);
  if (owner && mayHandle(owner, ticket)) return ticket;
  const because =
    ticket.owner === null
      ? ''
      : owner
        ? `${owner.name} may not handle ${ticket.category}`
        : 'The owner is no longer in People';
  return own(work, id, chooseOwner(work, id), 'assigned', because);
}
