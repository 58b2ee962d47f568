// users.messages: list, get, modify, send, insert, trash and delete.

import { file } from './arrival.ts';
import { base64url, fromBase64url } from './bytes.ts';
import { type Answer, type Call, flag, idOf, texts } from './call.ts';
import { checkRelabel, type Relabel, relabel, remove } from './changes.ts';
import { badField, forbidden, invalid, notFound, tooLarge } from './failures.ts';
import { header, mangleEightBit } from './headers.ts';
import { isSystemLabel } from './labels.ts';
import { parse } from './mime.ts';
import { decimal, page } from './pages.ts';
import { attachmentId, contentOf, messageJson, partAt, partIdIn, type Wanted } from './payload.ts';
import { search } from './search.ts';
import { askedThread, send } from './sending.ts';
import type { Format, Message } from './shapes.ts';
import { newestFirst, type StoredMessage, whole } from './store.ts';

export function messageOf(call: Call, id: string): StoredMessage {
  const message = call.mailbox.messages.get(id);
  if (!message) throw notFound();
  return message;
}

/** Id, thread and labels: what the writing methods answer. */
export const brief = (message: StoredMessage): Message => ({
  id: message.id,
  threadId: message.threadId,
  ...(message.labels.length > 0 ? { labelIds: [...message.labels] } : {}),
});

export function wantedOf(call: Call, formats: readonly Format[]): Wanted {
  const asked = (call.query.get('format') ?? 'full').toLowerCase();
  const format = formats.find((each) => each === asked);
  if (!format) throw badField(`Invalid value at 'format', "${asked}"`);
  if (call.metadataOnly && (format === 'full' || format === 'raw'))
    throw forbidden(`Metadata scope doesn't allow format ${format.toUpperCase()}`);
  return { format, metadataHeaders: call.query.getAll('metadataHeaders') };
}

export const shown = (call: Call, message: StoredMessage, wanted: Wanted): Message =>
  messageJson(message, wanted, (messageId, partId) =>
    attachmentId(messageId, partId, whole(call.state.random, 2 ** 31)),
  );

const every: readonly Format[] = ['minimal', 'full', 'raw', 'metadata'];

export const get: Answer = (call) => shown(call, messageOf(call, idOf(call)), wantedOf(call, every));

/** Newest first; spam and trash only where they are asked for. */
export function found(call: Call, only?: string): StoredMessage[] {
  const { mailbox, query, state } = call;
  const text = query.get('q');
  const labelIds = query.getAll('labelIds');
  if (text && call.metadataOnly) throw forbidden("Metadata scope does not support 'q' parameter");
  for (const id of labelIds)
    if (!isSystemLabel(id) && !mailbox.labels.has(id)) throw invalid(`Invalid label: ${id}`);
  const sought = text ? search(text, mailbox, state.clock.now()) : null;
  const everywhere =
    flag(call, 'includeSpamTrash') ||
    sought?.everywhere === true ||
    labelIds.some((id) => id === 'SPAM' || id === 'TRASH');
  return [...mailbox.messages.values()]
    .filter(
      ({ labels }) =>
        (everywhere || !labels.some((id) => id === 'SPAM' || id === 'TRASH')) &&
        labelIds.every((id) => labels.includes(id)) &&
        (only === undefined || labels.includes(only)),
    )
    .filter((message) => !sought || sought.matches(message))
    .sort(newestFirst);
}

export const list: Answer = (call) => {
  const all = found(call);
  const { items, nextPageToken } = page(call, all, ({ id }) => decimal(id));
  return {
    ...(items.length > 0 ? { messages: items.map(({ id, threadId }) => ({ id, threadId })) } : {}),
    ...(nextPageToken ? { nextPageToken } : {}),
    resultSizeEstimate: all.length,
  };
};

/** Source: reference of ModifyMessageRequest, "up to 100 labels with each update". */
const mostLabels = 100;

export function relabelOf(call: Call): Relabel {
  const change = {
    add: texts(call.body, 'addLabelIds'),
    remove: texts(call.body, 'removeLabelIds'),
  };
  if (change.add.length > mostLabels || change.remove.length > mostLabels)
    throw invalid('Too many labels in request');
  checkRelabel(call.mailbox, change);
  return change;
}

export const modify: Answer = (call) => {
  const change = relabelOf(call);
  const message = messageOf(call, idOf(call));
  relabel(call.mailbox, call.state.random, message, change);
  return brief(message);
};

