// The Sheets API's front door: routes, permissions, rates, and errors as Google words them.

import { WorldError } from '../failure.ts';
import { partial } from '../gmail/fields.ts';
import { googleMethodOf } from '../google-methods.ts';
import type { Caller, Clock, HttpRequest, HttpResponse } from '../http.ts';
import { wrongAnswer, wrongRequest } from '../published/published.ts';
import { type Book, draftOf } from './book.ts';
import type { Request, Spreadsheet } from './google-types.ts';
import { forbidden, invalid, notFound, SheetsRefusal } from './refusal.ts';
import { applyRequest } from './requests.ts';
import { newBook, spreadsheetOf } from './spreadsheet.ts';
import { valuesRoutes } from './values-routes.ts';

/** What the API works on: the shelf of spreadsheets. */
export interface Shelf {
  readonly clock: Clock;
  readonly books: Map<string, Book>;
  newId(): string;
  /** A program changed this spreadsheet. */
  readonly onProgramEdit: (id: string) => void;
  /** Reads and writes of the running minute by person. */
  readonly rates: Map<string, number[]>;
}

export interface RouteCall {
  readonly shelf: Shelf;
  readonly caller: Caller;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Parts of the path that the route's pattern names. */
  readonly id: string;
  readonly rest: string;
}

export interface Route {
  readonly method: string;
  /** Groups: spreadsheet id, then the rest. */
  readonly path: RegExp;
  readonly access: 'read' | 'write';
  readonly answer: (call: RouteCall) => unknown;
}

const auth = 'https://www.googleapis.com/auth/';
const writeScopes = [`${auth}spreadsheets`, `${auth}drive`, `${auth}drive.file`];
const readScopes = [...writeScopes, `${auth}spreadsheets.readonly`, `${auth}drive.readonly`];

/** 60 reads and 60 writes a minute and person. */
const perMinute = 60;

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets()()$/,
    access: 'write',
    answer: ({ shelf, caller, body }) => {
      const book = newBook(shelf.newId(), caller.email, (body ?? {}) as Spreadsheet);
      shelf.books.set(book.id, book);
      return spreadsheetOf(book, { ranges: [], gridData: false, user: caller.email });
    },
  },
  {
    method: 'GET',
    path: /^\/v4\/spreadsheets\/([^/:]+)()$/,
    access: 'read',
    answer: ({ shelf, caller, id, query }) =>
      spreadsheetOf(readable(shelf, id, caller), {
        ranges: query.getAll('ranges'),
        gridData: hasGridData(query),
        user: caller.email,
      }),
  },
  {
    method: 'POST',
    path: /^\/v4\/spreadsheets\/([^/:]+)(:batchUpdate)$/,
    access: 'write',
    answer: ({ shelf, caller, id, body }) => batchUpdate(shelf, writable(shelf, id, caller), caller, body),
  },
  ...valuesRoutes,
];

/** A mask says itself whether cells are wanted. Source: reference of spreadsheets.get, includeGridData. */
function hasGridData(query: URLSearchParams): boolean {
  const fields = query.get('fields');
  return fields ? fields === '*' || /\bdata\b/.test(fields) : query.get('includeGridData') === 'true';
}

/** All of the requests are applied to a draft; only when none is refused does it take the book's place. */
function batchUpdate(shelf: Shelf, book: Book, caller: Caller, body: unknown): unknown {
  const given = (body ?? {}) as {
    requests?: Request[];
    includeSpreadsheetInResponse?: boolean;
    responseRanges?: string[];
    responseIncludeGridData?: boolean;
  };
  const requests = given.requests ?? [];
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  const draft = draftOf(book);
  const replies = requests.map((request, index) => applyRequest(draft, request, index, caller.email));
  shelf.books.set(book.id, draft);
  shelf.onProgramEdit(book.id);
  return {
    spreadsheetId: book.id,
    replies,
    ...(given.includeSpreadsheetInResponse
      ? {
          updatedSpreadsheet: spreadsheetOf(draft, {
            ranges: given.responseRanges ?? [],
            gridData: given.responseIncludeGridData === true,
            user: caller.email,
          }),
        }
      : {}),
  };
}

export function readable(shelf: Shelf, id: string, caller: Caller): Book {
  const book = shelf.books.get(id);
  if (!book) throw notFound();
  if (book.owner !== caller.email && !book.shared[caller.email]) throw forbidden();
  return book;
}

export function writable(shelf: Shelf, id: string, caller: Caller): Book {
  const book = readable(shelf, id, caller);
  if (book.owner !== caller.email && book.shared[caller.email] !== 'writer') throw forbidden();
  return book;
}

export function handleSheets(shelf: Shelf, request: HttpRequest, caller: Caller): HttpResponse {
  try {
    return answerOf(200, route(shelf, request, caller));
  } catch (error) {
    if (!(error instanceof SheetsRefusal)) throw error;
    const { code, status, reason, message } = error;
    // Only who asks for the old form gets `errors` with a reason. Source: field report, what `$.xgafv` does.
    const old = new URL(request.url).searchParams.get('$.xgafv') === '1';
    const errors = old ? { errors: [{ message, domain: 'global', reason }] } : {};
    return answerOf(code, { error: { code, message, ...errors, status } });
  }
}

function route(shelf: Shelf, request: HttpRequest, caller: Caller): unknown {
  const url = new URL(request.url);
  const path = decodeURIComponent(url.pathname);
  const found = routes.find((one) => one.method === request.method && one.path.test(path));
  const method = googleMethodOf(request.method, url.host, url.pathname)?.id;
  if (!found || !method)
    throw new SheetsRefusal(404, 'NOT_FOUND', 'notFound', 'Requested URL was not found on this server.');
  const [, id = '', rest = ''] = found.path.exec(path) ?? [];
  const needed = found.access === 'write' ? writeScopes : readScopes;
  if (!needed.some((scope) => caller.scopes.includes(scope))) {
    throw new SheetsRefusal(
      403,
      'PERMISSION_DENIED',
      'insufficientPermissions',
      'Request had insufficient authentication scopes.',
    );
  }
  countRate(shelf, caller, found.access);
  const query = url.searchParams;
  const body = bodyOf(request);
  // Before the spreadsheet is looked up. Source: field report, a wrong body for an unknown spreadsheet is 400.
  const refused = wrongRequest('sheets', method, { query, body });
  if (refused) throw invalid(refused);
  const answer = found.answer({ shelf, caller, query, body, id, rest });
  const wrong = wrongAnswer('sheets', method, answer);
  if (wrong) throw new WorldError(wrong);
  return partial(answer as object, query.get('fields')?.replace(/\./g, '/') ?? null);
}

function countRate(shelf: Shelf, caller: Caller, access: 'read' | 'write'): void {
  const now = shelf.clock.now();
  const key = `${access} ${caller.email}`;
  const recent = (shelf.rates.get(key) ?? []).filter((at) => at > now - 60_000);
  if (recent.length >= perMinute) {
    const metric = access === 'read' ? 'Read requests' : 'Write requests';
    throw new SheetsRefusal(
      429,
      'RESOURCE_EXHAUSTED',
      'rateLimitExceeded',
      `Quota exceeded for quota metric '${metric}' and limit '${metric} per minute per user' of service 'sheets.googleapis.com'.`,
    );
  }
  shelf.rates.set(key, [...recent, now]);
}

function bodyOf(request: HttpRequest): unknown {
  if (request.body === null || request.body.length === 0) return undefined;
  const text = typeof request.body === 'string' ? request.body : Buffer.from(request.body).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('Invalid JSON payload received.');
  }
}

function answerOf(status: number, body: unknown): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(body),
  };
}
