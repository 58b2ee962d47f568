// A1 notation: "Tickets!A2:F", "'My tab'!B:B", a tab's name, or a named range.
import type { Book, Tab } from './book.ts';
import { invalid } from './refusal.ts';

/** Zero-based, ends excluded. */
export interface Area {
  readonly tab: Tab;
  readonly row: number;
  readonly column: number;
  readonly endRow: number;
  readonly endColumn: number;
  /** As written: null where the notation left the side open. */
  readonly open: { readonly endRow: boolean; readonly endColumn: boolean };
}

/** A named range comes before a tab of its name; in quotes it is the tab. Source: Sheets API guide, "A1 notation". */
export function areaOf(book: Book, notation: string): Area {
  const named = book.namedRanges.find(({ name }) => name === notation);
  const tab = named && book.tabs.find(({ properties }) => properties.sheetId === (named.range?.sheetId ?? 0));
  if (named?.range && tab) {
    return {
      tab,
      row: named.range.startRowIndex ?? 0,
      column: named.range.startColumnIndex ?? 0,
      endRow: named.range.endRowIndex ?? tab.rowCount,
      endColumn: named.range.endColumnIndex ?? tab.columnCount,
      open: { endRow: false, endColumn: false },
    };
  }
  const bare = cellNotation.test(notation) ? undefined : plainTab(book, notation);
  if (bare) return whole(bare);
  const cut = notation.lastIndexOf('!');
  // Without a tab it is the first that can be seen.
  const target =
    cut < 0 ? book.tabs.find(({ properties }) => !properties.hidden) : plainTab(book, notation.slice(0, cut));
  const [, c1 = '', r1 = '', colon, c2 = '', r2 = ''] =
    /^\$?([A-Za-z]{0,3})\$?(\d{0,7})(:\$?([A-Za-z]{0,3})\$?(\d{0,7}))?$/.exec(notation.slice(cut + 1)) ?? [];
  if (!target || (c1 === '' && r1 === '') || (colon && c2 === '' && r2 === '')) throw unparsable(notation);
  if (!colon && (c1 === '' || r1 === '')) throw unparsable(notation);
  const second = colon ? { c: c2, r: r2 } : { c: c1, r: r1 };
  const columns = order(columnIndex(c1) ?? 0, second.c === '' ? null : (columnIndex(second.c) ?? 0));
  const rows = order(r1 === '' ? 0 : Number(r1) - 1, second.r === '' ? null : Number(second.r) - 1);
  if (rows.from < 0) throw unparsable(notation);
  if (rows.from >= target.rowCount || columns.from >= target.columnCount) {
    throw invalid(
      `Range (${notation}) exceeds grid limits. Max rows: ${target.rowCount}, max columns: ${target.columnCount}`,
    );
  }
  return {
    tab: target,
    row: rows.from,
    column: columns.from,
    endRow: rows.to === null ? target.rowCount : rows.to + 1,
    endColumn: columns.to === null ? target.columnCount : columns.to + 1,
    open: { endRow: rows.to === null, endColumn: columns.to === null },
  };
}

/** Cuts off what lies beyond the grid, as reads do. */
export function clipped(area: Area): Area {
  return {
    ...area,
    endRow: Math.min(area.endRow, area.tab.rowCount),
    endColumn: Math.min(area.endColumn, area.tab.columnCount),
  };
}

export function a1Of(area: Area): string {
  const { tab, row, column, endRow, endColumn } = area;
  const from = `${columnName(column)}${row + 1}`;
  const to = `${columnName(endColumn - 1)}${endRow}`;
  return `${quoted(tab.properties.title)}!${from === to ? from : `${from}:${to}`}`;
}

export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function columnIndex(name: string): number | null {
  if (name === '') return null;
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function order(from: number, to: number | null): { from: number; to: number | null } {
  return to !== null && to < from ? { from: to, to: from } : { from, to };
}

function whole(tab: Tab): Area {
  return {
    tab,
    row: 0,
    column: 0,
    endRow: tab.rowCount,
    endColumn: tab.columnCount,
    open: { endRow: true, endColumn: true },
  };
}

const cellNotation = /^[A-Za-z]{1,3}\d{1,7}$/;

/** Quotes are needed where the title has spaces or special characters. */
function plainTab(book: Book, name: string): Tab | undefined {
  const isQuoted = /^'.*'$/s.test(name);
  if (!isQuoted && !/^[\p{L}\p{N}_]+$/u.test(name)) return undefined;
  const bare = isQuoted ? name.slice(1, -1).replace(/''/g, "'") : name;
  return book.tabs.find(({ properties }) => properties.title.toLowerCase() === bare.toLowerCase());
}

function quoted(title: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) ? title : `'${title.replace(/'/g, "''")}'`;
}

function unparsable(notation: string): Error {
  return invalid(`Unable to parse range: ${notation}`);
}
