// users.history.list: what changed in a mailbox since a history id.

import type { Answer, Call } from './call.ts';
import { badField, invalid, notFound } from './failures.ts';
import { isSystemLabel } from './labels.ts';
import { page } from './pages.ts';
import type { History, Message } from './shapes.ts';

const kinds = {
  messageAdded: 'messagesAdded',
  messageDeleted: 'messagesDeleted',
  labelAdded: 'labelsAdded',
  labelRemoved: 'labelsRemoved',
} as const;

type Kind = (typeof kinds)[keyof typeof kinds];

function kindsOf(call: Call): Kind[] {
  const asked = call.query.getAll('historyTypes');
  if (asked.length === 0) return Object.values(kinds);
  return asked.map((name) => {
    const kind = kinds[name as keyof typeof kinds];
    if (!kind) throw badField(`Invalid value at 'history_types', "${name}"`);
    return kind;
  });
}

/** Source: platform.md; expired, unknown and future ids are 404, what is no number is 400. */
function startOf(call: Call): number {
  const text = call.query.get('startHistoryId') ?? '';
  if (!/^\d+$/.test(text)) throw invalid('Missing/invalid parameter: startHistoryId');
  const start = Number(text);
  const { historyFloor, historyId } = call.mailbox;
  if (start < historyFloor || start > historyId) throw notFound();
  return start;
}

const about = (record: History): Message[] =>
  [
    ...(record.messagesAdded ?? []),
    ...(record.messagesDeleted ?? []),
    ...(record.labelsAdded ?? []),
    ...(record.labelsRemoved ?? []),
  ].map(({ message }) => message);

/** Where the records after a history id begin: they are in order. */
function firstAfter(history: readonly History[], start: number): number {
  let low = 0;
  let high = history.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(history[middle]?.id) > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The record with the asked-for kinds only; null when nothing of it is left. */
function only(record: History, wanted: readonly Kind[]): History | null {
  const kept = wanted.filter((kind) => record[kind] !== undefined);
  if (kept.length === 0) return null;
  return {
    id: record.id,
    ...(record.messages ? { messages: record.messages } : {}),
    ...Object.fromEntries(kept.map((kind) => [kind, record[kind]])),
  };
}

export const list: Answer = (call) => {
  const start = startOf(call);
  const wanted = kindsOf(call);
  const labelId = call.query.get('labelId');
  if (labelId && !isSystemLabel(labelId) && !call.mailbox.labels.has(labelId))
    throw invalid(`Invalid label: ${labelId}`);
  const all = call.mailbox.history
    .slice(firstAfter(call.mailbox.history, start))
    .filter((record) => !labelId || about(record).some(({ labelIds }) => labelIds?.includes(labelId)))
    .flatMap((record) => only(record, wanted) ?? []);
  const { items, nextPageToken } = page(call, all, ({ id }) => id);
  return {
    ...(items.length > 0 ? { history: structuredClone(items) } : {}),
    ...(nextPageToken ? { nextPageToken } : {}),
    historyId: String(call.mailbox.historyId),
  };
};
