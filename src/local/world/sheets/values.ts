// spreadsheets.values: reads and writes of plain values in A1 ranges.
import { type Area, a1Of, areaOf, clipped } from './a1.ts';
import { type Book, cellAt, isEmpty, putCell, type Tab } from './book.ts';
import { entered, type Input } from './entry.ts';
import { grow } from './grid.ts';
import { invalid } from './refusal.ts';
import { type Render, shown } from './shown.ts';

export interface ReadOptions {
  readonly render: Render;
  readonly dates: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  readonly major: 'ROWS' | 'COLUMNS';
}

export interface ValueRange {
  readonly range: string;
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly values?: unknown[][];
}

/** Rows and cells that are empty at the end are left out, and `values` itself when all are. */
export function readValues(book: Book, notation: string, options: ReadOptions): ValueRange {
  const area = clipped(areaOf(book, notation));
  const rows = readRows(area, options);
  const values = trimmed(options.major === 'COLUMNS' ? transposed(rows) : rows);
  return {
    range: a1Of(area),
    majorDimension: options.major,
    ...(values.length > 0 ? { values } : {}),
  };
}

function readRows(area: Area, options: ReadOptions): unknown[][] {
  const rows: unknown[][] = [];
  const end = Math.min(area.endRow, area.tab.rows.length);
  for (let row = area.row; row < end; row++) {
    const cells = area.tab.rows[row] ?? [];
    const line: unknown[] = [];
    const last = Math.min(area.endColumn, cells.length);
    for (let column = area.column; column < last; column++) {
      line.push(shown(cells[column] ?? null, options.render, options.dates));
    }
    rows.push(line);
  }
  return rows;
}

function trimmed(rows: unknown[][]): unknown[][] {
  for (const row of rows) while (row.length > 0 && row[row.length - 1] === '') row.pop();
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return rows;
}

function transposed(rows: unknown[][]): unknown[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
}

export interface Written {
  readonly area: Area;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

/** `values.update`: from the range's first cell on; more values than the range holds are refused. */
export function writeValues(
  book: Book,
  notation: string,
  given: readonly (readonly unknown[])[],
  input: Input,
  major: 'ROWS' | 'COLUMNS',
): Written {
  const area = areaOf(book, notation);
  const rows = major === 'COLUMNS' ? transposed(given.map((row) => [...row])) : given;
  const height = rows.length;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const single = area.endRow - area.row === 1 && area.endColumn - area.column === 1;
  if (!single && height > area.endRow - area.row) {
    throw invalid(
      `Requested writing within range [${a1Of(area)}], but tried writing to row [${area.endRow + 1}]`,
    );
  }
  if (!single && width > area.endColumn - area.column) {
    throw invalid(`Requested writing within range [${a1Of(area)}], but tried writing beyond its last column`);
  }
  if (area.row + height > area.tab.rowCount || area.column + width > area.tab.columnCount) {
    throw invalid(
      `Range (${notation}) exceeds grid limits. Max rows: ${area.tab.rowCount}, max columns: ${area.tab.columnCount}`,
    );
  }
  const cells = put(area.tab, area.row, area.column, rows, input);
  const written = {
    ...area,
    endRow: area.row + Math.max(1, height),
    endColumn: area.column + Math.max(1, width),
  };
  return { area: written, rows: height, columns: width, cells };
}

function put(
  tab: Tab,
  row: number,
  column: number,
  rows: readonly (readonly unknown[])[],
  input: Input,
): number {
  let cells = 0;
  rows.forEach((values, down) => {
    values.forEach((value, right) => {
      if (value === null) return;
      cells += 1;
      const old = cellAt(tab, row + down, column + right);
      putCell(tab, row + down, column + right, entered(value, input, old));
    });
  });
  return cells;
}

/** `values.append`: below the table that the range touches. */
export function appendValues(
  book: Book,
  notation: string,
  rows: readonly (readonly unknown[])[],
  input: Input,
  insertRows: boolean,
): { readonly table: Area | null; readonly written: Written } {
  const area = areaOf(book, notation);
  const { tab } = area;
  const table = tableAt(area);
  const row = table ? table.endRow : area.row;
  const column = table ? table.column : area.column;
  const width = Math.max(0, ...rows.map((values) => values.length));
  if (insertRows && row < tab.rowCount) {
    tab.rows.splice(row, 0, ...rows.map(() => null));
    tab.rowCount += rows.length;
  }
  grow(book, tab, row + rows.length, column + width);
  const cells = put(tab, row, column, rows, input);
  const end = { endRow: row + Math.max(1, rows.length), endColumn: column + Math.max(1, width) };
  return {
    table,
    written: { area: { ...area, row, column, ...end }, rows: rows.length, columns: width, cells },
  };
}

/** The block of filled cells that the range's used part belongs to. */
function tableAt(area: Area): Area | null {
  const { tab } = area;
  const filled = (row: number, from: number, to: number): boolean =>
    (tab.rows[row] ?? []).some((cell, column) => column >= from && column < to && !isEmpty(cell));
  let first = -1;
  for (let row = area.row; row < Math.min(area.endRow, tab.rows.length); row++) {
    if (filled(row, area.column, area.endColumn)) {
      first = row;
      break;
    }
  }
  if (first < 0) return null;
  let [row, endRow] = [first, first + 1];
  let [column, endColumn] = [area.column, area.column + 1];
  const columnFilled = (at: number): boolean => {
    for (let line = row; line < endRow; line++) if (!isEmpty(cellAt(tab, line, at))) return true;
    return false;
  };
  for (let changed = true; changed; ) {
    changed = false;
    while (row > 0 && filled(row - 1, column, endColumn)) [row, changed] = [row - 1, true];
    while (endRow < tab.rows.length && filled(endRow, column, endColumn))
      [endRow, changed] = [endRow + 1, true];
    while (column > 0 && columnFilled(column - 1)) [column, changed] = [column - 1, true];
    while (endColumn < tab.columnCount && columnFilled(endColumn))
      [endColumn, changed] = [endColumn + 1, true];
  }
  while (column < endColumn - 1 && !columnFilled(column)) column += 1;
  return { tab, row, column, endRow, endColumn, open: { endRow: false, endColumn: false } };
}

export function clearValues(book: Book, notation: string): Area {
  const area = clipped(areaOf(book, notation));
  for (let row = area.row; row < Math.min(area.endRow, area.tab.rows.length); row++) {
    for (let column = area.column; column < area.endColumn; column++) {
      const cell = cellAt(area.tab, row, column);
      if (!cell) continue;
      const { userEnteredValue: _, ...rest } = cell;
      putCell(area.tab, row, column, rest);
    }
  }
  return area;
}
