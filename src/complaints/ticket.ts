// A ticket: what the desk holds about one matter of one customer. It is the fold of its journal.
import type { ClockName, Mood, Severity } from './rules.ts';
import type { Sureness } from './sureness.ts';
import type { Allowance, Instant, Span } from './time.ts';

export const statuses = [
  'new',
  'open',
  'waiting for customer',
  'waiting for third party',
  'resolved',
  'closed',
  'reopened',
] as const;
export type Status = (typeof statuses)[number];

/** Which status may follow which; anything else is refused. */
export const lifecycle: Readonly<Record<Status, readonly Status[]>> = {
  new: ['open', 'waiting for customer', 'waiting for third party', 'resolved', 'closed'],
  open: ['waiting for customer', 'waiting for third party', 'resolved', 'closed'],
  'waiting for customer': ['open', 'waiting for third party', 'resolved', 'closed'],
  'waiting for third party': ['open', 'waiting for customer', 'resolved', 'closed'],
  resolved: ['reopened', 'closed'],
  closed: ['reopened'],
  reopened: ['open', 'waiting for customer', 'waiting for third party', 'resolved', 'closed'],
};

/** One e-mail of the ticket, as far as clocks, threading and labels need it. */
export interface TicketMessage {
  /** Hash of the mail's key (see `key.ts`); the mail's own Message-ID is in the journal. */
  readonly key: string;
  readonly print: string;
  readonly gmailId: string;
  readonly threadId: string;
  readonly at: Instant;
  /** `agent` wrote to the customer; `internal` did not; `machine` is an auto-reply, bounce or our own mail. */
  readonly by: 'customer' | 'agent' | 'internal' | 'machine' | 'desk';
  /** False for a bare thank-you and for machines: starts and meets no clock. */
  readonly counts: boolean;
}

/** The targets in force since an instant. Time used under an earlier regime stays used. */
export interface Regime {
  readonly since: Instant;
  readonly calendar: string;
  readonly targets: Readonly<Record<ClockName, Allowance | null>>;
  readonly tierTimes: readonly (Allowance | null)[];
  /** Where it came from, for reasons: `Matrix row 9`. */
  readonly source: string;
}

export interface Wait extends Span {
  readonly on: 'customer' | 'third party';
  /** When the desk goes on by itself; null: when somebody writes. */
  readonly until: Instant | null;
}

/** A handover that its receiver has yet to accept. */
export interface Handover {
  readonly from: string | null;
  readonly to: string;
  readonly at: Instant;
  readonly acceptBy: Instant | null;
  readonly note: string;
}

/** One event as the ticket remembers it, so that nobody needs the whole journal to see what happened last. */
export interface Recent {
  /** The ticket's version after it. */
  readonly version: number;
  readonly at: Instant;
  readonly actor: string;
  readonly type: string;
  readonly reason: string;
}

export interface Ticket {
  readonly id: string;
  /** Grows by one with every event: tells a stale view from a fresh one. */
  readonly version: number;
  readonly subject: string;
  readonly requester: { readonly name: string; readonly address: string };
  readonly customer: string | null;
  readonly customerTier: string;
  readonly language: string;
  /** False: the ticket began with a machine's mail, so no machine answers it. */
  readonly mayAnswer: boolean;
  readonly status: Status;
  readonly category: string;
  readonly subcategory: string | null;
  readonly categoryWhy: string;
  /** How sure the desk is of the category; null: a person said so. Absent in what earlier versions wrote. */
  readonly sureness?: Sureness | null;
  readonly severity: Severity;
  readonly severityWhy: string;
  readonly mood: Mood;
  readonly moodWhy: string;
  readonly flags: readonly string[];
  readonly tier: number;
  readonly tierSince: Instant;
  readonly owner: string | null;
  readonly ownerSince: Instant;
  readonly coOwners: readonly string[];
  /** When an owner or co-owner last did something on it. */
  readonly lastWork: Instant;
  readonly handover: Handover | null;
  readonly opened: Instant;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly reopened: number;
  /** When the clocks began anew after a reopening (Settings `start again`); null: never. */
  readonly restartedAt: Instant | null;
  readonly rootCause: string | null;
  readonly solution: string | null;
  readonly promise: Instant | null;
  /** Required facts that are recorded, by their name in Categories. */
  readonly facts: Readonly<Record<string, string>>;
  readonly messages: readonly TicketMessage[];
  /** Message-ID of the customer's last mail: what an answer refers to. */
  readonly replyTo: string | null;
  readonly waits: readonly Wait[];
  /** Closed stretches between resolving and reopening: never count. */
  readonly rests: readonly Span[];
  readonly regimes: readonly Regime[];
  readonly labels: readonly string[];
  /** Keys of what happened once and must not happen again: ladder steps, breaches, notices. */
  readonly done: readonly string[];
  readonly breaches: readonly { readonly clock: ClockName; readonly due: Instant }[];
  readonly escalations: number;
  /** The last few events, oldest first. */
  readonly recent: readonly Recent[];
  /** The closed ticket this one goes on from. */
  readonly follows: string | null;
  /** What the opening mail said, as features (`learning/keep.ts`): no words can be read from it. */
  readonly said?: string;
  /** True: it stands for many tickets, its members, that one problem caused. */
  readonly incident?: boolean;
  /** The incident it is a member of; null: somebody took it out, so the desk leaves it out. */
  readonly parent?: string | null;
  /** An older ticket that may be about the same matter; null: somebody said it is not. */
  readonly sameAs?: string | null;
  /** Where its messages went when it turned out to be the same matter, and what it was before. */
  readonly merged?: {
    readonly into: string;
    readonly was: Status;
    readonly keys: readonly string[];
  } | null;
  /** The piloted version of the rules that it was opened under; absent: the published one. */
  readonly pilot?: number;
}

export const isLive = (ticket: Ticket): boolean => ticket.status !== 'resolved' && ticket.status !== 'closed';
export const isWaiting = (ticket: Ticket): boolean => ticket.status.startsWith('waiting');

/** `Billing > Disputes`. */
export const pathText = (path: { category: string; subcategory: string | null }): string =>
  path.subcategory ? `${path.category} > ${path.subcategory}` : path.category;
