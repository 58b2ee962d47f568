// The workbook: one read of all the desk needs, one atomic write of all it decided.

import type { Rules } from '../complaints/rules.ts';
import type { Instant } from '../complaints/time.ts';
import { cut, type DeskState, nextPlace, type Stored, stored } from '../rules/desk/desk-state.ts';
import { overwrite, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { type KeptTicket, ticketOfRow } from '../rules/desk/ticket-row.ts';
import { lettersOf } from '../rules/letters.ts';
import type { Cell, Workbook } from '../rules/sheet.ts';
import { type Answer, type Ask, askOne, read } from './answers.ts';
import { type Decided, decidedRequests, fillColumn, padded, standing } from './decided.ts';
import { ruleTabNames } from './rules-source.ts';

export const api = 'https://sheets.googleapis.com/v4/spreadsheets';

export interface Book extends Stored {
  readonly tickets: readonly KeptTicket[];
  /** Row index (0 is the first row of the tab) of each ticket. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** The admin's tabs, if they were asked for. */
  readonly ruleTabs: Workbook | null;
}

const stateColumn = lettersOf(deskTabs.tickets.header.indexOf('state'));

/** The question for everything in one call. */
export function bookAsk(workbook: string, tabs: readonly string[]): Ask {
  const ranges = [
    `${deskTabs.tickets.name}!${stateColumn}2:${stateColumn}`,
    `${deskTabs.state.name}!A2:${tabs.length > 0 ? 'D' : 'B'}`,
    ...tabs.map((name) => `'${name}'!A1:AZ`),
  ];
  return rangesAsk(workbook, ranges);
}

/** The question for the cells of several ranges in one call. */
export const rangesAsk = (workbook: string, ranges: readonly string[]): Ask => ({
  method: 'get',
  url: `${api}/${workbook}/values:batchGet?${ranges.map((range) => `ranges=${encodeURIComponent(range)}`).join('&')}`,
});

/** A tab that is gone makes Google refuse the whole question: then only those that are there are asked for. */
export function readBook(answer: Answer | undefined, workbook: string, withRules: boolean): Book {
  const tabs = withRules ? ruleTabNames : [];
  if (answer?.status !== 400 || !withRules) return bookOf(answer, tabs);
  const there = sheetsOf(workbook)
    .map(({ title = '' }) => title)
    .filter((title) => tabs.some((tab) => tab.toLowerCase() === title.trim().toLowerCase()));
  return bookOf(askOne(bookAsk(workbook, there)), there);
}

export interface SeenSheet {
  readonly sheetId?: number;
  readonly title?: string;
  readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
}

/** Every tab of the workbook. */
export function sheetsOf(workbook: string): readonly SeenSheet[] {
  const { sheets = [] } = read<{ sheets?: { properties?: SeenSheet }[] }>(
    askOne({ method: 'get', url: `${api}/${workbook}?fields=sheets.properties` }),
    'Reading the workbook',
  );
  return sheets.map(({ properties = {} }) => properties);
}

function bookOf(answer: Answer | undefined, tabs: readonly string[]): Book {
  if (!answer) throw new Error('No answer about the workbook');
  const [tickets = [], state = [], ...rules] = valuesOf(answer);
  const kept: KeptTicket[] = [];
  const rowOf = new Map<string, number>();
  tickets.forEach((row, index) => {
    const one = ticketOfRow(String(row[0] ?? ''));
    if (!one) return;
    kept.push(one);
    rowOf.set(one.ticket.id, index + 1);
  });
  const named =
    tabs.length > 0 ? Object.fromEntries(tabs.map((name, index) => [name, rules[index] ?? []])) : null;
  return { ...stored(state), tickets: kept, rowOf, ruleTabs: named };
}

/** The cells of each of these ranges. */
export const valuesOf = (answer: Answer): readonly (readonly (readonly Cell[])[])[] =>
  (read<{ valueRanges?: { values?: Cell[][] }[] }>(answer, 'Reading the workbook').valueRanges ?? []).map(
    ({ values = [] }) => values,
  );

export const texts = (row: readonly unknown[]): readonly string[] => row.map((cell) => String(cell ?? ''));

/** Everything that a tick writes. */
export interface Writing extends Decided {
  readonly state: DeskState;
  /** The rules to keep; null: unchanged. */
  readonly rules: Rules | null;
  readonly health: readonly (readonly string[])[];
  /** What shows problems at their cells. */
  readonly marks: readonly SheetRequest[];
}

/** Published rules for the next tick to take; none: they were taken. */
export const waitingRules = (parts: readonly string[], before: number): SheetRequest =>
  overwrite(
    deskTabs.state.sheetId,
    nextPlace,
    padded(
      parts.map((part) => [part]),
      before,
      1,
    ),
  );

/** One batchUpdate: Google applies all of it or nothing. */
export function write(workbook: string, book: Book, writing: Writing, rules: Rules, now: Instant): void {
  update(workbook, [
    ...decidedRequests(book, writing, rules, now),
    fillColumn(
      'state',
      cut({ ...writing.state, rows: standing(book, writing.tickets, rules, now) }),
      book.rows.state,
    ),
    ...(writing.rules ? [fillColumn('rules', cut(writing.rules), book.rows.rules)] : []),
    ...(book.rows.next > 0 ? [waitingRules([], book.rows.next)] : []),
    ...writing.marks,
    overwrite(deskTabs.health.sheetId, { row: 1, column: 0 }, padded(writing.health, 40, 3)),
  ]);
}

/** The cells of one range. */
export const cellsAsk = (workbook: string, range: string): Ask => ({
  method: 'get',
  url: `${api}/${workbook}/values/${encodeURIComponent(range)}`,
});

export const cellsIn = (answer: Answer, what = 'Reading the workbook'): readonly (readonly unknown[])[] =>
  read<{ values?: unknown[][] }>(answer, what).values ?? [];

export const cells = (workbook: string, range: string, what?: string): readonly (readonly unknown[])[] =>
  cellsIn(askOne(cellsAsk(workbook, range)), what);

export function update(workbook: string, requests: readonly SheetRequest[]): void {
  const url = `${api}/${workbook}:batchUpdate`;
  read(askOne({ method: 'post', url, body: { requests } }), 'Writing the workbook');
}
