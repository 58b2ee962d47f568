// One request to Gmail, taken apart: who, on whose mailbox, with which parameters.

import type { Caller } from '../http.ts';
import { badField, invalid } from './failures.ts';
import type { State } from './state.ts';
import type { Mailbox } from './store.ts';

export type Body = Readonly<Record<string, unknown>>;

export interface Call {
  readonly state: State;
  readonly mailbox: Mailbox;
  readonly caller: Caller;
  /** From the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  /** The mail itself, where it was uploaded as message/rfc822. */
  readonly upload: Uint8Array | null;
  /** Bytes of the biggest mail the method takes. */
  readonly largest: number;
  /** True when no scope but gmail.metadata allows the call. */
  readonly metadataOnly: boolean;
}

/** What Gmail answers; null for an answer without a body. */
export type Answer = (call: Call) => object | null;

export function texts(body: Body, field: string): string[] {
  const value = body[field] ?? [];
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string'))
    throw badField(`Invalid value at '${field}'`);
  return value;
}

export function object(body: Body, field: string): Body {
  const value = body[field];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`Missing ${field}`);
  return value as Body;
}

/** A message or thread id in Gmail's shape. */
export function idOf(call: Call, name = 'id'): string {
  const id = call.params[name] ?? '';
  if (!/^[0-9a-f]{1,16}$/i.test(id)) throw invalid('Invalid id value');
  return id.toLowerCase();
}

export function flag(call: Call, name: string): boolean {
  const value = call.query.get(name);
  if (value === null || value === 'false') return false;
  if (value === 'true') return true;
  throw badField(`Invalid value at '${name}' (TYPE_BOOL), "${value}"`);
}
