// Rows and columns: adding, inserting, deleting and moving them, and what refers to them moves along.
import type { Book, Row, Tab } from './book.ts';
import type { Asked, DimensionProperties, DimensionRange, GridRange } from './google-types.ts';
import { checkCells, tabById } from './grid.ts';
import { invalid } from './refusal.ts';

interface Stretch {
  readonly tab: Tab;
  readonly rows: boolean;
  readonly start: number;
  readonly end: number;
}

function stretchOf(book: Book, range: DimensionRange | undefined): Stretch {
  if (!range) throw invalid('A dimension range must be specified.');
  const tab = tabById(book, range.sheetId);
  if (range.dimension !== 'ROWS' && range.dimension !== 'COLUMNS') throw invalid('No dimension specified.');
  const rows = range.dimension === 'ROWS';
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? (rows ? tab.rowCount : tab.columnCount);
  if (start < 0 || end <= start) throw invalid(`Invalid dimension range: ${start} to ${end}`);
  return { tab, rows, start, end };
}

export function insertDimension(book: Book, given: Asked<'insertDimension'>): void {
  const { tab, rows, start, end } = stretchOf(book, given.range);
  const size = rows ? tab.rowCount : tab.columnCount;
  if (start > size) throw invalid(`range.startIndex[${start}] is too large for sheet`);
  const count = end - start;
  if (rows) {
    if (start < tab.rows.length) tab.rows.splice(start, 0, ...Array<null>(count).fill(null));
    tab.rowCount += count;
  } else {
    tab.rows = tab.rows.map((row) => (row && row.length > start ? spliced(row, start, 0, count) : row));
    tab.columnCount += count;
  }
  checkCells(book);
  moveRanges(book, tab, rows, start, count);
}

export function deleteDimension(book: Book, given: Asked<'deleteDimension'>): void {
  const { tab, rows, start, end } = stretchOf(book, given.range);
  const size = rows ? tab.rowCount : tab.columnCount;
  const what = rows ? 'rows' : 'columns';
  if (start >= size || end > size) {
    throw invalid(`Cannot delete ${what} ${start} to ${end}: the sheet has ${size} ${what}`);
  }
  if (end - start >= size) throw invalid(`You can't delete all the ${what} on the sheet.`);
  const frozen = rows
    ? tab.properties.gridProperties?.frozenRowCount
    : tab.properties.gridProperties?.frozenColumnCount;
  if (size - (end - start) <= (frozen ?? 0) && (frozen ?? 0) > 0) {
    throw invalid(`You can't delete all the non-frozen ${what}.`);
  }
  const count = end - start;
  if (rows) {
    tab.rows.splice(start, count);
    tab.rowCount -= count;
  } else {
    tab.rows = tab.rows.map((row) => (row && row.length > start ? spliced(row, start, count, 0) : row));
    tab.columnCount -= count;
  }
  moveRanges(book, tab, rows, start, -count);
}

export function appendDimension(book: Book, given: Asked<'appendDimension'>): void {
  const tab = tabById(book, given.sheetId);
  const length = given.length ?? 0;
  if (length < 1) throw invalid('length must be at least 1');
  if (given.dimension === 'ROWS') tab.rowCount += length;
  else if (given.dimension === 'COLUMNS') tab.columnCount += length;
  else throw invalid('No dimension specified.');
  checkCells(book);
}

export function moveDimension(book: Book, given: Asked<'moveDimension'>): void {
  const { tab, rows, start, end } = stretchOf(book, given.source);
  const to = given.destinationIndex ?? 0;
  if (to > start && to < end) throw invalid('The destination lies within the source.');
  const move = <T>(list: readonly T[]): T[] => {
    const taken = list.slice(start, end);
    const rest = [...list.slice(0, start), ...list.slice(end)];
    const at = to <= start ? to : to - taken.length;
    return [...rest.slice(0, at), ...taken, ...rest.slice(at)];
  };
  const filled = <T>(list: readonly T[], size: number): (T | null)[] =>
    Array.from({ length: size }, (_, index) => list[index] ?? null);
  if (rows) tab.rows = move(filled(tab.rows, tab.rowCount));
  else tab.rows = tab.rows.map((row) => row && move(filled(row, tab.columnCount)));
}

