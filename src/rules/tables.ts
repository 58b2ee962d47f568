// All tabs that admins edit, in the order of the workbook, and a starter sheet for each.
import type { Cell, Sheet } from './sheet.ts';
import type { Table } from './table.ts';
import { calendarsTable } from './tables/calendars.ts';
import { categoriesTable } from './tables/categories.ts';
import { customersTable } from './tables/customers.ts';
import { holidaysTable } from './tables/holidays.ts';
import { macrosTable } from './tables/macros.ts';
import { matrixTable } from './tables/matrix.ts';
import { peopleTable } from './tables/people.ts';
import { phrasesTable } from './tables/phrases.ts';
import { settingsTable } from './tables/settings.ts';

export const tables: readonly Table[] = [
  settingsTable,
  categoriesTable,
  matrixTable,
  peopleTable,
  calendarsTable,
  holidaysTable,
  customersTable,
  macrosTable,
  phrasesTable,
];

/** How many tiers the starter matrices have. */
export const starterTiers = 3;

/** The header row, numbered columns written out once a tier. */
export function headersOf(table: Table, tiers = starterTiers): readonly string[] {
  return Object.values(table.columns).flatMap((column) =>
    column.numbered
      ? Array.from({ length: tiers }, (_, index) => `${column.header} ${index + 1}`)
      : [column.header],
  );
}

/** Header and rows, the rows filled up to the header's length. */
export function sheetOf(table: Table, rows: readonly (readonly Cell[])[] = table.starter): Sheet {
  const headers = headersOf(table);
  return [headers, ...rows.map((row) => headers.map((_, index) => row[index] ?? ''))];
}
