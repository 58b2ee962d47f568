// The desk's own tabs brought back: made where one is gone, called as before where it was renamed, long and wide enough.
import { missingCommands } from '../rules/desk/furnish.ts';
import { makingTab, widening } from '../rules/desk/making-tab.ts';
import type { SheetRequest } from '../rules/desk/sheet-requests.ts';
import { type DeskTab, deskTabs } from '../rules/desk/tabs.ts';
import { cells, type SeenSheet, sheetsOf, update } from './workbook.ts';

/** Fewer rows may be too few for what one tick writes. */
const fewestRows = 300;

/** True where something was amiss: what failed before may succeed now. */
export function bringTabsBack(workbook: string): boolean {
  const there = sheetsOf(workbook);
  const requests = Object.values(deskTabs).flatMap((tab) => backRequests(tab, there));
  if (requests.length > 0) update(workbook, requests);
  const rows = missingCommands(cells(workbook, `${deskTabs.control.name}!A2:A40`).flat());
  if (rows.length > 0) update(workbook, rows);
  return requests.length > 0;
}

function backRequests(tab: DeskTab, there: readonly SeenSheet[]): readonly SheetRequest[] {
  const { name, sheetId } = tab;
  const found = there.find((one) => (one.sheetId ?? 0) === sheetId);
  const stranger = there.find((one) => one.title?.toLowerCase() === name.toLowerCase() && one !== found);
  const aside = stranger ? [titled(stranger.sheetId ?? 0, `${name} (not the desk's)`)] : [];
  if (!found) return [...aside, ...makingTab(tab)];
  const { rowCount = 0 } = found.gridProperties ?? {};
  return [
    ...(found.title === name ? [] : [...aside, titled(sheetId, name)]),
    ...(rowCount < fewestRows ? [longer(sheetId, 1_000 - rowCount)] : []),
    ...widening(tab, found),
  ];
}

const titled = (sheetId: number, title: string): SheetRequest => ({
  updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
});

const longer = (sheetId: number, length: number): SheetRequest => ({
  appendDimension: { sheetId, dimension: 'ROWS', length },
});
