// The imitated Google Sheets: spreadsheets behind the REST API, and the hands of people who edit them.

import { WorldError } from '../failure.ts';
import type { Api, Clock } from '../http.ts';
import { areaOf } from './a1.ts';
import { handleSheets, type Shelf } from './api.ts';
import { type Book, cellAt, draftOf, isEmpty, putCell, type Tab } from './book.ts';
import { entered } from './entry.ts';
import { mayWrite, sortRange } from './ranges.ts';
import { type Render, shown } from './shown.ts';
import { newBook } from './spreadsheet.ts';

/** What a person did by hand; scripts' installable triggers are told of it. */
export interface HandEdit {
  readonly spreadsheetId: string;
  readonly tab: string;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly oldValue: unknown;
  readonly value: unknown;
  readonly by: string;
  /** `EDIT` for values, else what onChange calls it. */
  readonly change: 'EDIT' | 'INSERT_ROW' | 'REMOVE_ROW' | 'OTHER';
}

export interface SheetsSnapshot {
  readonly books: readonly Book[];
  readonly rates: readonly (readonly [string, readonly number[]])[];
  readonly serial: number;
}

export interface SheetsWorld extends Api {
  /** A spreadsheet that somebody made by hand; returns its id. */
  create(owner: string, title: string, tabs?: readonly string[]): string;
  share(id: string, email: string, role?: 'writer' | 'reader'): void;
  /** What a tab shows, trailing empties cut off. */
  values(id: string, tab: string, render?: Render): unknown[][];
  /** Titles of the tabs, in order. */
  tabs(id: string): readonly string[];
  /** Somebody types into a cell (zero-based row and column). Refused like Google does where a range is protected. */
  edit(
    id: string,
    tab: string,
    row: number,
    column: number,
    value: string | number | boolean,
    by: { readonly by: string },
  ): void;
  /** Somebody sorts all rows below the header by a column. */
  sort(
    id: string,
    tab: string,
    column: number,
    order: 'ASCENDING' | 'DESCENDING',
    by: { readonly by: string },
  ): void;
  /** Somebody deletes a row. */
  deleteRow(id: string, tab: string, row: number, by: { readonly by: string }): void;
  /** A script writes one value into cells as a person; nobody's trigger is told. False where it is protected. */
  write(
    id: string,
    tab: string,
    cells: Cells,
    value: string | number | boolean,
    by: { readonly by: string },
  ): boolean;
  /** Whether one of the cells is formatted as a date or a time. */
  hasDates(id: string, tab: string, cells: Cells): boolean;
  /** Rows and columns of a tab. */
  size(id: string, tab: string): { readonly rows: number; readonly columns: number };
  /** The cells that A1 notation names on a tab; null where there are none. */
  cells(id: string, tab: string, notation: string): Cells | null;
  /** Whether the person may change anything in it. */
  mayEdit(id: string, email: string): boolean;
  title(id: string): string | null;
  ids(): readonly string[];
  snapshot(): SheetsSnapshot;
  restore(saved: SheetsSnapshot): void;
}

/** Row and column from 1. */
export interface Cells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetsOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly onHandEdit: (edit: HandEdit) => void;
  readonly onProgramEdit?: (id: string) => void;
}

