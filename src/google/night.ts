// Night work: chores that the desk does once a day in slices, each slice within one execution.
import type { Rules } from '../complaints/rules.ts';
import type { Instant } from '../complaints/time.ts';
import { instantAt, wallTime, zoneNamed } from '../complaints/zone.ts';
import { askOne } from './answers.ts';
import { chores } from './chores.ts';
import type { Memo } from './memo.ts';
import { type NightShift, rememberNight } from './night-shift.ts';
import { type Book, bookAsk, readBook } from './workbook.ts';

/** What a chore sees. It takes the script lock itself, for as long as it writes: nobody's click waits for the rest. */
export interface Night {
  readonly memo: Memo;
  readonly book: Book;
  readonly rules: Rules;
  readonly now: Instant;
  /** By `Date.now()`: what is not done by then is left to the next slice. */
  readonly until: Instant;
}

export interface Chore {
  readonly name: string;
  /** `left`: what the slice before left to do. Returns what is left, in at most 6,000 characters; null: done. */
  readonly work: (night: Night, left: string | null) => string | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Wall time of the desk's zone at which the night's work begins. */
const begins = 3 * 60 * minute;
const slice = 4 * minute;
/** An execution ends after six minutes: a slice that is gone longer will not come back. */
const lease = 7 * minute;
const mostLost = 3;

/** One slice of the next chore. A chore that throws is left to the next night, and Health names it. */
export function workAtNight(memo: Memo, now: Instant): void {
  const book = readBook(askOne(bookAsk(memo.workbook, [])), memo.workbook, false);
  const { rules } = book;
  if (!rules) return;
  const shift = memo.night;
  const chore = chores.find(({ name }) => !shift.done.includes(name) && (shift.only ?? name) === name);
  if (shift.at === 0 || rules.settings.paused || !chore) {
    const at = shift.night ?? nextNight(rules, now);
    rememberNight({ at, done: [], left: null, failed: shift.failed, lost: 0 });
    return;
  }
  if (shift.lost >= mostLost) {
    rememberNight(givenUp(shift, chore, now));
    return;
  }
  rememberNight({ ...shift, at: now + lease, lost: shift.lost + 1 });
  rememberNight(after(shift, chore, { memo, book, rules, now, until: Date.now() + slice }));
}

function after(shift: NightShift, chore: Chore, night: Night): NightShift {
  try {
    const left = chore.work(night, shift.left);
    const done = left === null ? [...shift.done, chore.name] : shift.done;
    const failed = shift.failed.filter((name) => name !== chore.name);
    return { ...shift, at: night.now, done, left, failed, lost: 0 };
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown error';
    console.warn(`Night work "${chore.name}" failed (${kind}); the next night tries again.`);
    return givenUp(shift, chore, night.now);
  }
}

const givenUp = (shift: NightShift, { name }: Chore, now: Instant): NightShift => ({
  ...shift,
  at: now,
  done: [...shift.done, name],
  left: null,
  failed: [...new Set([...shift.failed, name])],
  lost: 0,
});

export function nextNight({ settings }: Pick<Rules, 'settings'>, now: Instant): Instant {
  const zone = zoneNamed(settings.timeZone);
  if (!zone) return now + day;
  const midnight = Math.floor(wallTime(zone, now) / day) * day;
  const tonight = instantAt(zone, midnight + begins);
  return tonight > now ? tonight : instantAt(zone, midnight + day + begins);
}
