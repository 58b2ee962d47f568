// spreadsheets.batchUpdate: what each kind of request does to a draft of the spreadsheet.
import { WorldError } from '../failure.ts';
import { type Book, cellAt, putCell, type Tab, usedRows } from './book.ts';
import * as dimensions from './dimensions.ts';
import type { GridRange, Request, Response } from './google-types.ts';
import { gridArea, tabById } from './grid.ts';
import { deleteRange, findReplace, mayWrite, sortRange } from './ranges.ts';
import { forbidden, invalid, SheetsRefusal } from './refusal.ts';
import * as tabs from './tabs.ts';
import { appendCells, repeatCell, updateCells } from './write-cells.ts';

type Kind = keyof Request;
type Apply<K extends Kind> = (book: Book, given: NonNullable<Request[K]>, user: string) => Response | void;
type Table = { readonly [K in Kind]?: Apply<K> };

const protectedCell =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

function guard(book: Book, user: string, range: GridRange | undefined): void {
  if (range && !mayWrite(book, user, range)) throw forbidden(protectedCell);
}

function newId(book: Book): number {
  book.serial += 1;
  return 100_000 + book.serial * 31;
}

/** Puts the changed fields over the old item; `fields` says which. */
function patched<T extends object>(old: T, given: T, fields: string | undefined): T {
  if (!fields)
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  if (fields === '*') return { ...old, ...given };
  const names = fields
    .replace(/\s/g, '')
    .split(',')
    .map((path) => path.split('.')[0] ?? '');
  const taken = Object.fromEntries(names.map((name) => [name, (given as Record<string, unknown>)[name]]));
  return { ...old, ...taken };
}

function tabOf<T>(book: Book, find: (tab: Tab) => readonly T[], is: (item: T) => boolean, what: string): Tab {
  const tab = book.tabs.find((each) => find(each).some(is));
  if (!tab) throw invalid(`No ${what}.`);
  return tab;
}

