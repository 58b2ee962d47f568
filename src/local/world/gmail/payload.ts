// A stored mail as Gmail's messages.get answers it, in its four formats.

import { base64url, fromBase64url, inUtf8, latin1 } from './bytes.ts';
import type { Header } from './headers.ts';
import { type Part, parse } from './mime.ts';
import type { Format, Message, MessagePart, MessagePartBody } from './shapes.ts';
import { snippet } from './snippet.ts';
import type { StoredMessage } from './store.ts';

/** A part's place in its mail ("0.1") as an id that is another one at every request, as Gmail's are. */
export type AttachmentIds = (messageId: string, partId: string) => string;

/** Text parts above this come as attachments. [M] the limit is not published; 1 MB is a guess on the safe side. */
const largestInline = 1_000_000;

const isText = (part: Part): boolean => part.type.startsWith('text/') && part.filename === '';

export const contentOf = (part: Part): Uint8Array =>
  isText(part) ? inUtf8(part.body, part.charset) : part.body;

function bodyOf(part: Part, attachmentId: () => string): MessagePartBody {
  if (part.type.startsWith('multipart/')) return { size: 0 };
  const bytes = contentOf(part);
  if (bytes.length === 0 && part.filename === '') return { size: 0 };
  if (isText(part) && bytes.length <= largestInline) return { size: bytes.length, data: base64url(bytes) };
  return { attachmentId: attachmentId(), size: bytes.length };
}

function partJson(part: Part, partId: string, attachmentId: (partId: string) => string): MessagePart {
  const inner = part.parts.map((each, index) =>
    partJson(each, partId === '' ? String(index) : `${partId}.${index}`, attachmentId),
  );
  return {
    partId,
    mimeType: part.type,
    filename: part.filename,
    headers: part.headers.map(({ name, value }) => ({ name, value })),
    body: bodyOf(part, () => attachmentId(partId)),
    ...(inner.length > 0 ? { parts: inner } : {}),
  };
}

function metadata(part: Part, wanted: readonly string[]): MessagePart {
  const names = new Set(wanted.map((name) => name.toLowerCase()));
  const keep = ({ name }: Header) => names.size === 0 || names.has(name.toLowerCase());
  const headers = part.headers.filter(keep);
  return {
    mimeType: part.type,
    ...(headers.length > 0 ? { headers: headers.map(({ name, value }) => ({ name, value })) } : {}),
  };
}

export interface Wanted {
  readonly format: Format;
  readonly metadataHeaders: readonly string[];
}

export function messageJson(message: StoredMessage, wanted: Wanted, attachmentIds: AttachmentIds): Message {
  const part = parse(message.raw);
  const common: Message = {
    id: message.id,
    threadId: message.threadId,
    ...(message.labels.length > 0 ? { labelIds: [...message.labels] } : {}),
    snippet: snippet(part),
    sizeEstimate: message.raw.length,
    historyId: String(message.historyId),
    internalDate: String(message.internalDate),
  };
  switch (wanted.format) {
    case 'minimal':
      return common;
    case 'raw':
      return { ...common, raw: base64url(message.raw) };
    case 'metadata':
      return { ...common, payload: metadata(part, wanted.metadataHeaders) };
    case 'full':
      return {
        ...common,
        payload: partJson(part, '', (partId) => attachmentIds(message.id, partId)),
      };
    default:
      return wanted.format satisfies never;
  }
}

/** The part at "0.1", or undefined. */
export function partAt(root: Part, partId: string): Part | undefined {
  if (partId === '') return root;
  let part: Part | undefined = root;
  for (const index of partId.split('.')) part = part?.parts[Number(index)];
  return part;
}

export const attachmentId = (messageId: string, partId: string, salt: number): string =>
  `ANGjdJ${base64url(Buffer.from(`${salt.toString(36)}|${messageId}|${partId}`)).replaceAll('=', '')}`;

/** The part id inside an attachment id of this message; null for a foreign or made-up id. */
export function partIdIn(id: string, messageId: string): string | null {
  const bytes = id.startsWith('ANGjdJ') ? fromBase64url(id.slice(6)) : null;
  if (!bytes) return null;
  const [, owner, partId] = latin1(bytes).split('|');
  return owner === messageId && partId !== undefined ? partId : null;
}
