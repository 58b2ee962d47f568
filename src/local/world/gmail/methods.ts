// Every method the imitated Gmail has: its address, the scopes that allow it, what it costs and what it takes.

/** Short names of OAuth scopes; `mail` is https://mail.google.com/. */
type Scope =
  | 'mail'
  | 'gmail.modify'
  | 'gmail.readonly'
  | 'gmail.metadata'
  | 'gmail.labels'
  | 'gmail.send'
  | 'gmail.compose'
  | 'gmail.insert'
  | 'gmail.addons.current.action.compose'
  | 'gmail.addons.current.message.action'
  | 'gmail.addons.current.message.metadata'
  | 'gmail.addons.current.message.readonly';

export interface Method {
  readonly verb: string;
  /** After `gmail/v1/users/{userId}/`. */
  readonly path: string;
  readonly scopes: readonly Scope[];
  /**
   * Quota units. Those named in platform.md are of projects new since May 2026; the others are of Google's page
   * "Usage limits", with attachments.get, insert and import unchanged for want of a newer figure.
   */
  readonly units: number;
  readonly query?: readonly string[];
  readonly body?: readonly string[];
  /** Bytes of the biggest mail it takes, for methods that take one. */
  readonly largest?: number;
}

const write: readonly Scope[] = ['mail', 'gmail.modify'];
const destroy: readonly Scope[] = ['mail'];
const read: readonly Scope[] = [...write, 'gmail.readonly'];
const look: readonly Scope[] = [...read, 'gmail.metadata'];
const open: readonly Scope[] = [
  ...look,
  'gmail.addons.current.message.action',
  'gmail.addons.current.message.metadata',
  'gmail.addons.current.message.readonly',
];
const fetch: readonly Scope[] = [
  ...read,
  'gmail.addons.current.message.action',
  'gmail.addons.current.message.readonly',
];
const insert: readonly Scope[] = [...write, 'gmail.insert'];
const label: readonly Scope[] = [...write, 'gmail.labels'];
const compose: readonly Scope[] = [...write, 'gmail.compose', 'gmail.addons.current.action.compose'];
const drafts: readonly Scope[] = [...read, 'gmail.compose'];

/** Source: mediaUpload.maxSize in the discovery document. */
const sent = 36_700_160;
const stored = 157_286_400;

const paging = ['maxResults', 'pageToken'];
const seeking = [...paging, 'q', 'includeSpamTrash'];
const showing = ['format', 'metadataHeaders'];
const message = [
  'id',
  'threadId',
  'labelIds',
  'snippet',
  'historyId',
  'internalDate',
  'payload',
  'sizeEstimate',
  'raw',
  'classificationLabelValues',
];
const relabelling = ['addLabelIds', 'removeLabelIds'];
const labelFields = [
  'id',
  'name',
  'messageListVisibility',
  'labelListVisibility',
  'type',
  'messagesTotal',
  'messagesUnread',
  'threadsTotal',
  'threadsUnread',
  'color',
];
const draft = ['id', 'message'];

