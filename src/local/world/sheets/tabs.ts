// Tabs: adding, copying, deleting, renaming and ordering them.
import { type Book, newTab, shownProperties, type Tab } from './book.ts';
import type { Asked, SheetProperties } from './google-types.ts';
import { checkCells, tabById } from './grid.ts';
import { invalid } from './refusal.ts';

/** 200 tabs in a spreadsheet. */
const mostTabs = 200;
const longestTitle = 100;

export function addSheet(book: Book, given: Asked<'addSheet'>): SheetProperties {
  const { title, sheetId, gridProperties, index, ...rest } = given.properties ?? {};
  if (book.tabs.length >= mostTabs) throw invalid(`A spreadsheet holds ${mostTabs} sheets at most.`);
  const id = sheetId ?? freeId(book);
  checkId(book, id);
  const tab = newTab(id, title ?? freeTitle(book), gridProperties?.rowCount, gridProperties?.columnCount);
  checkTitle(book, tab.properties.title, null);
  const { rowCount: _r, columnCount: _c, ...grid } = gridProperties ?? {};
  tab.properties = {
    ...tab.properties,
    ...rest,
    ...(Object.keys(grid).length > 0 ? { gridProperties: grid } : {}),
  };
  book.tabs.splice(index ?? book.tabs.length, 0, tab);
  checkCells(book);
  return shownProperties(book, tab);
}

export function duplicateSheet(book: Book, given: Asked<'duplicateSheet'>): SheetProperties {
  const source = tabById(book, given.sourceSheetId);
  const title = given.newSheetName ?? `Copy of ${source.properties.title}`;
  checkTitle(book, title, null);
  const sheetId = given.newSheetId ?? freeId(book);
  checkId(book, sheetId);
  const copy: Tab = {
    ...source,
    rows: source.rows.slice(),
    properties: { ...source.properties, title, sheetId },
    conditionalFormats: source.conditionalFormats.map((rule) => ({
      ...rule,
      ranges: (rule.ranges ?? []).map((range) => ({ ...range, sheetId })),
    })),
    merges: source.merges.map((range) => ({ ...range, sheetId })),
    protectedRanges: [],
    filterViews: [],
    bandedRanges: [],
    charts: [],
  };
  book.tabs.splice(given.insertSheetIndex ?? 0, 0, copy);
  checkCells(book);
  return shownProperties(book, copy);
}

export function deleteSheet(book: Book, given: Asked<'deleteSheet'>): void {
  const tab = tabById(book, given.sheetId);
  const visible = book.tabs.filter((other) => other !== tab && !other.properties.hidden);
  if (visible.length === 0) throw invalid("You can't remove all the visible sheets in a document.");
  book.tabs = book.tabs.filter((other) => other !== tab);
  book.namedRanges = book.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== tab.properties.sheetId);
}

export function updateSheetProperties(book: Book, given: Asked<'updateSheetProperties'>): void {
  const tab = tabById(book, given.properties?.sheetId);
  for (const field of masked(given.fields, given.properties ?? {})) {
    const [first = '', second] = field.split('.');
    const grid = given.properties?.gridProperties ?? {};
    if (first === 'title') {
      checkTitle(book, given.properties?.title ?? '', tab);
      tab.properties.title = given.properties?.title ?? '';
    } else if (first === 'index') {
      const index = given.properties?.index ?? 0;
      const others = book.tabs.filter((other) => other !== tab);
      // Counted before the move: Google takes the place in the present order.
      const at = index > book.tabs.indexOf(tab) ? index - 1 : index;
      book.tabs = [...others.slice(0, at), tab, ...others.slice(at)];
    } else if (first === 'gridProperties') {
      const names = second === undefined ? Object.keys(grid) : [second];
      for (const name of names) setGrid(tab, name, (grid as Record<string, unknown>)[name]);
    } else if (first === 'sheetId' || first === 'sheetType') {
      throw invalid(`${first} cannot be changed`);
    } else {
      Object.assign(tab.properties, { [first]: Reflect.get(given.properties ?? {}, first) });
    }
  }
  if (book.tabs.every(({ properties }) => properties.hidden))
    throw invalid("You can't hide all the sheets in a document.");
  checkCells(book);
}

function setGrid(tab: Tab, name: string, value: unknown): void {
  if (name === 'rowCount' || name === 'columnCount') {
    const size = Number(value ?? 0);
    if (size < 1) throw invalid(`${name} must be at least 1`);
    tab[name] = size;
    if (name === 'rowCount') tab.rows.length = Math.min(tab.rows.length, size);
    else tab.rows = tab.rows.map((row) => (row && row.length > size ? row.slice(0, size) : row));
    return;
  }
  const limit = name === 'frozenRowCount' ? tab.rowCount : tab.columnCount;
  if (/^frozen/.test(name) && Number(value) >= limit) {
    throw invalid("You can't freeze all visible rows or columns on the sheet.");
  }
  tab.properties.gridProperties = { ...tab.properties.gridProperties, [name]: value };
}

export function updateSpreadsheetProperties(book: Book, given: Asked<'updateSpreadsheetProperties'>): void {
  for (const field of masked(given.fields, given.properties ?? {})) {
    const [first = ''] = field.split('.');
    Object.assign(book.properties, { [first]: Reflect.get(given.properties ?? {}, first) });
  }
}

function masked(fields: string | undefined, given: object): string[] {
  if (!fields)
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  if (fields === '*') return Object.keys(given).filter((name) => name !== 'sheetId' && name !== 'sheetType');
  const grouped = /^([A-Za-z]+)\(([^()]*)\)$/.exec(fields.replace(/\s/g, ''));
  if (grouped) return (grouped[2] ?? '').split(',').map((name) => `${grouped[1]}.${name}`);
  return fields.replace(/\s/g, '').replace(/\//g, '.').split(',');
}

function checkId(book: Book, id: number): void {
  if (book.tabs.some((tab) => tab.properties.sheetId === id)) {
    throw invalid(`Sheet with ID ${id} already exists. Please specify a different ID.`);
  }
}

function checkTitle(book: Book, title: string, own: Tab | null): void {
  if (title === '' || title.length > longestTitle) throw invalid(`Invalid sheet name: '${title}'`);
  const taken = book.tabs.some(
    (tab) => tab !== own && tab.properties.title.toLowerCase() === title.toLowerCase(),
  );
  if (taken) throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function freeTitle(book: Book): string {
  for (let n = book.tabs.length + 1; ; n++) {
    if (!book.tabs.some(({ properties }) => properties.title === `Sheet${n}`)) return `Sheet${n}`;
  }
}

function freeId(book: Book): number {
  do book.serial += 1;
  while (book.tabs.some(({ properties }) => properties.sheetId === 1_000_000 + book.serial * 7919));
  return 1_000_000 + book.serial * 7919;
}
