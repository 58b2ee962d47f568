// What a person can ask the desk to do with a ticket.
import type { EscalationReason } from './event.ts';
import type { Severity } from './rules.ts';
import type { Instant } from './time.ts';

/** A fact that the category requires, with its value. */
export interface Fact {
  readonly fact: string;
  readonly value: string;
}

export type Request =
  | { readonly do: 'take' }
  | { readonly do: 'assign'; readonly to: string }
  | {
      readonly do: 'hand over';
      readonly to: string;
      readonly note: string;
      /** Recorded first: what the category requires before a handover. */
      readonly facts?: readonly Fact[] | undefined;
    }
  | { readonly do: 'accept' }
  | { readonly do: 'return'; readonly note: string }
  | {
      readonly do: 'escalate';
      readonly way: 'hierarchical' | 'functional';
      readonly because: EscalationReason;
      /** A person or team; null: whom the Matrix names. */
      readonly to: string | null;
      readonly note: string;
    }
  | { readonly do: 'set category'; readonly category: string; readonly subcategory: string | null }
  /** The category that the desk chose is right. */
  | { readonly do: 'confirm category' }
  | { readonly do: 'set severity'; readonly severity: Severity }
  | { readonly do: 'wait'; readonly on: 'customer' | 'third party'; readonly until: Instant | null }
  | { readonly do: 'go on' }
  | { readonly do: 'promise'; readonly until: Instant }
  | { readonly do: 'note'; readonly note: string; readonly mentions: readonly string[] }
  | { readonly do: 'add co-owner'; readonly person: string }
  | { readonly do: 'record fact'; readonly fact: string; readonly value: string }
  | { readonly do: 'record facts'; readonly facts: readonly Fact[] }
  | { readonly do: 'resolve'; readonly rootCause: string | null; readonly solution: string | null }
  | { readonly do: 'reopen' }
  | { readonly do: 'not a ticket' }
  /** Make it a member of an incident; null: of a new one. */
  | { readonly do: 'link'; readonly to: string | null }
  | { readonly do: 'unlink' }
  /** To every customer of an incident. */
  | { readonly do: 'update all'; readonly text: string; readonly how: 'draft' | 'send' }
  /** It is the same matter as an older ticket. */
  | { readonly do: 'merge'; readonly into: string }
  | { readonly do: 'not same' }
  | { readonly do: 'take apart' };

export interface Asked {
  /** E-mail of the person who asks, or `gmail` for a label moved by hand in Gmail. */
  readonly actor: string;
  readonly ticket: string;
  /** The ticket's version the person saw; null: whatever it is now. */
  readonly version: number | null;
  readonly request: Request;
}
