// What is kept no longer: rows by their age, and the journal of tickets that are gone as a whole.
import type { Settings } from '../../complaints/rules.ts';
import type { Instant } from '../../complaints/time.ts';
import { ticketOfRow } from './ticket-row.ts';

const day = 86_400_000;
/** The mean month of the calendar. */
const month = 30.436_875 * day;

/** Everything before these instants may go; null: is kept for ever. */
export interface Cutoffs {
  readonly mails: Instant | null;
  readonly tickets: Instant | null;
}

/** Rules kept by an earlier version know nothing of it: then nothing goes. */
export function cutoffs(settings: Partial<Settings>, now: Instant): Cutoffs {
  const { keepMailDays = 0, keepTicketMonths = 0 } = settings;
  return {
    mails: keepMailDays > 0 ? now - keepMailDays * day : null,
    tickets: keepTicketMonths > 0 ? now - keepTicketMonths * month : null,
  };
}

type Row = readonly unknown[];

/** Which of these rows are of before then, and which of those go. */
export interface Aged {
  readonly old: number;
  readonly going: readonly number[];
}

export function aged(rows: readonly Row[], isOld: (row: Row) => boolean, goes: (row: Row) => boolean): Aged {
  const old = rows.flatMap((row, index) => (isOld(row) ? [index] : []));
  return { old: old.length, going: old.filter((index) => goes(rows[index] ?? [])) };
}

/** Whether an ISO instant in that column is before then; false where there is none. */
export const before =
  (then: Instant, column: number) =>
  (row: Row): boolean =>
    Date.parse(String(row[column] ?? '')) < then;

/** `state`: the column of the archive that holds the whole ticket. */
export const closedBefore =
  (then: Instant, state: number) =>
  (row: Row): boolean =>
    (ticketOfRow(String(row[state] ?? ''))?.ticket.closedAt ?? then) < then;
