// Working time: when an allowance is used up, how much was used, and when the desk is open.
import type { Calendar } from './calendar.ts';
import { dayLength, minute } from './dates.ts';
import { type Hours, hoursOf, type Interval } from './hours.ts';
import {
  intervalsAfter,
  intervalsBefore,
  lastOpen,
  nextOpen,
  openAfter,
  openBack,
  openBetween,
} from './open-time.ts';
import { orderPauses, pauseAt } from './pauses.ts';
import type { Allowance, Instant, LocalDate, Seconds, Span } from './time.ts';
import { dueWorkingDays, soundDay } from './working-days.ts';
import { instantAt } from './zone.ts';

const noPauses: readonly Span[] = [];

/**
 * The first instant at which `seconds` of working time have passed outside the pauses: used up exactly at closing,
 * it is due at closing. A target of 0 is due at the first moment that counts: `start` itself while open, else the
 * next opening. Null where an open-ended pause swallows it, or no hour is open within a hundred years.
 */
export function due(calendar: Calendar, start: Instant, seconds: Seconds, pauses = noPauses): Instant | null {
  const hours = hoursOf(calendar);
  const breaks = orderPauses(pauses);
  const milliseconds = Math.round(seconds * 1000);
  return milliseconds > 0 ? usedUp(hours, start, milliseconds, breaks) : firstCounting(hours, start, breaks);
}

function usedUp(
  hours: Hours,
  start: Instant,
  milliseconds: number,
  pauses: readonly Interval[],
): Instant | null {
  let from = start;
  let left = milliseconds;
  for (const [stop, resume] of pauses) {
    if (resume <= from) continue;
    const here = openBetween(hours, from, stop);
    if (here >= left) break;
    if (resume === Number.POSITIVE_INFINITY) return null;
    left -= here;
    from = resume;
  }
  return openAfter(hours, from, left);
}

function firstCounting(hours: Hours, start: Instant, pauses: readonly Interval[]): Instant | null {
  for (let from = start; ; ) {
    const open = nextOpen(hours, from);
    const pause = open === null ? null : pauseAt(pauses, open);
    if (pause === null) return open;
    if (pause[1] === Number.POSITIVE_INFINITY) return null;
    from = pause[1];
  }
}

/**
 * The mirror of `due`: the last instant from which `seconds` of working time remain until `end`.
 * Reaching exactly to an opening it is that opening; 0 seconds is the last moment that counted.
 */
export function dueBefore(
  calendar: Calendar,
  end: Instant,
  seconds: Seconds,
  pauses = noPauses,
): Instant | null {
  const hours = hoursOf(calendar);
  const breaks = [...orderPauses(pauses)].reverse();
  const milliseconds = Math.round(seconds * 1000);
  if (milliseconds <= 0) return lastCounting(hours, end, breaks);
  let to = end;
  let left = milliseconds;
  for (const [stop, resume] of breaks) {
    if (stop >= to) continue;
    const here = openBetween(hours, resume, to);
    if (here >= left) break;
    left -= here;
    to = stop;
  }
  return openBack(hours, to, left);
}

function lastCounting(hours: Hours, end: Instant, pauses: readonly Interval[]): Instant | null {
  for (let to = end; ; ) {
    const open = lastOpen(hours, to);
    const pause = open === null ? null : pauses.find(([stop, resume]) => stop < open && open <= resume);
    if (!pause) return open;
    to = pause[0];
  }
}

/**
 * Working seconds from `from` to `to` outside the pauses; 0 where `to` is not after `from`.
 * Whole for instants on whole seconds, otherwise exact to the millisecond, so that a breach by half a second is one.
 */
export function elapsed(calendar: Calendar, from: Instant, to: Instant, pauses = noPauses): Seconds {
  const hours = hoursOf(calendar);
  let milliseconds = openBetween(hours, from, to);
  for (const [stop, resume] of orderPauses(pauses)) {
    milliseconds -= openBetween(hours, Math.max(from, stop), Math.min(to, resume));
  }
  return milliseconds / 1000;
}

/** The instant itself while open, else the next opening. Null where there is none within a hundred years. */
export function firstOpen(calendar: Calendar, at: Instant): Instant | null {
  return nextOpen(hoursOf(calendar), at);
}

/** The opening moment is open, the closing moment is not. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  return nextOpen(hoursOf(calendar), at) === at;
}

/**
 * The next (`after`) or last (`before`, nearest first) open periods, cut at `start`. Ranges that overlap are one
 * period; ranges that only touch, such as 22:00-24:00 and 00:00-06:00, are two.
 */
export function periods(
  calendar: Calendar,
  start: Instant,
  direction: 'after' | 'before',
  count: number,
): readonly Interval[] {
  const found: Interval[] = [];
  if (count <= 0) return found;
  const hours = hoursOf(calendar);
  for (const period of (direction === 'after' ? intervalsAfter : intervalsBefore)(hours, start)) {
    if (found.push(period) >= count) break;
  }
  return found;
}

/** The instant of a wall time `HH:MM` on a date: past a spring gap it is moved forward by the gap, of two in autumn it is the first. */
export function instantOf(calendar: Calendar, date: LocalDate, wall: string): Instant {
  const [hour = 0, minutes = 0, seconds = 0] = wall.split(':').map(Number);
  const local = soundDay(date) * dayLength + (hour * 60 + minutes) * minute + seconds * 1000;
  return instantAt(hoursOf(calendar).zone, local);
}

/** When an allowance is used up; null as in `due`. */
export function dueOf(
  calendar: Calendar,
  start: Instant,
  allowance: Allowance,
  pauses = noPauses,
): Instant | null {
  if (allowance.unit === 'seconds') return due(calendar, start, allowance.amount, pauses);
  const target = targetOf(calendar, start, allowance);
  const used = target === null ? null : due(calendar, start, target, pauses);
  return used === null ? null : firstOpen(calendar, used);
}

/** An allowance in working seconds: for working days those from `start` to the same wall time so many working days on. */
export function targetOf(calendar: Calendar, start: Instant, allowance: Allowance): Seconds | null {
  if (allowance.unit === 'seconds') return allowance.amount;
  const end = dueWorkingDays(calendar, start, { days: allowance.amount, direction: 'after' });
  return end === null ? null : elapsed(calendar, start, end);
}
