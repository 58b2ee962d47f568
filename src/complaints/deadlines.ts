// A ticket's deadlines: every period of every clock, with what it used, when it is due and how it ended.
// Time used up under an earlier regime (another category, tier or policy) stays used.
import { calendarOf } from './availability.ts';
import type { Calendar } from './calendar.ts';
import {
  type ClockHistory,
  customerUpdates,
  firstResponse,
  nextResponses,
  resolution,
  type Stretch,
} from './clock-history.ts';
import type { ClockName, Rules, Settings } from './rules.ts';
import type { Regime, Ticket, TicketMessage } from './ticket.ts';
import type { Allowance, Instant, Seconds, Span } from './time.ts';
import { due, dueOf, elapsed } from './working-time.ts';

export type DeadlineName = ClockName | 'tierTime';

export interface Deadline {
  readonly clock: DeadlineName;
  /** Where the period began: with the clock's name it tells the period from all others. */
  readonly start: Instant;
  /** When it was answered, resolved ...; null while it runs. */
  readonly metAt: Instant | null;
  /** Null while an open-ended pause hides it. */
  readonly due: Instant | null;
  /** Working seconds allowed in all. */
  readonly target: Seconds;
  /** Working seconds used until it was met, or until now. */
  readonly used: Seconds;
  /** True only if strictly more than the target was used. */
  readonly breached: boolean;
  /** Stretches that do not count. */
  readonly pauses: readonly Span[];
  /** When so many working seconds of the period will have been used; null if a pause hides it. */
  at(seconds: Seconds): Instant | null;
}

interface Period extends Stretch {
  readonly clock: DeadlineName;
}

/** Every period of every clock that has a target, oldest first within a clock. */
export function deadlinesOf(ticket: Ticket, rules: Rules, now: Instant): readonly Deadline[] {
  return periodsOf(ticket).flatMap((period) => deadline(period, ticket, rules, now) ?? []);
}

/** The running deadline that is due first. */
export function nearest(deadlines: readonly Deadline[]): Deadline | null {
  const running = deadlines.filter((one) => one.metAt === null && one.due !== null);
  return [...running].sort((a, b) => (a.due ?? 0) - (b.due ?? 0))[0] ?? null;
}

function periodsOf(ticket: Ticket): readonly Period[] {
  const told = historyOf(ticket, (one) => one.by === 'agent' || (one.by === 'desk' && one.counts));
  const answered = historyOf(ticket, (one) => one.by === 'agent');
  const again = ticket.rests.at(-1)?.to ?? null;
  const named = (clock: DeadlineName, stretches: readonly Stretch[]): readonly Period[] =>
    stretches.map((one) => ({ clock, ...one }));
  return [
    ...named('firstResponse', [firstResponse(answered)]),
    ...named('nextResponse', nextResponses(answered)),
    ...named('customerUpdate', customerUpdates({ ...told, restartedAt: again })),
    ...named('resolution', [resolution(answered)]),
    ...named('tierTime', [{ start: ticket.tierSince, metAt: ticket.resolvedAt }]),
  ];
}

/** The messages that move clocks; `isAnswer` says which of our own do. */
function historyOf(ticket: Ticket, isAnswer: (message: TicketMessage) => boolean): ClockHistory {
  const messages = ticket.messages
    .filter((one) => one.at >= ticket.opened && (isAnswer(one) || (one.by === 'customer' && one.counts)))
    .map((one) => ({ at: one.at, by: isAnswer(one) ? ('agent' as const) : ('customer' as const) }))
    .sort((a, b) => a.at - b.at);
  const { opened, resolvedAt, restartedAt } = ticket;
  return { opened, messages, resolvedAt, restartedAt };
}

function deadline(period: Period, ticket: Ticket, rules: Rules, now: Instant): Deadline | null {
  const end = period.metAt ?? Math.max(now, period.start);
  const regimes = regimesUntil(ticket.regimes, end);
  const current = regimes.at(-1);
  const allowance = current && allowanceOf(period.clock, current, ticket.tier);
  if (!current || !allowance) return null;
  const pauses = pausesOf(period, ticket, rules.settings);
  const slices = slicesOf(regimes, period.start, rules);
  const target = secondsOf(allowance, slices);
  const at = (seconds: Seconds): Instant | null => whenUsed(seconds, slices, pauses);
  const used = usedBy(end, slices, pauses);
  return { ...period, due: at(target), target, used, breached: used > target, pauses, at };
}

export function regimesUntil(regimes: readonly Regime[], end: Instant): readonly Regime[] {
  const before = regimes.filter((regime, index) => index === 0 || regime.since <= end);
  return before.length > 0 ? before : regimes.slice(0, 1);
}

export const allowanceOf = (clock: DeadlineName, regime: Regime, tier: number): Allowance | null =>
  clock === 'tierTime' ? (regime.tierTimes[tier - 1] ?? null) : regime.targets[clock];

/** Waits that stop this clock by Settings, and the rest between resolving and reopening; none after it was met. */
function pausesOf({ clock, metAt }: Period, ticket: Ticket, settings: Settings): readonly Span[] {
  const stops = (on: 'customer' | 'third party'): boolean =>
    (on === 'customer' ? settings.stopsForCustomer : settings.stopsForThirdParty).includes(
      clock === 'tierTime' ? 'resolution' : clock,
    );
  const all = [...ticket.waits.filter((wait) => stops(wait.on)), ...ticket.rests];
  return metAt === null ? all : all.filter(({ from }) => from < metAt);
}

interface Slice {
  readonly calendar: Calendar;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** The period cut at the instants where another regime came into force. */
function slicesOf(regimes: readonly Regime[], start: Instant, rules: Rules): readonly Slice[] {
  return regimes.flatMap((regime, index) => {
    const from = Math.max(start, index === 0 ? start : regime.since);
    const to = regimes[index + 1]?.since ?? null;
    if (to !== null && to <= from) return [];
    return [{ calendar: calendarOf(regime.calendar, rules), from, to }];
  });
}

function secondsOf(allowance: Allowance, slices: readonly Slice[]): Seconds {
  if (allowance.unit === 'seconds') return allowance.amount;
  const first = slices[0];
  const last = slices.at(-1);
  if (!first || !last) return 0;
  const end = dueOf(last.calendar, first.from, allowance, []);
  return end === null ? 0 : usedBy(end, slices, []);
}

function usedBy(end: Instant, slices: readonly Slice[], pauses: readonly Span[]): Seconds {
  let used = 0;
  for (const { calendar, from, to } of slices) {
    const until = to === null ? end : Math.min(end, to);
    if (until > from) used += elapsed(calendar, from, until, pauses);
  }
  return used;
}

function whenUsed(seconds: Seconds, slices: readonly Slice[], pauses: readonly Span[]): Instant | null {
  let left = Math.max(0, seconds);
  for (const { calendar, from, to } of slices) {
    const here = to === null ? Number.POSITIVE_INFINITY : elapsed(calendar, from, to, pauses);
    if (left <= here) return due(calendar, from, left, pauses);
    left -= here;
  }
  return null;
}
