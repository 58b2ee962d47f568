// Days off as people write them, and the spans of time they mean.
import { dayLength, dayOf } from '../complaints/dates.ts';
import type { LocalDate, Span } from '../complaints/time.ts';
import { instantAt, type Zone } from '../complaints/zone.ts';
import { dateIn } from './date.ts';
import { partsOf, short } from './plain.ts';
import { eachOf, type Read, type Reading, sound, unsound } from './reading.ts';

/** First and last day, both included; null: from then on. */
export interface DaysOff {
  readonly first: LocalDate;
  readonly last: LocalDate | null;
}

const between = /\s+(?:to|until|till|bis|til|tot|-)\s+|\s*[\u2013\u2014]\s*|\.\.+/i;
const opens = /^(?:from|since|ab|fra|vanaf)\s+(.+)$/i;

export const away: Read<readonly DaysOff[]> = (cell) => eachOf(partsOf(cell), daysOff);

function daysOff(part: string): Reading<DaysOff> {
  const open = opens.exec(part);
  const [from = '', to] =
    open && !between.test(part) ? [open[1], ''] : part.replace(opens, '$1').split(between);
  const first = dateIn(from.trim());
  const last = to === '' ? null : dateIn((to ?? from).trim());
  if (first === null || (last === null && to !== '')) {
    return unsound(
      `'${short(part)}' are no days.`,
      'Write 2026-04-06 to 2026-04-10, or a single 2026-05-01.',
    );
  }
  if (last !== null && last < first)
    return unsound(`'${short(part)}' ends before it starts.`, 'Swap the two dates.');
  return sound({ first, last });
}

/** From the first day's midnight to the midnight after the last, by the wall clock of the zone. */
export function spanOf({ first, last }: DaysOff, zone: Zone): Span {
  const midnight = (date: LocalDate, days: number) =>
    instantAt(zone, ((dayOf(date) ?? 0) + days) * dayLength);
  return { from: midnight(first, 0), to: last === null ? null : midnight(last, 1) };
}
