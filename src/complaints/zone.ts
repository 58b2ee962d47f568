// Wall time and instants in a time zone, from Intl, with its slow answers kept as a list of clock changes a year.
import { type Day, dayLength } from './dates.ts';
import type { Instant } from './time.ts';

/** A year of one zone: from each `from` on its `offset` (milliseconds east of UTC) holds. */
interface ZoneYear {
  readonly from: Instant;
  readonly to: Instant;
  readonly changes: readonly { readonly from: Instant; readonly offset: number }[];
}

export interface Zone {
  readonly name: string;
  readonly format: Intl.DateTimeFormat;
  readonly years: Map<number, ZoneYear>;
  last: ZoneYear | null;
}

const zones = new Map<string, Zone>();

/** Null where Intl knows no such zone. Fixed offsets such as `+02:00` are no zones. */
export function zoneNamed(name: string): Zone | null {
  const known = zones.get(name);
  if (known) return known;
  if (!/^[A-Za-z]/.test(name)) return null;
  const format = formatIn(name);
  if (!format) return null;
  const zone: Zone = { name, format, years: new Map(), last: null };
  zones.set(name, zone);
  return zone;
}

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

/** Milliseconds east of UTC. */
export function offsetAt(zone: Zone, at: Instant): number {
  const year = zone.last && at >= zone.last.from && at < zone.last.to ? zone.last : yearAround(zone, at);
  const changes = year.changes;
  let i = changes.length - 1;
  while (i > 0 && (changes[i]?.from ?? 0) > at) i--;
  return changes[i]?.offset ?? 0;
}

/** The clock changes of a zone after `from` and before `to`. */
export function clockChanges(zone: Zone, from: Instant, to: Instant): readonly Instant[] {
  const found: Instant[] = [];
  let year = yearAround(zone, from);
  for (;;) {
    for (const change of year.changes.slice(1)) {
      if (change.from > from && change.from < to) found.push(change.from);
    }
    if (year.to >= to) return found;
    year = yearAround(zone, year.to);
  }
}

/** Milliseconds since 1970 as the wall clock shows them, as if the zone were UTC. */
export function wallTime(zone: Zone, at: Instant): number {
  return at + offsetAt(zone, at);
}

export function localDay(zone: Zone, at: Instant): Day {
  return Math.floor(wallTime(zone, at) / dayLength);
}

/**
 * The instant of a wall time (in the form `wallTime` gives).
 * In a spring gap it moves forward by the gap; of two in autumn it is the first.
 */
export function instantAt(zone: Zone, wall: number): Instant {
  const before = offsetAt(zone, wall - dayLength);
  const after = offsetAt(zone, wall + dayLength);
  const first = wall - before;
  if (before === after || offsetAt(zone, first) === before) return first;
  const second = wall - after;
  return offsetAt(zone, second) === after ? second : first;
}

/** False for a date a zone left out when it moved across the date line: 2011-12-30 in Pacific/Apia. */
export function dateExists(zone: Zone, day: Day): boolean {
  return localDay(zone, instantAt(zone, (day + 0.5) * dayLength)) === day;
}

function yearAround(zone: Zone, at: Instant): ZoneYear {
  const number = new Date(at).getUTCFullYear();
  const year = zone.years.get(number) ?? observe(zone, number);
  zone.years.set(number, year);
  zone.last = year;
  return year;
}

const week = 7 * dayLength;

/** Looks at the zone once a week and halves the weeks in which the offset changed. */
function observe(zone: Zone, number: number): ZoneYear {
  const from = new Date(0).setUTCFullYear(number, 0, 1);
  const to = new Date(0).setUTCFullYear(number + 1, 0, 1);
  let offset = askIntl(zone, from);
  const changes = [{ from, offset }];
  const narrow = (a: Instant, atA: number, b: Instant, atB: number): void => {
    if (atA === atB) return;
    if (b - a <= 1000) {
      changes.push({ from: b, offset: atB });
      return;
    }
    const middle = Math.floor((a + b) / 2000) * 1000;
    const atMiddle = askIntl(zone, middle);
    narrow(a, atA, middle, atMiddle);
    narrow(middle, atMiddle, b, atB);
  };
  for (let at = from; at < to; at += week) {
    const next = Math.min(at + week, to - 1000);
    const atNext = askIntl(zone, next);
    narrow(at, offset, next, atNext);
    offset = atNext;
  }
  return { from, to, changes };
}

function askIntl(zone: Zone, at: Instant): number {
  const parts: Record<string, number> = {};
  for (const part of zone.format.formatToParts(at)) parts[part.type] = Number(part.value);
  const wall = new Date(0).setUTCFullYear(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day ?? 1);
  const seconds = (((parts.hour ?? 0) % 24) * 60 + (parts.minute ?? 0)) * 60 + (parts.second ?? 0);
  return wall + seconds * 1000 - at;
}
