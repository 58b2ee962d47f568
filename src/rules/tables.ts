// All tabs that admins edit, as the desk reads them.
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
