// Gmail's HTTP batch: up to a hundred requests in one multipart/mixed body, each answered with its own status.

import type { Caller, HttpRequest, HttpResponse } from '../http.ts';
import { fromLatin1, latin1 } from './bytes.ts';
import { invalid, isFailure } from './failures.ts';
import { header, readHeaders, split } from './headers.ts';
import { refuse, respond } from './requests.ts';
import type { State } from './state.ts';
import { multipart } from './uploads.ts';

/** Source: Gmail API guide "Batching requests". */
const most = 100;

export const isBatch = (pathname: string): boolean => pathname === '/batch' || pathname === '/batch/gmail/v1';

interface Piece {
  readonly id: string | undefined;
  readonly request: HttpRequest;
}

/** Each piece is a MIME part that holds a whole HTTP request. */
function pieceOf(text: string, outer: HttpRequest): Piece {
  const { head, body } = split(text);
  const [line = ''] = body.split(/\r?\n/, 1);
  const [method = '', target = ''] = line.split(' ');
  const { head: inner, body: content } = split(body.slice(line.length).replace(/^\r?\n/, ''));
  const headers = Object.fromEntries(
    readHeaders(inner).map(({ name, value }) => [name.toLowerCase(), value]),
  );
  return {
    id: header(readHeaders(head), 'Content-ID'),
    request: {
      method,
      url: new URL(target, outer.url).href,
      headers: { ...outer.headers, ...headers },
      body: fromLatin1(content),
    },
  };
}

const phrases: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
};

function part(id: string | undefined, response: HttpResponse): string {
  const echoed = id === undefined ? [] : [`Content-ID: ${answeredId(id)}`];
  const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}`);
  return [
    'Content-Type: application/http',
    ...echoed,
    '',
    `HTTP/1.1 ${response.status} ${phrases[response.status] ?? ''}`,
    ...headers,
    '',
    response.body,
  ].join('\r\n');
}

/** `<item1@example.com>` is answered as `<response-item1@example.com>`. */
const answeredId = (id: string): string =>
  id.startsWith('<') ? `<response-${id.slice(1)}` : `response-${id}`;

function answered(state: State, request: HttpRequest, caller: Caller): HttpResponse {
  const text =
    typeof request.body === 'string'
      ? latin1(Buffer.from(request.body, 'utf8'))
      : latin1(request.body ?? new Uint8Array());
  const pieces = multipart(text, request.headers['content-type'] ?? '');
  if (pieces.length > most)
    throw invalid(`The batch request contains too many requests: ${pieces.length}, at most ${most}.`);
  const boundary = 'batch_imitated_gmail';
  const parts = pieces.map((piece) => {
    const { id, request: inner } = pieceOf(piece, request);
    return `--${boundary}\r\n${part(id, respond(state, inner, caller))}\r\n`;
  });
  return {
    status: 200,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}

export function respondToBatch(state: State, request: HttpRequest, caller: Caller): HttpResponse {
  try {
    return answered(state, request, caller);
  } catch (error) {
    if (isFailure(error)) return refuse(error);
    throw error;
  }
}
