// The admin's tabs as setup writes them and people see them: header, note, drop-down and starter rows joined.
import type { Choices } from './column.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { Shown } from './shown.ts';
import type { AnyColumn, Table } from './table.ts';
import { calendarsShown, calendarsTable } from './tables/calendars.ts';
import { categoriesShown, categoriesTable } from './tables/categories.ts';
import { customersShown, customersTable } from './tables/customers.ts';
import { holidaysShown, holidaysTable } from './tables/holidays.ts';
import { macrosShown, macrosTable } from './tables/macros.ts';
import { matrixShown, matrixTable } from './tables/matrix.ts';
import { peopleShown, peopleTable } from './tables/people.ts';
import { phrasesShown, phrasesTable } from './tables/phrases.ts';
import { settingsTable } from './tables/settings.ts';
import { settingsTabShown } from './tables/settings-shown.ts';

export interface ShownColumn {
  readonly column: AnyColumn;
  readonly header: string;
  readonly help: string;
  readonly choices: Choices | null;
}

export interface ShownTable {
  readonly tab: string;
  readonly about: string;
  readonly columns: readonly ShownColumn[];
  readonly starter: readonly (readonly Cell[])[];
}

function shown<T extends Table>(table: T, { about, help, choices, starter }: Shown<T>): ShownTable {
  const columns = Object.entries(table.columns).map(([key, column]): ShownColumn => {
    const known = key as keyof T['columns'];
    return { column, header: column.header, help: help[known], choices: choices?.[known] ?? null };
  });
  return { tab: table.tab, about, columns, starter };
}

/** In the order of the workbook. */
export const shownTables: readonly ShownTable[] = [
  shown(settingsTable, settingsTabShown()),
  shown(categoriesTable, categoriesShown()),
  shown(matrixTable, matrixShown()),
  shown(peopleTable, peopleShown()),
  shown(calendarsTable, calendarsShown()),
  shown(holidaysTable, holidaysShown()),
  shown(customersTable, customersShown()),
  shown(macrosTable, macrosShown()),
  shown(phrasesTable, phrasesShown()),
];

/** How many tiers the starter matrices have. */
export const starterTiers = 3;

/** The header row, numbered columns written out once a tier. */
export function headersOf({ columns }: ShownTable, tiers = starterTiers): readonly string[] {
  return columns.flatMap(({ column, header }) =>
    column.numbered ? Array.from({ length: tiers }, (_, index) => `${header} ${index + 1}`) : [header],
  );
}

/** Header and rows, the rows filled up to the header's length. */
export function sheetOf(table: ShownTable, rows: readonly (readonly Cell[])[] = table.starter): Sheet {
  const headers = headersOf(table);
  return [headers, ...rows.map((row) => headers.map((_, index) => row[index] ?? ''))];
}
