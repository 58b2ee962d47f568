// A ticket's deadlines: every period of every clock, with what it used, when it is due and how it ended.
// Time used up under an earlier regime (another category, tier or policy) stays used.
import { calendarOf } from './availability.ts';
import type { Calendar } from './calendar.ts';
import type { ClockName, Rules, Settings } from './rules.ts';
import { isLive, type Regime, type Ticket, type TicketMessage } from './ticket.ts';
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
  /** When so many working seconds of the period will have been used; null if a pause hides it. */
  at(seconds: Seconds): Instant | null;
}

interface Period {
  readonly clock: DeadlineName;
  readonly start: Instant;
  readonly metAt: Instant | null;
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
  const from = ticket.restartedAt ?? ticket.opened;
  return [
    firstResponse(ticket),
    ...nextResponses(ticket),
    ...customerUpdates(ticket),
    { clock: 'resolution', start: from, metAt: ticket.resolvedAt },
    { clock: 'tierTime', start: ticket.tierSince, metAt: ticket.resolvedAt },
  ];
}

function firstResponse(ticket: Ticket): Period {
  const answer = ticket.messages.find((one) => one.by === 'agent' && one.at >= ticket.opened);
  return { clock: 'firstResponse', start: ticket.opened, metAt: answer?.at ?? ticket.resolvedAt };
}

/** From the first unanswered mail of the customer, the opening one included, to the answer. */
function nextResponses(ticket: Ticket): readonly Period[] {
  const periods: Period[] = [];
  let unanswered: Instant | null = ticket.opened;
  for (const message of inOrder(ticket.messages)) {
    if (message.by === 'customer' && message.counts) unanswered ??= message.at;
    if (message.by !== 'agent' || unanswered === null || message.at < unanswered) continue;
    periods.push({ clock: 'nextResponse', start: unanswered, metAt: message.at });
    unanswered = null;
  }
  if (unanswered !== null)
    periods.push({ clock: 'nextResponse', start: unanswered, metAt: ticket.resolvedAt });
  return periods;
}

/** From the opening, and again from every mail to the customer, until the ticket is resolved. */
function customerUpdates(ticket: Ticket): readonly Period[] {
  const told = inOrder(ticket.messages).filter(
    (one) => one.by === 'agent' || (one.by === 'desk' && one.counts),
  );
  const starts = [ticket.opened, ...told.map((one) => one.at).filter((at) => at > ticket.opened)];
  const again = ticket.rests.at(-1)?.to;
  if (again != null && again > (starts.at(-1) ?? 0)) starts.push(again);
  const periods = starts.map(
    (start, index): Period => ({
      clock: 'customerUpdate',
      start,
      metAt: starts[index + 1] ?? null,
    }),
  );
  return isLive(ticket) ? periods : periods.slice(0, -1);
}

const inOrder = (messages: readonly TicketMessage[]): readonly TicketMessage[] =>
  [...messages].sort((a, b) => a.at - b.at);

function deadline(period: Period, ticket: Ticket, rules: Rules, now: Instant): Deadline | null {
  const end = period.metAt ?? Math.max(now, period.start);
  const regimes = regimesUntil(ticket.regimes, end);
  const current = regimes.at(-1);
  const allowance = current && allowanceOf(period.clock, current, ticket.tier);
  if (!current || !allowance) return null;
  const pauses = pausesOf(period.clock, ticket, rules.settings);
  const stretches = stretch(regimes, period.start, rules);
  const target = secondsOf(allowance, stretches);
  const at = (seconds: Seconds): Instant | null => whenUsed(seconds, stretches, pauses);
  const used = usedBy(end, stretches, pauses);
  return { ...period, due: at(target), target, used, breached: used > target, at };
}

function regimesUntil(regimes: readonly Regime[], end: Instant): readonly Regime[] {
  const before = regimes.filter((regime, index) => index === 0 || regime.since <= end);
  return before.length > 0 ? before : regimes.slice(0, 1);
}

const allowanceOf = (clock: DeadlineName, regime: Regime, tier: number): Allowance | null =>
  clock === 'tierTime' ? (regime.tierTimes[tier - 1] ?? null) : regime.targets[clock];

/** Waits that stop this clock by Settings, and the rest between resolving and reopening. */
export function pausesOf(clock: DeadlineName, ticket: Ticket, settings: Settings): readonly Span[] {
  const stops = (on: 'customer' | 'third party'): boolean =>
    (on === 'customer' ? settings.stopsForCustomer : settings.stopsForThirdParty).includes(
      clock === 'tierTime' ? 'resolution' : clock,
    );
  return [...ticket.waits.filter((wait) => stops(wait.on)), ...ticket.rests];
}

interface Stretch {
  readonly calendar: Calendar;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** The period cut at the instants where another regime came into force. */
function stretch(regimes: readonly Regime[], start: Instant, rules: Rules): readonly Stretch[] {
  return regimes.flatMap((regime, index) => {
    const from = Math.max(start, index === 0 ? start : regime.since);
    const to = regimes[index + 1]?.since ?? null;
    if (to !== null && to <= from) return [];
    return [{ calendar: calendarOf(regime.calendar, rules), from, to }];
  });
}

function secondsOf(allowance: Allowance, stretches: readonly Stretch[]): Seconds {
  if (allowance.unit === 'seconds') return allowance.amount;
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last) return 0;
  const end = dueOf(last.calendar, first.from, allowance, []);
  return end === null ? 0 : usedBy(end, stretches, []);
}

function usedBy(end: Instant, stretches: readonly Stretch[], pauses: readonly Span[]): Seconds {
  let used = 0;
  for (const { calendar, from, to } of stretches) {
    const until = to === null ? end : Math.min(end, to);
    if (until > from) used += elapsed(calendar, from, until, pauses);
  }
  return used;
}

function whenUsed(seconds: Seconds, stretches: readonly Stretch[], pauses: readonly Span[]): Instant | null {
  let left = Math.max(0, seconds);
  for (const { calendar, from, to } of stretches) {
    const here = to === null ? Number.POSITIVE_INFINITY : elapsed(calendar, from, to, pauses);
    if (left <= here) return due(calendar, from, left, pauses);
    left -= here;
  }
  return null;
}
