// What the door reads of the workbook, in one call, and what it writes, in another.

import type { Outgoing, Plan } from '../complaints/plan.ts';
import type { Rules } from '../complaints/rules.ts';
import type { Ticket } from '../complaints/ticket.ts';
import type { Instant } from '../complaints/time.ts';
import { wakeOf } from '../complaints/watch.ts';
import { type DoorMemory, noDoorMemory } from '../door/desk/memory.ts';
import type { ArchivedRow } from '../door/desk/questions.ts';
import { cut, type DeskState } from '../rules/desk/desk-state.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { ticketOfRow } from '../rules/desk/ticket-row.ts';
import { lettersOf } from '../rules/letters.ts';
import type { Answer, Ask } from './answers.ts';
import { decidedRequests, fillColumn, standing } from './decided.ts';
import { knockAt } from './knock.ts';
import { type Book, rangesAsk, readBook, texts, update, valuesOf } from './workbook.ts';

type Row = readonly unknown[];

const { tickets, state, archive, knowledge, health } = deskTabs;
const ticketState = lettersOf(tickets.header.indexOf('state'));
const archiveState = lettersOf(archive.header.indexOf('state'));
const archiveKeys = lettersOf(archive.header.indexOf('keys'));
const doorColumn = 2;

/** What else a request needs besides tickets, rules and what the door remembers. */
export interface Wanted {
  readonly archive?: boolean;
  readonly archiveRow?: number | null;
  readonly knowledge?: boolean;
  readonly health?: boolean;
}

export interface DoorBook {
  readonly book: Book;
  readonly rules: Rules;
  readonly state: DeskState;
  readonly door: DoorMemory;
  /** Rows that the door's memory takes in its column. */
  readonly doorRows: number;
  readonly archive: readonly ArchivedRow[];
  readonly recalled: Ticket | null;
  readonly knowledge: readonly (readonly string[])[];
  readonly health: readonly (readonly string[])[];
}

export function doorBookAsk(workbook: string, wanted: Wanted): Ask {
  return rangesAsk(
    workbook,
    rangesOf(wanted).map(([, range]) => range),
  );
}

type Part = 'tickets' | 'state' | 'archive' | 'row' | 'ids' | 'knowledge' | 'health';

function rangesOf(wanted: Wanted): readonly (readonly [Part, string])[] {
  const row = wanted.archiveRow ?? null;
  return [
    ['tickets', `${tickets.name}!${ticketState}2:${ticketState}`],
    ['state', `${state.name}!A2:C`],
    ...(wanted.archive ? [['archive', `${archive.name}!A2:${archiveKeys}`] as const] : []),
    ...(row === null
      ? []
      : ([
          ['row', `${archive.name}!${archiveState}${row}`],
          ['ids', `${archive.name}!A2:A`],
        ] as const)),
    ...(wanted.knowledge ? [['knowledge', `${knowledge.name}!A2:F`] as const] : []),
    ...(wanted.health ? [['health', `${health.name}!A2:C40`] as const] : []),
  ];
}

/** Null where the desk has not had its first tick. */
export function readDoorBook(answer: Answer, workbook: string, wanted: Wanted): DoorBook | null {
  const book = readBook(answer, workbook, false);
  if (!book.rules || !book.state) return null;
  const parts = partsOf(answer, wanted);
  const cells = parts('state').map((row) => String(row[doorColumn] ?? ''));
  return {
    book,
    rules: book.rules,
    state: book.state,
    door: memoryOf(cells.join('')),
    doorRows: cells.filter((cell) => cell !== '').length,
    archive: parts('archive').map(archivedRow),
    recalled: newest(ticketOfRow(String(parts('row')[0]?.[0] ?? ''))?.ticket, wanted, parts('ids')),
    knowledge: parts('knowledge').map(texts),
    health: parts('health').map(texts),
  };
}

/** A ticket that was reopened and closed again stands there twice: only the last row is the ticket. */
function newest(ticket: Ticket | undefined, { archiveRow }: Wanted, ids: readonly Row[]): Ticket | null {
  const last = ids.map(([id]) => id).lastIndexOf(ticket?.id);
  return ticket && last + 2 === archiveRow ? ticket : null;
}

function partsOf(answer: Answer, wanted: Wanted): (part: Part) => readonly Row[] {
  const values = valuesOf(answer);
  const names = rangesOf(wanted).map(([name]) => name);
  return (part) => values[names.indexOf(part)] ?? [];
}

function memoryOf(text: string): DoorMemory {
  try {
    return text ? (JSON.parse(text) as DoorMemory) : noDoorMemory;
  } catch {
    return noDoorMemory;
  }
}

/** Columns as in `deskTabs.archive`. */
function archivedRow(row: Row, index: number): ArchivedRow {
  const cells = texts(row);
  const cell = (name: (typeof archive.header)[number]): string => cells[archive.header.indexOf(name)] ?? '';
  return {
    id: cell('Ticket'),
    archiveRow: index + 2,
    subject: cell('Subject'),
    requester: cell('Requester'),
    customer: cell('Customer'),
    category: cell('Category'),
    severity: cell('Severity'),
    tier: cell('Tier'),
    owner: cell('Owner'),
    opened: cell('Opened'),
    why: cell('Why'),
    keys: cell('keys').split(' '),
  };
}

export interface DoorWriting {
  readonly plan: Plan;
  readonly door: DoorMemory;
  /** What waits in the outbox afterwards. */
  readonly waiting: DeskState['waiting'];
  /** Outbox items that are new. */
  readonly outgoing: readonly Outgoing[];
  readonly now: Instant;
}

/** One batchUpdate: journal, ticket rows, state and the door's memory, all of it or nothing. */
export function writeDoorBook(workbook: string, before: DoorBook, writing: DoorWriting): void {
  const { plan, door, waiting, outgoing, now } = writing;
  const after: DeskState = { ...before.state, memory: plan.memory, waiting };
  const { book, rules } = before;
  const tickets = plan.tickets.map((ticket) => ({ ticket, wake: wakeOf(ticket, { rules, now }) }));
  update(workbook, [
    ...decidedRequests(book, { ...plan, tickets, outgoing }, rules, now),
    fillColumn('state', cut({ ...after, rows: standing(book, tickets, rules, now) }), book.rows.state),
    fillColumn('door', cut(door), before.doorRows),
    knockAt(now),
  ]);
}
