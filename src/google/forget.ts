// What an erasure makes of the desk's tabs: a ticket becomes nobody's, mentions go, and what was learned from them too.
import { withoutCustomer } from '../complaints/erase.ts';
import type { Event } from '../complaints/event.ts';
import { evolve } from '../complaints/evolve.ts';
import { hashOf } from '../complaints/reading/hash.ts';
import type { Rules } from '../complaints/rules.ts';
import type { Ticket } from '../complaints/ticket.ts';
import type { Instant } from '../complaints/time.ts';
import { begin, finish, record } from '../complaints/work.ts';
import { forgotten, redactedJson, rewritten } from '../rules/desk/erasing.ts';
import { rowsOfCustomer } from '../rules/desk/learning-rows.ts';
import { journalRow } from '../rules/desk/rows.ts';
import { append, dropRows, overwrite, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { type DeskTab, deskTabs } from '../rules/desk/tabs.ts';
import { ticketOfRow, ticketRow } from '../rules/desk/ticket-row.ts';
import { askOne } from './answers.ts';
import { padded } from './decided.ts';
import { whole } from './door-act.ts';
import { type DoorBook, doorBookAsk, writeDoorBook } from './door-book.ts';
import { noCommand, rememberCommand } from './memo.ts';
import type { Row } from './row-windows.ts';
import { cells, rangesAsk, texts, valuesOf } from './workbook.ts';

/** How far an erasure is; kept in a script property until it is done. */
export interface Erasure {
  readonly address: string;
  readonly by: string;
  readonly at: Instant;
  /** The name the customer has afterwards: nobody without the workbook can make it from the address. */
  readonly as: string;
  /** Index in `order`, and the row from which it goes on; -1: archive and Tickets. */
  step: number;
  from: number;
  /** Rows changed or removed, by tab. */
  readonly counts: Record<string, number>;
  readonly threads: string[];
}

/** A property holds 9 KB. */
const mostThreads = 200;
const reason = 'The customer asked to be forgotten';

const { tickets, archive, journal, knowledge, learning, lessons, model } = deskTabs;

/** Ids of the tickets, open or archived, whose requester is called so. */
export function ticketsOf(workbook: string, address: string): ReadonlySet<string> {
  const ranges = [tickets, archive].flatMap(({ name }) => [`${name}!A2:A`, `${name}!C2:C`]);
  const [live = [], requesters = [], old = [], others = []] = valuesOf(askOne(rangesAsk(workbook, ranges)));
  const of = (ids: readonly Row[], names: readonly Row[]): readonly string[] =>
    names.flatMap(([name], at) => (name === address ? [String(ids[at]?.[0])] : []));
  return new Set([...of(live, requesters), ...of(old, others)]);
}

const isTheirs = ({ requester }: Ticket, { address, as }: Erasure): boolean =>
  requester.address === address || requester.address === as;

function note({ counts, threads }: Erasure, tab: DeskTab, rows: number, ticket?: Ticket): void {
  counts[tab.name] = (counts[tab.name] ?? 0) + rows;
  for (const { threadId } of ticket?.messages ?? [])
    if (threadId && !threads.includes(threadId) && threads.length < mostThreads) threads.push(threadId);
}

/** Tickets, what waits to be sent, and what the door remembers, in one write. False: somebody else holds the desk. */
export function forgetLive(workbook: string, erasure: Erasure): boolean {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(20_000)) return false;
  const known = whole(askOne(doorBookAsk(workbook, {})), workbook, {});
  if (known) writeForgotten(workbook, known, erasure);
  // Commands under way have seen what is gone now: they are obeyed again.
  rememberCommand(noCommand);
  lock.releaseLock();
  return true;
}

function writeForgotten(workbook: string, known: DoorBook, erasure: Erasure): void {
  const { rules, book, door } = known;
  const state = redactedJson(known.state, erasure);
  const all = book.tickets.map(({ ticket }) => ticket);
  const theirs = new Set(all.filter((ticket) => isTheirs(ticket, erasure)).map(({ id }) => id));
  const now = Date.now();
  const { day, counts } = state.memory.answered;
  const { [hashOf(erasure.address)]: _, ...others } = counts;
  const work = begin(
    { rules, tickets: all, memory: { ...state.memory, answered: { day, counts: others } } },
    now,
  );
  for (const ticket of all) {
    if (ticket.requester.address === erasure.address) {
      record(work, ticket.id, { type: 'erased', as: erasure.as }, { actor: erasure.by, reason });
      note(erasure, tickets, 1, ticket);
    } else if (!theirs.has(ticket.id)) {
      const after = redactedJson(ticket, erasure);
      if (JSON.stringify(after) !== JSON.stringify(ticket)) work.tickets.set(ticket.id, after);
    }
  }
  const waiting = state.waiting.filter(
    ({ outgoing: { ticket, effect } }) => effect.do === 'label' || !theirs.has(ticket ?? ''),
  );
  const acted = redactedJson(door.acted, erasure).map((one) =>
    theirs.has(one.ticket ?? '') ? { ...one, words: reason } : one,
  );
  const undoable = redactedJson(door.undoable, erasure).filter(({ ticket }) => !theirs.has(ticket));
  writeDoorBook(
    workbook,
    { ...known, state },
    { plan: finish(work), door: { ...door, acted, undoable }, waiting, outgoing: [], now },
  );
}

