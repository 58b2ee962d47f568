// Instants and working time in the reader's words, habits and zone.
import type { Instant, Seconds } from '../complaints/time.ts';
import type { Reader } from './reader.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  { locale, timeZone }: Reader,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${name}|${locale}|${timeZone}`;
  const found = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, found);
  return found;
}

const clock = { hour: 'numeric', minute: '2-digit' } as const;

/** `today 16:30`, `tomorrow 9:00`, `Mon 30 Mar, 10:30`; with the year where it is another one. */
export function moment(at: Instant, reader: Reader): string {
  const days = dayNumber(at, reader) - dayNumber(reader.now, reader);
  if (Math.abs(days) <= 1) {
    const name = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day');
    return `${name} ${format(reader, 'clock', clock).format(at)}`;
  }
  const sameYear = yearOf(at, reader) === yearOf(reader.now, reader);
  const date = { weekday: 'short', day: 'numeric', month: 'short', ...clock } as const;
  return sameYear
    ? format(reader, 'date', date).format(at)
    : format(reader, 'year', { ...date, year: 'numeric' }).format(at);
}

/** `5 min ago`, `2 hr ago`, then as `moment`. */
export function ago(at: Instant, reader: Reader): string {
  const passed = Math.max(0, reader.now - at);
  const style = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto', style: 'short' });
  if (passed < minute) return style.format(0, 'second');
  if (passed < 60 * minute) return style.format(-Math.floor(passed / minute), 'minute');
  if (passed < 6 * 60 * minute) return style.format(-Math.floor(passed / (60 * minute)), 'hour');
  return moment(at, reader);
}

/** `2 h 15 min`, `45 min`, `37 h`: minutes beside a full day would only be noise. */
export function lasting(seconds: Seconds, { words }: Reader): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  if (minutes === 0) return words.underAMinute;
  const hours = Math.floor(minutes / 60);
  const rest = hours >= 24 ? 0 : minutes % 60;
  return [hours > 0 ? words.hours(hours) : '', rest > 0 ? words.minutes(rest) : ''].filter(Boolean).join(' ');
}

function dayNumber(at: Instant, reader: Reader): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: reader.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / day);
}

const yearOf = (at: Instant, reader: Reader): string =>
  format(reader, 'onlyYear', { year: 'numeric' }).format(at);
