// A ticket as the simulation reports it: its clocks reckoned at the end, its breaches, its journal.
import { type Deadline, deadlinesOf } from '../complaints/deadlines.ts';
import { labelsOf } from '../complaints/labels.ts';
import { type ClockName, clockNames, type Rules } from '../complaints/rules.ts';
import { pathText, type Ticket } from '../complaints/ticket.ts';
import type { Instant } from '../complaints/time.ts';
import { whyDeadline } from '../complaints/why-deadline.ts';
import type { SimulatedBreach, SimulatedClock, SimulatedEvent, SimulatedTicket } from './simulation.ts';

export interface Reckoning {
  readonly rules: Rules;
  readonly now: Instant;
  readonly journal: readonly SimulatedEvent[];
}

export function simulatedTicket(ticket: Ticket, { rules, now, journal }: Reckoning): SimulatedTicket {
  const deadlines = deadlinesOf(ticket, rules, now);
  return {
    id: ticket.id,
    subject: ticket.subject,
    requester: ticket.requester.address,
    category: pathText(ticket),
    severity: ticket.severity,
    customerTier: ticket.customerTier,
    tier: ticket.tier,
    owner: ticket.owner,
    status: ticket.status,
    opened: iso(ticket.opened),
    labels: labelsOf(ticket, rules).map((label) => `${rules.settings.labelRoot}/${label}`),
    clocks: Object.fromEntries(
      clockNames.map((name) => [name, clock(shown(deadlines, name), ticket, rules)]),
    ) as Record<ClockName, SimulatedClock | null>,
    breaches: deadlines.flatMap((one) => breach(one, journal)),
    journal,
  };
}

const iso = (at: Instant): string => new Date(at).toISOString();
const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

/** The running period, else the last. */
function shown(deadlines: readonly Deadline[], name: ClockName): Deadline | undefined {
  const own = deadlines.filter((one) => one.clock === name);
  return own.find((one) => one.metAt === null) ?? own.at(-1);
}

function clock(deadline: Deadline | undefined, ticket: Ticket, rules: Rules): SimulatedClock | null {
  if (!deadline) return null;
  const { due, metAt, breached, used } = deadline;
  return {
    due: isoOrNull(due),
    metAt: isoOrNull(metAt),
    breachedAt: breached ? isoOrNull(due) : null,
    usedSeconds: Math.round(used),
    why: whyDeadline(deadline, ticket, rules),
  };
}

function breach(deadline: Deadline, journal: readonly SimulatedEvent[]): SimulatedBreach[] {
  const { clock, due, metAt, breached, used, target } = deadline;
  if (!breached || due === null || clock === 'tierTime') return [];
  return [
    {
      clock,
      due: iso(due),
      metAt: isoOrNull(metAt),
      overSeconds: Math.round(used - target),
      owner: ownerAt(journal, due),
    },
  ];
}

/** Who owned it then, by the journal. */
function ownerAt(journal: readonly SimulatedEvent[], at: Instant): string | null {
  const set = journal.filter(({ event, at: when }) => event === 'owner set' && Date.parse(when) <= at);
  const owner = set.at(-1)?.owner;
  return typeof owner === 'string' ? owner : null;
}
