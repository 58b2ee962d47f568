// Two whole workbooks to start from: the default, and one whose third tier is the key accounts'.
import type { Workbook } from './sheet.ts';
import { keyAccountsMatrix } from './starter/matrix.ts';
import { settings } from './tables/settings.ts';
import { sheetOf, workbookOf } from './tables.ts';

export const starterDefault: Workbook = workbookOf((table) => sheetOf(table));

const tierNames = 'General, Technical, Key accounts';

/** Tier 1 answers general questions, tier 2 technical ones, tier 3 looks after the key accounts. */
export const starterKeyAccounts: Workbook = workbookOf((table) => {
  if (table.tab === 'Matrix') return sheetOf(table, keyAccountsMatrix);
  if (table.tab !== 'Settings') return sheetOf(table);
  const rows = table.starter.map(([name = '', value = '', help = '']) => [
    name,
    name === settings.tiers.name ? tierNames : value,
    help,
  ]);
  return sheetOf(table, rows);
});
