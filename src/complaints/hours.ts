// A calendar's hours as open intervals of instants, worked out a year at a time and kept.
import { type Calendar, type WallRange, weekdays } from './calendar.ts';
import { type Day, dayLength, dayOf, minute, newYear, weekdayOf, yearOf } from './dates.ts';
import type { Instant } from './time.ts';
import { dateExists, instantAt, localDay, type Zone, zoneNamed } from './zone.ts';

export type Interval = readonly [from: Instant, to: Instant];

/** Minutes since the date's midnight; past 1440 is the next date. */
type Minutes = readonly [from: number, to: number];

/** The open intervals of one local year, in order; a range across New Year's midnight is cut there. */
export interface OpenYear {
  readonly number: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
  /** Open milliseconds of the year before each interval. */
  readonly before: readonly number[];
  readonly total: number;
  /** The last interval goes on in the next year. */
  readonly goesOn: boolean;
}

/** A calendar made ready for reckoning. */
export interface Hours {
  readonly zone: Zone;
  readonly week: readonly (readonly Minutes[])[];
  readonly holidays: ReadonlySet<Day>;
  readonly holidaysYearly: ReadonlySet<string>;
  readonly breaks: ReadonlyMap<Day, readonly Minutes[]>;
  readonly shifts: ReadonlyMap<Day, readonly Minutes[]>;
  readonly years: Map<number, OpenYear>;
  last: OpenYear | null;
}

const ready = new WeakMap<Calendar, Hours>();

export function hoursOf(calendar: Calendar): Hours {
  const known = ready.get(calendar);
  if (known) return known;
  const zone = zoneNamed(calendar.timeZone);
  if (!zone) throw new Error(`Calendar '${calendar.name}': there is no time zone '${calendar.timeZone}'.`);
  const hours: Hours = {
    zone,
    week: weekdays.map((weekday) => (calendar.hours[weekday] ?? []).map(minutesOf)),
    holidays: new Set((calendar.holidays ?? []).map(soundDay)),
    holidaysYearly: new Set(calendar.holidaysYearly ?? []),
    breaks: byDay(calendar.breaks),
    shifts: byDay(calendar.shifts),
    years: new Map(),
    last: null,
  };
  ready.set(calendar, hours);
  return hours;
}

function byDay(ranges: Readonly<Record<string, readonly WallRange[]>> = {}): Map<Day, readonly Minutes[]> {
  return new Map(Object.entries(ranges).map(([date, on]) => [soundDay(date), on.map(minutesOf)]));
}

function soundDay(date: string): Day {
  const day = dayOf(date);
  if (day === null) throw new Error(`There is no date '${date}'.`);
  return day;
}

function minutesOf([from, to]: WallRange): Minutes {
  const start = minutesSinceMidnight(from);
  const end = minutesSinceMidnight(to);
  return [start, end > start ? end : end + 1440];
}

/** `HH:MM`, `24:00` included. */
export function minutesSinceMidnight(wall: string): number {
  return Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3));
}

export function isHolidayDay(hours: Hours, day: Day): boolean {
  if (hours.holidays.has(day)) return true;
  if (hours.holidaysYearly.size === 0) return false;
  return hours.holidaysYearly.has(new Date(day * dayLength).toISOString().slice(5, 10));
}

/** What the date's own hours would be if it were no holiday. */
export function rangesOn(hours: Hours, day: Day): readonly Minutes[] {
  return hours.shifts.get(day) ?? hours.week[weekdayOf(day)] ?? [];
}

/**
 * The open intervals that start on a date: a range past midnight belongs to the date it starts on, so that a
 * holiday removes it whole and leaves the tail of the day before alone. Breaks are wall time and cut whatever is open.
 */
export function openOn(hours: Hours, day: Day): readonly Interval[] {
  const open = rangesFrom(hours, day);
  if (open.length === 0 || hours.breaks.size === 0) return merged(open);
  const cuts = [day - 1, day, day + 1].flatMap((near) => intervals(hours, near, hours.breaks.get(near)));
  return without(merged(open), cuts);
}

