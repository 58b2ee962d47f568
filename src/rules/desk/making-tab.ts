// The requests that make a tab of the desk where there is none.
import { furnishing } from './furnish.ts';
import { overwrite, type SheetRequest } from './sheet-requests.ts';
import type { DeskTab } from './tabs.ts';

/** The tab itself, empty, with its header row frozen. */
export const addingTab = ({ name, sheetId, header, hidden, columns = 0 }: DeskTab) => ({
  addSheet: {
    properties: {
      sheetId,
      title: name,
      hidden,
      gridProperties: {
        rowCount: 1_000,
        columnCount: Math.max(header.length, 3, columns),
        frozenRowCount: 1,
      },
    },
  },
});

/** A protection that only warns: the desk's account cannot know here who else may write. */
export function makingTab(tab: DeskTab): readonly SheetRequest[] {
  const { sheetId, header, open } = tab;
  return [
    addingTab(tab),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: header.map((text) => ({ userEnteredValue: { stringValue: text } })) }],
        fields: 'userEnteredValue',
      },
    },
    ...(open
      ? []
      : [
          {
            addProtectedRange: {
              protectedRange: { range: { sheetId }, description: 'Written by Tierline', warningOnly: true },
            },
          },
        ]),
    ...furnishing(tab),
  ];
}

export interface SeenTab {
  readonly sheetId?: number;
  readonly gridProperties?: { readonly columnCount?: number };
}

/** A tab that an earlier version made may lack columns: a write into them would be refused. */
export function widening({ sheetId, header }: DeskTab, seen: SeenTab | undefined): readonly SheetRequest[] {
  const columns = seen?.gridProperties?.columnCount ?? header.length;
  if (columns >= header.length) return [];
  return [
    { appendDimension: { sheetId, dimension: 'COLUMNS', length: header.length - columns } },
    overwrite(sheetId, { row: 0, column: columns }, [header.slice(columns)]),
  ];
}