const table: Table = {
  addSheet: (book, given) => ({ addSheet: { properties: tabs.addSheet(book, given) } }),
  duplicateSheet: (book, given) => ({ duplicateSheet: { properties: tabs.duplicateSheet(book, given) } }),
  deleteSheet: (book, given, user) => {
    guard(book, user, { sheetId: given.sheetId });
    tabs.deleteSheet(book, given);
  },
  updateSheetProperties: (book, given) => tabs.updateSheetProperties(book, given),
  updateSpreadsheetProperties: (book, given) => tabs.updateSpreadsheetProperties(book, given),
  updateCells: (book, given, user) => {
    guard(book, user, writtenBy(given));
    updateCells(book, given);
  },
  appendCells: (book, given, user) => {
    const tab = tabById(book, given.sheetId);
    const row = usedRows(tab);
    guard(book, user, {
      sheetId: tab.properties.sheetId,
      startRowIndex: row,
      endRowIndex: row + (given.rows?.length ?? 0),
    });
    appendCells(book, given);
  },
  repeatCell: (book, given, user) => {
    guard(book, user, given.range);
    repeatCell(book, given);
  },
  insertDimension: (book, given, user) => {
    guard(book, user, asGrid(given.range));
    dimensions.insertDimension(book, given);
  },
  deleteDimension: (book, given, user) => {
    guard(book, user, asGrid(given.range));
    dimensions.deleteDimension(book, given);
  },
  appendDimension: (book, given) => dimensions.appendDimension(book, given),
  moveDimension: (book, given, user) => {
    guard(book, user, asGrid(given.source));
    dimensions.moveDimension(book, given);
  },
  updateDimensionProperties: (book, given) => dimensions.updateDimensionProperties(book, given),
  autoResizeDimensions: (book, given) => dimensions.autoResizeDimensions(book, given),
  deleteRange: (book, given, user) => {
    guard(book, user, given.range);
    deleteRange(book, given.range, given.shiftDimension);
  },
  sortRange: (book, given, user) => {
    guard(book, user, given.range);
    sortRange(book, given);
  },
  findReplace: (book, given, user) => {
    guard(book, user, given.range);
    return { findReplace: findReplace(book, given) };
  },
  setDataValidation: (book, given, user) => {
    guard(book, user, given.range);
    const area = gridArea(book, given.range);
    if (given.rule && !given.rule.condition?.type) throw invalid('rule.condition.type must be set');
    for (let row = area.row; row < area.endRow; row++) {
      for (let column = area.column; column < area.endColumn; column++) {
        const { dataValidation: _, ...rest } = cellAt(area.tab, row, column) ?? {};
        putCell(area.tab, row, column, given.rule ? { ...rest, dataValidation: given.rule } : rest);
      }
    }
  },
  addNamedRange: (book, given) => {
    const named = given.namedRange ?? {};
    if (!/^[A-Za-z_]\w*$/.test(named.name ?? '')) throw invalid(`Invalid name: ${named.name}`);
    if (book.namedRanges.some(({ name }) => name === named.name)) {
      throw invalid(`A named range with the name ${named.name} already exists.`);
    }
    gridArea(book, named.range);
    const added = { ...named, namedRangeId: named.namedRangeId ?? String(newId(book)) };
    book.namedRanges.push(added);
    return { addNamedRange: { namedRange: added } };
  },
  updateNamedRange: (book, given) => {
    const at = book.namedRanges.findIndex(
      ({ namedRangeId }) => namedRangeId === given.namedRange?.namedRangeId,
    );
    const old = book.namedRanges[at];
    if (!old || !given.namedRange) throw invalid('No named range with that id.');
    book.namedRanges[at] = patched(old, given.namedRange, given.fields);
  },
  deleteNamedRange: (book, given) => {
    if (!book.namedRanges.some(({ namedRangeId }) => namedRangeId === given.namedRangeId)) {
      throw invalid(`No named range with id: ${given.namedRangeId}`);
    }
    book.namedRanges = book.namedRanges.filter(({ namedRangeId }) => namedRangeId !== given.namedRangeId);
  },
  addProtectedRange: (book, given, user) => {
    const area = gridArea(book, given.protectedRange?.range);
    const users = given.protectedRange?.editors?.users ?? [];
    const added = {
      ...given.protectedRange,
      protectedRangeId: given.protectedRange?.protectedRangeId ?? newId(book),
      requestingUserCanEdit: true,
      // Who protects a range and who owns the spreadsheet stay among its editors.
      ...(given.protectedRange?.warningOnly
        ? {}
        : {
            editors: { ...given.protectedRange?.editors, users: [...new Set([...users, user, book.owner])] },
          }),
    };
    area.tab.protectedRanges.push(added);
    return { addProtectedRange: { protectedRange: added } };
  },
  updateProtectedRange: (book, given) => {
    const is = (item: { protectedRangeId?: number | undefined }): boolean =>
      item.protectedRangeId === given.protectedRange?.protectedRangeId;
    const tab = tabOf(book, (each) => each.protectedRanges, is, 'protected range with that id');
    tab.protectedRanges = tab.protectedRanges.map((item) =>
      is(item) ? patched(item, given.protectedRange ?? {}, given.fields) : item,
    );
  },
  deleteProtectedRange: (book, given, user) => {
    const is = (item: { protectedRangeId?: number | undefined }): boolean =>
      item.protectedRangeId === given.protectedRangeId;
    const tab = tabOf(
      book,
      (each) => each.protectedRanges,
      is,
      `protected range with id ${given.protectedRangeId}`,
    );
    guard(book, user, tab.protectedRanges.find(is)?.range);
    tab.protectedRanges = tab.protectedRanges.filter((item) => !is(item));
  },
  addConditionalFormatRule: (book, given) => {
    const ranges = given.rule?.ranges ?? [];
    if (ranges.length === 0) throw invalid('rule.ranges must not be empty');
    if (!given.rule?.booleanRule && !given.rule?.gradientRule)
      throw invalid('A rule needs booleanRule or gradientRule');
    for (const range of ranges) gridArea(book, range);
    const tab = tabById(book, ranges[0]?.sheetId);
    tab.conditionalFormats.splice(given.index ?? 0, 0, given.rule);
  },
  deleteConditionalFormatRule: (book, given) => {
    const tab = tabById(book, given.sheetId);
    const [rule] = tab.conditionalFormats.splice(given.index ?? 0, 1);
    if (!rule)
      throw invalid(`No conditional format on sheet: ${given.sheetId ?? 0} at index: ${given.index ?? 0}`);
    return { deleteConditionalFormatRule: { rule } };
  },
  addFilterView: (book, given) => {
    const area = gridArea(book, given.filter?.range);
    const filter = { ...given.filter, filterViewId: given.filter?.filterViewId ?? newId(book) };
    area.tab.filterViews.push(filter);
    return { addFilterView: { filter } };
  },
  updateFilterView: (book, given) => {
    const is = (item: { filterViewId?: number | undefined }): boolean =>
      item.filterViewId === given.filter?.filterViewId;
    const tab = tabOf(book, (each) => each.filterViews, is, 'filter view with that id');
    tab.filterViews = tab.filterViews.map((item) =>
      is(item) ? patched(item, given.filter ?? {}, given.fields) : item,
    );
  },
  deleteFilterView: (book, given) => {
    const is = (item: { filterViewId?: number | undefined }): boolean => item.filterViewId === given.filterId;
    const tab = tabOf(book, (each) => each.filterViews, is, `filter view with id ${given.filterId}`);
    tab.filterViews = tab.filterViews.filter((item) => !is(item));
  },
  setBasicFilter: (book, given) => {
    const filter = given.filter ?? {};
    gridArea(book, filter.range).tab.basicFilter = filter;
  },
  clearBasicFilter: (book, given) => {
    tabById(book, given.sheetId).basicFilter = null;
  },
  addBanding: (book, given) => {
    const area = gridArea(book, given.bandedRange?.range);
    const bandedRange = {
      ...given.bandedRange,
      bandedRangeId: given.bandedRange?.bandedRangeId ?? newId(book),
    };
    area.tab.bandedRanges.push(bandedRange);
    return { addBanding: { bandedRange } };
  },
  deleteBanding: (book, given) => {
    const is = (item: { bandedRangeId?: number | undefined }): boolean =>
      item.bandedRangeId === given.bandedRangeId;
    const tab = tabOf(book, (each) => each.bandedRanges, is, `banded range with id ${given.bandedRangeId}`);
    tab.bandedRanges = tab.bandedRanges.filter((item) => !is(item));
  },
  mergeCells: (book, given) => {
    const area = gridArea(book, given.range);
    area.tab.merges.push(given.range ?? {});
  },
  createDeveloperMetadata: (book, given) => {
    const developerMetadata = {
      ...given.developerMetadata,
      metadataId: given.developerMetadata?.metadataId ?? newId(book),
    };
    if (!developerMetadata.metadataKey || !developerMetadata.visibility || !developerMetadata.location) {
      throw invalid('developerMetadata needs metadataKey, visibility and location');
    }
    book.developerMetadata.push(developerMetadata);
    return { createDeveloperMetadata: { developerMetadata } };
  },
};

