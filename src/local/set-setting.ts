// One setting of a workbook changed, as an admin would type it over.
import type { Cell, Workbook } from '../rules/sheet.ts';
import { tabOf } from '../rules/sheet.ts';

const tab = 'Settings';

/** Typed over where the setting has a row, in a new row where it has none. */
export function withSetting(workbook: Workbook, name: string, value: string): Workbook {
  const [header = ['Setting', 'Value'], ...rows] = tabOf(workbook, tab) ?? [];
  const columnOf = (title: string): number => header.findIndex((cell) => text(cell) === title);
  const [names, values] = [columnOf('setting'), columnOf('value')];
  if (names < 0 || values < 0) return workbook;
  const mine = (row: readonly Cell[]): boolean => text(row[names]) === text(name);
  const cells = header.map((_, index) => (index === names ? name : index === values ? value : ''));
  const changed = rows.some(mine)
    ? rows.map((row) =>
        mine(row) ? header.map((_, index) => (index === values ? value : (row[index] ?? ''))) : row,
      )
    : [...rows, cells];
  const key = Object.keys(workbook).find((each) => text(each) === text(tab)) ?? tab;
  return { ...workbook, [key]: [header, ...changed] };
}

const text = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .trim()
    .toLowerCase();
