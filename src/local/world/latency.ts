// How long a call that leaves the runtime typically takes: medians measured in the field, in milliseconds.
import { batchedRequests } from './gmail-units.ts';
import type { HttpRequest } from './http.ts';

const milliseconds: Readonly<Record<string, number>> = {
  'properties.get': 30,
  'properties.set': 62,
  'cache.get': 10,
  'cache.put': 75,
  'lock.try': 71,
  'lock.release': 71,
  'triggers.list': 100,
  'triggers.create': 300,
  'triggers.delete': 300,
  'session.user': 20,
  'mailapp.quota': 90,
  'gmail.users.getProfile': 92,
  'gmail.users.history.list': 290,
  'gmail.users.messages.get': 165,
  'gmail.users.threads.get': 165,
  'gmail.users.messages.list': 165,
  'gmail.users.threads.list': 165,
  'gmail.users.messages.send': 400,
  'gmail.users.drafts.send': 400,
};

/** Latency of one HTTP request; the rest of `gmail.` behaves like modify (170), of `sheets.` like any call (300). */
export function latencyOf(method: string): number {
  const known = milliseconds[method];
  if (known !== undefined) return known;
  if (method.startsWith('gmail.')) return 170;
  if (method.startsWith('sheets.')) return 300;
  return 160;
}

/** A batch of Gmail's takes as long as as many requests side by side. */
export function requestLatency(request: HttpRequest, method: string): number {
  const pieces = batchedRequests(request).length;
  return pieces > 0 ? batchLatency(Array<number>(pieces).fill(latencyOf(method))) : latencyOf(method);
}

/** A megabyte more takes about so long. */
const perMegabyte = 300;

export function transferTime(bytes: number): number {
  return Math.round((bytes / 1_000_000) * perMegabyte);
}

/** `fetchAll`: the requests run side by side; five that take 160 each take 260 together. */
export function batchLatency(each: readonly number[]): number {
  return Math.max(160 + 20 * each.length, ...each);
}
