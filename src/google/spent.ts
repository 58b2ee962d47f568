// What this execution has asked of Google so far; an execution begins with nothing.
import type { Ask } from './answers.ts';

/** What leaves asks so many of the units that Gmail allows a minute. */
export const units = { send: 100, draft: 10, label: 50 } as const;

let fetches = 0;
let spent = 0;
let mails = 0;

export function noteSpent(requests: readonly Ask[]): void {
  fetches += requests.length;
  for (const request of requests) {
    spent += unitsOf(request);
    if (request.url.endsWith('/messages/send')) mails += 1;
  }
}

export const spentSoFar = (): { fetches: number; units: number; mails: number } => ({
  fetches,
  units: spent,
  mails,
});

/** Google's table of units a call. */
function unitsOf({ url, body }: Ask): number {
  if (url.endsWith('/batch/gmail/v1')) return 20 * (String(body).split('\nGET ').length - 1);
  if (!url.includes('gmail.googleapis.com')) return 0;
  if (url.endsWith('/messages/send')) return units.send;
  if (url.endsWith('/batchModify')) return units.label;
  if (/\/messages\/[^?]/.test(url)) return 20;
  return url.includes('/history?') ? 2 : 5;
}
