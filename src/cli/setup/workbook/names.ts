// Named ranges for the columns that other cells choose from: People_Email, Calendars_Name.

import { shownTables } from '../../../rules/shown-tables.ts';
import { settingsShown } from '../../../rules/tables/settings-shown.ts';
import type { Requests } from '../google.ts';
import { columnIndex } from './drop-downs.ts';
import type { SeenBook } from './seen.ts';

const chosen = (): ReadonlyMap<string, { tab: string; header: string }> => {
  const columns = shownTables.flatMap((table) => table.columns);
  const all = [...columns, ...Object.values(settingsShown)].flatMap(({ choices }) =>
    choices?.from === 'column' ? [choices] : [],
  );
  return new Map(
    all.map(({ tab, header }) => [`${tab}_${header.replace(/\W+/g, '_')}`, { tab, header }] as const),
  );
};

export function nameRequests(book: SeenBook, sheetIdOf: (tab: string) => number): Requests {
  return [...chosen()].flatMap(([name, { tab, header }]) => {
    if (book.names.includes(name)) return [];
    const column = columnIndex(tab, header, book);
    const range = {
      sheetId: sheetIdOf(tab),
      startRowIndex: 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    return [{ addNamedRange: { namedRange: { name, range } } }];
  });
}
