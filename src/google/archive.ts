// Closed tickets leave Tickets for the Archive; a mail that answers one brings it back into sight.

import type { Mail } from '../complaints/mail.ts';
import { hashOf } from '../complaints/reading/hash.ts';
import type { Ticket } from '../complaints/ticket.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { ticketOfRow } from '../rules/desk/ticket-row.ts';
import { lettersOf } from '../rules/letters.ts';
import { askOne } from './answers.ts';
import { type Book, cells, rangesAsk, valuesOf } from './workbook.ts';

const keysColumn = lettersOf(deskTabs.archive.header.indexOf('keys'));
const stateColumn = lettersOf(deskTabs.archive.header.indexOf('state'));

/** Archived tickets that these mails answer. No call where every mail that refers to something found its ticket. */
export function recallArchived(workbook: string, book: Book, mails: readonly Mail[]): readonly Ticket[] {
  const known = new Set(book.tickets.flatMap(({ ticket }) => ticket.messages.map((message) => message.key)));
  const coming = new Set(mails.map((mail) => hashOf(mail.key)));
  const looked = mails
    .map((mail) => mail.references.map((reference) => hashOf(reference)))
    .filter((keys) => keys.length > 0 && !keys.some((key) => known.has(key) || coming.has(key)))
    .flat();
  if (looked.length === 0) return [];
  const wanted = new Set(looked);
  const rows = cells(workbook, `${deskTabs.archive.name}!${keysColumn}2:${keysColumn}`);
  const hits = rows.flatMap((row, index) =>
    String(row[0] ?? '')
      .split(' ')
      .some((key) => wanted.has(key))
      ? [index + 2]
      : [],
  );
  if (hits.length === 0) return [];
  const ranges = hits.slice(-20).map((row) => `${deskTabs.archive.name}!${stateColumn}${row}`);
  const found = ticketsIn(valuesOf(askOne(rangesAsk(workbook, ranges))).flat());
  // Archived twice (reopened in between), the last row is the ticket as it was last.
  const last = new Map(found.map((ticket) => [ticket.id, ticket]));
  const live = new Set(book.tickets.map(({ ticket }) => ticket.id));
  return [...last.values()].filter((ticket) => !live.has(ticket.id));
}

/** The newest tickets of the archive, as many as one execution can hold. */
export function archivedLately(workbook: string): readonly Ticket[] {
  const last = cells(workbook, `${deskTabs.archive.name}!A2:A`).length + 1;
  if (last < 2) return [];
  const from = Math.max(2, last - mostLately + 1);
  const rows = cells(workbook, `${deskTabs.archive.name}!${stateColumn}${from}:${stateColumn}${last}`);
  return [...new Map(ticketsIn(rows).map((ticket) => [ticket.id, ticket])).values()];
}

const ticketsIn = (rows: readonly (readonly unknown[])[]): readonly Ticket[] =>
  rows.flatMap(([state]) => ticketOfRow(String(state ?? ''))?.ticket ?? []);

const mostLately = 1_000;
