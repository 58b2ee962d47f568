// How a tick learns that the door wrote or that somebody ticked a box: a few cells, read in the fetchAll of the mailbox history.

import type { Instant } from '../complaints/time.ts';
import { askedIn, boxRange } from '../rules/desk/control.ts';
import { overwrite, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { stateTab } from '../rules/desk/state-tab.ts';
import { lettersOf } from '../rules/letters.ts';
import { type Answer, type Ask, isGood } from './answers.ts';

const knockColumn = stateTab.header.indexOf('knock');
const knockCell = `${stateTab.name}!${lettersOf(knockColumn)}2`;

/** Part of the door's own write. */
export const knockAt = (now: Instant): SheetRequest =>
  overwrite(stateTab.sheetId, { row: 1, column: knockColumn }, [[String(now)]]);

/** As values. */
export const cellsAsk = (workbook: string, range: string): Ask => ({
  method: 'get',
  url: `https://sheets.googleapis.com/v4/spreadsheets/${workbook}/values/${encodeURIComponent(range)}?valueRenderOption=UNFORMATTED_VALUE`,
});

/**
 * To be asked together with the history: they cost no call of their own. Two questions, so that a Control tab which
 * somebody took away keeps nobody from hearing the door.
 */
export const knockAsks = (workbook: string): readonly Ask[] => [
  cellsAsk(workbook, knockCell),
  cellsAsk(workbook, boxRange),
];

/** The last knock, or what is known already where the workbook did not answer. */
export function knockIn(answer: Answer | undefined, known: string): string {
  if (!answer || !isGood(answer)) return known;
  return String(cellsIn(answer)[0]?.[0] ?? '');
}

/** Somebody took away or renamed a tab that is asked for. */
export const isGone = (answer: Answer | undefined): boolean => answer?.status === 400;

/** Script edits, such as those of the menu, fire no trigger: a ticked box is found here. */
export const isAsked = (answer: Answer | undefined): boolean =>
  answer !== undefined && isGood(answer) && askedIn(cellsIn(answer)).length > 0;

export const cellsIn = (answer: Answer): readonly (readonly unknown[])[] =>
  (JSON.parse(answer.text) as { values?: unknown[][] }).values ?? [];
