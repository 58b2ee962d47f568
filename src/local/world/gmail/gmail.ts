// The imitated Gmail: several people's mailboxes, groups and the outside, behind Gmail's REST API.

import type { Api, Clock } from '../http.ts';
import { type Delivered, type Delivery, deliver } from './arrival.ts';
import { isBatch, respondToBatch } from './batch.ts';
import { type Person, personOf } from './person.ts';
import { unitsPerMinute } from './quota.ts';
import { respond } from './requests.ts';
import { type GmailSnapshot, restore, snapshot } from './snapshots.ts';
import { type Edition, mailboxOf, type OutsideMail, type SentMail, type State } from './state.ts';
import { chance, type Mailbox, newMailbox, nextHistoryId, whole } from './store.ts';

export type { Delivered, Delivery } from './arrival.ts';
export { type MethodId, methodOf, units } from './methods.ts';
export type { Person } from './person.ts';
export type { GmailSnapshot } from './snapshots.ts';
export type { Edition, OutsideMail, SentMail } from './state.ts';

export interface GmailOptions {
  readonly clock: Clock;
  /** The same seed gives the same ids. */
  readonly seed?: number;
  /** Decides how many recipients a person may write to in a day; `workspace` when absent. */
  readonly edition?: Edition;
  /** 6,000 when absent, Google's figure. */
  readonly unitsPerMinute?: number;
}

export interface GroupOptions {
  /** Shown in rewritten From lines; the address's local part when absent. */
  readonly name?: string;
  /** Domains whose DMARC policy forbids forwarding: their mails get a rewritten From. */
  readonly strictDomains?: readonly string[];
}

export interface GmailWorld extends Api {
  addMailbox(email: string): void;
  addGroup(address: string, members: readonly string[], options?: GroupOptions): void;
  /** Mail to the alias arrives at `email`, which may also send from it. */
  addAlias(email: string, alias: string): void;
  /** Lets a person send from an address that is not theirs, for example a group's. */
  allowSendAs(email: string, address: string): void;
  /** A mail comes in by SMTP. Returns the copies, one for each mailbox it reached. */
  deliver(delivery: Delivery): Delivered[];
  /** The mailbox in its owner's hands. */
  mailbox(email: string): Person;
  /** Mails that were sent to an address outside the world, oldest first. */
  outside(address: string): readonly OutsideMail[];
  /** Everything anybody in the world has sent, oldest first. */
  sent(): readonly SentMail[];
  /** From now on every history id handed out so far is answered 404. */
  expireHistory(email: string): void;
  /** An add-on opens on a message: the access token its narrow scopes need. */
  openMessage(email: string, messageId: string): string;
  /** Until when pushes go to which topic; null without a watch. */
  watchOf(email: string): { topic: string; expiration: number } | null;
  snapshot(): GmailSnapshot;
  restore(saved: GmailSnapshot): void;
}

function newState(options: GmailOptions): State {
  return {
    clock: options.clock,
    random: chance(options.seed ?? 1),
    edition: options.edition ?? 'workspace',
    unitsPerMinute: options.unitsPerMinute ?? unitsPerMinute,
    mailboxes: new Map(),
    aliases: new Map(),
    groups: new Map(),
    outside: [],
    sent: [],
    spent: new Map(),
    opened: new Map(),
  };
}

export function createGmail(options: GmailOptions): GmailWorld {
  const state = newState(options);
  const at = (email: string): Mailbox => {
    const mailbox = mailboxOf(state, email);
    if (!mailbox) throw new Error(`There is no mailbox ${email}`);
    return mailbox;
  };

  return {
    hosts: ['gmail.googleapis.com', 'www.googleapis.com'],
    handle: (request, caller) =>
      isBatch(new URL(request.url).pathname)
        ? respondToBatch(state, request, caller)
        : respond(state, request, caller),
    addMailbox(email) {
      const address = email.toLowerCase();
      if (state.mailboxes.has(address)) throw new Error(`There is a mailbox ${email} already`);
      state.mailboxes.set(address, newMailbox(address, state.random));
    },
    addGroup(address, members, { name, strictDomains } = {}) {
      const email = address.toLowerCase();
      state.groups.set(email, {
        address: email,
        name: name ?? email.split('@')[0] ?? email,
        members: members.map((member) => member.toLowerCase()),
        strictDomains: strictDomains ?? [],
      });
    },
    addAlias(email, alias) {
      state.aliases.set(alias.toLowerCase(), at(email).email);
      at(email).sendAs.add(alias.toLowerCase());
    },
    allowSendAs(email, address) {
      at(email).sendAs.add(address.toLowerCase());
    },
    deliver: (delivery) => deliver(state, delivery),
    mailbox: (email) => personOf(state, at(email)),
    outside: (address) => state.outside.filter(({ to }) => to === address.toLowerCase()),
    sent: () => state.sent,
    expireHistory(email) {
      const mailbox = at(email);
      mailbox.history = [];
      mailbox.historyFloor = nextHistoryId(mailbox, state.random);
    },
    openMessage(email, messageId) {
      const token = `opened-${whole(state.random, 2 ** 31).toString(36)}`;
      state.opened.set(token, { email: at(email).email, messageId });
      return token;
    },
    watchOf: (email) => at(email).watch,
    snapshot: () => snapshot(state),
    restore: (saved) => restore(state, saved),
  };
}
