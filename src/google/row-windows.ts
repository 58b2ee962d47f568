// Long tabs, a window of rows at a time: read and changed under the script lock, so that rows stay where they are.

import type { SheetRequest } from '../rules/desk/sheet-requests.ts';
import type { DeskTab } from '../rules/desk/tabs.ts';
import { lettersOf } from '../rules/letters.ts';
import { askOne } from './answers.ts';
import { cellsAsk, cellsIn, update } from './workbook.ts';

export type Row = readonly unknown[];

export interface Change {
  readonly requests: readonly SheetRequest[];
  /** Rows that these requests take away. */
  readonly gone: number;
  /** Nothing further down needs to be looked at. */
  readonly isLast?: boolean;
}

export interface Walk {
  readonly workbook: string;
  readonly tab: DeskTab;
  readonly size: number;
  /** Row index (0 is the header) where the walk begins or goes on. */
  readonly from: number;
  /** By `Date.now()`. */
  readonly until: number;
}

const patience = 10_000;

/**
 * Row index to go on from, or null when the end is reached. Each window is one write: killed in between, the walk is
 * begun again or goes on, and finds less to do.
 */
export function walk(
  { workbook, tab, size, from, until }: Walk,
  change: (rows: readonly Row[], at: number) => Change,
): number | null {
  const lock = LockService.getScriptLock();
  for (let at = from; ; ) {
    if (Date.now() >= until || !lock.tryLock(patience)) return at;
    const rows = rowsFrom(workbook, tab, at, size);
    const {
      requests,
      gone,
      isLast = false,
    } = rows.length > 0 ? change(rows, at) : { requests: [], gone: 0, isLast: true };
    if (requests.length > 0) update(workbook, requests);
    lock.releaseLock();
    // Sheets allows 60 reads a minute: a window that is not full is the end, unless a hand left room in the tab.
    if (isLast || rows.length < size / 2) return null;
    at += rows.length - gone;
  }
}

/** None beyond the end of the tab. */
function rowsFrom(workbook: string, { name, header }: DeskTab, at: number, size: number): readonly Row[] {
  const range = `'${name}'!A${at + 1}:${lettersOf(header.length - 1)}${at + size}`;
  const answer = askOne(cellsAsk(workbook, range));
  return answer.status === 400 ? [] : cellsIn(answer, `Reading ${name}`);
}
