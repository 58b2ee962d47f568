import { createGmail, type GmailWorld } from '../../src/local/world/gmail/gmail.ts';

// What the imitated Gmail claims, each with the source of the claim.

const modify = ['https://www.googleapis.com/auth/gmail.modify'];
const support = 'support@example.com';
const start = Date.UTC(2026, 10, 2, 9);

interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at as JSON.
  json: any;
}

function world(options: { unitsPerMinute?: number; edition?: 'consumer' | 'workspace' } = {}) {
  let now = start;
  const gmail = createGmail({ clock: { now: () => now }, seed: 7, ...options });
  gmail.addMailbox(support);
  gmail.addMailbox('ann@example.com');
  gmail.addMailbox('ben@example.com');
  const call = (
    method: string,
    path: string,
    body: object | null = null,
    as: { email?: string; scopes?: string[]; headers?: Record<string, string> } = {},
  ): Answered => {
    const response = gmail.handle(
      {
        method,
        url: `https://gmail.googleapis.com/gmail/v1/users/${path}`,
        headers: as.headers ?? {},
        body: body === null ? null : JSON.stringify(body),
      },
      { email: as.email ?? support, scopes: as.scopes ?? modify },
    );
    return {
      status: response.status,
      json: response.body === '' ? null : JSON.parse(response.body),
    };
  };
  return {
    gmail,
    call,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const bytes = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');

function mail(fields: Record<string, string> = {}, body = 'Hello, where is my order?\n') {
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

const encoded = (raw: Uint8Array) => Buffer.from(raw).toString('base64url');

function arrive(gmail: GmailWorld, fields: Record<string, string> = {}, body?: string) {
  const delivered = gmail.deliver({ raw: mail(fields, body), to: [support] })[0];
  if (!delivered) throw new Error('nothing arrived');
  return delivered;
}

test('a mail that arrives is unread in the inbox and makes one history record', () => {
  const { gmail, call } = world();
  const before = call('GET', 'me/profile').json.historyId;
  const { id, threadId } = arrive(gmail);
  const { json } = call('GET', `me/history?startHistoryId=${before}`);
  expect(json.history).toHaveLength(1);
  expect(json.history[0].messagesAdded).toEqual([
    { message: { id, threadId, labelIds: ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'] } },
  ]);
  expect(json.historyId).toBe(call('GET', 'me/profile').json.historyId);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
});
