// How far the night's work is, in a script property of its own: slices and busy ticks must not overwrite one another.
import { properties } from './properties.ts';

export interface NightShift {
  /** Epoch milliseconds of the next slice; 0: not yet settled. */
  readonly at: number;
  /** Chores that this night has done. */
  readonly done: readonly string[];
  /** What the last slice left to do; null: nothing was begun. */
  readonly left: string | null;
  /** Chores that went wrong when they were last tried. */
  readonly failed: readonly string[];
  /** Slices of this chore that began and never ended. */
  readonly lost: number;
  /** Only this chore is to be done, before the night that begins at `night`; absent: all. */
  readonly only?: string;
  readonly night?: number;
}

export const nightProperty = 'NIGHT';

export const noNight: NightShift = { at: 0, done: [], left: null, failed: [], lost: 0 };

const hour = 3_600_000;

/** A chore that cannot wait for the night; one that went wrong waits an hour. False where slices are under way: ask again. */
export function askEarly(shift: NightShift, only: string, now: number): boolean {
  const { at, done, left, lost, failed } = shift;
  const isResting = at > now && shift.only !== only && done.length === 0 && left === null && lost === 0;
  if (isResting)
    rememberNight({
      ...shift,
      at: failed.includes(only) ? Math.min(at, now + hour) : now,
      only,
      night: at,
    });
  return isResting;
}

export function rememberNight(shift: NightShift): void {
  properties().setProperty(nightProperty, JSON.stringify(shift));
}
