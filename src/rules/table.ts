// Reads one tab by its definition: rows with their place, and what is wrong in which cell.
import type { Place, Problem } from '../complaints/rules.ts';
import { cellText, folded, isFormulaError, verbatimText } from './cell.ts';
import type { Column, NumberedColumn } from './column.ts';
import { findHeader, numberIn } from './header.ts';
import type { Names } from './names.ts';
import { type Trouble, trouble } from './problem.ts';
import { type Reading, sound } from './reading.ts';
import type { Cell, Sheet } from './sheet.ts';

export type AnyColumn = Column<unknown> | NumberedColumn<unknown>;
export type Columns = Readonly<Record<string, AnyColumn>>;

/** One tab as the desk reads it. */
export interface Table<C extends Columns = Columns> {
  readonly tab: string;
  readonly columns: C;
}

type ValueOf<C> = C extends NumberedColumn<infer E> ? readonly E[] : C extends Column<infer T> ? T : never;

export type RowOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> } & { readonly place: Place };

export interface TableReading<C extends Columns> {
  readonly rows: readonly RowOf<C>[];
  readonly problems: readonly Problem[];
  readonly broken: boolean;
}

export function readTable<C extends Columns>(table: Table<C>, sheet: Sheet, names: Names): TableReading<C> {
  const header = findHeader(table.tab, sheet, Object.values<AnyColumn>(table.columns));
  if (header.broken) return { rows: [], problems: header.problems, broken: true };
  const problems = [...header.problems];
  const rows: RowOf<C>[] = [];
  for (let index = header.row + 1; index < sheet.length; index += 1) {
    const filled = Object.entries<AnyColumn>(table.columns).map(([key, column]) => ({
      key,
      column,
      cells: cellsOf(column, sheet[index], header.at),
    }));
    if (filled.every(({ cells }) => cells.every(({ cell }) => verbatimText(cell) === ''))) continue;
    const reading = readRow({ tab: table.tab, row: index + 1 }, filled, names);
    problems.push(...reading.problems);
    // Every key of C was read by the column of that key.
    if (reading.row !== null) rows.push(reading.row as RowOf<C>);
  }
  return { rows, problems, broken: false };
}

interface Filled {
  readonly key: string;
  readonly column: AnyColumn;
  readonly cells: readonly Found[];
}

/** No row where a cell that it cannot do without is missing or unreadable. */
function readRow(place: Place, filled: readonly Filled[], names: Names) {
  const row: Record<string, unknown> = { place };
  const problems: Problem[] = [];
  let whole = true;
  for (const { key, column, cells } of filled) {
    const read = readColumn(column, cells, names);
    if (read.value === undefined) whole = false;
    else row[key] = read.value.is;
    const out = read.value === undefined ? 'Until then this row is left out.' : '';
    problems.push(...read.troubles.map((each) => placed(place, each, out)));
  }
  return { row: whole ? row : null, problems };
}

/** A trouble with its place. */
export function problemAt(place: Place, column: string | null, { what, advice }: Trouble): Problem {
  return { tab: place.tab, row: place.row, column, what, advice };
}

function placed(place: Place, each: Trouble & { column: string }, out: string): Problem {
  const advice = [each.advice, out].filter((part) => part !== '').join(' ');
  return problemAt(place, each.column, { what: each.what, advice });
}

interface Found {
  readonly header: string;
  readonly number: number;
  readonly cell: Cell | undefined;
}

function cellsOf(column: AnyColumn, cells: readonly Cell[] = [], at: ReadonlyMap<string, number>): Found[] {
  if (!column.numbered) {
    const index = at.get(folded(column.header));
    return [{ header: column.header, number: 0, cell: index === undefined ? '' : cells[index] }];
  }
  const found: Found[] = [];
  for (const [key, index] of at) {
    const number = numberIn(key, column.header);
    if (number !== null) found.push({ header: `${column.header} ${number}`, number, cell: cells[index] });
  }
  return found.sort((a, b) => a.number - b.number);
}

interface ColumnReading {
  /** Undefined takes the row out. */
  readonly value: { readonly is: unknown } | undefined;
  readonly troubles: readonly (Trouble & { readonly column: string })[];
}

function readColumn(column: AnyColumn, cells: readonly Found[], names: Names): ColumnReading {
  const blank = column.numbered ? { is: column.blank } : column.blank;
  const whenBad = column.numbered || column.whenBad === 'blank' ? blank : null;
  const troubles: (Trouble & { column: string })[] = [];
  const values = new Map<number, { readonly is: unknown }>();
  for (const { header, number, cell } of cells) {
    const text = column.verbatim ? verbatimText(cell) : cellText(cell);
    const reading = readText(column, text, blank, names);
    troubles.push(...reading.troubles.map((each) => ({ ...each, column: header })));
    const value = reading.value ?? whenBad;
    if (value === null) return { value: undefined, troubles };
    values.set(number, value);
  }
  if (!column.numbered) return { value: values.get(0), troubles };
  const last = Math.max(0, ...values.keys());
  const list = Array.from({ length: last }, (_, index) => (values.get(index + 1) ?? { is: column.blank }).is);
  return { value: { is: list }, troubles };
}

/** Some patterns take long over long texts: what no person writes into one cell is not tried. */
const [shortest, longest] = [2_000, 20_000];

function readText(
  column: AnyColumn,
  text: string,
  blank: { readonly is: unknown } | null,
  names: Names,
): Reading<{ readonly is: unknown }> {
  if (isFormulaError(text)) {
    return {
      troubles: [trouble(`the formula in this cell gives ${text}.`, 'Repair the formula or type the value.')],
    };
  }
  if (text === '') {
    return blank === null
      ? { troubles: [trouble('this cell is empty.', 'The note on its header says what to write.')] }
      : sound(blank);
  }
  const most = column.long ? longest : shortest;
  if (text.length > most) {
    return {
      troubles: [trouble(`this cell has ${text.length} letters.`, `At most ${most} are read: shorten it.`)],
    };
  }
  const { value, troubles } = column.read(text, names);
  return value === undefined ? { troubles } : { value: { is: value }, troubles };
}
