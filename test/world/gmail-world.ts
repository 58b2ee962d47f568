// A small imitated Gmail for tests: three mailboxes, one clock, calls as short lines.

import { createGmail, type GmailWorld } from '../../src/local/world/gmail/gmail.ts';

export const support = 'support@example.com';
export const start = Date.UTC(2026, 10, 2, 9);

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
export const scopes = {
  modify: [scope('gmail.modify')],
  readonly: [scope('gmail.readonly')],
  metadata: [scope('gmail.metadata')],
  labels: [scope('gmail.labels')],
  send: [scope('gmail.send')],
  opened: [scope('gmail.addons.current.message.readonly')],
  all: ['https://mail.google.com/'],
};

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at as JSON.
  readonly json: any;
}

export interface As {
  readonly email?: string;
  readonly scopes?: readonly string[];
  readonly headers?: Record<string, string>;
}

export interface Scene {
  readonly gmail: GmailWorld;
  call(method: string, path: string, body?: object | null, as?: As): Answered;
  pass(ms: number): void;
}

export function scene(options: { unitsPerMinute?: number; edition?: 'consumer' | 'workspace' } = {}): Scene {
  let now = start;
  const gmail = createGmail({ clock: { now: () => now }, seed: 7, ...options });
  for (const email of [support, 'ann@example.com', 'ben@example.com']) gmail.addMailbox(email);
  return {
    gmail,
    call(method, path, body = null, as = {}) {
      const response = gmail.handle(
        {
          method,
          url: `https://gmail.googleapis.com/gmail/v1/users/${path}`,
          headers: as.headers ?? {},
          body: body === null ? null : JSON.stringify(body),
        },
        { email: as.email ?? support, scopes: as.scopes ?? scopes.modify },
      );
      return {
        status: response.status,
        json: response.body === '' ? null : JSON.parse(response.body),
      };
    },
    pass(ms) {
      now += ms;
    },
  };
}

/** Line ends become CRLF; every character is one byte. */
export const bytes = (text: string): Uint8Array => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');

/** A field set to an empty text is left out. */
export function mail(fields: Record<string, string> = {}, body = 'Hello, where is my order?\n'): Uint8Array {
  const headers = {
    From: 'Jane Doe <jane@customer.example>',
    To: support,
    Subject: 'Where is my order?',
    'Message-ID': '<one@customer.example>',
    Date: 'Mon, 02 Nov 2026 09:00:00 +0000',
    'Content-Type': 'text/plain; charset=utf-8',
    ...fields,
  };
  const lines = Object.entries(headers)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return bytes(`${lines.join('\n')}\n\n${body}`);
}

export const encoded = (raw: Uint8Array): string => Buffer.from(raw).toString('base64url');

export const plain = (data: string): string => Buffer.from(data, 'base64url').toString('utf8');

export function arrive(gmail: GmailWorld, fields: Record<string, string> = {}, body?: string) {
  const delivered = gmail.deliver({ raw: mail(fields, body), to: [support] })[0];
  if (!delivered) throw new Error('nothing arrived');
  return delivered;
}

export function headerOf(
  message: { payload?: { headers?: { name: string; value: string }[] } },
  name: string,
): string | undefined {
  return message.payload?.headers?.find((each) => each.name.toLowerCase() === name.toLowerCase())?.value;
}
