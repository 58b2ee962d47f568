// Drop-downs from the table definitions: a fixed list, or the cells of another tab's column.

import { folded } from '../../../rules/cell.ts';
import type { Choices } from '../../../rules/column.ts';
import { lettersOf } from '../../../rules/letters.ts';
import { headersOf, shownTables } from '../../../rules/shown-tables.ts';
import { quoted, type SeenBook, tabIn, type Validation } from './seen.ts';

export function dropDown(choices: Choices, book: SeenBook): Validation {
  const condition =
    choices.from === 'list'
      ? { type: 'ONE_OF_LIST', values: choices.values.map((value) => ({ userEnteredValue: value })) }
      : { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: columnRange(choices, book) }] };
  return { condition, strict: choices.strict, showCustomUi: true };
}

function columnRange({ tab, header }: { tab: string; header: string }, book: SeenBook): string {
  const letter = lettersOf(columnIndex(tab, header, book));
  return `=${quoted(tabIn(book, tab)?.title ?? tab)}!$${letter}$2:$${letter}`;
}

/** Where the column is now; where it will be on a new tab. */
export function columnIndex(tab: string, header: string, book: SeenBook): number {
  const there = tabIn(book, tab)?.rows.find((row) => row.some(({ text }) => text !== ''));
  const at = there?.findIndex(({ text }) => folded(text) === folded(header)) ?? -1;
  if (at >= 0) return at;
  const table = shownTables.find((one) => one.tab === tab);
  return Math.max(0, table ? headersOf(table).indexOf(header) : 0);
}

/** Google leaves out what is false. */
export function isSame(one: Validation | null, other: Validation): boolean {
  const essence = (rule: Validation | null) =>
    JSON.stringify([
      rule?.condition?.type,
      (rule?.condition?.values ?? []).map(({ userEnteredValue }) => plain(userEnteredValue ?? '')),
      rule?.strict === true,
    ]);
  return essence(one) === essence(other);
}

/** `='People'!$B$2:$B` and `=People!$B$2:$B1000` are one range. */
const plain = (value: string): string =>
  value.startsWith('=') ? value.replace(/'/g, '').replace(/(:\$[A-Z]+)\$?\d*$/, '$1') : value;