export function updateDimensionProperties(book: Book, given: Asked<'updateDimensionProperties'>): void {
  if (!given.fields)
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const { tab, rows, start, end } = stretchOf(book, given.range);
  if (end > (rows ? tab.rowCount : tab.columnCount)) throw invalid('The range lies beyond the grid.');
  const target = rows ? tab.rowProperties : tab.columns;
  const names = given.fields === '*' ? Object.keys(given.properties ?? {}) : given.fields.split(',');
  const changed = Object.fromEntries(
    names.map((name) => [name.trim(), Reflect.get(given.properties ?? {}, name.trim())]),
  );
  for (let index = start; index < end; index++) target[index] = { ...target[index], ...changed };
}

/** Widths are Google's business: the request is checked and changes nothing. */
export function autoResizeDimensions(book: Book, given: Asked<'autoResizeDimensions'>): void {
  stretchOf(book, given.dimensions);
}

function spliced(row: Row, at: number, remove: number, insert: number): Row {
  return [...row.slice(0, at), ...Array<null>(insert).fill(null), ...row.slice(at + remove)];
}

/** Named and protected ranges, filters, formats, charts and widths follow their cells; what has none left is gone. */
function moveRanges(book: Book, tab: Tab, rows: boolean, at: number, by: number): void {
  const moved = (range: GridRange): GridRange => {
    if ((range.sheetId ?? 0) !== tab.properties.sheetId) return range;
    const shift = (index: number | undefined, isEnd: boolean): number | undefined => {
      if (index === undefined || index < at || (index === at && isEnd)) return index;
      return Math.max(at, index + by);
    };
    const next = { ...range };
    const put = (key: keyof GridRange, value: number | undefined): void => {
      if (value !== undefined) next[key] = value;
    };
    if (rows) {
      put('startRowIndex', shift(range.startRowIndex, false));
      put('endRowIndex', shift(range.endRowIndex, true));
    } else {
      put('startColumnIndex', shift(range.startColumnIndex, false));
      put('endColumnIndex', shift(range.endColumnIndex, true));
    }
    return next;
  };
  const withRange = <T extends { range?: GridRange | undefined }>(item: T): T =>
    item.range ? { ...item, range: moved(item.range) } : item;
  const follow = <T extends { range?: GridRange | undefined }>(items: readonly T[]): T[] =>
    items.map(withRange).filter(({ range }) => !range || hasCells(range));
  book.namedRanges = follow(book.namedRanges);
  tab.protectedRanges = follow(tab.protectedRanges);
  tab.filterViews = follow(tab.filterViews);
  tab.bandedRanges = follow(tab.bandedRanges);
  tab.merges = tab.merges.map(moved).filter(hasCells);
  if (tab.basicFilter) tab.basicFilter = withRange(tab.basicFilter);
  tab.conditionalFormats = tab.conditionalFormats.flatMap((rule) => {
    const ranges = (rule.ranges ?? []).map(moved).filter(hasCells);
    return ranges.length > 0 ? [{ ...rule, ranges }] : [];
  });
  for (const other of book.tabs) other.charts = other.charts.map((chart) => withSources(chart, moved));
  if (rows) tab.rowProperties = shifted(tab.rowProperties, at, by);
  else tab.columns = shifted(tab.columns, at, by);
}

const hasCells = (range: GridRange): boolean =>
  (range.startRowIndex ?? 0) < (range.endRowIndex ?? Number.POSITIVE_INFINITY) &&
  (range.startColumnIndex ?? 0) < (range.endColumnIndex ?? Number.POSITIVE_INFINITY);

/** Every `sources` within a chart's description. */
function withSources<T>(item: T, moved: (range: GridRange) => GridRange): T {
  if (typeof item !== 'object' || item === null) return item;
  if (Array.isArray(item)) return item.map((one) => withSources(one, moved)) as T;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      key,
      key === 'sources' && Array.isArray(value) ? value.map(moved) : withSources(value, moved),
    ]),
  ) as T;
}

function shifted(
  properties: Readonly<Record<number, DimensionProperties>>,
  at: number,
  by: number,
): Record<number, DimensionProperties> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => {
      const index = Number(key);
      if (index < at) return [[index, value]];
      return index + by < at ? [] : [[index + by, value]];
    }),
  );
}
