// The ladder: which steps of a policy are due on a ticket, and when the next one will be.
import { calendarOf } from './availability.ts';
import type { Deadline, DeadlineName } from './deadlines.ts';
import { type LadderStep, moods, type Policy, type Rules, type StepCondition, severities } from './rules.ts';
import { isLive, isWaiting, type Ticket } from './ticket.ts';
import type { Instant } from './time.ts';
import { due } from './working-time.ts';

export interface Rung {
  readonly step: LadderStep;
  readonly clock: DeadlineName | 'ownerSilent';
  /** When the step is to be taken. */
  readonly when: Instant;
  /** The deadline it is about. */
  readonly due: Instant;
  /** True before the deadline, false at it or after it. */
  readonly warning: boolean;
  readonly key: string;
}

/** All steps not yet taken whose conditions hold, in the order of their instants. */
export function rungsOf(
  ticket: Ticket,
  policy: Policy,
  deadlines: readonly Deadline[],
  rules: Rules,
): readonly Rung[] {
  if (!isLive(ticket)) return [];
  return policy.ladder
    .filter((step) => step.conditions.every((condition) => holds(condition, ticket)))
    .flatMap((step) => rung(step, ticket, policy, deadlines, rules) ?? [])
    .filter((one) => !ticket.done.includes(one.key))
    .sort((a, b) => a.when - b.when);
}

function rung(
  step: LadderStep,
  ticket: Ticket,
  policy: Policy,
  deadlines: readonly Deadline[],
  rules: Rules,
): Rung | null {
  const { when } = step;
  if (when.on === 'ownerSilent') return silence(step, when.seconds, ticket, policy, rules);
  const deadline = deadlines.find((one) => one.clock === when.on && one.metAt === null);
  if (!deadline || deadline.due === null) return null;
  const seconds =
    'percent' in when ? Math.floor((deadline.target * when.percent) / 100) : deadline.target + when.offset;
  const at = deadline.at(seconds);
  if (at === null) return null;
  return {
    step,
    clock: deadline.clock,
    when: at,
    due: deadline.due,
    warning: seconds < deadline.target,
    key: `${ticket.id}|${deadline.clock}|${deadline.start}|${step.text}`,
  };
}

function silence(
  step: LadderStep,
  seconds: number,
  ticket: Ticket,
  policy: Policy,
  rules: Rules,
): Rung | null {
  if (ticket.owner === null || isWaiting(ticket)) return null;
  const since = Math.max(ticket.ownerSince, ticket.lastWork);
  const at = due(calendarOf(policy.calendar, rules), since, seconds, []);
  if (at === null) return null;
  return {
    step,
    clock: 'ownerSilent',
    when: at,
    due: at,
    warning: true,
    key: `${ticket.id}|ownerSilent|${since}|${step.text}`,
  };
}

function holds(condition: StepCondition, ticket: Ticket): boolean {
  switch (condition.if) {
    case 'severity':
      return severities.indexOf(ticket.severity) >= severities.indexOf(condition.atLeast);
    case 'customer tier':
      return ticket.customerTier.toLowerCase() === condition.is.toLowerCase();
    case 'category':
      return [ticket.category, `${ticket.category} > ${ticket.subcategory}`].includes(condition.is);
    case 'tier':
      return ticket.tier === condition.is;
    case 'reopened':
      return ticket.reopened >= condition.atLeast;
    case 'mood':
      return moods.indexOf(ticket.mood) >= moods.indexOf(condition.atLeast);
    case 'phrase':
      return ticket.flags.includes(condition.flag);
    default:
      return condition satisfies never;
  }
}
