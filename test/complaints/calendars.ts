// Calendars that the tests of working time share, and short ways to write instants.
import type { Calendar, CalendarSpec, WallRange } from '../../src/complaints/calendar.ts';
import { readCalendar } from '../../src/complaints/read-calendar.ts';
import type { Instant, Span } from '../../src/complaints/time.ts';
import { instantOf } from '../../src/complaints/working-time.ts';

export const everyWeekday = (...ranges: WallRange[]): CalendarSpec['hours'] => ({
  mon: ranges,
  tue: ranges,
  wed: ranges,
  thu: ranges,
  fri: ranges,
});

export const everyDay = (...ranges: WallRange[]): CalendarSpec['hours'] => ({
  ...everyWeekday(...ranges),
  sat: ranges,
  sun: ranges,
});

/** Monday to Friday from 09:00 to 17:00 in Oslo, unless told otherwise. */
export function calendar(spec: Partial<CalendarSpec> = {}): Calendar {
  const read = readCalendar({
    timeZone: 'Europe/Oslo',
    hours: everyWeekday(['09:00', '17:00']),
    ...spec,
  });
  if ('error' in read) throw new Error(read.error);
  return read;
}

/** `local(oslo, '2026-03-27 16:30')` */
export function local(on: Calendar, written: string): Instant {
  const [date = '', wall = ''] = written.split(' ');
  return instantOf(on, date, wall);
}

export const utc = (written: string): Instant => Date.parse(written);

export const iso = (instant: Instant | null): string | null =>
  instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z');

export const pause = (from: Instant, to: Instant | null): Span => ({ from, to });

export const minutes = (count: number): number => count * 60;
export const hours = (count: number): number => count * 3600;