/** Google has these too; the world does not imitate them and says so. */
const googleAlso = new Set(
  (
    'addChart addDataSource addDimensionGroup addSlicer addTable autoFill cancelDataSourceRefresh copyPaste cutPaste ' +
    'deleteDataSource deleteDeveloperMetadata deleteDimensionGroup deleteDuplicates deleteEmbeddedObject deleteTable ' +
    'duplicateFilterView insertRange pasteData randomizeRange refreshDataSource textToColumns trimWhitespace ' +
    'unmergeCells updateBanding updateBorders updateChartSpec updateConditionalFormatRule updateDataSource ' +
    'updateDeveloperMetadata updateDimensionGroup updateEmbeddedObjectBorder updateEmbeddedObjectPosition ' +
    'updateSlicerSpec updateTable'
  ).split(' '),
);

/** Applies one request to the draft; a refusal names the request by its index. */
export function applyRequest(book: Book, request: Request, index: number, user: string): Response {
  const kinds = Object.keys(request);
  const kind = kinds[0] as Kind | undefined;
  if (!kind || kinds.length !== 1) {
    throw invalid(`Invalid requests[${index}]: exactly one kind of request must be set.`);
  }
  const apply = table[kind] as Apply<Kind> | undefined;
  if (!apply) {
    if (googleAlso.has(kind)) throw new WorldError(`the world does not imitate the request ${kind}`);
    throw invalid(
      `Invalid JSON payload received. Unknown name "${kind}" at 'requests[${index}]': Cannot find field.`,
    );
  }
  try {
    return apply(book, request[kind] as never, user) ?? {};
  } catch (error) {
    if (!(error instanceof SheetsRefusal)) throw error;
    throw new SheetsRefusal(
      error.code === 403 ? 400 : error.code,
      'INVALID_ARGUMENT',
      'badRequest',
      `Invalid requests[${index}].${kind}: ${error.message}`,
    );
  }
}

function asGrid(
  range: Request['deleteDimension'] extends infer D ? (D extends { range?: infer R } ? R : never) : never,
): GridRange | undefined {
  if (!range) return undefined;
  const { sheetId, dimension, startIndex, endIndex } = range;
  return dimension === 'ROWS'
    ? { sheetId, startRowIndex: startIndex, endRowIndex: endIndex }
    : { sheetId, startColumnIndex: startIndex, endColumnIndex: endIndex };
}

function writtenBy(given: NonNullable<Request['updateCells']>): GridRange | undefined {
  if (given.range || !given.start) return given.range;
  const { sheetId, rowIndex = 0, columnIndex = 0 } = given.start;
  const width = Math.max(0, ...(given.rows ?? []).map(({ values }) => values?.length ?? 0));
  return {
    sheetId,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + (given.rows?.length ?? 0),
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + width,
  };
}
