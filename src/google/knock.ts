// How a tick learns that the door wrote: one cell, read side by side with the mailbox history in the same fetchAll.
import type { Instant } from '../complaints/time.ts';
import { overwrite, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { type Answer, type Ask, isGood } from './answers.ts';

const knockColumn = deskTabs.state.header.indexOf('knock');
const knockCell = `${deskTabs.state.name}!${String.fromCharCode(65 + knockColumn)}2`;

/** Part of the door's own write. */
export const knockAt = (now: Instant): SheetRequest =>
  overwrite(deskTabs.state.sheetId, { row: 1, column: knockColumn }, [[String(now)]]);

/** To be asked together with the history: it costs no call of its own. */
export const knockAsk = (workbook: string): Ask => ({
  method: 'get',
  url: `https://sheets.googleapis.com/v4/spreadsheets/${workbook}/values/${encodeURIComponent(knockCell)}`,
});

/** The last knock, or what is known already where the workbook did not answer. */
export function knockIn(answer: Answer | undefined, known: string): string {
  if (!answer || !isGood(answer)) return known;
  const { values = [] } = JSON.parse(answer.text) as { values?: unknown[][] };
  return String(values[0]?.[0] ?? '');
}
