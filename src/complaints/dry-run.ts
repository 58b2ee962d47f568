// A dry run: the tickets of the last days under the published and under the edited rules, and what differs.
import { deadlinesOf } from './deadlines.ts';
import { type By, replay, type Told } from './replay.ts';
import type { ClockName, Rules } from './rules.ts';
import { pathText, type Ticket } from './ticket.ts';
import type { Instant } from './time.ts';

/** What one set of rules makes of a ticket. */
export interface Outcome {
  readonly category: string;
  readonly severity: string;
  readonly owner: string | null;
  /** Of the first period of each clock. */
  readonly due: Readonly<Partial<Record<ClockName, Instant | null>>>;
  readonly breaches: number;
  readonly escalations: number;
}

export interface Difference {
  readonly ticket: Ticket;
  /** False: its text was not at hand, so its category is the one it has. */
  readonly read: boolean;
  readonly before: Outcome;
  readonly after: Outcome;
}

export interface DryRun {
  readonly looked: number;
  readonly read: number;
  /** Tickets on which something went wrong. */
  readonly left: number;
  /** Only tickets for which something differs. */
  readonly differing: readonly Difference[];
  readonly before: Sum;
  readonly after: Sum;
}

export interface Sum {
  readonly breaches: number;
  readonly escalations: number;
}

/** `until` by `isTimeUp`: what was not looked at by then is left out, and counted by nobody. */
export function dryRun(
  told: readonly Told[],
  { published, edited }: { readonly published: By; readonly edited: By },
  now: Instant,
  isTimeUp: () => boolean = () => false,
): DryRun {
  const all: Difference[] = [];
  let left = 0;
  for (const one of told) {
    if (isTimeUp()) break;
    try {
      const before = outcome(replay(one, published, now), published.rules, now);
      const after = outcome(replay(one, edited, now), edited.rules, now);
      all.push({ ticket: one.ticket, read: one.mail !== null, before, after });
    } catch {
      left += 1;
    }
  }
  return {
    looked: all.length,
    read: all.filter(({ read }) => read).length,
    left,
    differing: all.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)),
    before: sum(all.map((one) => one.before)),
    after: sum(all.map((one) => one.after)),
  };
}

function outcome(ticket: Ticket, rules: Rules, now: Instant): Outcome {
  const due: Partial<Record<ClockName, Instant | null>> = {};
  for (const deadline of deadlinesOf(ticket, rules, now))
    if (deadline.clock !== 'tierTime') due[deadline.clock] ??= deadline.due;
  const { severity, owner, breaches, escalations } = ticket;
  return { category: pathText(ticket), severity, owner, due, breaches: breaches.length, escalations };
}

const sum = (outcomes: readonly Outcome[]): Sum => ({
  breaches: outcomes.reduce((all, one) => all + one.breaches, 0),
  escalations: outcomes.reduce((all, one) => all + one.escalations, 0),
});
