// Ticks that a service ended are counted in a script property, for Health to tell when the workbook can be written again.
import type { Instant } from '../complaints/time.ts';
import { type Trouble, troubled } from '../rules/desk/hardship.ts';
import { isFailure } from './answers.ts';

export const troubleProperty = 'TROUBLE';

/** Of an error that is not ours only the name: its words may quote a mail. */
export function noteTrouble(before: Trouble | null, error: unknown, now: Instant): void {
  const name = error instanceof Error ? error.name : 'unknown error';
  const what = isFailure(error) ? error.message : name === 'Exception' ? 'no answer came' : name;
  try {
    PropertiesService.getScriptProperties().setProperty(
      troubleProperty,
      JSON.stringify(troubled(before, { since: now, last: now, times: 1, what })),
    );
  } catch {
    // No room for it, or no time left: the tick's own error is what counts.
  }
}
