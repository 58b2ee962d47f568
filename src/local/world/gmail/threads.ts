// users.threads: the same messages, conversation by conversation.

import { type Answer, type Call, idOf } from './call.ts';
import { type Relabel, relabel, remove } from './changes.ts';
import { notFound } from './failures.ts';
import { found, relabelOf, shown, trashing, untrashing, wantedOf } from './messages.ts';
import { parse } from './mime.ts';
import { decimal, page } from './pages.ts';
import { snippet } from './snippet.ts';
import { type StoredMessage, threadOf } from './store.ts';

function messagesOf(call: Call): { id: string; messages: StoredMessage[] } {
  const id = idOf(call);
  const messages = threadOf(call.mailbox, id);
  if (messages.length === 0) throw notFound();
  return { id, messages };
}

const newestChange = (messages: readonly StoredMessage[]): string =>
  String(Math.max(...messages.map(({ historyId }) => historyId)));

export const get: Answer = (call) => {
  const { id, messages } = messagesOf(call);
  const wanted = wantedOf(call, ['full', 'metadata', 'minimal']);
  return {
    id,
    historyId: newestChange(messages),
    messages: messages.map((message) => shown(call, message, wanted)),
  };
};

export const list: Answer = (call) => {
  const ids = [...new Set(found(call).map(({ threadId }) => threadId))];
  const { items, nextPageToken } = page(call, ids, decimal);
  const threads = items.map((id) => {
    const messages = threadOf(call.mailbox, id);
    const last = messages.at(-1);
    return {
      id,
      snippet: last ? snippet(parse(last.raw)) : '',
      historyId: newestChange(messages),
    };
  });
  return {
    ...(threads.length > 0 ? { threads } : {}),
    ...(nextPageToken ? { nextPageToken } : {}),
    resultSizeEstimate: ids.length,
  };
};

function relabelAll(call: Call, change: Relabel): object {
  const { id, messages } = messagesOf(call);
  for (const message of messages) relabel(call.mailbox, call.state.random, message, change);
  return {
    id,
    messages: messages.map(({ id, threadId, labels }) => ({
      id,
      threadId,
      labelIds: [...labels],
    })),
  };
}

export const modify: Answer = (call) => relabelAll(call, relabelOf(call));
export const trash: Answer = (call) => relabelAll(call, trashing);
export const untrash: Answer = (call) => relabelAll(call, untrashing);

export const destroy: Answer = (call) => {
  for (const message of messagesOf(call).messages) remove(call.mailbox, call.state.random, message);
  return null;
};
