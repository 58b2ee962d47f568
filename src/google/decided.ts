// What was decided as requests to the workbook: journal, tickets, archive, mails, outbox and knowledge.
import { type Deadline, deadlinesOf, nearest } from '../complaints/deadlines.ts';
import { archivingTime } from '../complaints/desk.ts';
import type { Event } from '../complaints/event.ts';
import { feedbackIn } from '../complaints/learning/feedback.ts';
import { rulesFor } from '../complaints/pilot.ts';
import type { MailRecord, Outgoing, Plan } from '../complaints/plan.ts';
import type { Rules } from '../complaints/rules.ts';
import type { Ticket } from '../complaints/ticket.ts';
import type { Instant } from '../complaints/time.ts';
import { feedbackRow, type LearningRow, rememberedRow } from '../rules/desk/learning-rows.ts';
import { journalRow, knowledgeRows, mailRow, outboxRows } from '../rules/desk/rows.ts';
import { append, overwrite, removeRows, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { type KeptTicket, ticketRow } from '../rules/desk/ticket-row.ts';
import type { Book } from './workbook.ts';

export interface Decided {
  readonly events: readonly Event[];
  readonly tickets: readonly KeptTicket[];
  readonly mails: readonly MailRecord[];
  /** What is new in the outbox. */
  readonly outgoing: readonly Outgoing[];
  readonly remembered?: Plan['remembered'];
  /** Further rows for Lessons. */
  readonly lessons?: readonly LearningRow[];
}

export function decidedRequests(
  book: Book,
  decided: Decided,
  rules: Rules,
  now: Instant,
): readonly SheetRequest[] {
  const { events, tickets, mails, outgoing, remembered = [], lessons = [] } = decided;
  const solved = knowledgeRows(
    events,
    tickets.map(({ ticket }) => ticket),
  );
  return [
    ...append(deskTabs.journal.sheetId, events.map(journalRow)),
    ...ticketRequests(book, tickets, rules, now),
    ...append(deskTabs.mails.sheetId, mails.map(mailRow)),
    ...append(deskTabs.outbox.sheetId, outboxRows(outgoing)),
    ...append(deskTabs.knowledge.sheetId, solved),
    ...append(deskTabs.lessons.sheetId, [
      ...lessons,
      ...remembered.map(rememberedRow),
      ...feedbackIn(
        events,
        tickets.map(({ ticket }) => ticket),
      ).map(feedbackRow),
    ]),
  ];
}

/** A ticket whose deadline cannot be reckoned is kept all the same: Health names it. */
function nextDeadline(ticket: Ticket, rules: Rules, now: Instant): Deadline | null {
  try {
    return nearest(deadlinesOf(ticket, rulesFor(ticket, rules), now));
  } catch {
    return null;
  }
}

export const rowOf = (kept: KeptTicket, rules: Rules, now: Instant): readonly string[] =>
  ticketRow(kept, nextDeadline(kept.ticket, rules, now), rules);

/** A text cut into the cells of a column of State; cells that it no longer needs are emptied. */
export function fillColumn(
  name: (typeof deskTabs.state.header)[number],
  parts: readonly string[],
  before: number,
): SheetRequest {
  const column = deskTabs.state.header.indexOf(name);
  const cells = padded(
    parts.map((part) => [part]),
    before,
    1,
  );
  return overwrite(deskTabs.state.sheetId, { row: 1, column }, cells);
}

/** Rows filled up with empty ones, so that what stood there before is gone. */
export function padded(
  rows: readonly (readonly string[])[],
  height: number,
  width: number,
): readonly (readonly string[])[] {
  const missing = Math.max(0, height - rows.length);
  return [...rows, ...Array.from({ length: missing }, () => Array<string>(width).fill(''))];
}

const isOld = (ticket: Ticket, rules: Rules, now: Instant): boolean =>
  ticket.status === 'closed' && archivingTime(ticket, rules) <= now;

/** The versions of the tickets that stand in Tickets after the write: by them a change by hand is noticed. */
export function standing(
  book: Book,
  tickets: readonly KeptTicket[],
  rules: Rules,
  now: Instant,
): Readonly<Record<string, number>> {
  const after = new Map([...book.tickets, ...tickets].map(({ ticket }) => [ticket.id, ticket]));
  const there = [...after.values()].filter((ticket) => !isOld(ticket, rules, now));
  return Object.fromEntries(there.map(({ id, version }) => [id, version]));
}

/** Known tickets keep their row; new ones follow the last; those closed long enough move to the archive. */
function ticketRequests(
  book: Book,
  tickets: readonly KeptTicket[],
  rules: Rules,
  now: Instant,
): readonly SheetRequest[] {
  const row = (kept: KeptTicket): readonly string[] => rowOf(kept, rules, now);
  const changed = new Set(tickets.map(({ ticket }) => ticket.id));
  const old = (ticket: Ticket): boolean => isOld(ticket, rules, now);
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
