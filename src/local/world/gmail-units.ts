// What a request costs of Gmail's quota units, those inside a batch included.
import { methodOf, units } from './gmail/gmail.ts';
import type { HttpRequest } from './http.ts';

/** 0 for what is no Gmail request. */
export function gmailUnits(request: HttpRequest): number {
  const batch = batchedRequests(request);
  if (batch.length > 0) return batch.reduce((sum, one) => sum + unitsOf(one.method, one.url), 0);
  return unitsOf(request.method, request.url);
}

function unitsOf(method: string, url: string): number {
  const id = new URL(url).host.endsWith('googleapis.com') ? methodOf(method, url) : null;
  return id === null ? 0 : units[id];
}

/** The request lines inside a request to Gmail's batch endpoint. */
export function batchedRequests(
  request: HttpRequest,
): readonly { readonly method: string; readonly url: string }[] {
  const url = new URL(request.url);
  if (!url.pathname.startsWith('/batch') || request.body === null) return [];
  const text = typeof request.body === 'string' ? request.body : Buffer.from(request.body).toString('latin1');
  return [...text.matchAll(/^(GET|POST|PUT|PATCH|DELETE) (\S+)/gm)].map(([, method = '', path = '']) => ({
    method,
    url: new URL(path, url.origin).href,
  }));
}
