// Where a request goes: to an imitated Google API, a host of the test, a script's web app, or nowhere.
import { googleMethodOf } from './google-methods.ts';
import type { Api, Caller, HttpRequest, HttpResponse } from './http.ts';
import type { Tokens } from './tokens.ts';

/** Answers for a host; `caller` is whose Google token the request carries. Null: as if the host did not exist. */
export type HostHandler = (request: HttpRequest, caller: Caller | null) => HttpResponse | null;

export interface Network {
  addApi(api: Api): void;
  addHost(name: string, handler: HostHandler): void;
  /** Null: nobody answers there (DNS error). */
  send(request: HttpRequest): HttpResponse | null;
}

export function createNetwork(tokens: Tokens): Network {
  const apis = new Map<string, Api>();
  const hosts = new Map<string, HostHandler>();

  return {
    addApi: (api) => {
      for (const host of api.hosts) apis.set(host, api);
    },
    addHost: (name, handler) => {
      hosts.set(name, handler);
    },
    send: (request) => {
      const { host } = new URL(request.url);
      const caller = callerOf(request, tokens);
      const own = hosts.get(host);
      if (own) return own(request, caller);
      const api = apis.get(host);
      if (!api) return null;
      return caller ? api.handle(request, caller) : unauthenticated;
    },
  };
}

function callerOf(request: HttpRequest, tokens: Tokens): Caller | null {
  const [kind, token] = (request.headers.authorization ?? '').split(' ');
  return kind?.toLowerCase() === 'bearer' && token ? tokens.caller(token) : null;
}

/** The name calls are counted by: a Google method's id, else verb and host. */
export function requestName(request: HttpRequest): string {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/batch')) return 'gmail.batch';
  return googleMethodOf(request.method, url.host, url.pathname)?.id ?? `${request.method} ${url.host}`;
}

/** An answer in the form Google's APIs give their errors; without a reason in that of the newer ones, such as Sheets. */
export function googleError(
  code: number,
  reason: string | null,
  message: string,
  status: string,
): HttpResponse {
  const errors = reason === null ? {} : { errors: [{ message, domain: 'global', reason }] };
  const error = { code, message, ...errors, status };
  return {
    status: code,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify({ error }),
  };
}

const unauthenticated = googleError(
  401,
  'authError',
  'Request had invalid authentication credentials. Expected OAuth 2 access token.',
  'UNAUTHENTICATED',
);
