// Reads a whole tab, or says that it is missing or broken and what the desk works by meanwhile.
import type { Problem } from '../complaints/rules.ts';
import type { Names } from './names.ts';
import { tabOf, type Workbook } from './sheet.ts';
import { type Columns, type RowOf, readTable, type Table } from './table.ts';

export interface TabReading<C extends Columns> {
  readonly rows: readonly RowOf<C>[];
  readonly problems: readonly Problem[];
  /** The tab cannot be read: it gives no rows. */
  readonly broken: boolean;
}

export interface Reader {
  readonly workbook: Workbook;
  readonly hasLastGood: boolean;
}

/** `otherwise`: how the desk works while there are no last good rules either. */
export function readTab<C extends Columns>(
  table: Table<C>,
  { workbook, hasLastGood }: Reader,
  { names, otherwise = 'without it' }: { readonly names: Names; readonly otherwise?: string },
): TabReading<C> {
  const sheet = tabOf(workbook, table.tab);
  const reading = sheet === undefined ? null : readTable(table, sheet, names);
  if (reading !== null && !reading.broken) return reading;
  const what = reading === null ? 'This tab is missing.' : 'This tab cannot be read.';
  const how = hasLastGood ? 'by what this tab last said' : otherwise;
  const advice = `${reading === null ? 'Add it again.' : 'Put the missing columns back.'} Until then the desk works ${how}.`;
  const problem: Problem = { tab: table.tab, row: null, column: null, what, advice };
  return { rows: [], problems: [problem, ...(reading?.problems ?? [])], broken: true };
}
