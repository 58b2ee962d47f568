// spreadsheets.batchUpdate: what each kind of request does to a draft of the spreadsheet.
import { WorldError } from '../failure.ts';
import { published } from '../published/published.ts';
import { unknownPath } from '../published/schema.ts';
import { type Book, cellAt, putCell, usedRows } from './book.ts';
import { charts } from './charts.ts';
import { checkCondition } from './conditions.ts';
import * as dimensions from './dimensions.ts';
import type { GridRange, Request, Response } from './google-types.ts';
import { gridArea, tabById } from './grid.ts';
import { overlays } from './overlays.ts';
import { deleteRange, findReplace, sortRange } from './ranges.ts';
import { invalid, SheetsRefusal } from './refusal.ts';
import { type Apply, guard, type Kind, newId, type Table } from './request-kinds.ts';
import * as tabs from './tabs.ts';
import { appendCells, repeatCell, updateCells } from './write-cells.ts';

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
    if (given.rule) checkCondition(given.rule.condition, 'validation');
    for (let row = area.row; row < area.endRow; row++) {
      for (let column = area.column; column < area.endColumn; column++) {
        const { dataValidation: _, ...rest } = cellAt(area.tab, row, column) ?? {};
        putCell(area.tab, row, column, given.rule ? { ...rest, dataValidation: given.rule } : rest);
      }
    }
  },
  ...overlays,
  ...charts,
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
    'addDataSource addDimensionGroup addSlicer addTable autoFill cancelDataSourceRefresh copyPaste cutPaste ' +
    'deleteDataSource deleteDeveloperMetadata deleteDimensionGroup deleteDuplicates deleteTable ' +
    'duplicateFilterView insertRange pasteData randomizeRange refreshDataSource textToColumns trimWhitespace ' +
    'unmergeCells updateBanding updateBorders updateDataSource ' +
    'updateDeveloperMetadata updateDimensionGroup updateEmbeddedObjectBorder updateEmbeddedObjectPosition ' +
    'updateSlicerSpec updateTable'
  ).split(' '),
);

/** What the `fields` of a request are fields of. */
const masked: Readonly<Partial<Record<Kind, string>>> = {
  updateSheetProperties: 'SheetProperties',
  updateSpreadsheetProperties: 'SpreadsheetProperties',
  updateDimensionProperties: 'DimensionProperties',
  updateNamedRange: 'NamedRange',
  updateProtectedRange: 'ProtectedRange',
  updateFilterView: 'FilterView',
  updateCells: 'CellData',
  appendCells: 'CellData',
  repeatCell: 'CellData',
};

function checkMask(kind: Kind, request: Request): void {
  const type = masked[kind];
  const fields = (request[kind] as { fields?: string } | undefined)?.fields;
  if (!type) return;
  if (!fields)
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const path = unknownPath(published('sheets'), type, fields.replace(/\s/g, ''));
  if (path !== null) throw invalid(`Invalid field: ${path}`);
}

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
    checkMask(kind, request);
    return (apply(book, request[kind] as never, user) ?? {}) as Response;
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
