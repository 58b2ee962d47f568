// Working days: dates on which the desk opens at all, counted and turned into deadlines.
import type { Calendar } from './calendar.ts';
import { type Day, dateOf, dayLength, dayOf } from './dates.ts';
import { type Hours, hoursOf, isHolidayDay, openOn } from './hours.ts';
import { lastOpen, nextOpen } from './open-time.ts';
import type { Instant, LocalDate } from './time.ts';
import { instantAt, localDay, wallTime } from './zone.ts';

export type Direction = 'after' | 'before';

const horizon = 36_525; // days

/** Throws for what is no date; those from people are checked where they come in. */
export function soundDay(date: LocalDate): Day {
  const day = dayOf(date);
  if (day === null) throw new Error(`There is no date '${date}'.`);
  return day;
}

export function isHoliday(calendar: Calendar, date: LocalDate): boolean {
  return isHolidayDay(hoursOf(calendar), soundDay(date));
}

/** A date that opens: no holiday, with hours or a shift that starts on it, not wholly taken by breaks. */
export function isWorkingDate(calendar: Calendar, date: LocalDate): boolean {
  return opens(hoursOf(calendar), soundDay(date));
}

function opens(hours: Hours, day: Day): boolean {
  return openOn(hours, day).length > 0;
}

/**
 * So many working dates on, or back where `days` is negative. 0 is the date itself if it is a working date, else
 * the next one. Null where there are not so many within a hundred years.
 */
export function addWorkingDates(calendar: Calendar, date: LocalDate, days: number): LocalDate | null {
  const day = step(hoursOf(calendar), soundDay(date), Math.abs(days), days < 0 ? -1 : 1);
  return day === null ? null : dateOf(day);
}

function step(hours: Hours, from: Day, days: number, by: 1 | -1): Day | null {
  let left = Math.max(days, 1);
  let day = days === 0 ? from : from + by;
  for (let walked = 0; walked < horizon + days * 7; walked++, day += by) {
    if (opens(hours, day) && --left === 0) return day;
  }
  return null;
}

export interface WorkingDays {
  readonly days: number;
  readonly direction: Direction;
  /** Closing of the date found instead of the same wall time. */
  readonly endOfDay?: boolean;
}

/**
 * The same wall time so many working dates on, moved to the next opening where the desk is closed then; `before`
 * counts back and moves back to the last closing. 0 days is the start itself, moved into hours.
 * `endOfDay`: the closing of that date's own hours (the next morning for a night shift); with 0 days today's,
 * or the next one where today's has passed.
 */
export function dueWorkingDays(calendar: Calendar, start: Instant, asked: WorkingDays): Instant | null {
  const hours = hoursOf(calendar);
  const by = asked.direction === 'after' ? 1 : -1;
  const today = localDay(hours.zone, start);
  if (asked.endOfDay) return closing(hours, start, { today, days: asked.days, by });
  const move = by === 1 ? nextOpen : lastOpen;
  if (asked.days === 0) return move(hours, start);
  const day = step(hours, today, asked.days, by);
  if (day === null) return null;
  const sinceMidnight = wallTime(hours.zone, start) - today * dayLength;
  return move(hours, instantAt(hours.zone, day * dayLength + sinceMidnight));
}

function closing(
  hours: Hours,
  start: Instant,
  { today, days, by }: { readonly today: Day; readonly days: number; readonly by: 1 | -1 },
): Instant | null {
  const day = step(hours, today, days, by);
  const closes = day === null ? null : closingOf(hours, day);
  if (closes === null || (closes - start) * by >= 0) return closes;
  const next = step(hours, today, 1, by);
  return next === null ? null : closingOf(hours, next);
}

function closingOf(hours: Hours, day: Day): Instant | null {
  const open = openOn(hours, day);
  return open[open.length - 1]?.[1] ?? null;
}
