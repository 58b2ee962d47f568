// Copies of everything Gmail remembers, to go back to. Raw mails are shared: they never change.

import type { Group, OutsideMail, SentMail, State } from './state.ts';
import type { Mailbox } from './store.ts';

/** Plain data for structuredClone. */
export interface GmailSnapshot {
  readonly random: number;
  readonly mailboxes: readonly Mailbox[];
  readonly aliases: readonly (readonly [string, string])[];
  readonly groups: readonly Group[];
  readonly outside: readonly OutsideMail[];
  readonly sent: readonly SentMail[];
  readonly spent: State['spent'];
  readonly opened: State['opened'];
}

function copyOf(mailbox: Mailbox): Mailbox {
  const { messages, ...rest } = mailbox;
  return {
    ...structuredClone(rest),
    messages: new Map(
      [...messages].map(([id, message]) => [id, { ...message, labels: [...message.labels] }]),
    ),
  };
}

export const snapshot = (state: State): GmailSnapshot => ({
  random: state.random.state(),
  mailboxes: [...state.mailboxes.values()].map(copyOf),
  aliases: [...state.aliases],
  groups: [...state.groups.values()],
  outside: [...state.outside],
  sent: [...state.sent],
  spent: structuredClone(state.spent),
  opened: structuredClone(state.opened),
});

function refill<Key, Value>(map: Map<Key, Value>, entries: Iterable<readonly [Key, Value]>): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

export function restore(state: State, saved: GmailSnapshot): void {
  state.random.resume(saved.random);
  refill(
    state.mailboxes,
    saved.mailboxes.map((mailbox) => [mailbox.email, copyOf(mailbox)]),
  );
  refill(state.aliases, saved.aliases);
  refill(
    state.groups,
    saved.groups.map((group) => [group.address, group]),
  );
  state.outside.splice(0, Infinity, ...saved.outside);
  state.sent.splice(0, Infinity, ...saved.sent);
  refill(state.spent, structuredClone(saved.spent));
  refill(state.opened, saved.opened);
}
