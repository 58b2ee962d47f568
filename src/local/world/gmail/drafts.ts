// users.drafts: mails not sent yet. Changing a draft replaces its message; sending it leaves a new one in Sent.

import { file } from './arrival.ts';
import { type Answer, type Call, object } from './call.ts';
import { remove } from './changes.ts';
import { invalid, notFound } from './failures.ts';
import { edited, header, mangleEightBit } from './headers.ts';
import { brief, found, mailIn, messageOf, shown, wantedOf } from './messages.ts';
import { parse } from './mime.ts';
import { page } from './pages.ts';
import { askedThread, send } from './sending.ts';
import type { Draft } from './shapes.ts';
import type { StoredMessage } from './store.ts';

function draftMessage(call: Call, id: string): StoredMessage {
  const messageId = call.mailbox.drafts.get(id);
  if (messageId === undefined) throw notFound();
  return messageOf(call, messageId);
}

function put(call: Call, draftId: string): Draft {
  const mail = mailIn(call, call.upload ? {} : object(call.body, 'message'));
  const given = mangleEightBit(mail.raw);
  const raw =
    header(parse(given).headers, 'From') === undefined
      ? edited(given, { set: { From: call.mailbox.email } })
      : given;
  const message = file(call.state, call.mailbox, {
    raw,
    at: call.state.clock.now(),
    labels: ['DRAFT'],
    threadId: askedThread(call.mailbox, raw, mail.threadId),
  });
  call.mailbox.drafts.set(draftId, message.id);
  return { id: draftId, message: brief(message) };
}

export const create: Answer = (call) => {
  const id = `r${call.mailbox.draftCount + 1}`;
  const draft = put(call, id);
  call.mailbox.draftCount += 1;
  return draft;
};

export const update: Answer = (call) => {
  const id = call.params.id ?? '';
  const before = draftMessage(call, id);
  const draft = put(call, id);
  remove(call.mailbox, call.state.random, before);
  return draft;
};

export const get: Answer = (call) => {
  const id = call.params.id ?? '';
  const wanted = wantedOf(call, ['minimal', 'full', 'raw', 'metadata']);
  return { id, message: shown(call, draftMessage(call, id), wanted) };
};

export const list: Answer = (call) => {
  const byMessage = new Map([...call.mailbox.drafts].map(([id, messageId]) => [messageId, id]));
  const all = found(call, 'DRAFT').flatMap((message) => {
    const id = byMessage.get(message.id);
    return id === undefined ? [] : [{ id, message }];
  });
  const { items, nextPageToken } = page(call, all, ({ id }) => id.slice(1));
  return {
    ...(items.length > 0
      ? {
          drafts: items.map(({ id, message }) => ({
            id,
            message: { id: message.id, threadId: message.threadId },
          })),
        }
      : {}),
    ...(nextPageToken ? { nextPageToken } : {}),
    resultSizeEstimate: all.length,
  };
};

function discard(call: Call, id: string): void {
  const message = draftMessage(call, id);
  call.mailbox.drafts.delete(id);
  remove(call.mailbox, call.state.random, message);
}

export const destroy: Answer = (call) => {
  discard(call, call.params.id ?? '');
  return null;
};

export const sendDraft: Answer = (call) => {
  const { id } = call.body;
  if (typeof id !== 'string' || id === '') throw invalid('Missing draft id');
  const before = draftMessage(call, id);
  const raw = call.body.message === undefined ? before.raw : mailIn(call, object(call.body, 'message')).raw;
  const replied = before.threadId === before.id ? {} : { threadId: before.threadId };
  const message = send(call.state, call.mailbox, { raw, ...replied });
  discard(call, id);
  return brief(message);
};
