// The requests that make the desk's own tabs and keep everybody but the desk's account from writing into them.
import { furnishing } from '../../../rules/desk/furnish.ts';
import { addingTab } from '../../../rules/desk/making-tab.ts';
import { type DeskTab, deskTabs } from '../../../rules/desk/tabs.ts';
import type { Requests } from '../google.ts';
import type { SeenBook } from './seen.ts';

/** Columns of Tickets that only the desk reads. */
const forTheDesk = ['keys', 'state'];

export function deskTabRequests(book: SeenBook, account: string): Requests {
  return Object.values(deskTabs as Readonly<Record<string, DeskTab>>).flatMap((tab) => {
    const seen = book.tabs.find(({ sheetId }) => sheetId === tab.sheetId);
    if (!seen) return [...made(tab), ...furnishing(tab), ...(tab.open ? [] : [protectedFor(tab, account)])];
    if (tab.open) return [];
    const [protection] = seen.protections;
    if (!protection) return [protectedFor(tab, account)];
    return protection.warningOnly ? [tightened(tab, protection.id, account)] : [];
  });
}

function made(tab: DeskTab): Requests {
  const { sheetId, header, hidden } = tab;
  return [
    addingTab(tab),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [
          {
            values: header.map((text) => ({
              userEnteredValue: { stringValue: text },
              userEnteredFormat: { textFormat: { bold: true } },
            })),
          },
        ],
        fields: 'userEnteredValue,userEnteredFormat.textFormat.bold',
      },
    },
    ...header.flatMap((title, index) =>
      forTheDesk.includes(title) && !hidden
        ? [
            {
              updateDimensionProperties: {
                range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
                properties: { hiddenByUser: true },
                fields: 'hiddenByUser',
              },
            },
          ]
        : [],
    ),
  ];
}

const description = 'Written by Tierline';

const protectedFor = ({ sheetId }: DeskTab, account: string): Requests[number] => ({
  addProtectedRange: {
    protectedRange: { range: { sheetId }, description, warningOnly: false, editors: { users: [account] } },
  },
});

/** `install` alone only warns, because it cannot know who else may write. */
const tightened = ({ sheetId }: DeskTab, id: number, account: string): Requests[number] => ({
  updateProtectedRange: {
    protectedRange: {
      protectedRangeId: id,
      range: { sheetId },
      description,
      warningOnly: false,
      editors: { users: [account] },
    },
    fields: 'range,description,warningOnly,editors',
  },
});
