// The Problems tab: what is wrong, what to do, and a link to the cell.

import type { Problem } from '../../complaints/rules.ts';
import { lettersOf } from '../letters.ts';
import type { Spot } from '../marks.ts';
import type { SheetRequest } from './sheet-requests.ts';
import { deskTabs } from './tabs.ts';

/** More are neither listed nor marked: whoever repairs these sees the next. */
export const mostProblems = 200;

export interface Placed {
  readonly problem: Problem;
  /** Id of the tab and the cell; null where there is none to go to. */
  readonly at: (Spot & { readonly sheetId: number }) | null;
}

const { problems: tab } = deskTabs;

/** The whole tab below its header: what is not wrong any more is gone. */
export function problemsRequest(placed: readonly Placed[]): SheetRequest {
  const range = {
    sheetId: tab.sheetId,
    startRowIndex: 1,
    endRowIndex: 1 + mostProblems,
    startColumnIndex: 0,
    endColumnIndex: tab.header.length,
  };
  return {
    updateCells: { range, rows: placed.slice(0, mostProblems).map(rowOf), fields: 'userEnteredValue' },
  };
}

const rowOf = ({ problem, at }: Placed): object => ({
  values: [
    at ? { userEnteredValue: { formulaValue: linkTo(at) } } : {},
    ...[
      problem.tab,
      problem.row === null ? '' : String(problem.row),
      problem.column ?? '',
      problem.what,
      problem.advice,
      problem.level ?? 'error',
    ].map((text) => ({ userEnteredValue: { stringValue: text.slice(0, 5_000) } })),
  ],
});

/** Made of numbers and letters only: nothing that somebody typed becomes part of a formula. */
function linkTo({ sheetId, row, column }: Spot & { readonly sheetId: number }): string {
  const cell = `${lettersOf(column)}${row + 1}`;
  return `=HYPERLINK("#gid=${sheetId}&range=${cell}";"${cell}")`;
}
