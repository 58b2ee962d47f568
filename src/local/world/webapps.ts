// Web apps: a script's doPost and doGet behind script.google.com, with Google's redirect and its odd errors.
import type { Caller, HttpRequest, HttpResponse } from './http.ts';
import type { Outcome } from './runtime/execute.ts';
import type { ScriptState } from './runtime/script-state.ts';
import { textOutputOf } from './services/content.ts';

export interface WebAppEvent {
  readonly parameter: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly queryString: string;
  readonly contextPath: string;
  readonly contentLength: number;
  readonly postData?: {
    readonly contents: string;
    readonly length: number;
    readonly name: string;
    readonly type: string;
  };
}

/** Runs doPost or doGet of a script for somebody at the other end (null: nobody signed in). */
export type Serve = (
  script: ScriptState,
  name: 'doPost' | 'doGet',
  event: WebAppEvent,
  visitor: string | null,
) => Outcome;

/** Whether Google takes an OAuth token at a web app's address: believed, not proven; a world can say no. */
export type BearerAtWebApps = 'accepted' | 'refused';

const html = { 'content-type': 'text/html; charset=utf-8' };

export function createWebApps(
  find: (id: string) => ScriptState | null,
  serve: Serve,
  bearer: BearerAtWebApps,
) {
  const echoes = new Map<string, HttpResponse>();
  let serial = 0;

  function exec(request: HttpRequest, caller: Caller | null): HttpResponse {
    const url = new URL(request.url);
    const [, id] = /^\/(?:a\/)?macros\/s\/([^/]+)\/exec$/.exec(url.pathname) ?? [];
    const script = id ? find(id) : null;
    if (!script?.manifest.webapp)
      return { status: 404, headers: html, body: page('Sorry, the file does not exist.') };
    if (caller && bearer === 'refused') return { status: 401, headers: html, body: page('Unauthorized') };
    // Source: guide to web apps, the parameters c and sid are Google's own.
    if (url.searchParams.has('c') || url.searchParams.has('sid'))
      return { status: 405, headers: html, body: page('Method not allowed') };
    const visitor = caller?.email ?? null;
    if (!mayVisit(script, visitor)) {
      return visitor === null
        ? { status: 302, headers: { location: 'https://accounts.google.com/ServiceLogin' }, body: '' }
        : { status: 403, headers: html, body: page('You need access') };
    }
    const name = request.method === 'POST' ? 'doPost' : 'doGet';
    const answer = answerOf(serve(script, name, eventOf(request, url), visitor), name);
    if (answer.headers === html) return answer;
    serial += 1;
    const key = `${id}-${serial}`;
    echoes.set(key, answer);
    const location = `https://script.googleusercontent.com/macros/echo?user_content_key=${key}`;
    return { status: 302, headers: { location }, body: '' };
  }

  function echo(request: HttpRequest): HttpResponse {
    const key = new URL(request.url).searchParams.get('user_content_key') ?? '';
    const answer = echoes.get(key);
    echoes.delete(key);
    // The redirect is followed by GET; a POST to it is refused.
    if (request.method !== 'GET') return { status: 405, headers: html, body: page('Method not allowed') };
    return answer ?? { status: 404, headers: html, body: page('Not found') };
  }

  return { exec, echo };
}

/** Access as the manifest's `webapp.access` says. */
export function mayVisit(script: ScriptState, visitor: string | null): boolean {
  const access = script.manifest.webapp?.access;
  const domain = (email: string): string => email.slice(email.indexOf('@'));
  switch (access) {
    case 'ANYONE_ANONYMOUS':
      return true;
    case 'ANYONE':
      return visitor !== null;
    case 'DOMAIN':
      return visitor !== null && domain(visitor) === domain(script.owner);
    default:
      return visitor === script.owner;
  }
}

/** A script that throws still answers 200, with a page of HTML. */
function answerOf({ record, value }: Outcome, name: string): HttpResponse {
  if (record.status !== 'completed')
    return { status: 200, headers: html, body: page(record.error ?? 'Error') };
  const output = textOutputOf(value);
  if (!output) {
    const body = page(`The script completed but did not return anything from ${name} that can be shown.`);
    return { status: 200, headers: html, body };
  }
  return {
    status: 200,
    headers: { 'content-type': `${output.mimeType}; charset=utf-8` },
    body: output.content,
  };
}

export function eventOf(request: Pick<HttpRequest, 'method' | 'headers' | 'body'>, url: URL): WebAppEvent {
  const type = (request.headers['content-type'] ?? 'application/x-www-form-urlencoded').split(';')[0] ?? '';
  const contents =
    typeof request.body === 'string' ? request.body : Buffer.from(request.body ?? []).toString('utf8');
  const form = type === 'application/x-www-form-urlencoded' && contents.includes('=');
  const pairs = [...url.searchParams, ...(form ? new URLSearchParams(contents) : [])];
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of pairs) {
    parameters[name] ??= [];
    parameters[name].push(value);
  }
  const length = Buffer.byteLength(contents);
  return {
    parameter: Object.fromEntries(Object.entries(parameters).map(([name, [first = '']]) => [name, first])),
    parameters,
    queryString: url.search.slice(1),
    contextPath: '',
    contentLength: request.method === 'POST' ? length : -1,
    ...(request.method === 'POST' ? { postData: { contents, length, name: 'postData', type } } : {}),
  };
}

function page(text: string): string {
  return `<!DOCTYPE html><html><head><title>Error</title></head><body>${text.replace(/</g, '&lt;')}</body></html>`;
}
