// The workbook: one read of all the desk needs, one atomic write of all it decided.

import { deadlinesOf, nearest } from '../complaints/deadlines.ts';
import { archivingTime } from '../complaints/desk.ts';
import type { Event } from '../complaints/event.ts';
import type { MailRecord, Outgoing } from '../complaints/plan.ts';
import type { Rules } from '../complaints/rules.ts';
import type { Ticket } from '../complaints/ticket.ts';
import type { Instant } from '../complaints/time.ts';
import { cut, type DeskState, type Stored, stored } from '../rules/desk/desk-state.ts';
import { journalRow, mailRow, outboxRows } from '../rules/desk/rows.ts';
import { append, overwrite, removeRows, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { type KeptTicket, ticketOfRow, ticketRow } from '../rules/desk/ticket-row.ts';
import type { Cell, Workbook } from '../rules/sheet.ts';
import type { Answer, Ask } from './answers.ts';
import { askOne, read } from './answers.ts';
import { ruleTabNames } from './rules-source.ts';

export const api = 'https://sheets.googleapis.com/v4/spreadsheets';

export interface Book extends Stored {
  readonly tickets: readonly KeptTicket[];
  /** Row index (0 is the first row of the tab) of each ticket. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** The admin's tabs, if they were asked for. */
  readonly ruleTabs: Workbook | null;
}

const stateColumn = column(deskTabs.tickets.header.indexOf('state'));

export function column(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** The question for everything in one call. */
export function bookAsk(workbook: string, tabs: readonly string[]): Ask {
  const ranges = [
    `${deskTabs.tickets.name}!${stateColumn}2:${stateColumn}`,
    `${deskTabs.state.name}!A2:B`,
    ...tabs.map((name) => `'${name}'!A1:AZ`),
  ];
  const query = ranges.map((range) => `ranges=${encodeURIComponent(range)}`).join('&');
  return { method: 'get', url: `${api}/${workbook}/values:batchGet?${query}` };
}

/** A tab that is gone makes Google refuse the whole question: then only those that are there are asked for. */
export function readBook(answer: Answer | undefined, workbook: string, withRules: boolean): Book {
  const tabs = withRules ? ruleTabNames : [];
  if (answer?.status !== 400 || !withRules) return bookOf(answer, tabs);
  const there = tabTitles(workbook).filter((title) => tabs.includes(title));
  return bookOf(askOne(bookAsk(workbook, there)), there);
}

function tabTitles(workbook: string): readonly string[] {
  const { sheets = [] } = read<{ sheets?: { properties?: { title?: string } }[] }>(
    askOne({ method: 'get', url: `${api}/${workbook}?fields=sheets.properties.title` }),
    'Reading the workbook',
  );
  return sheets.map(({ properties }) => properties?.title ?? '');
}

function bookOf(answer: Answer | undefined, tabs: readonly string[]): Book {
  if (!answer) throw new Error('No answer about the workbook');
  const { valueRanges = [] } = read<{ valueRanges?: { values?: Cell[][] }[] }>(
    answer,
    'Reading the workbook',
  );
  const [tickets = [], state = [], ...rules] = valueRanges.map((range) => range.values ?? []);
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

/** Everything that one go writes. */
export interface Writing {
  readonly events: readonly Event[];
  readonly tickets: readonly { readonly ticket: Ticket; readonly wake: Instant | null }[];
  readonly mails: readonly MailRecord[];
  readonly outgoing: readonly Outgoing[];
  readonly state: DeskState;
  /** The rules to keep; null: unchanged. */
  readonly rules: Rules | null;
  readonly health: readonly (readonly string[])[];
}

/** One batchUpdate: Google applies all of it or nothing. */
export function write(workbook: string, book: Book, writing: Writing, rules: Rules, now: Instant): void {
  const requests = [
    ...append(deskTabs.journal.sheetId, writing.events.map(journalRow)),
    ...ticketRequests(book, writing, rules, now),
    ...append(deskTabs.mails.sheetId, writing.mails.map(mailRow)),
    ...append(deskTabs.outbox.sheetId, outboxRows(writing.outgoing)),
    blob(0, cut(writing.state), book.rows.state),
    ...(writing.rules ? [blob(1, cut(writing.rules), book.rows.rules)] : []),
    overwrite(deskTabs.health.sheetId, { row: 1, column: 0 }, padded(writing.health, 40, 3)),
  ];
  read(
    askOne({ method: 'post', url: `${api}/${workbook}:batchUpdate`, body: { requests } }),
    'Writing the workbook',
  );
}

const blob = (at: 0 | 1, parts: readonly string[], before: number): SheetRequest =>
  overwrite(
    deskTabs.state.sheetId,
    { row: 1, column: at },
    padded(
      parts.map((part) => [part]),
      before,
      1,
    ),
  );

function padded(
  rows: readonly (readonly string[])[],
  height: number,
  width: number,
): readonly (readonly string[])[] {
  const blanks = Array.from({ length: Math.max(0, height - rows.length) }, () =>
    Array<string>(width).fill(''),
  );
  return [...rows, ...blanks];
}

/** Known tickets keep their row; new ones follow the last; those closed long enough move to the archive. */
function ticketRequests(
  book: Book,
  { tickets }: Writing,
  rules: Rules,
  now: Instant,
): readonly SheetRequest[] {
  const row = (kept: KeptTicket): readonly string[] =>
    ticketRow(kept, nearest(deadlinesOf(kept.ticket, rules, now)), rules);
  const changed = new Set(tickets.map(({ ticket }) => ticket.id));
  const old = (ticket: Ticket): boolean => ticket.status === 'closed' && archivingTime(ticket, rules) <= now;
  const unchanged = book.tickets.filter(({ ticket }) => !changed.has(ticket.id) && old(ticket));
  const leaving = [...tickets.filter(({ ticket }) => old(ticket)), ...unchanged];
  const staying = tickets.filter(({ ticket }) => !old(ticket));
  const known = staying.flatMap((kept) => {
    const at = book.rowOf.get(kept.ticket.id);
    return at === undefined ? [] : [overwrite(deskTabs.tickets.sheetId, { row: at, column: 0 }, [row(kept)])];
  });
  const fresh = staying.filter(({ ticket }) => !book.rowOf.has(ticket.id));
  return [
    ...known,
    ...append(deskTabs.tickets.sheetId, fresh.map(row)),
    ...append(deskTabs.archive.sheetId, leaving.map(row)),
    ...removeRows(
      deskTabs.tickets.sheetId,
      leaving.flatMap(({ ticket }) => book.rowOf.get(ticket.id) ?? []),
    ),
  ];
}