export const methods = {
  'gmail.users.getProfile': {
    verb: 'GET',
    path: 'profile',
    scopes: [...look, 'gmail.compose'],
    units: 1,
  },
  'gmail.users.watch': {
    verb: 'POST',
    path: 'watch',
    scopes: look,
    units: 100,
    body: ['topicName', 'labelIds', 'labelFilterAction', 'labelFilterBehavior'],
  },
  'gmail.users.stop': {
    verb: 'POST',
    path: 'stop',
    scopes: look,
    units: 50,
    body: [],
  },
  'gmail.users.history.list': {
    verb: 'GET',
    path: 'history',
    scopes: look,
    units: 2,
    query: [...paging, 'startHistoryId', 'labelId', 'historyTypes'],
  },
  'gmail.users.messages.list': {
    verb: 'GET',
    path: 'messages',
    scopes: look,
    units: 5,
    query: [...seeking, 'labelIds'],
  },
  'gmail.users.messages.insert': {
    verb: 'POST',
    path: 'messages',
    scopes: insert,
    units: 25,
    query: ['internalDateSource', 'deleted'],
    body: message,
    largest: stored,
  },
  'gmail.users.messages.import': {
    verb: 'POST',
    path: 'messages/import',
    scopes: insert,
    units: 25,
    query: ['internalDateSource', 'deleted', 'neverMarkSpam', 'processForCalendar'],
    body: message,
    largest: stored,
  },
  'gmail.users.messages.send': {
    verb: 'POST',
    path: 'messages/send',
    scopes: [...compose, 'gmail.send'],
    units: 100,
    body: message,
    largest: sent,
  },
  'gmail.users.messages.batchModify': {
    verb: 'POST',
    path: 'messages/batchModify',
    scopes: write,
    units: 50,
    body: ['ids', ...relabelling],
  },
  'gmail.users.messages.batchDelete': {
    verb: 'POST',
    path: 'messages/batchDelete',
    scopes: destroy,
    units: 50,
    body: ['ids'],
  },
  'gmail.users.messages.get': {
    verb: 'GET',
    path: 'messages/{id}',
    scopes: open,
    units: 20,
    query: showing,
  },
  'gmail.users.messages.delete': {
    verb: 'DELETE',
    path: 'messages/{id}',
    scopes: destroy,
    units: 10,
  },
  'gmail.users.messages.modify': {
    verb: 'POST',
    path: 'messages/{id}/modify',
    scopes: write,
    units: 5,
    body: relabelling,
  },
  'gmail.users.messages.trash': {
    verb: 'POST',
    path: 'messages/{id}/trash',
    scopes: write,
    units: 5,
    body: [],
  },
  'gmail.users.messages.untrash': {
    verb: 'POST',
    path: 'messages/{id}/untrash',
    scopes: write,
    units: 5,
    body: [],
  },
  'gmail.users.messages.attachments.get': {
    verb: 'GET',
    path: 'messages/{messageId}/attachments/{id}',
    scopes: fetch,
    units: 5,
  },
  'gmail.users.threads.list': {
    verb: 'GET',
    path: 'threads',
    scopes: look,
    units: 10,
    query: [...seeking, 'labelIds'],
  },
  'gmail.users.threads.get': {
    verb: 'GET',
    path: 'threads/{id}',
    scopes: open,
    units: 40,
    query: showing,
  },
  'gmail.users.threads.delete': {
    verb: 'DELETE',
    path: 'threads/{id}',
    scopes: destroy,
    units: 20,
  },
  'gmail.users.threads.modify': {
    verb: 'POST',
    path: 'threads/{id}/modify',
    scopes: write,
    units: 10,
    body: relabelling,
  },
  'gmail.users.threads.trash': {
    verb: 'POST',
    path: 'threads/{id}/trash',
    scopes: write,
    units: 10,
    body: [],
  },
  'gmail.users.threads.untrash': {
    verb: 'POST',
    path: 'threads/{id}/untrash',
    scopes: write,
    units: 10,
    body: [],
  },
  'gmail.users.labels.list': {
    verb: 'GET',
    path: 'labels',
    scopes: [...look, 'gmail.labels'],
    units: 1,
  },
  'gmail.users.labels.create': {
    verb: 'POST',
    path: 'labels',
    scopes: label,
    units: 5,
    body: labelFields,
  },
  'gmail.users.labels.get': {
    verb: 'GET',
    path: 'labels/{id}',
    scopes: [...look, 'gmail.labels'],
    units: 1,
  },
  'gmail.users.labels.patch': {
    verb: 'PATCH',
    path: 'labels/{id}',
    scopes: label,
    units: 5,
    body: labelFields,
  },
  'gmail.users.labels.update': {
    verb: 'PUT',
    path: 'labels/{id}',
    scopes: label,
    units: 5,
    body: labelFields,
  },
  'gmail.users.labels.delete': {
    verb: 'DELETE',
    path: 'labels/{id}',
    scopes: label,
    units: 5,
  },
  'gmail.users.drafts.list': {
    verb: 'GET',
    path: 'drafts',
    scopes: drafts,
    units: 5,
    query: seeking,
  },
  'gmail.users.drafts.create': {
    verb: 'POST',
    path: 'drafts',
    scopes: compose,
    units: 10,
    body: draft,
    largest: sent,
  },
  'gmail.users.drafts.send': {
    verb: 'POST',
    path: 'drafts/send',
    scopes: compose,
    units: 100,
    body: draft,
    largest: sent,
  },
  'gmail.users.drafts.get': {
    verb: 'GET',
    path: 'drafts/{id}',
    scopes: drafts,
    units: 5,
    query: ['format'],
  },
  'gmail.users.drafts.update': {
    verb: 'PUT',
    path: 'drafts/{id}',
    scopes: compose,
    units: 15,
    body: draft,
    largest: sent,
  },
  'gmail.users.drafts.delete': {
    verb: 'DELETE',
    path: 'drafts/{id}',
    scopes: compose,
    units: 10,
  },
} as const satisfies Readonly<Record<string, Method>>;

export type MethodId = keyof typeof methods;

/** Quota units of each method, for counting. */
export const units: Readonly<Record<MethodId, number>> = Object.fromEntries(
  Object.entries(methods).map(([id, method]) => [id, method.units]),
) as Record<MethodId, number>;

const prefix = /^\/(upload\/|resumable\/upload\/)?gmail\/v1\/users\/([^/]+)\/(.+)$/;

export interface Found {
  readonly id: MethodId;
  readonly method: Method;
  readonly userId: string;
  readonly upload: boolean;
  readonly params: Readonly<Record<string, string>>;
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, piece] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name) params[name] = decodeURIComponent(value);
    else if (piece !== value) return null;
  }
  return params;
}

/** Which method a request is for; null for an address Gmail does not have. */
export function methodFor(verb: string, pathname: string): Found | null {
  const found = prefix.exec(pathname);
  if (!found) return null;
  const [, upload, userId = '', path = ''] = found;
  for (const [id, method] of Object.entries(methods) as [MethodId, Method][]) {
    const params = method.verb === verb ? match(method.path, path) : null;
    if (params && (!upload || method.largest))
      return {
        id,
        method,
        userId: decodeURIComponent(userId),
        upload: upload !== undefined,
        params,
      };
  }
  return null;
}

/** The method a request would call, for counters outside: `gmail.users.messages.get`. */
export const methodOf = (verb: string, url: string): MethodId | null =>
  methodFor(verb, new URL(url).pathname)?.id ?? null;

const full = (scope: Scope): string =>
  scope === 'mail' ? 'https://mail.google.com/' : `https://www.googleapis.com/auth/${scope}`;

/** The caller's scopes that allow the method, by short name. */
export const allowing = (method: Method, scopes: readonly string[]): readonly Scope[] =>
  method.scopes.filter((scope) => scopes.includes(full(scope)));
