// The requests that make a tab of the desk where there is none.
import { furnishing } from './furnish.ts';
import type { SheetRequest } from './sheet-requests.ts';
import type { DeskTab } from './tabs.ts';

/** A protection that only warns: the desk's account cannot know here who else may write. */
export function makingTab(tab: DeskTab): readonly SheetRequest[] {
  const { name, sheetId, header, hidden, open, columns = 0 } = tab;
  return [
    {
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
    },
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
