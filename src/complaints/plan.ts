// A plan: everything the desk decided in one go, as data. Nothing has happened until it is carried out.
import type { Event } from './event.ts';
import type { Remembered } from './learning/feedback.ts';
import type { Ticket } from './ticket.ts';
import type { Instant } from './time.ts';

export const outcomes = [
  'opened',
  'joined',
  'agent',
  'automatic',
  'bounce',
  'own',
  'list',
  'duplicate',
  'thanks',
  'parked',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of one e-mail; every mail ends in exactly one. */
export interface MailRecord {
  readonly at: Instant;
  readonly gmailId: string;
  readonly messageId: string | null;
  readonly outcome: Outcome;
  readonly ticket: string | null;
  readonly mayAnswer: boolean;
  readonly reason: string;
}

export type NoticeKind =
  | 'assigned'
  | 'warning'
  | 'breach'
  | 'escalation'
  | 'handover'
  | 'mention'
  | 'bounce'
  | 'load'
  | 'incident'
  | 'problem';

/** Something a colleague must know. Notices to one person that leave together become one mail. */
export interface Notice {
  readonly do: 'notice';
  readonly to: string;
  readonly kind: NoticeKind;
  readonly line: string;
  readonly reason: string;
  readonly due: Instant | null;
  readonly threadId: string | null;
}

/** A mail to the customer, sent or left in Drafts. */
export interface CustomerMail {
  readonly do: 'draft' | 'send';
  readonly use: 'acknowledge' | 'holding reply' | 'update';
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly threadId: string;
  /** Message-ID of the mail it answers; null where that mail had none. */
  readonly inReplyTo: string | null;
}

/** Labels (paths below the root) put on and taken off messages. Doing it twice changes nothing. */
export interface Labelling {
  readonly do: 'label';
  readonly ids: readonly string[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export type Effect = Notice | CustomerMail | Labelling;

/** An effect with what the outbox needs: it is written with the decision and carried out after it. */
export interface Outgoing {
  /** Stable: the same decision made again gives the same id. */
  readonly id: string;
  readonly at: Instant;
  readonly notBefore: Instant;
  readonly ticket: string | null;
  readonly effect: Effect;
}

/** What the desk remembers besides tickets. */
export interface Memory {
  readonly lastTicket: number;
  /** Who was last served, by team and skill. */
  readonly rota: Readonly<Record<string, string>>;
  /** Automatic mails to customers, by day and address hash: the loop guard. */
  readonly answered: { readonly day: string; readonly counts: Readonly<Record<string, number>> };
  /** The local day on which the leads last heard that everybody is at the cap. */
  readonly fullOn?: number;
}

export interface Plan {
  readonly events: readonly Event[];
  /** Every ticket that changed, as it is afterwards. */
  readonly tickets: readonly Ticket[];
  readonly mails: readonly MailRecord[];
  readonly outgoing: readonly Outgoing[];
  readonly memory: Memory;
  /** Opening mails of new tickets as numbers, so that a later correction can be learned; absent: none. */
  readonly remembered?: readonly Remembered[];
}

/** A request that the rules of the desk do not allow, with words for a card. */
export interface Refusal {
  readonly refused: string;
}
