// What can happen to a ticket, in the past tense. Events are the journal; `evolve` folds them into the ticket.
import type { ClockName, Mood, Severity } from './rules.ts';
import type { Sureness } from './sureness.ts';
import type { Regime, Ticket, TicketMessage } from './ticket.ts';
import type { Instant } from './time.ts';

/** By higher authority, or by special expertise. One made by the desk itself (actor `desk`) is automatic. */
export type EscalationWay = 'hierarchical' | 'functional';
export const escalationReasons = [
  'knowledge',
  'authority',
  'complexity',
  'time',
  'customer asks',
  'unsure',
] as const;
export type EscalationReason = (typeof escalationReasons)[number];

export type Happening =
  | {
      readonly type: 'opened';
      readonly message: TicketMessage;
      readonly messageId: string | null;
      readonly subject: string;
      readonly requester: { readonly name: string; readonly address: string };
      readonly customer: string | null;
      readonly customerTier: string;
      readonly language: string;
      readonly mayAnswer: boolean;
      readonly tier: number;
      readonly follows: string | null;
      readonly said?: string;
      readonly incident?: true;
      readonly pilot?: number;
    }
  | { readonly type: 'customer wrote'; readonly message: TicketMessage; readonly messageId: string | null }
  | { readonly type: 'customer thanked'; readonly message: TicketMessage }
  | { readonly type: 'agent wrote'; readonly message: TicketMessage; readonly person: string }
  | { readonly type: 'colleague wrote'; readonly message: TicketMessage; readonly person: string }
  | { readonly type: 'machine wrote'; readonly message: TicketMessage }
  | { readonly type: 'mail bounced'; readonly message: TicketMessage }
  | { readonly type: 'desk wrote'; readonly message: TicketMessage }
  | {
      readonly type: 'category set';
      readonly category: string;
      readonly subcategory: string | null;
      /** How sure the desk was; absent where a person said so. */
      readonly sureness?: Sureness;
    }
  | { readonly type: 'category confirmed'; readonly category: string; readonly subcategory: string | null }
  | { readonly type: 'severity set'; readonly severity: Severity }
  | { readonly type: 'mood seen'; readonly mood: Mood }
  | { readonly type: 'flagged'; readonly flag: string }
  | { readonly type: 'policy applied'; readonly regime: Regime }
  | { readonly type: 'owner set'; readonly owner: string | null }
  | { readonly type: 'co-owner added'; readonly person: string }
  | {
      readonly type: 'handed over';
      readonly from: string | null;
      readonly to: string;
      readonly acceptBy: Instant | null;
      readonly note: string;
    }
  | { readonly type: 'handover accepted'; readonly person: string }
  | { readonly type: 'handover returned'; readonly to: string | null }
  | {
      readonly type: 'escalated';
      readonly way: EscalationWay;
      readonly from: number;
      readonly to: number;
      readonly because: EscalationReason | 'ladder' | 'matrix' | 'phrase';
    }
  | {
      readonly type: 'warned';
      readonly clock: ClockName | 'tierTime' | 'ownerSilent';
      readonly due: Instant;
      readonly step: string;
    }
  | {
      readonly type: 'step taken';
      readonly clock: ClockName | 'tierTime' | 'ownerSilent';
      readonly due: Instant;
      readonly step: string;
    }
  | {
      readonly type: 'breached';
      readonly clock: ClockName;
      readonly due: Instant;
      readonly metAt: Instant | null;
    }
  | { readonly type: 'label added'; readonly label: string }
  | {
      readonly type: 'customer told';
      readonly how: 'acknowledge' | 'holding reply' | 'update';
      readonly as: 'draft' | 'mail';
    }
  | { readonly type: 'waiting'; readonly on: 'customer' | 'third party'; readonly until: Instant | null }
  | { readonly type: 'resumed' }
  | { readonly type: 'promised'; readonly until: Instant }
  | { readonly type: 'noted'; readonly note: string; readonly mentions: readonly string[] }
  | { readonly type: 'fact recorded'; readonly fact: string; readonly value: string }
  | { readonly type: 'resolved'; readonly rootCause: string | null; readonly solution: string | null }
  | { readonly type: 'reopened'; readonly clocks: 'go on' | 'start again' }
  | { readonly type: 'closed'; readonly because: 'quiet' | 'not a ticket' }
  | { readonly type: 'linked'; readonly parent: string }
  | { readonly type: 'unlinked'; readonly parent: string }
  /** The same, as the incident's own journal tells it. */
  | { readonly type: 'member joined'; readonly member: string }
  | { readonly type: 'member left'; readonly member: string }
  | { readonly type: 'same matter seen'; readonly ticket: string }
  | { readonly type: 'told apart'; readonly ticket: string }
  | { readonly type: 'merged'; readonly into: string }
  | {
      readonly type: 'took over';
      readonly from: string;
      readonly messages: readonly TicketMessage[];
      readonly replyTo: string | null;
    }
  | { readonly type: 'taken apart'; readonly from: string; readonly messages: readonly TicketMessage[] }
  | { readonly type: 'gave back'; readonly to: string; readonly keys: readonly string[] }
  /** Its customer asked to be forgotten: `as` is the name they have now. */
  | { readonly type: 'erased'; readonly as: string }
  /** `restore`: what the ticket was before the action, field by field. */
  | { readonly type: 'undone'; readonly action: string; readonly restore: Partial<Ticket> };

/** One row of the journal. */
export interface Event {
  readonly at: Instant;
  readonly ticket: string;
  /** Who: a person's e-mail, `customer`, or `desk`. */
  readonly actor: string;
  /** Why, in words a support lead understands. */
  readonly reason: string;
  /** The same key never stands twice in the journal. */
  readonly key: string;
  readonly what: Happening;
}
