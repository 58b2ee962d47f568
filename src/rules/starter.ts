// Two whole workbooks to start from: the default, and one whose third tier is the key accounts'.
import type { Cell, Workbook } from './sheet.ts';
import { sheetOf, shownTables } from './shown-tables.ts';
import { keyAccountsMatrix } from './starter/matrix.ts';
import { categoryRows, phraseRows } from './starter/word-rows.ts';
import { settings } from './tables/settings.ts';
import { settingsTabShown } from './tables/settings-shown.ts';

export type { Cell, Sheet, Workbook } from './sheet.ts';

type Rows = readonly (readonly Cell[])[];

const words: Readonly<Record<string, Rows>> = { Categories: categoryRows, Phrases: phraseRows };

/** Every tab with its starter rows, some of them replaced. */
function starterWith(rows: Readonly<Record<string, Rows>>): Workbook {
  return Object.fromEntries(shownTables.map((table) => [table.tab, sheetOf(table, rows[table.tab])]));
}

export const starterDefault: Workbook = starterWith(words);

const keyAccountsSettings = settingsTabShown().starter.map(([name = '', value = '', help = '']) => [
  name,
  name === settings.tiers.name ? 'General, Technical, Key accounts' : value,
  help,
]);

/** Tier 1 answers general questions, tier 2 technical ones, tier 3 looks after the key accounts. */
export const starterKeyAccounts: Workbook = starterWith({
  ...words,
  Matrix: keyAccountsMatrix,
  Settings: keyAccountsSettings,
});
