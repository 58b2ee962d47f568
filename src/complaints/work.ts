// One go of the desk in the making: tickets as they stand, and what was decided so far. Ends as a Plan.
import type { Event, Happening } from './event.ts';
import { evolve } from './evolve.ts';
import { type Learned, nothingLearned } from './learned.ts';
import type { Remembered } from './learning/feedback.ts';
import { rulesFor } from './pilot.ts';
import type { Effect, MailRecord, Memory, Outgoing, Plan } from './plan.ts';
import { hashOf } from './reading/hash.ts';
import type { Rules } from './rules.ts';
import { isLive, type Ticket } from './ticket.ts';
import type { Instant } from './time.ts';

/** What the desk sees when it decides. */
export interface Seen {
  readonly rules: Rules;
  /** Every ticket that is not archived. */
  readonly tickets: readonly Ticket[];
  readonly memory: Memory;
  /** The rules of the last go, where they have changed since. */
  readonly rulesBefore?: Rules;
  /** Absent where nothing new is to be understood. */
  readonly learned?: Learned;
}

export interface Work {
  readonly rules: Rules;
  readonly now: Instant;
  readonly learned: Learned;
  readonly before: ReadonlyMap<string, Ticket>;
  readonly tickets: Map<string, Ticket>;
  readonly load: Map<string, number>;
  readonly events: Event[];
  readonly mails: MailRecord[];
  readonly outgoing: Outgoing[];
  readonly remembered: Remembered[];
  /** Tickets on which something went wrong, by the kind of error: the rest goes on. */
  readonly troubled: Map<string, string>;
  /** Tickets that something happened to. */
  readonly touched: Set<string>;
  /** The rules by which labels were put on so far. */
  readonly rulesBefore: Rules;
  /** Tickets as they were before what is being done `safely`. */
  trail: Map<string, Ticket | null>;
  memory: Memory;
}

export const noMemory: Memory = { lastTicket: 0, rota: {}, answered: { day: '', counts: {} } };

export function begin(seen: Seen, now: Instant): Work {
  const before = new Map(seen.tickets.map((ticket) => [ticket.id, ticket]));
  const load = new Map<string, number>();
  for (const ticket of seen.tickets) if (isLive(ticket)) shift(load, ticket.owner, 1);
  return {
    rules: seen.rules,
    now,
    learned: seen.learned ?? nothingLearned,
    before,
    tickets: new Map(before),
    load,
    events: [],
    mails: [],
    outgoing: [],
    remembered: [],
    troubled: new Map(),
    touched: new Set(),
    rulesBefore: seen.rulesBefore ?? seen.rules,
    trail: new Map(),
    memory: seen.memory,
  };
}

/** The same work by other rules: what it decides joins the rest. */
export function under(work: Work, rules: Rules): Work {
  if (rules === work.rules) return work;
  return {
    ...work,
    rules,
    get trail() {
      return work.trail;
    },
    set trail(trail) {
      work.trail = trail;
    },
    get memory() {
      return work.memory;
    },
    set memory(memory) {
      work.memory = memory;
    },
  };
}

/** The work by the rules that govern the ticket. */
export const governing = (work: Work, ticket: Pick<Ticket, 'pilot'>): Work =>
  under(work, rulesFor(ticket, work.rules));

export function finish(work: Work): Plan {
  const tickets = [...work.tickets.values()].filter((ticket) => work.before.get(ticket.id) !== ticket);
  const { events, mails, outgoing, memory, remembered } = work;
  return { events, tickets, mails, outgoing, memory, remembered };
}

export interface Because {
  readonly reason: string;
  /** The desk itself unless told otherwise. */
  readonly actor?: string;
  /** Now unless told otherwise. */
  readonly at?: Instant;
  /** Unique in the journal; by default the ticket's next version. */
  readonly key?: string;
}

/** Puts an event into the journal and returns the ticket as it is after it. */
export function record(work: Work, id: string, what: Happening, because: Because): Ticket {
  const before = work.tickets.get(id) ?? null;
  const { reason, actor = 'desk', at = work.now } = because;
  const key = because.key ?? `${id}/${(before?.version ?? 0) + 1}`;
  const event: Event = { at, ticket: id, actor, reason, key, what };
  const after = evolve(before, event);
  work.events.push(event);
  work.touched.add(id);
  replace(work, id, after);
  return after;
}

function replace(work: Work, id: string, after: Ticket | null): void {
  const before = work.tickets.get(id) ?? null;
  if (!work.trail.has(id)) work.trail.set(id, before);
  if (before && isLive(before)) shift(work.load, before.owner, -1);
  if (after && isLive(after)) shift(work.load, after.owner, 1);
  if (after) work.tickets.set(id, after);
  else work.tickets.delete(id);
}

/**
 * Does all of it or nothing: one bad mail or ticket must not stop the others. Returns the error's name, or null.
 * The name and not the words: they could quote a mail.
 */
export function safely(work: Work, doIt: () => void): string | null {
  const { memory } = work;
  const { length } = work.remembered;
  const [events, mails, outgoing] = [work.events.length, work.mails.length, work.outgoing.length];
  work.trail = new Map();
  try {
    doIt();
    return null;
  } catch (error) {
    for (const [id, ticket] of work.trail) replace(work, id, ticket);
    work.events.length = events;
    work.mails.length = mails;
    work.outgoing.length = outgoing;
    work.remembered.length = length;
    work.memory = memory;
    return error instanceof Error ? error.name : 'unknown error';
  }
}

/** Puts an effect into the outbox. `key` says what it is for, so that deciding twice sends once. */
export function send(
  work: Work,
  effect: Effect,
  about: { ticket: string | null; key: string; notBefore?: Instant },
): void {
  const { ticket, key, notBefore = work.now } = about;
  const id = hashOf(`${ticket}|${effect.do}|${key}`);
  if (work.outgoing.some((one) => one.id === id)) return;
  work.outgoing.push({ id, at: work.now, notBefore, ticket, effect });
}

export function ticketOf(work: Work, id: string): Ticket {
  const ticket = work.tickets.get(id);
  if (!ticket) throw new Error(`No ticket ${id}`);
  return ticket;
}

function shift(load: Map<string, number>, owner: string | null, by: 1 | -1): void {
  if (owner !== null) load.set(owner, (load.get(owner) ?? 0) + by);
}
