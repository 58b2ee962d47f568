// The four clocks of one ticket, from the instants of its messages: what runs, what is due, what was late.
import type { Calendar } from './calendar.ts';
import {
  type ClockHistory,
  customerUpdates,
  firstResponse,
  nextResponses,
  resolution,
  type Stretch,
} from './clock-history.ts';
import { type ClockName, clockNames } from './rules.ts';
import type { Allowance, Instant, Seconds, Span } from './time.ts';
import { dueOf, elapsed, targetOf } from './working-time.ts';

/** Messages in any order; what lies before `opened` is ignored. */
export interface ClockQuestion extends Omit<ClockHistory, 'restartedAt'> {
  readonly calendar: Calendar;
  readonly pauses: Readonly<Record<ClockName, readonly Span[]>>;
  readonly targets: Readonly<Record<ClockName, Allowance | null>>;
  /** When it was reopened and its clocks, but for the first response, started again. */
  readonly restartedAt?: Instant | null;
  /** What came later has not happened yet. */
  readonly now: Instant;
}

export interface ClockPeriod {
  readonly running: boolean;
  readonly start: Instant;
  /** Null where an open-ended pause hides it. */
  readonly due: Instant | null;
  readonly metAt: Instant | null;
  /** Working seconds used until it was met, or until now. */
  readonly seconds: Seconds;
  /** Strictly more than the target was used, whenever anybody looked. */
  readonly breached: boolean;
  /** The due instant of a breach. */
  readonly breachedAt: Instant | null;
}

export interface Clocks extends Readonly<Record<ClockName, ClockPeriod | null>> {
  /** The earliest due among the running ones. */
  readonly nextDue: { readonly clock: ClockName; readonly due: Instant } | null;
}

/** Next response and customer update are null where nothing runs; any clock is null without a target. */
export function clocksOf(question: ClockQuestion): Clocks {
  const seen = asOfNow(question);
  const clocks = {
    firstResponse: period(seen, 'firstResponse', firstResponse(seen)),
    nextResponse: running(seen, 'nextResponse', nextResponses(seen)),
    customerUpdate: running(seen, 'customerUpdate', customerUpdates(seen)),
    resolution: period(seen, 'resolution', resolution(seen)),
  };
  return { ...clocks, nextDue: nextDue(clocks) };
}

/** Every finished and running wait for an answer, oldest first: a late answer is a breach even if nobody looked. */
export function nextResponsePeriods(question: ClockQuestion): readonly ClockPeriod[] {
  const seen = asOfNow(question);
  return nextResponses(seen).flatMap((stretch) => period(seen, 'nextResponse', stretch) ?? []);
}

/** Every finished and running stretch between two mails to the customer, oldest first. */
export function customerUpdatePeriods(question: ClockQuestion): readonly ClockPeriod[] {
  const seen = asOfNow(question);
  return customerUpdates(seen).flatMap((stretch) => period(seen, 'customerUpdate', stretch) ?? []);
}

/** In order, and without what lies before the opening, after the solution or after now. */
function asOfNow(question: ClockQuestion): ClockQuestion & ClockHistory {
  const { opened, now } = question;
  const happened = (at: Instant | null | undefined): Instant | null => (at == null || at > now ? null : at);
  const resolvedAt = happened(question.resolvedAt);
  const end = resolvedAt ?? now;
  const messages = question.messages
    .filter(({ at }) => at >= opened && at <= end)
    .sort((a, b) => a.at - b.at);
  return { ...question, messages, resolvedAt, restartedAt: happened(question.restartedAt) };
}

function running(
  question: ClockQuestion,
  clock: ClockName,
  stretches: readonly Stretch[],
): ClockPeriod | null {
  const last = stretches[stretches.length - 1];
  return last?.metAt === null ? period(question, clock, last) : null;
}

function period(question: ClockQuestion, clock: ClockName, { start, metAt }: Stretch): ClockPeriod | null {
  const { calendar, now } = question;
  const allowance = question.targets[clock];
  if (!allowance) return null;
  const pauses = question.pauses[clock];
  const seconds = elapsed(calendar, start, metAt ?? now, pauses);
  const target = targetOf(calendar, start, allowance);
  const due = dueOf(calendar, start, allowance, pauses);
  const breached = target !== null && seconds > target;
  return { running: metAt === null, start, due, metAt, seconds, breached, breachedAt: breached ? due : null };
}

function nextDue(clocks: Readonly<Record<ClockName, ClockPeriod | null>>): Clocks['nextDue'] {
  let first: Clocks['nextDue'] = null;
  for (const clock of clockNames) {
    const one = clocks[clock];
    if (!one?.running || one.due === null) continue;
    if (first === null || one.due < first.due) first = { clock, due: one.due };
  }
  return first;
}
