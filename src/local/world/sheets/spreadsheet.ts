// A spreadsheet as `spreadsheets.get` and `create` answer it.
import { areaOf, clipped } from './a1.ts';
import { type Book, type Cell, cellAt, newTab, shownProperties, type Tab } from './book.ts';
import type { ProtectedRange, Sheet, Spreadsheet } from './google-types.ts';
import { effective, shown } from './shown.ts';
import { addSheet } from './tabs.ts';

export interface Shown {
  readonly ranges: readonly string[];
  readonly gridData: boolean;
  /** Who asks. */
  readonly user: string;
}

export function spreadsheetOf(book: Book, { ranges, gridData, user }: Shown): Spreadsheet {
  const areas = ranges.map((range) => clipped(areaOf(book, range)));
  const tabs =
    areas.length === 0 ? book.tabs : book.tabs.filter((tab) => areas.some((area) => area.tab === tab));
  return {
    spreadsheetId: book.id,
    properties: book.properties,
    sheets: tabs.map((tab) => sheetOf(book, tab, { areas, gridData, user })),
    ...(book.namedRanges.length > 0 ? { namedRanges: book.namedRanges } : {}),
    ...(book.developerMetadata.length > 0 ? { developerMetadata: book.developerMetadata } : {}),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
  };
}

type Area = ReturnType<typeof areaOf>;

interface Asked {
  readonly areas: readonly Area[];
  readonly gridData: boolean;
  readonly user: string;
}

/** Who may edit a protected range is told to those who may. Source: reference of ProtectedRange.editors. */
function protectedFor(book: Book, range: ProtectedRange, user: string): ProtectedRange {
  const may = range.warningOnly || user === book.owner || (range.editors?.users ?? []).includes(user);
  const { editors: _, ...rest } = range;
  return may ? { ...range, requestingUserCanEdit: true } : { ...rest, requestingUserCanEdit: false };
}

function sheetOf(book: Book, tab: Tab, { areas, gridData, user }: Asked): Sheet {
  const some = <T>(name: string, list: readonly T[]): object => (list.length > 0 ? { [name]: list } : {});
  const wanted = areas.filter((area) => area.tab === tab);
  const whole = { tab, row: 0, column: 0, endRow: tab.rows.length, endColumn: tab.columnCount };
  return {
    properties: shownProperties(book, tab),
    ...(gridData ? { data: (wanted.length > 0 ? wanted : [whole]).map(gridDataOf) } : {}),
    ...some(
      'protectedRanges',
      tab.protectedRanges.map((range) => protectedFor(book, range, user)),
    ),
    ...some('conditionalFormats', tab.conditionalFormats),
    ...some('filterViews', tab.filterViews),
    ...some('bandedRanges', tab.bandedRanges),
    ...some('merges', tab.merges),
    ...some('charts', tab.charts),
    ...(tab.basicFilter ? { basicFilter: tab.basicFilter } : {}),
  };
}

function gridDataOf(area: Pick<Area, 'tab' | 'row' | 'column' | 'endRow' | 'endColumn'>): object {
  const rowData = [];
  for (let row = area.row; row < Math.min(area.endRow, area.tab.rows.length); row++) {
    const length = Math.min(area.endColumn, area.tab.rows[row]?.length ?? 0) - area.column;
    const values = Array.from({ length: Math.max(0, length) }, (_, at) =>
      cellData(cellAt(area.tab, row, area.column + at)),
    );
    rowData.push(values.length > 0 ? { values } : {});
  }
  return {
    ...(area.row > 0 ? { startRow: area.row } : {}),
    ...(area.column > 0 ? { startColumn: area.column } : {}),
    ...(rowData.length > 0 ? { rowData } : {}),
  };
}

function cellData(cell: Cell | null): object {
  if (!cell) return {};
  if (!cell.userEnteredValue) return cell;
  return {
    ...cell,
    effectiveValue: effective(cell.userEnteredValue),
    formattedValue: shown(cell, 'FORMATTED_VALUE', 'FORMATTED_STRING'),
  };
}

/** A new spreadsheet from what the caller asked for; one tab called Sheet1 unless told. */
export function newBook(id: string, owner: string, asked: Spreadsheet): Book {
  const book: Book = {
    id,
    owner,
    shared: {},
    properties: {
      title: 'Untitled spreadsheet',
      locale: 'en_US',
      timeZone: 'Etc/GMT',
      autoRecalc: 'ON_CHANGE',
      ...asked.properties,
    },
    tabs: [],
    namedRanges: [],
    developerMetadata: [],
    serial: 0,
  };
  for (const sheet of asked.sheets ?? []) {
    addSheet(book, { properties: sheet.properties ?? {} });
  }
  if (book.tabs.length === 0) book.tabs.push(newTab(0, 'Sheet1'));
  return book;
}
