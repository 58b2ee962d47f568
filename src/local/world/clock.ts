// The world's one clock: it stands still until a service call or a test moves it.
import type { Clock } from './http.ts';

export interface WorldClock extends Clock {
  /** Moves forward by so many milliseconds. */
  advance(milliseconds: number): void;
  /** Sets the clock; never used while a script runs. */
  set(instant: number): void;
}

export function createClock(start: number): WorldClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += Math.max(0, Math.round(milliseconds));
    },
    set: (instant) => {
      now = instant;
    },
  };
}

/** Google's quotas of a day start again at midnight Pacific time: the name of that day. */
export function pacificDay(instant: number): string {
  return pacific.format(instant);
}

const pacific = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });
