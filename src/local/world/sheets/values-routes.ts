// The routes of spreadsheets.values: get, batchGet, update, batchUpdate, append, clear, batchClear.
import { WorldError } from '../failure.ts';
import { a1Of } from './a1.ts';
import type { Route, RouteCall } from './api.ts';
import { readable, writable } from './api.ts';
import { type Book, draftOf } from './book.ts';
import type { Input } from './entry.ts';
import { mayWrite } from './ranges.ts';
import { forbidden, invalid } from './refusal.ts';
import type { Render } from './shown.ts';
import {
  appendValues,
  clearValues,
  type ReadOptions,
  readValues,
  type Written,
  writeValues,
} from './values.ts';

interface GivenRange {
  readonly range?: string;
  readonly majorDimension?: string;
  readonly values?: readonly (readonly unknown[])[];
}

export const valuesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/(values:batchGet)$/,
    access: 'read',
    answer: ({ shelf, caller, id, query }) => {
      const book = readable(shelf, id, caller);
      const options = readOptions(query);
      return {
        spreadsheetId: id,
        valueRanges: query.getAll('ranges').map((range) => readValues(book, range, options)),
      };
    },
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/(values:batchUpdate)$/,
    access: 'write',
    answer: (call) => {
      const body = (call.body ?? {}) as { data?: readonly GivenRange[]; valueInputOption?: string };
      const input = inputOf(call, body.valueInputOption);
      return change(call, (book) => {
        const written = (body.data ?? []).map((one) => write(book, call, one.range ?? '', one, input));
        const sum = (of: (one: Written) => number): number => written.reduce((all, one) => all + of(one), 0);
        return {
          spreadsheetId: call.id,
          totalUpdatedRows: sum(({ rows }) => rows),
          totalUpdatedColumns: sum(({ columns }) => columns),
          totalUpdatedCells: sum(({ cells }) => cells),
          totalUpdatedSheets: new Set(written.map(({ area }) => area.tab)).size,
          responses: written.map((one) => updated(call.id, one)),
        };
      });
    },
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/(values:batchClear)$/,
    access: 'write',
    answer: (call) =>
      change(call, (book) => ({
        spreadsheetId: call.id,
        clearedRanges: ((call.body as { ranges?: string[] } | undefined)?.ranges ?? []).map((range) =>
          clear(book, call, range),
        ),
      })),
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+):append$/,
    access: 'write',
    answer: (call) => {
      const input = inputOf(call, call.query.get('valueInputOption'));
      const given = (call.body ?? {}) as GivenRange;
      const insert = call.query.get('insertDataOption') === 'INSERT_ROWS';
      return change(call, (book) => {
        const { table, written } = appendValues(book, call.rest, given.values ?? [], input, insert);
        return {
          spreadsheetId: call.id,
          ...(table ? { tableRange: a1Of(table) } : {}),
          updates: updated(call.id, written),
        };
      });
    },
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+):clear$/,
    access: 'write',
    answer: (call) =>
      change(call, (book) => ({ spreadsheetId: call.id, clearedRange: clear(book, call, call.rest) })),
  },
  {
    method: 'GET',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+)$/,
    access: 'read',
    answer: ({ shelf, caller, id, rest, query }) =>
      readValues(readable(shelf, id, caller), rest, readOptions(query)),
  },
  {
    method: 'PUT',
    path: /^\/v4\/spreadsheets\/([^/:]+)\/values\/(.+)$/,
    access: 'write',
    answer: (call) => {
      const input = inputOf(call, call.query.get('valueInputOption'));
      const given = (call.body ?? {}) as GivenRange;
      if (given.range !== undefined && given.range !== call.rest) {
        throw invalid(`Requested writing within range [${call.rest}], but the body says [${given.range}]`);
      }
      return change(call, (book) => updated(call.id, write(book, call, call.rest, given, input)));
    },
  },
];

/** A call changes all it wants to, or nothing. */
function change<T>({ shelf, caller, id }: RouteCall, work: (draft: Book) => T): T {
  const draft = draftOf(writable(shelf, id, caller));
  const result = work(draft);
  shelf.books.set(id, draft);
  shelf.onProgramEdit(id);
  return result;
}

function write(book: Book, { caller }: RouteCall, range: string, given: GivenRange, input: Input): Written {
  const written = writeValues(book, range, given.values ?? [], input, major(given.majorDimension));
  checkProtection(book, caller.email, written.area);
  return written;
}

function clear(book: Book, { caller }: RouteCall, range: string): string {
  const area = clearValues(book, range);
  checkProtection(book, caller.email, area);
  return a1Of(area);
}

function checkProtection(book: Book, user: string, area: Written['area']): void {
  const range = {
    sheetId: area.tab.properties.sheetId,
    startRowIndex: area.row,
    endRowIndex: area.endRow,
    startColumnIndex: area.column,
    endColumnIndex: area.endColumn,
  };
  if (!mayWrite(book, user, range)) {
    throw forbidden(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner.',
    );
  }
}

function updated(spreadsheetId: string, { area, rows, columns, cells }: Written): object {
  const counts = cells > 0 ? { updatedRows: rows, updatedColumns: columns, updatedCells: cells } : {};
  return { spreadsheetId, updatedRange: a1Of(area), ...counts };
}

function inputOf({ shelf, query, body }: RouteCall, option: string | null | undefined): Input {
  const given = body as { includeValuesInResponse?: boolean } | undefined;
  if (query.get('includeValuesInResponse') === 'true' || given?.includeValuesInResponse)
    throw new WorldError('the world does not imitate includeValuesInResponse');
  if (option !== 'RAW' && option !== 'USER_ENTERED') {
    throw invalid("'valueInputOption' is required but not specified");
  }
  return { option, year: new Date(shelf.clock.now()).getUTCFullYear() };
}

function major(given: string | null | undefined): 'ROWS' | 'COLUMNS' {
  if (given == null || given === 'ROWS') return 'ROWS';
  if (given === 'COLUMNS') return 'COLUMNS';
  throw invalid(`Invalid value at 'major_dimension': "${given}"`);
}

function readOptions(query: URLSearchParams): ReadOptions {
  const render = query.get('valueRenderOption') ?? 'FORMATTED_VALUE';
  const dates = query.get('dateTimeRenderOption') ?? 'SERIAL_NUMBER';
  if (!['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'].includes(render)) {
    throw invalid(`Invalid value at 'value_render_option': "${render}"`);
  }
  if (dates !== 'SERIAL_NUMBER' && dates !== 'FORMATTED_STRING') {
    throw invalid(`Invalid value at 'date_time_render_option': "${dates}"`);
  }
  return { render: render as Render, dates, major: major(query.get('majorDimension')) };
}
