// What the desk keeps in the hidden State tab besides tickets: JSON cut into cells, one column a subject.
import type { Memory, Outgoing } from '../../complaints/plan.ts';
import type { Problem, Rules } from '../../complaints/rules.ts';
import type { Instant } from '../../complaints/time.ts';

/** An effect decided but not yet known to be done. */
export interface Waiting {
  readonly outgoing: Outgoing;
  /** When the desk last set out to do it: it may have been done although nobody knows. */
  readonly tried: Instant | null;
  readonly tries: number;
}

/** A mail still to be read: the tick was full, Gmail was busy, or the mail broke the reader. */
export interface Unread {
  readonly id: string;
  readonly strikes: number;
  readonly reason: string;
}

export interface DeskState {
  readonly cursor: string;
  readonly memory: Memory;
  readonly waiting: readonly Waiting[];
  readonly unread: readonly Unread[];
  /** When the admin tabs were last read, and the problems found then. */
  readonly rulesReadAt: Instant;
  readonly problems: readonly Problem[];
  /** Mails taken in up to here are in the Mails tab: where a resync begins. */
  readonly lastMailAt: Instant;
  readonly parked: number;
  /** Effects given up after too many tries. */
  readonly givenUp: number;
}

export interface Stored {
  readonly state: DeskState | null;
  readonly rules: Rules | null;
  /** Rows used by each column, so that a shorter text leaves no tail behind. */
  readonly rows: { readonly state: number; readonly rules: number };
}

const chunk = 45_000;

export const cut = (value: unknown): readonly string[] =>
  JSON.stringify(value).match(new RegExp(`[\\s\\S]{1,${chunk}}`, 'g')) ?? [];

/** Reads columns A (state) and B (rules) of the State tab, header excluded. */
export function stored(cells: readonly (readonly unknown[])[]): Stored {
  const column = (index: number): readonly string[] =>
    cells.map((row) => String(row[index] ?? '')).filter((text) => text !== '');
  return {
    state: joined<DeskState>(column(0)),
    rules: joined<Rules>(column(1)),
    rows: { state: column(0).length, rules: column(1).length },
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
