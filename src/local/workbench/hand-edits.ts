// An admin's hands in the workbook: cells, rows, and whole tabs from a file. The desk takes them at its next tick.

import type { Workbook } from '../../rules/sheet.ts';
import { tables } from '../../rules/tables.ts';
import type { Bench } from './bench.ts';
import { isShared } from './tabs.ts';

export interface CellEdit {
  readonly tab: string;
  /** As the sheet shows it: 1 is the header. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly value: string;
}

export function typeIn(bench: Bench, { tab, row, column, value }: CellEdit): void {
  mustBeRules(tab);
  const { world, workbook, desk } = bench.office;
  const typed = isShared(tab) && /^(true|false)$/.test(value) ? value === 'true' : value;
  world.sheets.edit(workbook, tab, row - 1, column, typed, { by: desk.owner });
  bench.edits += 1;
}

export function takeRowAway(
  bench: Bench,
  { tab, row }: { readonly tab: string; readonly row: number },
): void {
  mustBeRules(tab);
  if (row < 2) throw new Error('The header stays.');
  const { world, workbook, desk } = bench.office;
  world.sheets.deleteRow(workbook, tab, row - 1, { by: desk.owner });
  bench.edits += 1;
}

/** Tabs that the file has replace those of the workbook whole; returns their names. */
export function replaceTabs(bench: Bench, given: Workbook): readonly string[] {
  const { world, workbook, desk } = bench.office;
  const found = tables.filter(({ tab }) => given[tab] !== undefined);
  if (found.length === 0)
    throw new Error(`The file has none of the tabs ${tables.map(({ tab }) => tab).join(', ')}.`);
  for (const { tab } of found) {
    const rows = given[tab] ?? [];
    const before = world.sheets.values(workbook, tab);
    const height = Math.max(rows.length, before.length);
    const width = Math.max(1, ...rows.map((row) => row.length), ...before.map((row) => row.length));
    const values = Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => rows[row]?.[column] ?? ''),
    );
    put(bench, `'${tab}'!A1`, values);
  }
  // One touch of a hand, so that the desk is told as it is when people paste.
  const tab = found[0]?.tab ?? '';
  const head = String(world.sheets.values(workbook, tab)[0]?.[0] ?? '');
  world.sheets.edit(workbook, tab, 0, 0, head, { by: desk.owner });
  bench.edits += 1;
  return found.map((one) => one.tab);
}

function put(bench: Bench, range: string, values: readonly (readonly unknown[])[]): void {
  const { world, workbook, desk } = bench.office;
  const response = world.sheets.handle(
    {
      method: 'POST',
      url: `https://sheets.googleapis.com/v4/spreadsheets/${workbook}/values:batchUpdate`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ valueInputOption: 'RAW', data: [{ range, values }] }),
    },
    { email: desk.owner, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
  if (response.status !== 200) throw new Error('The workbook did not take the file.');
}

function mustBeRules(tab: string): void {
  if (!isShared(tab) && !tables.some((table) => table.tab === tab))
    throw new Error(`${tab} is written by the desk: look, but do not type.`);
}
