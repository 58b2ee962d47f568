// What the cases of the Gmail contract have in common: a mail that arrives, a label, a cursor, a refusal.

import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';

export interface Target {
  readonly api: gmail_v1.Gmail;
  readonly email: string;
}

export interface Case {
  /** A sentence; differences of an implementation are listed under it. */
  readonly name: string;
  readonly source: string;
  run(target: Target): Promise<void>;
}

interface Refusal {
  readonly code: number | undefined;
  readonly reason: string | undefined;
}

interface GoogleError {
  status?: number;
  response?: { status: number; data?: { error?: { errors?: { reason?: string }[] } } };
}

/** How Gmail refused; fails when it did not. */
export async function refusal(asked: Promise<unknown>): Promise<Refusal> {
  try {
    await asked;
  } catch (thrown) {
    const { status, response } = thrown as GoogleError;
    return {
      code: status ?? response?.status,
      reason: response?.data?.error?.errors?.[0]?.reason,
    };
  }
  throw new Error('It was not refused.');
}

let made = 0;
export const unique = (): string => {
  made += 1;
  return `${Date.now().toString(36)}x${made}`;
};

interface Mail {
  readonly fields?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export function raw({ fields = {}, body = 'Where is my order?' }: Mail): string {
  const all: Record<string, string> = {
    From: 'Jane Doe <jane@customer.example>',
    To: 'support@example.com',
    Subject: 'Order',
    'Message-ID': `<${unique()}@customer.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...fields,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...lines, '', body].join('\r\n')).toString('base64url');
}

export async function arrive({ api }: Target, mail: Mail = {}) {
  const { data } = await api.users.messages.insert({
    userId: 'me',
    requestBody: { raw: raw(mail), labelIds: ['INBOX', 'UNREAD'] },
  });
  return { id: data.id ?? '', threadId: data.threadId ?? '' };
}

export async function cursor({ api }: Target): Promise<string> {
  const { data } = await api.users.watch({
    userId: 'me',
    requestBody: { topicName: 'projects/p/topics/t' },
  });
  return data.historyId ?? '';
}

export async function label({ api }: Target, name = `Desk ${unique()}`) {
  const { data } = await api.users.labels.create({ userId: 'me', requestBody: { name } });
  return { id: data.id ?? '', name };
}

export const me = { userId: 'me' };