/** Source: reference of BatchModifyMessagesRequest.ids. */
const mostIds = 1_000;

function idsOf(call: Call): StoredMessage[] {
  const ids = texts(call.body, 'ids');
  if (ids.length === 0) throw invalid('No message ids specified');
  if (ids.length > mostIds) throw invalid(`Too many message ids in request: ${ids.length}`);
  if (ids.some((id) => !/^[0-9a-f]{1,16}$/i.test(id))) throw invalid('Invalid ids value');
  return [...new Set(ids)].flatMap((id) => call.mailbox.messages.get(id.toLowerCase()) ?? []);
}

export const batchModify: Answer = (call) => {
  const messages = idsOf(call);
  const change = relabelOf(call);
  for (const message of messages) relabel(call.mailbox, call.state.random, message, change);
  return null;
};

export const batchDelete: Answer = (call) => {
  for (const message of idsOf(call)) remove(call.mailbox, call.state.random, message);
  return null;
};

export const trashing: Relabel = { add: ['TRASH'], remove: ['INBOX', 'SPAM'] };
export const untrashing: Relabel = { add: [], remove: ['TRASH'] };

const relabelled =
  (change: Relabel): Answer =>
  (call) => {
    const message = messageOf(call, idOf(call));
    relabel(call.mailbox, call.state.random, message, change);
    return brief(message);
  };

export const trash = relabelled(trashing);
export const untrash = relabelled(untrashing);

export const destroy: Answer = (call) => {
  remove(call.mailbox, call.state.random, messageOf(call, idOf(call)));
  return null;
};

export const attachment: Answer = (call) => {
  const message = messageOf(call, idOf(call, 'messageId'));
  const partId = partIdIn(call.params.id ?? '', message.id);
  const part = partId === null ? undefined : partAt(parse(message.raw), partId);
  if (!part) throw invalid('Invalid attachment token');
  const bytes = contentOf(part);
  return { size: bytes.length, data: base64url(bytes) };
};

function fitting(call: Call, raw: Uint8Array): Uint8Array {
  if (raw.length > call.largest) throw tooLarge(call.largest);
  return raw;
}

/** The mail in a request's body: `raw`, or what was uploaded. */
export function mailIn(
  call: Call,
  message: Readonly<Record<string, unknown>>,
): { raw: Uint8Array; threadId?: string } {
  const { raw, threadId } = message;
  if (threadId !== undefined && typeof threadId !== 'string')
    throw badField("Invalid value at 'message.thread_id'");
  const thread = threadId ? { threadId: threadId.toLowerCase() } : {};
  if (call.upload) return { raw: fitting(call, call.upload), ...thread };
  if (typeof raw !== 'string' || raw === '')
    throw invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  const bytes = fromBase64url(raw);
  if (!bytes) throw badField("Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed");
  return { raw: fitting(call, bytes), ...thread };
}

export const sendMessage: Answer = (call) => brief(send(call.state, call.mailbox, mailIn(call, call.body)));

/** The Date header as an instant; NaN when nobody can read it. */
export const dateOf = (raw: Uint8Array): number =>
  Date.parse((header(parse(raw).headers, 'Date') ?? '').slice(0, 200).replace(/\([^)]*\)/g, ''));

function stored(call: Call, source: string): StoredMessage {
  if (flag(call, 'deleted')) throw new Error('The imitated Gmail has no Vault to put deleted mail in.');
  const mail = mailIn(call, call.body);
  const labels = texts(call.body, 'labelIds');
  for (const id of labels)
    if (!isSystemLabel(id) && !call.mailbox.labels.has(id)) throw invalid(`Invalid label: ${id}`);
  const now = call.state.clock.now();
  const asked = call.query.get('internalDateSource') ?? source;
  const date = asked === 'dateHeader' ? dateOf(mail.raw) : now;
  const raw = mangleEightBit(mail.raw);
  return file(call.state, call.mailbox, {
    raw,
    at: Number.isNaN(date) ? now : date,
    now,
    labels,
    ...(mail.threadId === undefined ? {} : { threadId: askedThread(call.mailbox, raw, mail.threadId) }),
  });
}

export const insert: Answer = (call) => brief(stored(call, 'receivedTime'));
export const importMessage: Answer = (call) => brief(stored(call, 'dateHeader'));
