// Repair: rows of Tickets that a hand moved, emptied or took away are told again from the journal.

import { evolve } from '../complaints/evolve.ts';
import type { Rules } from '../complaints/rules.ts';
import type { Ticket } from '../complaints/ticket.ts';
import type { Instant } from '../complaints/time.ts';
import { wakeOf } from '../complaints/watch.ts';
import { cut, type DeskState } from '../rules/desk/desk-state.ts';
import { eventOf } from '../rules/desk/rows.ts';
import { append, removeRows } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { ticketOfRow } from '../rules/desk/ticket-row.ts';
import { lettersOf } from '../rules/letters.ts';
import { type Ask, ask, askOne } from './answers.ts';
import { fillColumn, rowOf } from './decided.ts';
import { type Book, rangesAsk, update, valuesOf } from './workbook.ts';

type Rows = readonly (readonly unknown[])[];
type Versions = Readonly<Record<string, number>>;

const { tickets, journal } = deskTabs;
const stateAt = tickets.header.indexOf('state');

/** Under the script lock. True where something was repaired: then the workbook must be read again. */
export function mend(workbook: string, book: Book, now: Instant): boolean {
  const { rules, state } = book;
  if (!rules || !state?.rows || isWhole(book.tickets, state.rows)) return false;
  repair(workbook, { book, rules, state, versions: state.rows }, now);
  return true;
}

function isWhole(there: Book['tickets'], versions: Versions): boolean {
  const ids = new Set(there.map(({ ticket }) => ticket.id));
  const count = Object.keys(versions).length;
  return (
    there.length === count &&
    ids.size === count &&
    there.every(({ ticket }) => versions[ticket.id] === ticket.version)
  );
}

interface Damaged {
  readonly book: Book;
  readonly rules: Rules;
  readonly state: DeskState;
  readonly versions: Versions;
}

function repair(workbook: string, { book, rules, state, versions }: Damaged, now: Instant): void {
  const [cells = [], owners = []] = valuesOf(
    askOne(rangesAsk(workbook, [`${tickets.name}!A2:${lettersOf(stateAt)}`, `${journal.name}!B2:B`])),
  );
  const sound = new Set<string>();
  const wrong = cells.flatMap((row, index) => {
    const ticket = ticketOfRow(String(row[stateAt] ?? ''))?.ticket;
    if (ticket && versions[ticket.id] === ticket.version && !sound.has(ticket.id)) {
      sound.add(ticket.id);
      return [];
    }
    return row.some((cell) => cell !== '') ? [index + 1] : [];
  });
  const missing = Object.keys(versions).filter((id) => !sound.has(id));
  const told = retold(workbook, owners, new Set(missing));
  const whole = told.filter(({ id, version }) => version >= (versions[id] ?? 0));
  // A ticket of which the journal knows nothing was erased on purpose.
  const lost = told.filter((one) => !whole.includes(one)).map(({ id }) => id);
  const rows = [...sound].map((id) => [id, versions[id]] as const);
  const after = {
    ...state,
    rows: Object.fromEntries([...rows, ...whole.map(({ id, version }) => [id, version])]),
    mended: { at: now, tickets: whole.map(({ id }) => id), lost },
  };
  const fresh = whole.map((ticket) => rowOf({ ticket, wake: wakeOf(ticket, { rules, now }) }, rules, now));
  update(workbook, [
    ...append(tickets.sheetId, fresh),
    ...removeRows(tickets.sheetId, wrong),
    fillColumn('state', cut(after), book.rows.state),
  ]);
}

/** An address may have 2,082 signs. */
const mostRanges = 25;

/** The tickets that these rows of the journal tell; one with a gap keeps the version before it. */
function retold(workbook: string, owners: Rows, wanted: ReadonlySet<string>): readonly Ticket[] {
  const numbers = owners.flatMap(([id], index) => (wanted.has(String(id)) ? [index + 2] : []));
  const ranges = runs(numbers).map(([from, to]) => `${journal.name}!A${from}:G${to}`);
  const asks: Ask[] = [];
  for (let from = 0; from < ranges.length; from += mostRanges)
    asks.push(rangesAsk(workbook, ranges.slice(from, from + mostRanges)));
  const found = new Map<string, Ticket>();
  for (const row of ask(asks).flatMap(valuesOf).flat()) {
    const event = eventOf(row);
    if (!event) continue;
    try {
      found.set(event.ticket, evolve(found.get(event.ticket) ?? null, event));
    } catch {
      // Its first rows are gone: what follows cannot be told either.
    }
  }
  return [...found.values()];
}

function runs(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
