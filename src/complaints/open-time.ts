// Open time without pauses: how much lies between two instants, and where a given amount is used up.
import { type Hours, type Interval, type OpenYear, openYear, openYearAt } from './hours.ts';
import type { Instant } from './time.ts';

/** Where nothing is found within so many years, nothing is. */
const horizon = 100;

/** Open milliseconds; 0 where `to` is not after `from`. */
export function openBetween(hours: Hours, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const first = openYearAt(hours, from);
  if (to <= first.to) return openBefore(first, to) - openBefore(first, from);
  const last = openYearAt(hours, to);
  let sum = first.total - openBefore(first, from) + openBefore(last, to);
  for (let number = first.number + 1; number < last.number; number++) sum += openYear(hours, number).total;
  return sum;
}

/** The first instant by which so many open milliseconds (more than 0) have passed: at closing rather than at the next opening. */
export function openAfter(hours: Hours, from: Instant, milliseconds: number): Instant | null {
  let year = openYearAt(hours, from);
  let need = openBefore(year, from) + milliseconds;
  const last = year.number + horizon;
  while (need > year.total) {
    if (year.number === last) return null;
    need -= year.total;
    year = openYear(hours, year.number + 1);
  }
  const i = countBelow(year.before, need) - 1;
  return at(year.starts, i) + need - at(year.before, i);
}

/** The mirror of `openAfter`: the last instant from which so many open milliseconds (more than 0) remain. */
export function openBack(hours: Hours, to: Instant, milliseconds: number): Instant | null {
  let year = openYearAt(hours, to);
  let left = openBefore(year, to) - milliseconds;
  const last = year.number - horizon;
  while (left < 0) {
    if (year.number === last) return null;
    year = openYear(hours, year.number - 1);
    left += year.total;
  }
  const i = countBelow(year.before, left + 1) - 1;
  return at(year.starts, i) + left - at(year.before, i);
}

/** The instant itself where the calendar is open, else the next opening. Null where it never opens again. */
export function nextOpen(hours: Hours, from: Instant): Instant | null {
  const first = openYearAt(hours, from).number;
  for (let number = first; number <= first + horizon; number++) {
    const year = openYear(hours, number);
    const i = countBelow(year.ends, from + 1);
    if (i < year.starts.length) return Math.max(from, at(year.starts, i));
  }
  return null;
}

/** The mirror of `nextOpen`: the instant itself where time was running up to it, else the closing before it. */
export function lastOpen(hours: Hours, to: Instant): Instant | null {
  const first = openYearAt(hours, to).number;
  for (let number = first; number >= first - horizon; number--) {
    const year = openYear(hours, number);
    const i = countBelow(year.starts, to) - 1;
    if (i >= 0) return Math.min(to, at(year.ends, i));
  }
  return null;
}

/** The open intervals from an instant on, oldest first, the first one cut there. */
export function* intervalsAfter(hours: Hours, from: Instant): Generator<Interval> {
  const first = openYearAt(hours, from).number;
  let held: Instant | null = null;
  for (let number = first; number <= first + horizon; number++) {
    const year = openYear(hours, number);
    for (let i = countBelow(year.ends, from + 1); i < year.starts.length; i++) {
      const start: Instant = held ?? Math.max(from, at(year.starts, i));
      held = year.goesOn && i === year.starts.length - 1 ? start : null;
      if (held === null) yield [start, at(year.ends, i)];
    }
  }
}

/** The open intervals up to an instant, newest first, the first one cut there. */
export function* intervalsBefore(hours: Hours, to: Instant): Generator<Interval> {
  const first = openYearAt(hours, to).number;
  let held: Instant | null = null;
  for (let number = first; number >= first - horizon; number--) {
    const year = openYear(hours, number);
    for (let i = countBelow(year.starts, to) - 1; i >= 0; i--) {
      const end: Instant = held ?? Math.min(to, at(year.ends, i));
      const cut = i === 0 && year.starts[0] === year.from && openYear(hours, number - 1).goesOn;
      held = cut ? end : null;
      if (held === null) yield [at(year.starts, i), end];
    }
  }
}

/** Open milliseconds of a year before an instant. */
function openBefore(year: OpenYear, instant: Instant): number {
  const i = countBelow(year.starts, instant) - 1;
  if (i < 0) return 0;
  return at(year.before, i) + Math.min(instant, at(year.ends, i)) - at(year.starts, i);
}

/** How many numbers of a sorted list are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function at(list: readonly number[], index: number): number {
  return list[index] as number;
}
