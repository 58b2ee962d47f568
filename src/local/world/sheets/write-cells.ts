// Writes of whole cells: updateCells, appendCells, repeatCell, with Google's field masks.
import { WorldError } from '../failure.ts';
import { pathsOf } from '../published/schema.ts';
import { type Book, type Cell, cellAt, putCell, type Tab, usedRows } from './book.ts';
import { checkLength } from './entry.ts';
import type { Asked, CellData, GridRange, RowData } from './google-types.ts';
import { gridArea, grow, tabById } from './grid.ts';
import { invalid } from './refusal.ts';

/** What the world keeps of a cell. */
const writable = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation'] as const;
type Writable = (typeof writable)[number];

/** Source: reference of CellData, "This field is read-only". */
const readOnly = ['effectiveValue', 'effectiveFormat', 'formattedValue', 'hyperlink', 'dataSourceFormula'];
/** Google keeps them too. */
const notImitated = ['textFormatRuns', 'chipRuns', 'pivotTable', 'dataSourceTable'];

type Fields = ReadonlyMap<Writable, readonly (readonly string[])[]>;

/** `userEnteredValue,userEnteredFormat.numberFormat` or `*`; paths below a field by their parts. */
export function fieldsOf(mask: string | null | undefined): Fields {
  if (!mask)
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const fields = new Map<Writable, string[][]>();
  for (const path of pathsOf(mask.replace(/\s/g, ''))) {
    const [first = '', ...rest] = path.split('.');
    if (first === '*') {
      for (const name of writable) fields.set(name, [[]]);
      continue;
    }
    if (notImitated.includes(first)) throw new WorldError(`the world does not imitate ${first} of cells`);
    if (readOnly.includes(first)) throw invalid(`Field is read-only: ${first}`);
    const name = writable.find((each) => each === first);
    if (!name) throw invalid(`Invalid field: ${first}`);
    fields.set(name, [...(fields.get(name) ?? []), rest]);
  }
  return fields;
}

/** The old cell with the fields of the new one; a field the new one lacks is emptied. */
export function merged(old: Cell | null, given: CellData | null | undefined, fields: Fields): Cell {
  const next: Record<string, unknown> = { ...old };
  for (const [name, paths] of fields) {
    for (const path of paths) setPath(next, [name, ...path], getPath(given, [name, ...path]));
  }
  checkValue((next as Cell).userEnteredValue);
  // An empty text is an empty cell.
  if ((next as Cell).userEnteredValue?.stringValue === '') delete next.userEnteredValue;
  return next as Cell;
}

function getPath(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    from,
  );
}

function setPath(
  target: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    if (value === undefined || value === null) delete target[name];
    else target[name] = value;
    return;
  }
  const inner = { ...(target[name] as Record<string, unknown> | undefined) };
  setPath(inner, rest, value);
  target[name] = inner;
}

const valueKinds = ['stringValue', 'numberValue', 'boolValue', 'formulaValue'];

function checkValue(value: CellData['userEnteredValue']): void {
  if (value === undefined) return;
  const kinds = Object.keys(value);
  if (kinds.some((kind) => !valueKinds.includes(kind)) || kinds.length > 1) {
    throw invalid(`Invalid value: a cell takes one of ${valueKinds.join(', ')}, not ${kinds.join(', ')}`);
  }
  for (const [kind, given] of Object.entries(value)) {
    const expected = { numberValue: 'number', boolValue: 'boolean' }[kind] ?? 'string';
    if (typeof given !== expected) throw invalid(`Invalid value at '${kind}': ${JSON.stringify(given)}`);
  }
  if (typeof value.stringValue === 'string') checkLength(value.stringValue);
  if (typeof value.formulaValue === 'string') {
    checkLength(value.formulaValue);
    if (!value.formulaValue.startsWith('=')) throw invalid(`Invalid formula: ${value.formulaValue}`);
  }
}

export function updateCells(book: Book, given: Asked<'updateCells'>): void {
  const fields = fieldsOf(given.fields);
  if (given.range) {
    updateRange(book, given.range, given.rows ?? [], fields);
    return;
  }
  if (!given.start) throw invalid('Either start or range must be set.');
  const tab = tabById(book, given.start.sheetId);
  const [row, column] = [given.start.rowIndex ?? 0, given.start.columnIndex ?? 0];
  const end = row + (given.rows?.length ?? 0);
  if (end > tab.rowCount || row >= tab.rowCount) {
    throw invalid(
      `Attempting to write row: ${end - 1}, beyond the last requested row of: ${tab.rowCount - 1}`,
    );
  }
  writeRows(tab, row, column, given.rows ?? [], fields);
}

function updateRange(book: Book, range: GridRange, rows: readonly RowData[], fields: Fields): void {
  const area = gridArea(book, range);
  if (rows.length > area.endRow - area.row) {
    throw invalid(
      `Attempting to write row: ${area.row + rows.length - 1}, beyond the last requested row of: ${area.endRow - 1}`,
    );
  }
  for (let row = area.row; row < area.endRow; row++) {
    const values = rows[row - area.row]?.values ?? [];
    if (values.length > area.endColumn - area.column)
      throw beyond(area.column + values.length, area.endColumn);
    for (let column = area.column; column < area.endColumn; column++) {
      const old = cellAt(area.tab, row, column);
      const cell = values[column - area.column];
      if (old || cell) putCell(area.tab, row, column, merged(old, cell, fields));
    }
  }
}

function writeRows(tab: Tab, row: number, column: number, rows: readonly RowData[], fields: Fields): void {
  rows.forEach(({ values }, down) => {
    const cells = values ?? [];
    if (column + cells.length > tab.columnCount) throw beyond(column + cells.length, tab.columnCount);
    cells.forEach((cell, right) => {
      putCell(tab, row + down, column + right, merged(cellAt(tab, row + down, column + right), cell, fields));
    });
  });
}

function beyond(end: number, most: number): Error {
  return invalid(`Attempting to write column: ${end - 1}, beyond the last requested column of: ${most - 1}`);
}

/** After the last row of the tab that holds a value; the grid grows as needed. */
export function appendCells(
  book: Book,
  given: Asked<'appendCells'>,
): { readonly tab: Tab; readonly row: number; readonly rows: number } {
  const fields = fieldsOf(given.fields);
  const tab = tabById(book, given.sheetId);
  const rows = given.rows ?? [];
  const row = usedRows(tab);
  const width = Math.max(0, ...rows.map(({ values }) => values?.length ?? 0));
  grow(book, tab, row + rows.length, width);
  writeRows(tab, row, 0, rows, fields);
  return { tab, row, rows: rows.length };
}

export function repeatCell(book: Book, given: Asked<'repeatCell'>): void {
  const fields = fieldsOf(given.fields);
  const area = gridArea(book, given.range);
  for (let row = area.row; row < area.endRow; row++) {
    for (let column = area.column; column < area.endColumn; column++) {
      putCell(area.tab, row, column, merged(cellAt(area.tab, row, column), given.cell, fields));
    }
  }
}
