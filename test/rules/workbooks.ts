// Starter workbooks with a few cells changed, and what reading them says.
import { problemText } from '../../src/rules/problem.ts';
import { readRules } from '../../src/rules/read.ts';
import type { Cell, Sheet, Workbook } from '../../src/rules/sheet.ts';
import { starterDefault } from '../../src/rules/starter.ts';

/** One changed cell: tab, row as people count (1 is the header), header of the column, new content. */
export type Edit = readonly [tab: string, row: number, column: string, cell: Cell];

export function edited(edits: readonly Edit[], workbook: Workbook = starterDefault): Workbook {
  return edits.reduce(change, workbook);
}

function change(workbook: Workbook, [tab, row, column, cell]: Edit): Workbook {
  const sheet = workbook[tab];
  const at = sheet?.[0]?.indexOf(column) ?? -1;
  if (!sheet || at < 0) throw new Error(`There is no ${tab}, ${column}`);
  const rows = sheet.map((cells) => [...cells]);
  while (rows.length < row) rows.push([]);
  const target = rows[row - 1] ?? [];
  while (target.length <= at) target.push('');
  target[at] = cell;
  return { ...workbook, [tab]: rows };
}

/** The row (as people count) whose first cells are these. */
export function rowOf(tab: string, ...start: readonly Cell[]): number {
  const sheet: Sheet = starterDefault[tab] ?? [];
  const index = sheet.findIndex((row) => start.every((cell, at) => row[at] === cell));
  if (index < 0) throw new Error(`${tab} has no row ${start.join(', ')}`);
  return index + 1;
}

/** The value cell of a setting. */
export function setting(name: string, value: Cell): Edit {
  return ['Settings', rowOf('Settings', name), 'Value', value];
}

export function read(...edits: readonly Edit[]) {
  return readRules(edited(edits), null).rules;
}

/** The problems as an admin reads them. */
export function told(...edits: readonly Edit[]): readonly string[] {
  return toldOf(edited(edits));
}

export function toldOf(workbook: Workbook): readonly string[] {
  return readRules(workbook, null).problems.map(problemText);
}
