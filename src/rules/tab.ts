// Reads a whole tab, or says that it is missing or broken and what the desk works by meanwhile.
import type { Problem } from '../complaints/rules.ts';
import type { Names } from './names.ts';
import { type Sheet, tabOf, type Workbook } from './sheet.ts';
import { type Columns, type RowOf, readTable, type Table } from './table.ts';
import { sheetOf } from './tables.ts';

export interface TabReading<C extends Columns> {
  readonly rows: readonly RowOf<C>[];
  readonly problems: readonly Problem[];
  /** The rows are not the workbook's own: they are the starter's, or none. */
  readonly broken: boolean;
}

/** What a broken tab is replaced by when there are no last good rules. */
export type Otherwise = 'starter' | 'nothing';

export interface Reader {
  readonly workbook: Workbook;
  readonly hasLastGood: boolean;
}

export function readTab<C extends Columns>(
  table: Table<C>,
  { workbook, hasLastGood }: Reader,
  { names, otherwise }: { readonly names: Names; readonly otherwise: Otherwise },
): TabReading<C> {
  const sheet = tabOf(workbook, table.tab);
  const reading = sheet === undefined ? null : readTable(table, sheet, names);
  if (reading !== null && !reading.broken) return reading;
  const what = reading === null ? 'This tab is missing.' : 'This tab cannot be read.';
  const advice = `${reading === null ? 'Add it again.' : 'Put the missing columns back.'} ${meanwhile(hasLastGood, otherwise)}`;
  const problem: Problem = { tab: table.tab, row: null, column: null, what, advice };
  const problems = [problem, ...(reading?.problems ?? [])];
  return { rows: stopgap(table, { names, otherwise }), problems, broken: true };
}

function stopgap<C extends Columns>(
  table: Table<C>,
  { names, otherwise }: { readonly names: Names; readonly otherwise: Otherwise },
): readonly RowOf<C>[] {
  const sheet: Sheet = otherwise === 'starter' ? sheetOf(table) : [];
  return readTable(table, sheet, names).rows;
}

function meanwhile(hasLastGood: boolean, otherwise: Otherwise): string {
  if (hasLastGood) return 'Until then the desk works by what this tab last said.';
  return otherwise === 'starter'
    ? 'Until then the desk works by the rows of the starter workbook.'
    : 'Until then the desk works without it.';
}
