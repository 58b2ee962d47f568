// What the desk went through, told in Health for a day: silence, ticks cut short, a lost place in the mailbox, refusals.
import type { Instant } from '../../complaints/time.ts';
import { timestamp } from './timestamp.ts';

/** How often something happened on the days it was told, and when the last time was noticed. */
interface Times {
  readonly at: Instant;
  readonly times: number;
}

/** Each absent where it did not happen. */
export interface Hardship {
  /** The last time that no tick ran although one was due; with those less than a day before it, so often and so long. */
  readonly silent?: {
    readonly from: Instant;
    readonly to: Instant;
    readonly times?: number;
    readonly idle?: number;
  };
  /** Ticks that ended after their write. */
  readonly cut?: Times;
  /** Gmail had forgotten the desk's place. */
  readonly relisted?: Instant;
  /** Ticks before which Gmail had taken no mail, or no label. */
  readonly held?: Times;
  /** What `Trouble` told, and when it came here. */
  readonly refused?: Trouble & { readonly told: Instant };
}

/** Ticks that a service of Google ended: in a script property until a tick can write the workbook again. */
export interface Trouble {
  readonly since: Instant;
  readonly last: Instant;
  readonly times: number;
  /** Seconds that those ticks took. */
  readonly lost: number;
  /** Our own words and Google's code, never a mail's; one of each kind. */
  readonly what: string;
}

const day = 24 * 3_600_000;
/** A trigger of ten minutes may be late by as much again. */
const longestWait = 25 * 60_000;
const mostKinds = 9;

export interface Noticed {
  /** When the last tick meant to work again at the latest; 0: unknown. */
  readonly wake: Instant;
  /** The workbook is further than the memo. */
  readonly behind: boolean;
  readonly relisted: boolean;
  readonly held: boolean;
  /** Not yet told. */
  readonly trouble: Trouble | null;
}

/** Counted anew after a quiet day. */
const oneMore = (before: Times | undefined, now: Instant): Times => ({
  at: now,
  times: 1 + (before && now - before.at < day ? before.times : 0),
});

export function hardshipAfter(
  before: Hardship,
  { wake, behind, relisted, held, trouble }: Noticed,
  now: Instant,
): Hardship {
  const { silent, refused } = before;
  // A tick that Google ended ran all the same.
  const from = Math.max(wake, trouble?.last ?? 0);
  const again = silent && from - silent.to < day ? silent : null;
  return {
    ...before,
    ...(wake > 0 && now - from > longestWait
      ? { silent: { from, to: now, times: 1 + (again?.times ?? 0), idle: now - from + (again?.idle ?? 0) } }
      : {}),
    ...(behind ? { cut: oneMore(before.cut, now) } : {}),
    ...(relisted ? { relisted: now } : {}),
    ...(held ? { held: oneMore(before.held, now) } : {}),
    // Told from now on for a day, however long nobody could write it.
    ...(trouble && trouble.last > (refused?.last ?? 0)
      ? { refused: { ...troubled(refused && now - refused.told < day ? refused : null, trouble), told: now } }
      : {}),
  };
}

/** Both, each kind named once. */
export const troubled = (before: Trouble | null, more: Trouble): Trouble =>
  before
    ? {
        since: before.since,
        last: more.last,
        times: before.times + more.times,
        lost: before.lost + more.lost,
        what: [...new Set(`${before.what}; ${more.what}`.split('; '))].slice(-mostKinds).join('; '),
      }
    : more;

export function hardshipRows(
  { silent, cut, relisted, held, refused }: Hardship,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly (readonly string[])[] {
  const when = (at: Instant): string => timestamp(at, zone);
  // A day in which the desk stood still is none.
  const recent = (at: Instant): boolean =>
    now - at < day + (silent && at < silent.to ? (silent.idle ?? 0) : 0);
  return [
    silent &&
      recent(silent.to) && [
        'No tick ran',
        `${(silent.times ?? 1) > 1 ? `${silent.times} times, last ` : ''}${when(silent.from)} to ${when(silent.to)}`,
        'Google did not start the trigger; what came meanwhile has been caught up',
      ],
    cut &&
      recent(cut.at) && [
        'Ticks cut short',
        `${cut.times}, last before ${when(cut.at)}`,
        'The next tick went on; if it lasts, look whether the script properties are full',
      ],
    relisted &&
      recent(relisted) && [
        'Mailbox looked through anew',
        when(relisted),
        'Gmail had forgotten the place; every mail since was compared',
      ],
    held &&
      recent(held.at) && [
        'Mails and labels held up',
        `at ${held.times} ticks, last before ${when(held.at)}`,
        'Gmail took none; the desk tries one at each tick, and all as soon as one goes',
      ],
    refused &&
      recent(refused.told) && [
        'Google refused',
        `${refused.times} times, ${when(refused.since)} to ${when(refused.last)}`,
        `What failed: ${refused.what}. The desk went on from the same place`,
      ],
  ].flatMap((row) => (row ? [row] : []));
}
