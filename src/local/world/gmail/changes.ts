// Every change to a mailbox goes through here, so that none escapes its history record.

import { invalid } from './failures.ts';
import { isSystemLabel, unchangeable } from './labels.ts';
import type { History, Message } from './shapes.ts';
import { type Chance, forget, keep, type Mailbox, nextHistoryId, type StoredMessage } from './store.ts';

const named = ({ id, threadId }: StoredMessage): Message => ({ id, threadId });

const labelled = (message: StoredMessage): Message => ({
  ...named(message),
  labelIds: [...message.labels],
});

function record(
  mailbox: Mailbox,
  random: Chance,
  message: StoredMessage,
  change: Omit<History, 'id' | 'messages'>,
): void {
  const id = nextHistoryId(mailbox, random);
  message.historyId = id;
  mailbox.history.push({
    id: String(id),
    messages: [named(message)],
    ...change,
  });
}

export function add(mailbox: Mailbox, random: Chance, message: StoredMessage): void {
  keep(mailbox, message);
  record(mailbox, random, message, {
    messagesAdded: [{ message: labelled(message) }],
  });
}

export function remove(mailbox: Mailbox, random: Chance, message: StoredMessage): void {
  forget(mailbox, message);
  record(mailbox, random, message, {
    messagesDeleted: [{ message: labelled(message) }],
  });
}

export interface Relabel {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** No record when nothing changes. Source: platform.md, "repeating a modify makes no history record". */
export function relabel(mailbox: Mailbox, random: Chance, message: StoredMessage, change: Relabel): void {
  const has = new Set(message.labels);
  const added = [...new Set(change.add)].filter((id) => !has.has(id));
  const removed = [...new Set(change.remove)].filter((id) => has.has(id));
  if (added.length === 0 && removed.length === 0) return;
  message.labels = [...message.labels.filter((id) => !removed.includes(id)), ...added];
  record(mailbox, random, message, {
    ...(added.length > 0 ? { labelsAdded: [{ message: labelled(message), labelIds: added }] } : {}),
    ...(removed.length > 0 ? { labelsRemoved: [{ message: labelled(message), labelIds: removed }] } : {}),
  });
}

/** Refuses what Gmail refuses, before anything is changed. */
export function checkRelabel(mailbox: Mailbox, change: Relabel): void {
  if (change.add.length === 0 && change.remove.length === 0)
    throw invalid('No label add or removes specified');
  for (const id of [...change.add, ...change.remove]) {
    const exists = isSystemLabel(id) || mailbox.labels.has(id);
    if (!exists || unchangeable(id)) throw invalid(`Invalid label: ${id}`);
  }
  if (change.add.some((id) => change.remove.includes(id)))
    throw invalid('Cannot both add and remove the same label');
}
