// Mails in Gmail's form, written as short as a test needs them.
import type { GmailMessage, GmailPart, Identity, Mail } from '../../../src/complaints/mail.ts';
import { readMail } from '../../../src/complaints/message.ts';

export const desk: Identity = {
  supportAddresses: ['support@example.com', 'help@example.com'],
  people: ['jane@example.com', 'ole.hansen@example.com'],
};

export interface Letter {
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly text?: string;
  readonly html?: string;
  readonly payload?: GmailPart;
  readonly labelIds?: readonly string[];
}

const usual = {
  'Message-ID': '<1@mail.example>',
  Date: 'Mon, 3 Feb 2025 10:00:00 +0100',
  From: 'Ann Bell <ann@customer.example>',
  To: 'Support <support@example.com>',
  Subject: 'Broken lamp',
};

export function part(mimeType: string, content: string | Uint8Array, charset = 'utf-8'): GmailPart {
  const data = Buffer.from(content as string).toString('base64url');
  return {
    mimeType,
    headers: [{ name: 'Content-Type', value: `${mimeType}; charset=${charset}` }],
    body: { data },
  };
}

export function letter({ headers = {}, text, html, payload, labelIds = ['INBOX'] }: Letter): GmailMessage {
  const all = Object.entries({ ...usual, ...headers }).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  );
  const body = payload ?? bodyOf(text, html);
  return {
    id: 'g1',
    threadId: 't1',
    labelIds,
    internalDate: '1738573200000',
    payload: { ...body, headers: [...all, ...(body.headers ?? [])] },
  };
}

function bodyOf(text: string | undefined, html: string | undefined): GmailPart {
  if (text !== undefined && html !== undefined) {
    return { mimeType: 'multipart/alternative', parts: [part('text/plain', text), part('text/html', html)] };
  }
  return html === undefined ? part('text/plain', text ?? 'The lamp is broken.') : part('text/html', html);
}

export function read(of: Letter): Mail {
  return readMail(letter(of), desk);
}