interface Archived {
  readonly workbook: string;
  readonly erasure: Erasure;
  /** What stands in the archive's first column. */
  readonly ids: Row;
  readonly rules: Rules;
}

export interface Changed {
  readonly requests: readonly SheetRequest[];
  readonly gone: number;
}

/** A ticket that was closed twice stands there twice: its journal goes on from the last row, unless it is open again. */
export function forgetArchived(
  rows: readonly Row[],
  at: number,
  { workbook, erasure, ids, rules }: Archived,
): Changed {
  const last = archive.header.indexOf('state');
  let open: Row | null = null;
  const requests = rows.flatMap((row, index) => {
    const kept = ticketOfRow(String(row[last] ?? ''));
    if (kept?.ticket.requester.address !== erasure.address)
      return mentions(archive, row, at + index, erasure);
    const { ticket } = kept;
    open ??= cells(workbook, `${tickets.name}!A2:A`).flat();
    const isLast = ids.lastIndexOf(ticket.id) === at + index - 1 && !open.includes(ticket.id);
    const event: Event = {
      at: Date.now(),
      ticket: ticket.id,
      actor: erasure.by,
      reason,
      key: `${ticket.id}/${ticket.version + 1}`,
      what: { type: 'erased', as: erasure.as },
    };
    const after = isLast ? evolve(ticket, event) : { ...ticket, ...withoutCustomer(ticket, erasure.as) };
    note(erasure, archive, 1, ticket);
    return [
      overwrite(archive.sheetId, { row: at + index, column: 0 }, [
        ticketRow({ ticket: after, wake: null }, null, rules),
      ]),
      ...(isLast ? append(journal.sheetId, [journalRow(event)]) : []),
    ];
  });
  return { requests, gone: 0 };
}

function mentions(tab: DeskTab, row: Row, at: number, erasure: Erasure): readonly SheetRequest[] {
  const after = forgotten(tab, row, { ...erasure, tickets: new Set() });
  if (after !== row) note(erasure, tab, 1);
  return rewritten(tab.sheetId, at, row, after);
}

interface Rest {
  readonly workbook: string;
  readonly erasure: Erasure;
  /** Ids of the customer's tickets. */
  readonly theirs: ReadonlySet<string>;
}

export function forgetRows(
  tab: DeskTab,
  rows: readonly Row[],
  at: number,
  { workbook, erasure, theirs }: Rest,
): Changed {
  const whom = { ...erasure, tickets: theirs };
  const going = goingRows(tab, rows, whom);
  const column = tab.header.indexOf('Ticket');
  let since: ReadonlySet<string> | null = null;
  const kept = rows.flatMap((row, index) => {
    // A mail on trial names nobody by whom it could be known whose it is.
    const after =
      tab === deskTabs.trial ? row.map((cell, at) => (at > 0 ? '' : cell)) : forgotten(tab, row, whom);
    const requests = rewritten(tab.sheetId, at + index, row, after);
    if (going.has(index) || requests.length === 0) return [];
    const id = String(row[column]);
    // What they wrote since then is no longer part of it.
    if (column >= 0 && !theirs.has(id)) {
      since ??= ticketsOf(workbook, erasure.address);
      if (since.has(id)) return [];
    }
    note(erasure, tab, 1);
    return requests;
  });
  if (going.size > 0) note(erasure, tab, going.size);
  const isLearned = going.size > 0 && tab !== knowledge;
  return {
    requests: [
      ...kept,
      ...dropRows(
        tab.sheetId,
        [...going].map((index) => at + index),
      ),
      // What was learned from them is in the model's weights: it is made anew.
      ...(isLearned ? [overwrite(model.sheetId, { row: 1, column: 0 }, padded([], 40, 1))] : []),
    ],
    gone: going.size,
  };
}

/** Rows that go as a whole: no journal leans on them. */
function goingRows(
  tab: DeskTab,
  rows: readonly Row[],
  whom: Parameters<typeof forgotten>[2],
): ReadonlySet<number> {
  if (tab !== knowledge && tab !== learning && tab !== lessons) return new Set();
  const column = tab.header.indexOf('Ticket');
  const theirs = rows.flatMap((row, index) => (whom.tickets.has(String(row[column] ?? '')) ? [index] : []));
  return new Set([...theirs, ...(tab === knowledge ? [] : rowsOfCustomer(rows.map(texts), whom.address))]);
}