export function createSheets({
  clock,
  random,
  onHandEdit,
  onProgramEdit = () => {},
}: SheetsOptions): SheetsWorld {
  let serial = 0;
  const shelf: Shelf = { clock, books: new Map(), rates: new Map(), newId, onProgramEdit };

  function newId(): string {
    serial += 1;
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    const tail = Array.from({ length: 40 }, () => letters[Math.floor(random() * letters.length)]).join('');
    return `1${tail}${String(serial).padStart(3, '0')}`;
  }

  function bookOf(id: string): Book {
    const book = shelf.books.get(id);
    if (!book) throw new WorldError(`there is no spreadsheet ${id}`);
    return book;
  }

  function tabIn(book: Book, title: string): Tab {
    const tab = book.tabs.find(({ properties }) => properties.title === title);
    if (!tab) throw new WorldError(`the spreadsheet has no tab ${title}`);
    return tab;
  }

  /** A person's change to a draft of the book, if the person may. */
  function byHand(
    id: string,
    title: string,
    by: string,
    rows: readonly [number, number],
    work: (tab: Tab, draft: Book) => void,
  ): void {
    const draft = draftOf(bookOf(id));
    if (!mayEdit(draft, by)) throw new WorldError(`${by} may not edit ${id}`);
    const tab = tabIn(draft, title);
    const range = { sheetId: tab.properties.sheetId, startRowIndex: rows[0], endRowIndex: rows[1] };
    if (!mayWrite(draft, by, range)) throw new WorldError(`${title} is protected against ${by}`);
    work(tab, draft);
    shelf.books.set(id, draft);
  }

  return {
    hosts: ['sheets.googleapis.com'],
    handle: (request, caller) => handleSheets(shelf, request, caller),
    create: (owner, title, tabs = []) => {
      const sheets = tabs.map((name) => ({ properties: { title: name } }));
      const book = newBook(newId(), owner, { properties: { title }, sheets });
      shelf.books.set(book.id, book);
      return book.id;
    },
    share: (id, email, role = 'writer') => {
      bookOf(id).shared[email] = role;
    },
    values: (id, tab, render = 'UNFORMATTED_VALUE') => readTab(bookOf(id), tabIn(bookOf(id), tab), render),
    tabs: (id) => bookOf(id).tabs.map(({ properties }) => properties.title),
    edit: (id, title, row, column, value, { by }) => {
      let oldValue: unknown;
      byHand(id, title, by, [row, row + 1], (tab) => {
        if (row >= tab.rowCount || column >= tab.columnCount) throw new WorldError('there is no such cell');
        const old = cellAt(tab, row, column);
        oldValue = shown(old, 'UNFORMATTED_VALUE', 'SERIAL_NUMBER');
        putCell(
          tab,
          row,
          column,
          entered(value, { option: 'USER_ENTERED', year: new Date(clock.now()).getUTCFullYear() }, old),
        );
      });
      onHandEdit({ spreadsheetId: id, tab: title, row, column, oldValue, value, by, change: 'EDIT' });
    },
    write: (id, title, cells, value, { by }) => {
      const draft = draftOf(bookOf(id));
      const tab = tabIn(draft, title);
      const [row, column] = [cells.row - 1, cells.column - 1];
      const [endRow, endColumn] = [row + cells.rows, column + cells.columns];
      const range = {
        startRowIndex: row,
        endRowIndex: endRow,
        startColumnIndex: column,
        endColumnIndex: endColumn,
      };
      if (!mayEdit(draft, by) || !mayWrite(draft, by, { sheetId: tab.properties.sheetId, ...range }))
        return false;
      const option = { option: 'USER_ENTERED', year: new Date(clock.now()).getUTCFullYear() } as const;
      for (let y = row; y < endRow; y++)
        for (let x = column; x < endColumn; x++)
          putCell(tab, y, x, entered(value, option, cellAt(tab, y, x)));
      shelf.books.set(id, draft);
      onProgramEdit(id);
      return true;
    },
    cells: (id, title, notation) => {
      try {
        const area = areaOf(bookOf(id), `'${title.replace(/'/g, "''")}'!${notation}`);
        const { row, column, endRow, endColumn } = area;
        return { row: row + 1, column: column + 1, rows: endRow - row, columns: endColumn - column };
      } catch {
        return null;
      }
    },
    hasDates: (id, title, cells) => {
      const tab = tabIn(bookOf(id), title);
      for (let row = cells.row - 1; row < cells.row - 1 + cells.rows; row++)
        for (let column = cells.column - 1; column < cells.column - 1 + cells.columns; column++) {
          const cell = cellAt(tab, row, column);
          if (/DATE|TIME/.test(cell?.userEnteredFormat?.numberFormat?.type ?? '') && !isEmpty(cell))
            return true;
        }
      return false;
    },
    size: (id, title) => {
      const { rowCount, columnCount } = tabIn(bookOf(id), title);
      return { rows: rowCount, columns: columnCount };
    },
    mayEdit: (id, email) => mayEdit(bookOf(id), email),
    sort: (id, title, column, order, { by }) => {
      byHand(id, title, by, [1, Number.POSITIVE_INFINITY], (tab, draft) =>
        sortRange(draft, {
          range: { sheetId: tab.properties.sheetId, startRowIndex: 1 },
          sortSpecs: [{ dimensionIndex: column, sortOrder: order }],
        }),
      );
      onHandEdit({
        spreadsheetId: id,
        tab: title,
        row: 1,
        column: 0,
        oldValue: undefined,
        value: undefined,
        by,
        change: 'OTHER',
      });
    },
    deleteRow: (id, title, row, { by }) => {
      byHand(id, title, by, [row, row + 1], (tab) => {
        tab.rows.splice(row, 1);
        tab.rowCount -= 1;
      });
      onHandEdit({
        spreadsheetId: id,
        tab: title,
        row,
        column: 0,
        oldValue: undefined,
        value: undefined,
        by,
        change: 'REMOVE_ROW',
      });
    },
    title: (id) => shelf.books.get(id)?.properties.title ?? null,
    ids: () => [...shelf.books.keys()],
    snapshot: () => ({
      books: [...shelf.books.values()].map(draftOf),
      rates: [...shelf.rates].map(([key, at]) => [key, [...at]] as const),
      serial,
    }),
    restore: (saved) => {
      shelf.books.clear();
      for (const book of saved.books) shelf.books.set(book.id, draftOf(book));
      shelf.rates.clear();
      for (const [key, at] of saved.rates) shelf.rates.set(key, [...at]);
      serial = saved.serial;
    },
  };
}

const mayEdit = (book: Book, email: string): boolean =>
  book.owner === email || book.shared[email] === 'writer';

function readTab(book: Book, tab: Tab, render: Render): unknown[][] {
  const area = areaOf(book, `'${tab.properties.title.replace(/'/g, "''")}'`);
  const rows = tab.rows
    .slice(0, area.endRow)
    .map((row) => (row ?? []).map((cell) => shown(cell, render, 'SERIAL_NUMBER')));
  for (const row of rows) while (row.length > 0 && row[row.length - 1] === '') row.pop();
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return rows;
}
