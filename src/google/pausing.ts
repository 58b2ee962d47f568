// Pause and resume: one cell of Settings, so that everybody sees in one place whether the desk works.

import { folded } from '../rules/cell.ts';
import { overwrite } from '../rules/desk/sheet-requests.ts';
import { tabOf } from '../rules/sheet.ts';
import { settings, settingsTable } from '../rules/tables/settings.ts';
import type { Desk } from './commands.ts';
import type { Answered } from './control.ts';
import { noteRules } from './memo.ts';
import { sheetsOf } from './workbook.ts';

export function pauseRequest({ book, memo }: Desk, value: 'yes' | 'no'): Answered {
  const [place, sheetId] = [placeOf(book.ruleTabs?.[settingsTable.tab] ?? []), sheetOf(memo.workbook)];
  if (!place || sheetId === null)
    return { answer: `Settings has no row '${settings.paused.name}': add it with ${value} as its value.` };
  noteRules();
  return {
    answer:
      value === 'yes'
        ? 'The desk pauses with its next tick: mail and tickets stay as they are.'
        : 'The desk goes on with its next tick and takes in what came meanwhile.',
    requests: [overwrite(sheetId, place, [[value]])],
  };
}

function placeOf(rows: readonly (readonly unknown[])[]): { row: number; column: number } | null {
  const text = (cell: unknown): string => folded(String(cell ?? ''));
  const head = rows.find((row) => row.some((cell) => text(cell) === 'setting')) ?? [];
  const [names, values] = ['setting', 'value'].map((title) => head.findIndex((cell) => text(cell) === title));
  const row = rows.findIndex((cells) => text(cells[names ?? -1]) === folded(settings.paused.name));
  return row < 0 || values === undefined || values < 0 ? null : { row, column: values };
}

function sheetOf(workbook: string): number | null {
  const named = Object.fromEntries(
    sheetsOf(workbook).map(({ title = '', sheetId = 0 }) => [title, [[sheetId]]]),
  );
  return (tabOf(named, settingsTable.tab)?.[0]?.[0] as number | undefined) ?? null;
}
