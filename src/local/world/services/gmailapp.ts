// GmailApp, as far as an add-on needs it: the headers of the mail that is open beside it.
import { exception } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import { textOf } from './arguments.ts';
import { draftObject } from './drafts.ts';

const auth = 'https://www.googleapis.com/auth/';
const scopes = [
  'https://mail.google.com/',
  `${auth}gmail.addons.current.message.metadata`,
  `${auth}gmail.addons.current.message.readonly`,
  `${auth}gmail.addons.current.message.action`,
];

interface Metadata {
  readonly id: string;
  readonly threadId: string;
  readonly internalDate?: string;
  readonly payload?: { readonly headers?: readonly { readonly name: string; readonly value: string }[] };
}

export function gmailApp(run: Execution): object {
  let accessToken = '';
  return run.realm.service('GmailApp', {
    setCurrentMessageAccessToken: (token: unknown) => {
      run.local();
      accessToken = textOf(token, 'GmailApp.setCurrentMessageAccessToken');
    },
    getMessageById: (id: unknown) => {
      run.needs('GmailApp.getMessageById', ...scopes);
      const asked = apiId(textOf(id, 'GmailApp.getMessageById'));
      return message(run, read(run, asked, accessToken));
    },
  });
}

/** An add-on is told `msg-f:` and a decimal number; the API's id is its hex. Drafts (`msg-a:`) have none. */
function apiId(given: string): string {
  const [, decimal] = /^msg-f:(\d+)$/.exec(given) ?? [];
  if (decimal !== undefined) return BigInt(decimal).toString(16);
  if (given.startsWith('msg-a:')) throw exception('Invalid argument: the message has no id yet');
  return given;
}

function read(run: Execution, id: string, accessToken: string): Metadata {
  const token = run.ground.tokens.issue({ email: run.user, scopes: run.scopes });
  const request = {
    method: 'GET',
    url: `https://gmail.googleapis.com/gmail/v1/users/me/messages/${encodeURIComponent(id)}?format=metadata`,
    headers: { authorization: `Bearer ${token}`, 'x-goog-gmail-access-token': accessToken },
    body: null,
  };
  return run.callApi(request, ({ response, timedOut }) => {
    if (response === null || timedOut) throw exception('Service unavailable: Gmail');
    if (response.status === 404) throw exception('Invalid argument: messageId');
    if (response.status >= 400) {
      const { error } = JSON.parse(response.body) as { error: { message: string } };
      throw exception(`Access denied: ${error.message}`);
    }
    return JSON.parse(response.body) as Metadata;
  });
}

function message(run: Execution, { id, threadId, internalDate, payload }: Metadata): object {
  // Names are compared as they are written in the mail; a header that is not there is an empty text.
  const header = (name: string): string =>
    (payload?.headers ?? []).find((one) => one.name === name)?.value ?? '';
  const local = <T>(answer: () => T) => {
    return (): T => {
      run.local();
      return answer();
    };
  };
  return run.realm.service('GmailMessage', {
    getId: local(() => id),
    getHeader: (name: unknown) => {
      run.local();
      return header(textOf(name, 'GmailMessage.getHeader'));
    },
    getSubject: local(() => header('Subject')),
    getFrom: local(() => header('From')),
    getTo: local(() => header('To')),
    getCc: local(() => header('Cc')),
    getReplyTo: local(() => header('Reply-To')),
    getDate: local(() => new Date(Number(internalDate ?? 0))),
    createDraftReply: (body: unknown) => {
      const text = textOf(body, 'GmailMessage.createDraftReply');
      run.needs(
        'GmailMessage.createDraftReply',
        'https://mail.google.com/',
        `${auth}gmail.addons.current.action.compose`,
      );
      return draftReply(run, { threadId, header, text });
    },
    getThread: local(() => run.realm.service('GmailThread', { getId: local(() => threadId) })),
  });
}

interface Answering {
  readonly threadId: string;
  readonly header: (name: string) => string;
  readonly text: string;
}

/** In the same conversation, to whom the mail asks to be answered. */
function draftReply(run: Execution, { threadId, header, text }: Answering): object {
  const token = run.ground.tokens.issue({ email: run.user, scopes: ['https://mail.google.com/'] });
  const id = header('Message-ID') || header('Message-Id');
  const subject = header('Subject');
  const lines = [
    `From: ${run.user}`,
    `To: ${header('Reply-To') || header('From')}`,
    `Subject: ${encoded(/^re:/i.test(subject) ? subject : `Re: ${subject}`)}`,
    ...(id ? [`In-Reply-To: ${id}`, `References: ${`${header('References')} ${id}`.trim()}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64'),
  ];
  const raw = Buffer.from(lines.join('\r\n')).toString('base64url');
  const request = {
    method: 'POST',
    url: 'https://gmail.googleapis.com/gmail/v1/users/me/drafts',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ message: { raw, threadId } }),
  };
  return run.callApi(request, ({ response, timedOut }) => {
    if (response === null || timedOut || response.status >= 400)
      throw exception('Service unavailable: Gmail');
    const draft = JSON.parse(response.body) as { id: string; message: { id: string } };
    return draftObject(run.realm, { id: draft.id, messageId: draft.message.id });
  });
}

const encoded = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
