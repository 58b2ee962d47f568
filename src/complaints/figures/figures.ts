// The figures of a period that a lead and a manager read, reckoned from what was counted.
import { type ClockName, clockNames } from '../rules.ts';
import { nearestRank } from './spread.ts';
import type { Side, Tally } from './tally.ts';

/** `part` of `all`; for a rate that is `part / all`, of nothing there is none. */
export interface Share {
  readonly part: number;
  readonly all: number;
}

/** Working seconds (whole minutes); null of none. */
export interface Times {
  readonly median: number | null;
  /** Nine of ten took no longer. */
  readonly ninety: number | null;
}

/** `observe.ts` says what each counts. */
export interface Figures {
  readonly opened: number;
  readonly resolved: number;
  readonly firstContact: Share;
  readonly firstResponse: Times;
  readonly resolution: Times;
  readonly kept: Readonly<Record<ClockName, Share>>;
  readonly breached: number;
  readonly escalated: number;
  readonly inVain: Share;
  /** Reopened, against those resolved in the same period. */
  readonly reopened: Share;
  readonly amber: number;
  readonly red: number;
  /** Categories of the desk that people left as they were. */
  readonly sortedRight: Share;
}

export function figuresOf(tally: Tally): Figures {
  const count = (name: string): number => tally[name] ?? 0;
  const resolved = count('resolved');
  return {
    opened: count('opened'),
    resolved,
    firstContact: { part: count('first contact'), all: resolved },
    firstResponse: timesOf(tally, 'firstResponse'),
    resolution: timesOf(tally, 'resolution'),
    kept: Object.fromEntries(clockNames.map((clock) => [clock, keptOf(tally, clock, '')])) as Figures['kept'],
    breached: count('breached'),
    escalated: count('escalated'),
    inVain: { part: count('in vain'), all: count('judged') },
    reopened: { part: count('reopened'), all: resolved },
    amber: count('mood|amber'),
    red: count('mood|red'),
    sortedRight: { part: Math.max(0, count('sorted') - count('corrected')), all: count('sorted') },
  };
}

export const rate = ({ part, all }: Share): number | null => (all === 0 ? null : part / all);

function keptOf(tally: Tally, clock: ClockName, side: string): Share {
  const part = tally[`kept|${clock}${side}`] ?? 0;
  return { part, all: part + (tally[`late|${clock}${side}`] ?? 0) };
}

/** Promises kept by category, tier or person. */
export const keptBy = (tally: Tally, clock: ClockName, side: Side, name: string): Share =>
  keptOf(tally, clock, `|${side}|${name}`);

function timesOf(tally: Tally, clock: ClockName): Times {
  const counts = under(tally, `minutes|${clock}`).map(
    ([minutes, times]) => [Number(minutes), times] as const,
  );
  const seconds = (share: number): number | null => {
    const minutes = nearestRank(counts, share);
    return minutes === null ? null : minutes * 60;
  };
  return { median: seconds(0.5), ninety: seconds(0.9) };
}

/** What stands under a name, and how often: `under(tally, 'why')` is by reason. Most often first, equal ones by name. */
export const under = (tally: Tally, name: string): readonly (readonly [string, number])[] =>
  Object.entries(tally)
    .filter(([key]) => key.startsWith(`${name}|`) && !key.slice(name.length + 1).includes('|'))
    .map(([key, times]) => [key.slice(name.length + 1), times] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

export interface Personal {
  readonly taken: number;
  readonly answers: number;
  readonly resolved: number;
  /** Mean working seconds to resolution; null of none. */
  readonly resolution: number | null;
}

export function personalOf(tally: Tally, person: string): Personal {
  const count = (name: string): number => tally[`${name}|${person}`] ?? 0;
  const timed = count('timed');
  return {
    taken: count('taken'),
    answers: count('answers'),
    resolved: count('resolved'),
    resolution: timed === 0 ? null : (60 * count('minutes of')) / timed,
  };
}
