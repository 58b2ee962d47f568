// What the desk went through, told in Health for a day: silence, ticks cut short, a lost place in the mailbox, refusals.
import type { Instant } from '../../complaints/time.ts';
import { timestamp } from './timestamp.ts';

/** Each absent where it did not happen. */
export interface Hardship {
  /** The last time that no tick ran although one was due. */
  readonly silent?: { readonly from: Instant; readonly to: Instant };
  /** Ticks that ended after their write. */
  readonly cut?: { readonly at: Instant; readonly times: number };
  /** Gmail had forgotten the desk's place. */
  readonly relisted?: Instant;
}

/** Ticks that a service of Google ended, in a script property: the workbook could not be written then. */
export interface Trouble {
  readonly since: Instant;
  readonly last: Instant;
  readonly times: number;
  /** Our own words and Google's code, never a mail's. */
  readonly what: string;
}

const day = 24 * 3_600_000;
/** A trigger of ten minutes may be late by as much again. */
const longestWait = 25 * 60_000;

export interface Noticed {
  /** When the last tick meant to work again at the latest; 0: unknown. */
  readonly wake: Instant;
  /** The workbook is further than the memo. */
  readonly behind: boolean;
  readonly relisted: boolean;
}

export function hardshipAfter(before: Hardship, { wake, behind, relisted }: Noticed, now: Instant): Hardship {
  const { cut } = before;
  const times = cut && now - cut.at < day ? cut.times : 0;
  return {
    ...before,
    ...(wake > 0 && now - wake > longestWait ? { silent: { from: wake, to: now } } : {}),
    ...(behind ? { cut: { at: now, times: times + 1 } } : {}),
    ...(relisted ? { relisted: now } : {}),
  };
}

/** One more of its kind; after a quiet day it is counted anew. */
export const troubled = (before: Trouble | null, what: string, now: Instant): Trouble =>
  before && now - before.last < day
    ? { ...before, last: now, times: before.times + 1, what }
    : { since: now, last: now, times: 1, what };

export function hardshipRows(
  { silent, cut, relisted }: Hardship,
  trouble: Trouble | null,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly (readonly string[])[] {
  const when = (at: Instant): string => timestamp(at, zone);
  const recent = (at: Instant | undefined): boolean => at !== undefined && now - at < day;
  const rows: (readonly string[])[] = [];
  if (silent && recent(silent.to))
    rows.push([
      'No tick ran',
      `${when(silent.from)} to ${when(silent.to)}`,
      'Google did not start the trigger; what came meanwhile has been caught up',
    ]);
  if (cut && recent(cut.at))
    rows.push([
      'Ticks cut short',
      `${cut.times}, last before ${when(cut.at)}`,
      'The next tick went on; if it lasts, look whether the script properties are full',
    ]);
  if (relisted && recent(relisted))
    rows.push([
      'Mailbox looked through anew',
      when(relisted),
      'Gmail had forgotten the place; every mail since was compared',
    ]);
  if (trouble && recent(trouble.last))
    rows.push([
      'Google refused',
      `${trouble.times} times, ${when(trouble.since)} to ${when(trouble.last)}`,
      `Last: ${trouble.what}. The desk went on from the same place`,
    ]);
  return rows;
}
