// Why a deadline is when it is, in sentences a support lead understands.

import type { Calendar } from './calendar.ts';
import { type Day, dateOf, dayLength, minute } from './dates.ts';
import { type Hours, hoursOf, type Interval, isHolidayDay, rangesOn } from './hours.ts';
import { intervalsAfter, openBetween } from './open-time.ts';
import { orderPauses } from './pauses.ts';
import type { Allowance, Instant, Span } from './time.ts';
import { counted } from './wording.ts';
import { dueOf } from './working-time.ts';
import { clockChanges, localDay, offsetAt, wallTime } from './zone.ts';

/**
 * For example: `4 working hours from Fri 27 Mar 2026 15:30 (Europe/Oslo) by Support hours: due Mon 30 Mar 2026 10:30.
 * Not counted: closed Fri 27 Mar 17:00 to Mon 30 Mar 08:00.`
 */
export function whyDue(
  calendar: Calendar,
  start: Instant,
  allowance: Allowance,
  pauses: readonly Span[] = [],
): string {
  const hours = hoursOf(calendar);
  const due = dueOf(calendar, start, allowance, pauses);
  const asked = `${amountOf(allowance)} from ${longTime(hours, start)} (${calendar.timeZone}) by ${calendar.name}`;
  if (due === null) return `${asked}: ${whyNever(hours, start, pauses)}`;
  const left = [
    ...pausesTaken(hours, start, due, pauses),
    ...holidaysSkipped(calendar, hours, start, due),
    ...closures(hours, start, due),
  ];
  const notCounted = left.length > 0 ? ` Not counted: ${left.join('; ')}.` : '';
  return `${asked}: due ${longTime(hours, due)}.${notCounted}${clockChange(hours, start, due)}`;
}

function whyNever(hours: Hours, start: Instant, pauses: readonly Span[]): string {
  const endless = orderPauses(pauses).find(([, to]) => to === Number.POSITIVE_INFINITY);
  if (!endless) return 'no deadline, because there are too few open hours in the next hundred years.';
  const since = longTime(hours, Math.max(start, endless[0]));
  return `no deadline yet, because the clock has been stopped since ${since}.`;
}

function pausesTaken(hours: Hours, start: Instant, due: Instant, pauses: readonly Span[]): readonly string[] {
  const taken = orderPauses(pauses)
    .map(([from, to]) => [Math.max(from, start), Math.min(to, due)] as const)
    .filter(([from, to]) => openBetween(hours, from, to) > 0)
    .map(([from, to]) => {
      const worth = workingWords(openBetween(hours, from, to) / 1000);
      return `stopped ${stretchWords(hours, from, to)} (${worth})`;
    });
  return few(taken, 'more stops');
}

/** Holidays that took hours away which the week or a shift would have given. */
function holidaysSkipped(calendar: Calendar, hours: Hours, start: Instant, due: Instant): readonly string[] {
  const skipped: string[] = [];
  const last = localDay(hours.zone, due);
  for (let day = localDay(hours.zone, start); day <= last; day++) {
    if (!isHolidayDay(hours, day) || rangesOn(hours, day).length === 0) continue;
    const date = dateOf(day);
    const name = calendar.holidayNames?.[date] ?? calendar.holidayNames?.[date.slice(5)] ?? 'holiday';
    skipped.push(`${name} on ${dateWords(day)}`);
  }
  return few(skipped, 'more holidays');
}

function closures(hours: Hours, start: Instant, due: Instant): readonly string[] {
  const closed: Interval[] = [];
  let until = start;
  for (const [opening, closing] of intervalsAfter(hours, start)) {
    if (opening > until && until < due) closed.push([until, opening]);
    until = closing;
    if (until >= due) break;
  }
  if (closed.length <= 3) return closed.map(([from, to]) => `closed ${stretchWords(hours, from, to)}`);
  const [from, to] = closed.reduce((a, b) => (b[1] - b[0] > a[1] - a[0] ? b : a));
  const count = `closed ${closed.length} times (nights and days off)`;
  return [`${count}, the longest ${stretchWords(hours, from, to)}`];
}

/** The first three, and how many are left. */
function few(all: readonly string[], more: string): readonly string[] {
  return all.length <= 4 ? all : [...all.slice(0, 3), `${all.length - 3} ${more}`];
}

/** Said only where the clocks changed in open hours: otherwise it moved nothing. */
function clockChange(hours: Hours, start: Instant, due: Instant): string {
  const change = clockChanges(hours.zone, start, due).find((at) => openBetween(hours, at - 1, at + 1) === 2);
  if (change === undefined) return '';
  const by = (offsetAt(hours.zone, change) - offsetAt(hours.zone, change - 1)) / minute;
  const day = dateWords(localDay(hours.zone, change));
  return ` The clocks went ${by > 0 ? 'forward' : 'back'} ${Math.abs(by)} minutes on ${day}.`;
}

function amountOf(allowance: Allowance): string {
  if (allowance.unit === 'seconds') return workingWords(allowance.amount);
  return allowance.amount === 1 ? '1 working day' : `${allowance.amount} working days`;
}

/** `4 working hours`, `90 working minutes`, `1 hour 30 minutes 5 seconds of working time`. */
export function workingWords(seconds: number): string {
  const whole = Math.floor(seconds);
  if (whole > 0 && whole % 3600 === 0) return counted(whole / 3600, 'working hour');
  if (whole > 0 && whole % 60 === 0 && whole <= 7200) return counted(whole / 60, 'working minute');
  const parts = [
    counted(Math.floor(whole / 3600), 'hour'),
    counted(Math.floor((whole % 3600) / 60), 'minute'),
    counted(whole % 60, 'second'),
  ].filter((part) => !part.startsWith('0 '));
  return parts.length > 0 ? `${parts.join(' ')} of working time` : 'no working time';
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Fri 27 Mar` */
function dateWords(day: Day): string {
  const date = new Date(day * dayLength);
  return `${days[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

/** `15:30`, with seconds where there are any. */
function timeWords(hours: Hours, at: Instant): string {
  const time = new Date(wallTime(hours.zone, at)).toISOString().slice(11, 19);
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}

/** `Fri 27 Mar 2026 15:30` */
function longTime(hours: Hours, at: Instant): string {
  const local = wallTime(hours.zone, at);
  const year = new Date(local).getUTCFullYear();
  return `${dateWords(Math.floor(local / dayLength))} ${year} ${timeWords(hours, at)}`;
}

function stretchWords(hours: Hours, from: Instant, to: Instant): string {
  const [first, last] = [localDay(hours.zone, from), localDay(hours.zone, to)];
  const start = `${dateWords(first)} ${timeWords(hours, from)}`;
  return `${start} to ${first === last ? '' : `${dateWords(last)} `}${timeWords(hours, to)}`;
}
