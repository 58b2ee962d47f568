// What Gmail keeps for one person: messages, labels, drafts and the history of changes.

import type { History, LabelColor } from './shapes.ts';

export interface StoredMessage {
  readonly id: string;
  threadId: string;
  /** Never changed in place. */
  readonly raw: Uint8Array;
  readonly internalDate: number;
  /** Label ids, in the order they were put on. */
  labels: string[];
  historyId: number;
  /** Without it the message is found by its id only. */
  readonly messageId: string;
  readonly subject: string;
}

export interface StoredLabel {
  readonly id: string;
  name: string;
  messageListVisibility?: 'show' | 'hide';
  labelListVisibility?: 'labelShow' | 'labelShowIfUnread' | 'labelHide';
  color?: LabelColor;
}

export interface Mailbox {
  readonly email: string;
  readonly messages: Map<string, StoredMessage>;
  /** Thread id to the ids of its messages. */
  readonly threads: Map<string, Set<string>>;
  /** Message-ID to the ids of the messages that carry it. */
  readonly byMessageId: Map<string, Set<string>>;
  /** User labels by id; system labels are the same for everybody. */
  readonly labels: Map<string, StoredLabel>;
  /** Draft id to message id. */
  readonly drafts: Map<string, string>;
  history: History[];
  historyId: number;
  /** A start id below this has expired. */
  historyFloor: number;
  lastId: string;
  labelCount: number;
  draftCount: number;
  /** Addresses it may send from besides its own. */
  readonly sendAs: Set<string>;
  watch: { topic: string; expiration: number } | null;
}

/** Random numbers that come out the same for the same seed. */
export interface Chance {
  /** From 0 up to, not including, `limit`. */
  below(limit: number): number;
  state(): number;
  resume(state: number): void;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit;
    },
    state: () => state,
    resume(saved) {
      state = saved;
    },
  };
}

export const whole = (random: Chance, limit: number): number => Math.floor(random.below(limit));

export function newMailbox(email: string, random: Chance): Mailbox {
  const start = 100_000 + whole(random, 900_000);
  return {
    email,
    messages: new Map(),
    threads: new Map(),
    byMessageId: new Map(),
    labels: new Map(),
    drafts: new Map(),
    history: [],
    historyId: start,
    historyFloor: start,
    lastId: '',
    labelCount: 1000 + whole(random, 9000),
    draftCount: 1_000_000 + whole(random, 9_000_000),
    sendAs: new Set(),
    watch: null,
  };
}

/**
 * 16 hex digits: the millisecond in the first eleven, chance in the rest, always above the last one of this mailbox.
 * Source: ids of published samples decode to their internalDate.
 */
export function nextId(mailbox: Mailbox, at: number, random: Chance): string {
  const noise = BigInt(whole(random, 0xfffff));
  const wanted = (BigInt(Math.max(0, Math.floor(at))) << 20n) + noise;
  const last = mailbox.lastId === '' ? -1n : BigInt(`0x${mailbox.lastId}`);
  const id = wanted > last ? wanted : last + 1n + noise;
  mailbox.lastId = id.toString(16).padStart(16, '0');
  return mailbox.lastId;
}

/** History ids grow and have gaps. Source: reference of users.history.list. */
export function nextHistoryId(mailbox: Mailbox, random: Chance): number {
  mailbox.historyId += 1 + whole(random, 20);
  return mailbox.historyId;
}

export const newestFirst = (one: StoredMessage, other: StoredMessage): number =>
  other.internalDate - one.internalDate || (one.id < other.id ? 1 : -1);

const held = (mailbox: Mailbox, ids: Iterable<string>): StoredMessage[] =>
  [...ids].flatMap((id) => mailbox.messages.get(id) ?? []);

/** Oldest first. */
export const threadOf = (mailbox: Mailbox, id: string): StoredMessage[] =>
  held(mailbox, mailbox.threads.get(id) ?? []).sort((one, other) => newestFirst(other, one));

export const withMessageId = (mailbox: Mailbox, id: string): StoredMessage[] =>
  id === '' ? [] : held(mailbox, mailbox.byMessageId.get(id) ?? []);

function enter(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function leave(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}

export function keep(mailbox: Mailbox, message: StoredMessage): void {
  mailbox.messages.set(message.id, message);
  enter(mailbox.threads, message.threadId, message.id);
  enter(mailbox.byMessageId, message.messageId, message.id);
}

export function forget(mailbox: Mailbox, message: StoredMessage): void {
  mailbox.messages.delete(message.id);
  leave(mailbox.threads, message.threadId, message.id);
  leave(mailbox.byMessageId, message.messageId, message.id);
}