function rangesFrom(hours: Hours, day: Day): readonly Interval[] {
  const ranges = rangesOn(hours, day);
  if (ranges.length === 0 || isHolidayDay(hours, day) || !dateExists(hours.zone, day)) return [];
  return intervals(hours, day, ranges);
}

function intervals(hours: Hours, day: Day, ranges: readonly Minutes[] = []): readonly Interval[] {
  const midnight = day * dayLength;
  return ranges.flatMap(([start, end]): Interval[] => {
    const from = instantAt(hours.zone, midnight + start * minute);
    const to = instantAt(hours.zone, midnight + end * minute);
    return from < to ? [[from, to]] : [];
  });
}

/** Sorted, overlapping ones made one; those that only touch stay two. */
export function merged(list: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const next of [...list].sort((a, b) => a[0] - b[0])) {
    const last = result[result.length - 1];
    if (last && next[0] < last[1]) result[result.length - 1] = [last[0], Math.max(last[1], next[1])];
    else result.push(next);
  }
  return result;
}

function without(list: readonly Interval[], cuts: readonly Interval[]): readonly Interval[] {
  return cuts.reduce((left, cut) => left.flatMap((interval) => cutOut(interval, cut)), list);
}

function cutOut(interval: Interval, [from, to]: Interval): Interval[] {
  if (to <= interval[0] || from >= interval[1]) return [interval];
  const left: Interval[] = from > interval[0] ? [[interval[0], from]] : [];
  return to < interval[1] ? [...left, [to, interval[1]]] : left;
}

/** The year an instant lies in, by the calendar's own wall clock. */
export function openYearAt(hours: Hours, at: Instant): OpenYear {
  const last = hours.last;
  if (last && at >= last.from && at < last.to) return last;
  const near = openYear(hours, yearOf(localDay(hours.zone, at)));
  const step = at < near.from ? -1 : at < near.to ? 0 : 1; // clocks set back over New Year's midnight
  const year = openYear(hours, near.number + step);
  hours.last = year;
  return year;
}

export function openYear(hours: Hours, number: number): OpenYear {
  const known = hours.years.get(number);
  if (known) return known;
  const year = lay(hours, number);
  hours.years.set(number, year);
  return year;
}

function lay(hours: Hours, number: number): OpenYear {
  const [first, next] = [newYear(number), newYear(number + 1)];
  const [from, to] = [first, next].map((day) => instantAt(hours.zone, day * dayLength)) as [Instant, Instant];
  const ranges: Interval[] = [];
  for (let day = first - 1; day < next; day++) ranges.push(...rangesFrom(hours, day));
  const within = merged(ranges).flatMap((interval) => clip(interval, from, to));
  const open = withoutBreaks(hours, within, [first - 1, next]);
  const before: number[] = [];
  let total = 0;
  for (const [start, end] of open) {
    before.push(total);
    total += end - start;
  }
  const goesOn = open[open.length - 1]?.[1] === to && ranges.some(([start, end]) => start < to && end > to);
  const [starts, ends] = [open.map((interval) => interval[0]), open.map((interval) => interval[1])];
  return { number, from, to, starts, ends, before, total, goesOn };
}

function withoutBreaks(hours: Hours, open: readonly Interval[], [first, next]: readonly [Day, Day]) {
  const cuts: Interval[] = [];
  for (const [day, ranges] of hours.breaks) {
    if (day >= first && day < next) cuts.push(...intervals(hours, day, ranges));
  }
  return without(open, cuts);
}

function clip([start, end]: Interval, from: Instant, to: Instant): Interval[] {
  const clipped: Interval = [Math.max(start, from), Math.min(end, to)];
  return clipped[0] < clipped[1] ? [clipped] : [];
}
