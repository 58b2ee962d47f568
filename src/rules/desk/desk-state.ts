// What the desk keeps in the hidden State tab besides tickets: JSON cut into cells, one column a subject.
import type { Memory, Outgoing } from '../../complaints/plan.ts';
import type { Problem, Rules } from '../../complaints/rules.ts';
import type { Instant } from '../../complaints/time.ts';
import type { Hardship } from './hardship.ts';
import type { DayUse } from './usage.ts';

/** An effect decided but not yet known to be done. */
export interface Waiting {
  readonly outgoing: Outgoing;
  /** When the desk last set out to do it, if nobody knows how that ended; null: it was not done. */
  readonly tried: Instant | null;
  /** How often it was refused for good. */
  readonly tries: number;
  /** How often it met a fault at Google while others of its kind were done. */
  readonly faults?: number;
}

/** What Gmail may refuse while it takes the others: mail that leaves, drafts, labels. */
export type Kind = 'send' | 'draft' | 'label';

export const kindOf = ({ effect }: Outgoing): Kind => (effect.do === 'notice' ? 'send' : effect.do);

/**
 * How setting out ended, by outbox id: done, refused for good, put off (rate limit, quota: certainly not done), or
 * failed (a fault at Google: perhaps done).
 */
export interface Outcome {
  readonly done: readonly string[];
  readonly refused: readonly string[];
  readonly later: readonly string[];
  readonly failed: readonly string[];
  /** When the desk set out; 0: it did not. */
  readonly at: Instant;
}

export const nothingKnown: Outcome = { done: [], refused: [], later: [], failed: [], at: 0 };

/** An effect refused so often is given up, and Health says so. What Gmail puts off is never given up. */
const mostRefusals = 3;

const longestDelay = 30;

/** It holds up only itself: not at all the first time, then longer each time. */
function putOff(one: Waiting, now: Instant): Waiting {
  const faults = (one.faults ?? 0) + 1;
  const minutes = Math.min(longestDelay, faults ** 2 - 1);
  return { ...one, faults, outgoing: { ...one.outgoing, notBefore: now + minutes * 60_000 } };
}

/** What still waits after the last outcome, and how many were given up by it. */
export function stillWaiting(
  waiting: readonly Waiting[],
  { done, refused, later, failed = [], at = 0 }: Outcome,
  now: Instant,
): { readonly waiting: readonly Waiting[]; readonly givenUp: number } {
  const gone = new Set(done);
  const no = new Set(refused);
  const notNow = new Set(later);
  const faulty = new Set(failed);
  const going = new Set(waiting.flatMap(({ outgoing }) => (gone.has(outgoing.id) ? kindOf(outgoing) : [])));
  const open = waiting
    .filter(({ outgoing }) => !gone.has(outgoing.id))
    .map((one) => {
      // The desk set out again since, and could not note how that ended.
      if ((one.tried ?? 0) > at) return one;
      if (no.has(one.outgoing.id)) return { ...one, tried: null, tries: one.tries + 1 };
      if (notNow.has(one.outgoing.id)) return { ...one, tried: null };
      if (!faulty.has(one.outgoing.id)) return one;
      // Before it was tried again it was looked for in vain. Where none of its kind goes, the fault is Google's.
      const again = { ...one, tried: at };
      return going.has(kindOf(one.outgoing)) ? putOff(again, now) : again;
    });
  const kept = open.filter(({ tries }) => tries < mostRefusals);
  return { waiting: kept, givenUp: open.length - kept.length };
}

/** A mail still to be read: the tick was full, Gmail was busy, or the mail broke the reader. */
export interface Unread {
  readonly id: string;
  readonly strikes: number;
  /** How often Gmail put it off. */
  readonly delays?: number;
  readonly reason: string;
}

export interface Learning {
  /** Examples that the model was made of, and when. */
  readonly examples: number;
  readonly at: Instant;
  /** Its cells could not be read: rules alone decide, until it is made anew. */
  readonly damaged: boolean;
}

export interface DeskState {
  readonly cursor: string;
  readonly memory: Memory;
  readonly waiting: readonly Waiting[];
  readonly unread: readonly Unread[];
  /** When the admin tabs were last read, and the problems found then. */
  readonly rulesReadAt: Instant;
  readonly problems: readonly Problem[];
  /** Whether cells carry marks of problems. */
  readonly marked?: boolean;
  /** Mails taken in up to here are in the Mails tab: where a resync begins. */
  readonly lastMailAt: Instant;
  readonly parked: number;
  /** Hashes of the Message-IDs of the last parked mails; absent in what earlier versions wrote. */
  readonly parkedKeys?: readonly string[];
  /** How learning stands; absent: nothing was learned yet. */
  readonly learning?: Learning;
  /** Effects given up after too many tries. */
  readonly givenUp: number;
  /** Absent where all went well. */
  readonly hardship?: Hardship;
  /** What was used of Google's quotas on the last days. */
  readonly usage?: readonly DayUse[];
  /** The version of each ticket in Tickets as last written; absent in what earlier versions wrote. */
  readonly rows?: Readonly<Record<string, number>>;
  /** When rows that a hand had changed were last repaired, whose, and which could not be. */
  readonly mended?: {
    readonly at: Instant;
    readonly tickets: readonly string[];
    readonly lost: readonly string[];
  };
  /** Edits of the rules that are not published. */
  readonly unpublished?: number;
}

export interface Stored {
  readonly state: DeskState | null;
  readonly rules: Rules | null;
  /** Rules that were published and that no tick has taken yet. */
  readonly next: Rules | null;
  /** Rows used by each column, so that a shorter text leaves no tail behind. */
  readonly rows: { readonly state: number; readonly rules: number; readonly next: number };
}

const chunk = 45_000;

export const cut = (value: unknown): readonly string[] => piecesOf(JSON.stringify(value));

export const piecesOf = (text: string): readonly string[] =>
  text.match(new RegExp(`[\\s\\S]{1,${chunk}}`, 'gu')) ?? [];

/** Where published rules wait for the next tick: below the knock. */
export const nextPlace = { row: 2, column: 3 } as const;

/** Reads columns A (state) and B (rules) of the State tab, header excluded, and what waits in D. */
export function stored(cells: readonly (readonly unknown[])[]): Stored {
  const column = (index: number): readonly string[] =>
    cells.map((row) => String(row[index] ?? '')).filter((text) => text !== '');
  const next = cells.slice(1).flatMap((row) => String(row[nextPlace.column] ?? '') || []);
  return {
    state: joined<DeskState>(column(0)),
    rules: joined<Rules>(column(1)),
    next: joined<Rules>(next),
    rows: { state: column(0).length, rules: column(1).length, next: next.length },
  };
}

function joined<T>(parts: readonly string[]): T | null {
  if (parts.length === 0) return null;
  try {
    return JSON.parse(parts.join('')) as T;
  } catch {
    return null;
  }
}
