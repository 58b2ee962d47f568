// The grid of a tab: which cells exist, and making more of them within Google's limit.
import type { Area } from './a1.ts';
import { type Book, cellCount, mostCells, mostColumns, type Tab } from './book.ts';
import type { GridRange } from './google-types.ts';
import { invalid } from './refusal.ts';

export function tabById(book: Book, sheetId: number | null | undefined): Tab {
  const id = sheetId ?? 0;
  const tab = book.tabs.find(({ properties }) => properties.sheetId === id);
  if (!tab) throw invalid(`No grid with id: ${id}`);
  return tab;
}

/** A GridRange; sides that are left out are open. Refused where it lies beyond the grid. */
export function gridArea(book: Book, range: GridRange | null | undefined): Area {
  if (!range) throw invalid('A range must be specified.');
  const tab = tabById(book, range.sheetId);
  const area: Area = {
    tab,
    row: range.startRowIndex ?? 0,
    column: range.startColumnIndex ?? 0,
    endRow: range.endRowIndex ?? tab.rowCount,
    endColumn: range.endColumnIndex ?? tab.columnCount,
    open: { endRow: range.endRowIndex == null, endColumn: range.endColumnIndex == null },
  };
  if (area.row < 0 || area.column < 0 || area.endRow < area.row || area.endColumn < area.column) {
    throw invalid('Invalid range: its end is before its start');
  }
  if (area.endRow > tab.rowCount || area.endColumn > tab.columnCount) {
    throw invalid(`Range exceeds grid limits. Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`);
  }
  return area;
}

/** Makes the grid at least so large. */
export function grow(book: Book, tab: Tab, rowCount: number, columnCount: number): void {
  tab.rowCount = Math.max(tab.rowCount, rowCount);
  tab.columnCount = Math.max(tab.columnCount, columnCount);
  checkCells(book);
}

export function checkCells(book: Book): void {
  if (book.tabs.some(({ columnCount }) => columnCount > mostColumns)) {
    throw invalid(`A sheet has ${mostColumns} columns at most.`);
  }
  if (cellCount(book) > mostCells) {
    throw invalid(
      `This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`,
    );
  }
}
