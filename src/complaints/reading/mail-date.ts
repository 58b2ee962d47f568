// When a mail was received, or says it was written.
import type { Instant } from '../time.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const rfc5322 =
  /(\d{1,2})[ -]+([a-z]{3})[a-z]{0,6}[ -]+(\d{2,4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i;
const iso = /^\s*\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})\s*$/;
/** Hours from UTC of the zone names RFC 5322 knows and of those that senders use all the same. */
const zones: Readonly<Record<string, number>> = {
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
  bst: 1,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
};

/** Gmail's own instant; else the Date header; else 0. */
export function receivedAt(internalDate: string | undefined, dateHeader: string | null): Instant {
  const received = /^\d{1,16}$/.test(String(internalDate ?? '')) ? Number(internalDate) : 0;
  return received > 0 ? received : (instantOf(dateHeader) ?? 0);
}

/** Reads `Mon, 3 Feb 2025 10:00:00 +0100 (CET)`; null where it is no date. A date without a zone is taken as UTC. */
export function instantOf(header: string | null): Instant | null {
  const text = (header ?? '').slice(0, 200);
  if (iso.test(text)) return finite(Date.parse(text.trim()));
  const match = rfc5322.exec(text);
  if (!match) return null;
  const [, day, month = '', year, hour, minute, second, zone] = match;
  const monthIndex = months.indexOf(month.toLowerCase());
  if (monthIndex < 0) return null;
  const local = Date.UTC(
    fullYear(Number(year)),
    monthIndex,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
  );
  return finite(local - minutesFromUtc(zone) * 60_000);
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function minutesFromUtc(zone: string | undefined): number {
  if (!zone) return 0;
  if (!/^[+-]/.test(zone)) return (zones[zone.toLowerCase()] ?? 0) * 60;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
  return zone.startsWith('-') ? -minutes : minutes;
}

function finite(instant: number): Instant | null {
  return Number.isFinite(instant) ? instant : null;
}
