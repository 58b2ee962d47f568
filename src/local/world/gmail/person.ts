// A person in Gmail's own screen: looks at mails, labels, trashes, deletes and sends them, without quota or API.

import { file } from './arrival.ts';
import { relabel, remove } from './changes.ts';
import { allLabels, createLabel, labelNamed } from './labels.ts';
import { dateOf, trashing } from './messages.ts';
import { messageJson } from './payload.ts';
import { search } from './search.ts';
import { send } from './sending.ts';
import type { Label, Message, Thread } from './shapes.ts';
import type { State } from './state.ts';
import { type Mailbox, newestFirst, type StoredMessage, threadOf } from './store.ts';

export interface Person {
  readonly email: string;
  historyId(): string;
  /** Newest first, spam and trash included unless a search leaves them out. */
  messages(query?: string): readonly Message[];
  /** Newest first, messages oldest first. */
  threads(): readonly Thread[];
  labels(): readonly Label[];
  message(id: string): Message;
  raw(id: string): Uint8Array;
  /** The names (not ids) of the labels on a message. */
  labelsOn(id: string): readonly string[];
  /** Labels by name or id; one that does not exist is made when added. */
  modify(ids: readonly string[], add: readonly string[], remove: readonly string[]): void;
  createLabel(name: string): Label;
  trash(ids: readonly string[]): void;
  /** For good, as from the trash. */
  delete(ids: readonly string[]): void;
  /** Writes and sends a mail; From, Date and Message-ID are added where they are missing. */
  sendAs(raw: Uint8Array, threadId?: string): Message;
  /** Puts a mail in as it is, as an import of an archive does: nothing is added, not even a Message-ID. */
  insert(raw: Uint8Array, options?: { at?: number; labels?: readonly string[] }): Message;
}

export function personOf(state: State, mailbox: Mailbox): Person {
  const show = (message: StoredMessage): Message =>
    messageJson(message, { format: 'full', metadataHeaders: [] }, (id, part) => `${id}/${part}`);
  const at = (id: string): StoredMessage => {
    const message = mailbox.messages.get(id);
    if (!message) throw new Error(`${mailbox.email} has no message ${id}`);
    return message;
  };
  const labelId = (name: string): string => labelNamed(mailbox, name) ?? createLabel(mailbox, { name }).id;
  const sorted = () => [...mailbox.messages.values()].sort(newestFirst);

  return {
    email: mailbox.email,
    historyId: () => String(mailbox.historyId),
    messages(query) {
      if (query === undefined) return sorted().map(show);
      const { matches, everywhere } = search(query, mailbox, state.clock.now());
      return sorted()
        .filter(({ labels }) => everywhere || !(labels.includes('SPAM') || labels.includes('TRASH')))
        .filter(matches)
        .map(show);
    },
    threads: () =>
      [...new Set(sorted().map(({ threadId }) => threadId))].map((id) => ({
        id,
        messages: threadOf(mailbox, id).map(show),
      })),
    labels: () => allLabels(mailbox),
    message: (id) => show(at(id)),
    raw: (id) => at(id).raw,
    labelsOn: (id) => at(id).labels.map((label) => mailbox.labels.get(label)?.name ?? label),
    modify(ids, add, gone) {
      const change = {
        add: add.map(labelId),
        remove: gone.flatMap((name) => labelNamed(mailbox, name) ?? []),
      };
      for (const id of ids) relabel(mailbox, state.random, at(id), change);
    },
    createLabel: (name) => createLabel(mailbox, { name }),
    trash(ids) {
      for (const id of ids) relabel(mailbox, state.random, at(id), trashing);
    },
    delete(ids) {
      for (const id of ids) remove(mailbox, state.random, at(id));
    },
    sendAs: (raw, threadId) =>
      show(
        send(state, mailbox, {
          raw,
          ...(threadId === undefined ? {} : { threadId }),
        }),
      ),
    insert(raw, options = {}) {
      const now = state.clock.now();
      const date = options.at ?? dateOf(raw);
      return show(
        file(state, mailbox, {
          raw,
          at: Number.isNaN(date) ? now : date,
          labels: (options.labels ?? ['INBOX', 'UNREAD']).map(labelId),
        }),
      );
    },
  };
}
