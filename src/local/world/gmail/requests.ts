// One HTTP request in, one HTTP answer out: the checks every Gmail method shares.

import { WorldError } from '../failure.ts';
import type { Caller, HttpRequest, HttpResponse } from '../http.ts';
import { wrongAnswer, wrongRequest } from '../published/published.ts';
import { answers } from './answers.ts';
import { fromUtf8 } from './bytes.ts';
import type { Body, Call } from './call.ts';
import {
  badField,
  delegationDenied,
  type Failure,
  failureBody,
  forbidden,
  isFailure,
  noSuchMethod,
  scopeMissing,
  unauthenticated,
} from './failures.ts';
import { partial } from './fields.ts';
import { allowing, type Found, methodFor } from './methods.ts';
import { spend } from './quota.ts';
import type { State } from './state.ts';
import type { Mailbox } from './store.ts';
import { type Upload, uploaded } from './uploads.ts';

/** Query parameters every Google API takes. */
const common = ['alt', 'fields', 'key', 'prettyPrint', 'quotaUser', 'uploadType', '$.xgafv', 'access_token'];

export function answer(status: number, body: unknown): HttpResponse {
  if (body === null) return { status: 204, headers: {}, body: '' };
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(body, null, 2),
  };
}

export const refuse = (failure: Failure): HttpResponse => answer(failure.code, failureBody(failure));

function json(text: string): Body {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  } catch {
    // said below
  }
  throw badField('Invalid JSON payload received.');
}

export const textOf = (body: HttpRequest['body']): string =>
  typeof body === 'string' ? body : body === null ? '' : new TextDecoder().decode(body);

function given(request: HttpRequest, found: Found): Upload {
  const bytes =
    typeof request.body === 'string' ? fromUtf8(request.body) : (request.body ?? new Uint8Array());
  if (found.upload) return uploaded(bytes, request.headers['content-type'] ?? '');
  return { metadata: textOf(request.body), mail: null };
}

function checkNames(found: Found, query: URLSearchParams, body: Body): void {
  const known = [...common, ...(found.method.query ?? [])];
  for (const name of query.keys())
    if (!known.includes(name))
      throw badField(
        `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
      );
  for (const name of Object.keys(body))
    if (!(found.method.body ?? []).includes(name))
      throw badField(`Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
}

function mailboxFor(state: State, caller: Caller, userId: string): Mailbox {
  const own = state.mailboxes.get(caller.email.toLowerCase());
  if (!own) throw unauthenticated();
  if (userId === 'me' || userId.toLowerCase() === own.email) return own;
  throw delegationDenied(userId);
}

/**
 * An add-on's narrow scopes open one message, with the token of the event that opened it.
 * Source: Google Workspace add-ons guide "Extending the message UI", access tokens.
 */
function checkOpened(
  state: State,
  request: HttpRequest,
  mailbox: Mailbox,
  params: Readonly<Record<string, string>>,
): void {
  const token = request.headers['x-goog-gmail-access-token'] ?? '';
  const opened = state.opened.get(token);
  const message = opened && mailbox.messages.get(opened.messageId);
  const asked = params.messageId ?? params.id;
  const fits =
    opened?.email === mailbox.email &&
    (message?.id === asked ||
      message?.threadId === asked ||
      (message !== undefined && mailbox.messages.get(asked ?? '')?.threadId === message.threadId));
  if (!fits) throw forbidden('Missing access token for authorization.');
}

function run(state: State, request: HttpRequest, caller: Caller): { status: number; body: unknown } {
  const url = new URL(request.url);
  const found = methodFor(request.method.toUpperCase(), url.pathname);
  if (!found) throw noSuchMethod();
  const scopes = allowing(found.method, caller.scopes);
  if (scopes.length === 0) throw scopeMissing(found.id);
  const mailbox = mailboxFor(state, caller, found.userId);
  if (scopes.every((scope) => scope.startsWith('gmail.addons.current.message')))
    checkOpened(state, request, mailbox, found.params);
  spend(state, mailbox.email, found.method.units);
  const { metadata, mail } = given(request, found);
  const body = json(metadata);
  checkNames(found, url.searchParams, body);
  const refused = wrongRequest('gmail', found.id, { query: url.searchParams, body });
  if (refused) throw badField(refused);
  const call: Call = {
    state,
    mailbox,
    caller,
    params: found.params,
    query: url.searchParams,
    body,
    upload: mail,
    largest: found.method.largest ?? 0,
    metadataOnly: scopes.every((scope) => scope.endsWith('metadata')),
  };
  const result = answers[found.id](call);
  const wrong = result && wrongAnswer('gmail', found.id, result);
  if (wrong) throw new WorldError(wrong);
  return {
    status: 200,
    body: result && partial(result, url.searchParams.get('fields')),
  };
}

/** Google's failures become answers; anything else is a fault of the imitation and is thrown. */
export function respond(state: State, request: HttpRequest, caller: Caller): HttpResponse {
  try {
    const { status, body } = run(state, request, caller);
    return answer(status, body);
  } catch (error) {
    if (isFailure(error)) return refuse(error);
    throw error;
  }
}
