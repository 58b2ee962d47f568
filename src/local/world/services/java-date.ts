// Dates as text by Java's SimpleDateFormat patterns, which Utilities.formatDate takes.
import { exception } from '../failure.ts';

type Parts = Readonly<Record<string, string>>;

const letters: Readonly<Record<string, (parts: Parts, length: number, offset: number) => string>> = {
  y: ({ year = '' }, length) => (length === 2 ? year.slice(-2) : year.padStart(length, '0')),
  M: ({ month = '', monthShort = '', monthLong = '' }, length) =>
    length >= 4 ? monthLong : length === 3 ? monthShort : month.padStart(length, '0'),
  d: ({ day = '' }, length) => day.padStart(length, '0'),
  H: ({ hour = '' }, length) => hour.padStart(length, '0'),
  h: ({ hour = '' }, length) => String(((Number(hour) + 11) % 12) + 1).padStart(length, '0'),
  m: ({ minute = '' }, length) => minute.padStart(length, '0'),
  s: ({ second = '' }, length) => second.padStart(length, '0'),
  S: ({ millisecond = '' }, length) => millisecond.padStart(length, '0'),
  E: ({ weekday = '' }, length) => (length >= 4 ? weekday : weekday.slice(0, 3)),
  a: ({ hour = '' }) => (Number(hour) < 12 ? 'AM' : 'PM'),
  u: ({ weekday = '' }) =>
    String(
      ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].indexOf(weekday) + 1,
    ),
  z: (_, __, offset) => `GMT${offset === 0 ? '' : offsetText(offset, ':')}`,
  Z: (_, __, offset) => offsetText(offset, ''),
  X: (_, length, offset) =>
    offset === 0
      ? 'Z'
      : length === 1
        ? offsetText(offset, '').slice(0, 3)
        : offsetText(offset, length === 2 ? '' : ':'),
};

export function javaDate(date: Date, timeZone: string, pattern: string): string {
  if (Number.isNaN(date.getTime())) throw exception('Invalid argument: date');
  const parts = partsOf(date, timeZone);
  const wall = Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  const offset = Math.round((wall - date.getTime()) / 60_000);
  return pattern.replace(
    /'((?:[^']|'')*)'|([a-zA-Z])\2*/g,
    (run, quoted: string | undefined, letter: string) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
      const write = letters[letter];
      if (!write) throw exception(`Illegal pattern character '${letter}'`);
      return write(parts, run.length, offset);
    },
  );
}

function partsOf(date: Date, timeZone: string): Parts {
  try {
    const numeric = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      weekday: 'long',
    });
    const named = (month: 'short' | 'long') =>
      new Intl.DateTimeFormat('en-US', { timeZone, month }).format(date);
    return {
      ...Object.fromEntries(numeric.formatToParts(date).map(({ type, value }) => [type, value])),
      monthShort: named('short'),
      monthLong: named('long'),
      millisecond: String(date.getUTCMilliseconds()),
    };
  } catch {
    throw exception(`Invalid argument: timeZone ${timeZone}`);
  }
}

function offsetText(minutes: number, between: string): string {
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${between}${two(size % 60)}`;
}
