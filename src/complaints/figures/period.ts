// The weeks and months that figures are told by, in the desk's zone.
import { newYear, weekdayOf, yearOf } from '../dates.ts';
import type { Instant } from '../time.ts';
import { localDay, wallTime, type Zone } from '../zone.ts';

/** `2026-W13` (ISO 8601: from Monday; the week of a year's first Thursday is its first) or `2026-03`. */
export type Period = string;

/** `before`: so many weeks earlier, by the calendar: a day may have 25 hours. */
export function weekOf(zone: Zone, at: Instant, before = 0): Period {
  const day = localDay(zone, at) - 7 * before;
  const thursday = day - weekdayOf(day) + 3;
  const year = yearOf(thursday);
  const week = Math.floor((thursday - newYear(year)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

export const monthOf = (zone: Zone, at: Instant): Period =>
  new Date(wallTime(zone, at)).toISOString().slice(0, 7);

export const isWeek = (period: Period): boolean => period.includes('W');
