// Finds a table's columns by their headers: columns may be moved, admins' own columns are left alone.
import type { Problem } from '../complaints/rules.ts';
import { cellText, folded } from './cell.ts';
import { nearest } from './near.ts';
import type { Sheet } from './sheet.ts';

/** What the reader needs to know of a column to find it. */
export interface Wanted {
  readonly header: string;
  readonly numbered: boolean;
  readonly required?: boolean;
}

export interface Header {
  /** Index of the header's row in the sheet. */
  readonly row: number;
  /** Column index by folded header. */
  readonly at: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
  /** A column that the tab cannot do without is missing. */
  readonly broken: boolean;
}

/** The first row that is not blank is the header. */
export function findHeader(tab: string, sheet: Sheet, wanted: readonly Wanted[]): Header {
  const row = Math.max(
    0,
    sheet.findIndex((cells) => cells.some((cell) => cellText(cell) !== '')),
  );
  const titles = (sheet[row] ?? []).map(cellText);
  const at = new Map<string, number>();
  const problems: Problem[] = [];
  titles.forEach((title, index) => {
    const key = folded(title);
    if (!at.has(key)) at.set(key, index);
    else if (isWanted(key, wanted)) problems.push(twice(tab, row, title));
  });
  const missing = wanted.filter((column) => !column.numbered && !at.has(folded(column.header)));
  const strangers = titles.filter((title) => title !== '' && !isWanted(folded(title), wanted));
  for (const title of strangers) {
    const meant = nearMiss(title, wanted, missing);
    if (meant !== null) problems.push(mistyped(tab, row, title, meant));
  }
  const lacking = missing.filter((column) => column.required);
  problems.push(...lacking.map((column) => absent(tab, column.header)));
  return { row, at, problems, broken: lacking.length > 0 };
}

function isWanted(key: string, wanted: readonly Wanted[]): boolean {
  return wanted.some((column) =>
    column.numbered ? numberIn(key, column.header) !== null : folded(column.header) === key,
  );
}

/** 2 for "owner tier 2" of the numbered column "Owner tier"; null where it is none. */
export function numberIn(key: string, header: string): number | null {
  const start = `${folded(header)} `;
  const number = key.startsWith(start) ? key.slice(start.length) : '';
  return /^[1-9]\d?$/.test(number) ? Number(number) : null;
}

function nearMiss(title: string, wanted: readonly Wanted[], missing: readonly Wanted[]): string | null {
  const numbered = wanted.filter((column) => column.numbered);
  const [, words = '', digits = ''] = /^(.*?)\s*(\d+)$/.exec(title) ?? [];
  if (digits !== '') {
    const near = nearest(
      words,
      numbered.map((column) => column.header),
    );
    return near === null ? null : `${near} ${digits}`;
  }
  return nearest(
    title,
    missing.map((column) => column.header),
  );
}

function mistyped(tab: string, row: number, title: string, meant: string): Problem {
  const what = `'${title}' is no column the desk knows.`;
  return { tab, row: row + 1, column: title, what, advice: `Did you mean ${meant}?` };
}

function twice(tab: string, row: number, title: string): Problem {
  const advice = 'Only the first one counts: rename or delete the other.';
  return { tab, row: row + 1, column: title, what: `Two columns are called '${title}'.`, advice };
}

function absent(tab: string, header: string): Problem {
  const advice = `Put '${header}' in the first row, above the cells that belong to it.`;
  return { tab, row: null, column: header, what: 'This column is missing.', advice };
}
