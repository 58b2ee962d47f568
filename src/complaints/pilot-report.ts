// How a pilot does beside the published rules: the tickets opened since it began, in both arms.
import { deadlinesOf } from './deadlines.ts';
import { type Pilot, rulesFor } from './pilot.ts';
import type { Rules } from './rules.ts';
import type { Ticket } from './ticket.ts';
import type { Instant, Seconds } from './time.ts';

export interface Arm {
  readonly tickets: number;
  readonly breached: number;
  readonly breaches: number;
  readonly escalated: number;
  readonly escalations: number;
  /** Median working time to the first response; null: none yet. */
  readonly firstResponse: Seconds | null;
}

export interface PilotReport {
  readonly pilot: Arm;
  readonly published: Arm;
}

export function pilotReport(
  tickets: readonly Ticket[],
  pilot: Pilot,
  rules: Rules,
  now: Instant,
): PilotReport {
  const since = tickets.filter(({ opened }) => opened >= pilot.since);
  const isIn = (ticket: Ticket): boolean => ticket.pilot === pilot.version;
  return {
    pilot: arm(since.filter(isIn), rules, now),
    published: arm(
      since.filter((ticket) => !isIn(ticket)),
      rules,
      now,
    ),
  };
}

function arm(tickets: readonly Ticket[], rules: Rules, now: Instant): Arm {
  const total = (count: (ticket: Ticket) => number): number =>
    tickets.reduce((sum, ticket) => sum + count(ticket), 0);
  return {
    tickets: tickets.length,
    breached: total(({ breaches }) => Math.min(1, breaches.length)),
    breaches: total(({ breaches }) => breaches.length),
    escalated: total(({ escalations }) => Math.min(1, escalations)),
    escalations: total(({ escalations }) => escalations),
    firstResponse: median(tickets.flatMap((ticket) => responseOf(ticket, rules, now) ?? [])),
  };
}

function responseOf(ticket: Ticket, rules: Rules, now: Instant): Seconds | null {
  const first = deadlinesOf(ticket, rulesFor(ticket, rules), now).find(
    ({ clock }) => clock === 'firstResponse',
  );
  return first && first.metAt !== null ? first.used : null;
}

function median(values: readonly Seconds[]): Seconds | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
