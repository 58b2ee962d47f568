// A spreadsheet as the world keeps it: rows and cells are never changed in place, so a draft or a snapshot is cheap.
import type {
  BandedRange,
  BasicFilter,
  CellData,
  ConditionalFormatRule,
  DeveloperMetadata,
  DimensionProperties,
  EmbeddedChart,
  FilterView,
  GridRange,
  NamedRange,
  ProtectedRange,
  SheetProperties,
  SpreadsheetProperties,
} from './google-types.ts';

/** What people and programs put into a cell. */
export type Cell = Pick<CellData, 'userEnteredValue' | 'userEnteredFormat' | 'note' | 'dataValidation'>;
export type Row = readonly (Cell | null)[];

export interface Tab {
  properties: SheetProperties & { sheetId: number; title: string };
  rowCount: number;
  columnCount: number;
  rows: (Row | null)[];
  protectedRanges: ProtectedRange[];
  conditionalFormats: ConditionalFormatRule[];
  filterViews: FilterView[];
  bandedRanges: BandedRange[];
  merges: GridRange[];
  charts: EmbeddedChart[];
  basicFilter: BasicFilter | null;
  /** By index: width, hidden. */
  columns: Record<number, DimensionProperties>;
  rowProperties: Record<number, DimensionProperties>;
}

export interface Book {
  readonly id: string;
  readonly owner: string;
  /** Who else may write or read. */
  shared: Record<string, 'writer' | 'reader'>;
  properties: SpreadsheetProperties;
  tabs: Tab[];
  namedRanges: NamedRange[];
  developerMetadata: DeveloperMetadata[];
  /** For ids that Google makes up. */
  serial: number;
}

/** 10 million cells in a spreadsheet, columns up to ZZZ, 50,000 characters in a cell (Google's limits). */
export const mostCells = 10_000_000;
export const mostColumns = 18_278;
export const longestText = 50_000;

export function newTab(sheetId: number, title: string, rowCount = 1000, columnCount = 26): Tab {
  return {
    properties: { sheetId, title, index: 0, sheetType: 'GRID' },
    rowCount,
    columnCount,
    rows: [],
    protectedRanges: [],
    conditionalFormats: [],
    filterViews: [],
    bandedRanges: [],
    merges: [],
    charts: [],
    basicFilter: null,
    columns: {},
    rowProperties: {},
  };
}

/** A copy that can be changed, row by row, without touching the original. */
export function draftOf(book: Book): Book {
  return {
    ...book,
    shared: { ...book.shared },
    properties: { ...book.properties },
    namedRanges: [...book.namedRanges],
    developerMetadata: [...book.developerMetadata],
    tabs: book.tabs.map((tab) => ({
      ...tab,
      properties: { ...tab.properties },
      rows: tab.rows.slice(),
      protectedRanges: [...tab.protectedRanges],
      conditionalFormats: [...tab.conditionalFormats],
      filterViews: [...tab.filterViews],
      bandedRanges: [...tab.bandedRanges],
      merges: [...tab.merges],
      charts: [...tab.charts],
      columns: { ...tab.columns },
      rowProperties: { ...tab.rowProperties },
    })),
  };
}

export function cellAt(tab: Tab, row: number, column: number): Cell | null {
  return tab.rows[row]?.[column] ?? null;
}

export function putCell(tab: Tab, row: number, column: number, cell: Cell | null): void {
  const old = tab.rows[row] ?? [];
  const next = old.slice();
  while (next.length < column) next.push(null);
  next[column] = cell && Object.keys(cell).length > 0 ? cell : null;
  while (tab.rows.length < row) tab.rows.push(null);
  tab.rows[row] = next;
}

export function isEmpty(cell: Cell | null | undefined): boolean {
  return cell?.userEnteredValue === undefined || Object.keys(cell.userEnteredValue).length === 0;
}

/** Index after the last row that holds a value. */
export function usedRows(tab: Tab): number {
  for (let row = tab.rows.length - 1; row >= 0; row--) {
    if (tab.rows[row]?.some((cell) => !isEmpty(cell))) return row + 1;
  }
  return 0;
}

export function cellCount(book: Book): number {
  return book.tabs.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, 0);
}

/** Properties as Google shows them. */
export function shownProperties(book: Book, tab: Tab): SheetProperties {
  return {
    ...tab.properties,
    index: book.tabs.indexOf(tab),
    gridProperties: {
      ...tab.properties.gridProperties,
      rowCount: tab.rowCount,
      columnCount: tab.columnCount,
    },
  };
}
