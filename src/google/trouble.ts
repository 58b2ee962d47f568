// Ticks that a service ended are counted in a script property, for Health to tell when the workbook can be written again.
import type { Instant } from '../complaints/time.ts';
import { type Trouble, troubled } from '../rules/desk/hardship.ts';
import { isFailure } from './answers.ts';
import { properties } from './properties.ts';

export const troubleProperty = 'TROUBLE';

/** Of an error that is not ours only the name: its words may quote a mail. */
export function noteTrouble(before: Trouble | null, error: unknown, began: Instant): void {
  const name = error instanceof Error ? error.name : 'unknown error';
  const what = isFailure(error) ? error.message : name === 'Exception' ? 'no answer came' : name;
  const last = Date.now();
  const trouble = { since: last, last, times: 1, lost: (last - began) / 1_000, what };
  try {
    properties().setProperty(troubleProperty, JSON.stringify(troubled(before, trouble)));
  } catch {
    // No room for it, or no time left: the tick's own error is what counts.
  }
}

/** Waiting in vain must not use up the trigger time of the day: past an hour of it the desk looks every ten minutes. */
export const isTiring = (trouble: Trouble | null, now: Instant): boolean =>
  trouble !== null && trouble.lost > 3_600 && now - trouble.last < 9 * 60_000;
