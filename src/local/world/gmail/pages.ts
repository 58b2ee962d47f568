// Long answers come in pages; a page token says after which item the next page starts.

import type { Call } from './call.ts';
import { badField, invalid } from './failures.ts';

/** Source: reference, "defaults to 100, the maximum allowed value is 500". */
const most = 500;

export function pageSize(call: Call): number {
  const text = call.query.get('maxResults');
  if (text === null) return 100;
  if (!/^\d+$/.test(text)) throw badField(`Invalid value at 'max_results' (TYPE_UINT32), "${text}"`);
  const asked = Number(text);
  return asked === 0 ? 100 : Math.min(asked, most);
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextPageToken?: string;
}

/** `key` of an item is digits and never changes, so that a page starts at the right place after changes. */
export function page<Item>(call: Call, items: readonly Item[], key: (item: Item) => string): Page<Item> {
  const token = call.query.get('pageToken');
  if (token !== null && token !== '' && !/^\d+$/.test(token)) throw invalid('Invalid pageToken');
  const start = token ? items.findIndex((item) => key(item) === token) : 0;
  if (start === -1) return { items: [] };
  const end = start + pageSize(call);
  const next = items[end];
  return {
    items: items.slice(start, end),
    ...(next === undefined ? {} : { nextPageToken: key(next) }),
  };
}

export const decimal = (id: string): string => BigInt(`0x${id}`).toString();
