// Everything the imitated Gmail remembers, for all its people.

import type { Clock } from '../http.ts';
import type { Chance, Mailbox } from './store.ts';

export interface Group {
  readonly address: string;
  readonly name: string;
  readonly members: readonly string[];
  /** Senders of these domains get their From rewritten, because their DMARC policy forbids forwarding. */
  readonly strictDomains: readonly string[];
}

/** A mail that left the world. */
export interface OutsideMail {
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array;
}

/** One send by somebody in the world. */
export interface SentMail {
  readonly at: number;
  readonly by: string;
  readonly to: readonly string[];
  readonly id: string;
  readonly threadId: string;
  readonly messageId: string;
  readonly raw: Uint8Array;
}

export type Edition = 'consumer' | 'workspace';

export interface State {
  readonly clock: Clock;
  readonly random: Chance;
  readonly edition: Edition;
  readonly unitsPerMinute: number;
  readonly mailboxes: Map<string, Mailbox>;
  /** Alias to the mailbox it belongs to. */
  readonly aliases: Map<string, string>;
  readonly groups: Map<string, Group>;
  readonly outside: OutsideMail[];
  readonly sent: SentMail[];
  /** Quota units used, by person: the times and sizes of the last minute's calls. */
  readonly spent: Map<string, { at: number; units: number }[]>;
  /** Mails an add-on was opened on, by access token. */
  readonly opened: Map<string, { email: string; messageId: string }>;
}

/** The mailbox behind an address, an alias or `name+anything@`. */
export function mailboxOf(state: State, address: string): Mailbox | undefined {
  const email = address.toLowerCase();
  const base = email.replace(/\+[^@]*(?=@)/, '');
  for (const each of [email, base]) {
    const found = state.mailboxes.get(state.aliases.get(each) ?? each);
    if (found) return found;
  }
  return undefined;
}
