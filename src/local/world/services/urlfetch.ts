// UrlFetchApp: HTTP requests of a script, with Google's limits.
import { exception } from '../failure.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { batchLatency } from '../latency.ts';
import type { Execution, Requested } from '../runtime/execution.ts';
import { bytesOf, isBytes, optionsOf, textOf, wrongArguments } from './arguments.ts';
import { blob, blobDataOf } from './blob.ts';

/** 2 KB of address and 50 MB each way (Google's quota page). */
const longestUrl = 2048;
const largestBody = 50_000_000;
/** 100 headers of 8 KB together a call (the same page). */
const mostHeaders = 100;
const longestHeaders = 8 * 1024;

const options = [
  'url',
  'method',
  'payload',
  'headers',
  'contentType',
  'muteHttpExceptions',
  'followRedirects',
  'validateHttpsCertificates',
  'escaping',
];

interface Prepared {
  readonly request: HttpRequest;
  readonly mute: boolean;
  readonly follow: boolean;
}

export function urlFetchApp(run: Execution): object {
  const allowed = (): void =>
    run.needs('UrlFetchApp.fetch', 'https://www.googleapis.com/auth/script.external_request');

  function prepare(url: unknown, given: unknown): Prepared {
    const address = textOf(url, 'UrlFetchApp.fetch');
    if (address.length > longestUrl) throw exception('Limit Exceeded: URLFetch URL Length.');
    checkAddress(run, address);
    return { ...readOptions(address, given) };
  }

  /** Redirects are followed within the one call. */
  function send({ request, follow }: Prepared): Requested {
    let current = request;
    let latency = 0;
    for (let hop = 0; hop < 20; hop++) {
      const asked = run.request(current);
      latency += asked.latency;
      const location = asked.response?.headers.location;
      const status = asked.response?.status ?? 0;
      if (!follow || location === undefined || status < 300 || status > 399) return { ...asked, latency };
      const same = status === 307 || status === 308;
      const { authorization: _, ...headers } = current.headers;
      current = {
        method: same ? current.method : 'GET',
        url: new URL(location, current.url).href,
        headers,
        body: same ? current.body : null,
      };
    }
    throw exception(`Too many redirects: ${request.url}`);
  }

  function answer({ request, mute }: Prepared, { response, timedOut }: Requested): object {
    if (timedOut) throw exception(`Timeout: ${request.url}`);
    if (response === null) throw exception(`DNS error: ${request.url}`);
    if (response.body.length > largestBody) throw exception('Limit Exceeded: URLFetch Response Size.');
    if (response.status >= 400 && !mute) {
      throw exception(
        `Request failed for ${new URL(request.url).origin} returned code ${response.status}. Truncated server ` +
          `response: ${response.body.slice(0, 300)} (use muteHttpExceptions option to examine full response)`,
      );
    }
    return httpResponse(run, response);
  }

  return run.realm.service('UrlFetchApp', {
    fetch: (url: unknown, given: unknown) => {
      allowed();
      const prepared = prepare(url, given);
      let asked: Requested | undefined;
      run.leave(
        'urlfetch.fetch',
        () => {
          run.ground.quotas.spend(run.user, 'urlfetch', 1);
          const began = run.ground.clock.now();
          asked = send(prepared);
          // A web app of this world moves the clock while it answers: that time is not counted twice.
          const inside = run.ground.clock.now() - began;
          run.ground.clock.advance(Math.max(0, asked.latency - inside));
        },
        0,
      );
      return answer(prepared, asked as Requested);
    },
    fetchAll: (requests: unknown) => {
      allowed();
      if (!Array.isArray(requests)) wrongArguments('UrlFetchApp.fetchAll', [requests]);
      const prepared = (requests as unknown[]).map((one) =>
        typeof one === 'string' ? prepare(one, {}) : prepare((one as { url?: unknown }).url, one),
      );
      if (prepared.length === 0) return [];
      let asked: Requested[] = [];
      run.leave(
        'urlfetch.fetchAll',
        () => {
          run.ground.quotas.spend(run.user, 'urlfetch', prepared.length);
          const began = run.ground.clock.now();
          asked = prepared.map(send);
          const inside = run.ground.clock.now() - began;
          run.ground.clock.advance(Math.max(0, batchLatency(asked.map(({ latency }) => latency)) - inside));
        },
        0,
      );
      // One host that cannot be reached spoils the whole batch, muted or not.
      return prepared.map((one, index) => answer(one, asked[index] as Requested));
    },
  });
}

function checkAddress(run: Execution, address: string): void {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw exception(`Invalid argument: ${address}`);
  }
  const { urlFetchWhitelist, addOns } = run.script.manifest;
  if (!urlFetchWhitelist && !addOns) return;
  const listed = (urlFetchWhitelist ?? []).some((prefix) => address.startsWith(prefix));
  if (!listed) {
    throw exception(`The URL ${new URL(address).origin} is not in this script's urlFetchWhitelist.`);
  }
}

function readOptions(url: string, given: unknown): Prepared {
  const what = 'UrlFetchApp.fetch';
  const read = optionsOf(given, what, options);
  const method = String(read.method ?? 'get').toUpperCase();
  if (!['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) {
    throw exception(`Attribute provided with invalid value: method ${method}`);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries((read.headers ?? {}) as object)) {
    if (/^(content-length|host)$/i.test(name)) {
      throw exception(`Attribute provided with invalid value: Header:${name}`);
    }
    headers[name.toLowerCase()] = String(value);
  }
  const lines = Object.entries(headers);
  const size = lines.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (lines.length > mostHeaders || size > longestHeaders)
    throw exception('Limit Exceeded: URLFetch Header Size.');
  const { body, type } = payloadOf(read.payload);
  if (body !== null) headers['content-type'] ??= String(read.contentType ?? type);
  else if (typeof read.contentType === 'string') headers['content-type'] ??= read.contentType;
  if ((body?.length ?? 0) > largestBody) throw exception('Limit Exceeded: URLFetch POST Size.');
  return {
    // With a payload and no method Google sends a POST.
    request: { method: body !== null && read.method === undefined ? 'POST' : method, url, headers, body },
    mute: read.muteHttpExceptions === true,
    follow: read.followRedirects !== false,
  };
}

function payloadOf(given: unknown): { body: string | Uint8Array | null; type: string } {
  const form = 'application/x-www-form-urlencoded';
  if (given === undefined || given === null) return { body: null, type: form };
  if (typeof given === 'string') return { body: given, type: form };
  if (isBytes(given)) return { body: bytesOf(given, 'UrlFetchApp.fetch'), type: form };
  const data = blobDataOf(given);
  if (data) return { body: data.bytes, type: data.contentType ?? 'application/octet-stream' };
  const pairs = Object.entries(given as object).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return { body: pairs.join('&'), type: form };
}

function httpResponse(run: Execution, response: HttpResponse): object {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase()),
      value,
    ]),
  );
  const type = response.headers['content-type'] ?? null;
  return run.realm.service('HTTPResponse', {
    getResponseCode: () => response.status,
    getContentText: () => response.body,
    getContent: () => new Uint8Array(Buffer.from(response.body)),
    getHeaders: () => headers,
    getAllHeaders: () => headers,
    getBlob: () =>
      blob(run.realm, {
        bytes: Buffer.from(response.body),
        contentType: type?.split(';')[0] ?? null,
        name: null,
      }),
  });
}
