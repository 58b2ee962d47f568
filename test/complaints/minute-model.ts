// Working time the slow way, for comparison: a list of minutes, each open or not, with wall clocks read from Intl.
import type { CalendarSpec, WallRange } from '../../src/complaints/calendar.ts';
import type { Span } from '../../src/complaints/time.ts';
import { dateAfter } from './any-calendar.ts';

const minute = 60_000;
const before = 4 * 1440; // minutes of margin around the week looked at
const after = 13 * 1440;

/** The wall clock of each minute as `YYYY-MM-DD HH:MM`, and the first minute that shows it. */
interface WallClock {
  readonly walls: readonly string[];
  readonly first: Map<string, number>;
}

const clocks = new Map<string, WallClock>();

function wallClock(timeZone: string, from: number): WallClock {
  const key = `${timeZone} ${from}`;
  const known = clocks.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const walls: string[] = [];
  for (let m = -before; m < after; m++) walls.push(format.format(from + m * minute));
  const first = new Map([...walls.entries()].reverse().map(([m, wall]) => [wall, m]));
  clocks.set(key, { walls, first });
  return { walls, first };
}

export interface MinuteModel {
  isOpen(at: number): boolean;
  elapsed(from: number, to: number, pauses: readonly Span[]): number;
  due(start: number, seconds: number, pauses: readonly Span[]): number | null;
  dueBefore(end: number, seconds: number, pauses: readonly Span[]): number | null;
}

/** `from` is midnight UTC of the first date; answers are sound for some ten days from there. */
export function minuteModel(spec: CalendarSpec, from: number): MinuteModel {
  const clock = wallClock(spec.timeZone, from);
  const { walls } = clock;
  const start = from - before * minute;
  const open = new Uint8Array(walls.length);
  const paint = (date: string, [a, b]: WallRange, value: 0 | 1): void => {
    const end = b > a ? find(clock, date, b) : find(clock, dateAfter(date, 1), b);
    for (let m = find(clock, date, a); m < end; m++) open[m] = value;
  };
  const dates: string[] = [];
  for (let day = -3; day < 12; day++) dates.push(dateAfter(new Date(from).toISOString().slice(0, 10), day));
  for (const date of dates) {
    if (!clock.first.has(`${date} 12:00`) || isHoliday(spec, date)) continue;
    for (const range of rangesOn(spec, date)) paint(date, range, 1);
  }
  for (const date of dates) for (const range of spec.breaks?.[date] ?? []) paint(date, range, 0);

  const paused = (at: number, pauses: readonly Span[]) =>
    pauses.some((pause) => at >= pause.from && at < (pause.to ?? Number.POSITIVE_INFINITY));
  const counts = (at: number, pauses: readonly Span[]) =>
    open[(at - start) / minute] === 1 && !paused(at, pauses);
  return {
    isOpen: (at) => open[(at - start) / minute] === 1,
    elapsed(a, b, pauses) {
      let seconds = 0;
      for (let at = a; at < b; at += minute) if (counts(at, pauses)) seconds += 60;
      return seconds;
    },
    due(a, seconds, pauses) {
      let left = seconds;
      for (let at = a; at < from + 9 * 1440 * minute; at += minute) {
        if (!counts(at, pauses)) continue;
        if (left === 0) return at;
        left -= 60;
        if (left === 0) return at + minute;
      }
      return null;
    },
    dueBefore(b, seconds, pauses) {
      let left = seconds;
      for (let at = b; at > from - 2 * 1440 * minute; at -= minute) {
        if (!counts(at - minute, pauses)) continue;
        if (left === 0) return at;
        left -= 60;
        if (left === 0) return at - minute;
      }
      return null;
    },
  };
}

function isHoliday(spec: CalendarSpec, date: string): boolean {
  return (spec.holidays ?? []).includes(date) || (spec.holidaysYearly ?? []).includes(date.slice(5));
}

function rangesOn(spec: CalendarSpec, date: string): readonly WallRange[] {
  const weekday = new Date(date).toUTCString().slice(0, 3).toLowerCase() as keyof CalendarSpec['hours'];
  return spec.shifts?.[date] ?? spec.hours[weekday] ?? [];
}

/** The first minute that shows the wall time; where none does, the clock jumped: as much later as it jumped. */
function find({ walls, first }: WallClock, date: string, wall: string): number {
  const wanted = wall === '24:00' ? `${dateAfter(date, 1)} 00:00` : `${date} ${wall}`;
  const shown = first.get(wanted);
  if (shown !== undefined) return shown;
  const jump = walls.findIndex((now, m) => now > wanted && (walls[m - 1] ?? now) < wanted);
  return jump - 1 + (asUtc(wanted) - asUtc(walls[jump - 1] ?? '')) / minute;
}

const asUtc = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}:00Z`);
