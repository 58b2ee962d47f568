// The one way to Google's APIs: requests as data go out together in one fetchAll, answers come back as data.
// HTTP statuses instead of exceptions, because Apps Script's messages are in the user's language.
import { noteSpent } from './spent.ts';

export const gmail = 'https://gmail.googleapis.com/gmail/v1/users/me';

export interface Ask {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly url: string;
  /** JSON unless it is a string. */
  readonly body?: unknown;
  readonly contentType?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
}

/** A service said no. `retry` is true when the same call may succeed later (rate limit, quota, a fault at Google). */
export interface Failure extends Error {
  readonly status: number;
  readonly reason: string;
  readonly retry: boolean;
}

const busy = [
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'RESOURCE_EXHAUSTED',
  'backendError',
];

/** Sends all requests at once. Throws only where no answer came at all. */
export function ask(requests: readonly Ask[]): readonly Answer[] {
  if (requests.length === 0) return [];
  noteSpent(requests);
  const token = ScriptApp.getOAuthToken();
  return UrlFetchApp.fetchAll(requests.map((request) => wire(request, token))).map((response) => ({
    status: response.getResponseCode(),
    text: response.getContentText('UTF-8'),
    contentType: headerOf(response.getHeaders(), 'content-type'),
  }));
}

export function askOne(request: Ask): Answer {
  const answer = ask([request])[0];
  if (!answer) throw new Error('fetchAll gave no answer');
  return answer;
}

function wire(request: Ask, token: string): GoogleAppsScript.URL_Fetch.URLFetchRequest {
  const { method, url, body, contentType = 'application/json' } = request;
  return {
    url,
    method,
    muteHttpExceptions: true,
    headers: { Authorization: `Bearer ${token}` },
    ...(body === undefined
      ? {}
      : { contentType, payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

function headerOf(headers: object, name: string): string {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  return found ? String(found[1]) : '';
}

export const isGood = (answer: Answer): boolean => answer.status >= 200 && answer.status < 300;

/** The answer's JSON; throws a Failure when the service refused. */
export function read<T>(answer: Answer, what: string): T {
  if (!isGood(answer)) throw failureOf(answer, what);
  return (answer.text === '' ? {} : JSON.parse(answer.text)) as T;
}

/** Never carries the answer's own words: they may quote a mail. */
export function failureOf({ status, text }: Answer, what: string): Failure {
  const reason = reasonOf(text);
  const retry = status >= 500 || status === 429 || (status === 403 && busy.includes(reason));
  return Object.assign(new Error(`${what}: HTTP ${status} ${reason}`.trim()), { status, reason, retry });
}

export const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && 'status' in error && 'retry' in error;

function reasonOf(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { status?: string; errors?: { reason?: string }[] } };
    return error?.errors?.[0]?.reason ?? error?.status ?? '';
  } catch {
    return '';
  }
}
