import type { MailFile } from '../../src/local/mail-files.ts';
import { routeOf } from '../../src/local/post.ts';

const support = ['support@firm.example', 'help@firm.example'];

function mail(headers: Readonly<Record<string, string>>, labels: readonly string[] = []): MailFile {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const from = /[^<\s]+@[^>\s]+/.exec(headers.From ?? '')?.[0] ?? '';
  return {
    file: 'a.eml',
    raw: Buffer.from(`${head.join('')}\r\nHello\r\n`),
    date: null,
    from,
    to: [],
    cc: [],
    delivered: [],
    messageId: null,
    subject: '',
    labels,
  };
}

test('a mail from outside is delivered, from the address that its envelope tells', () => {
  const bounced = { From: 'Kari <kari@home.example>', 'Return-Path': '<bounces+7@mailer.example>' };
  expect(routeOf(mail(bounced), support)).toEqual({
    by: 'delivered',
    envelopeFrom: 'bounces+7@mailer.example',
  });
  expect(routeOf(mail({ From: 'Kari <kari@home.example>' }), support)).toEqual({
    by: 'delivered',
    envelopeFrom: 'kari@home.example',
  });
});

test('a delivery report keeps its empty envelope, so that nobody answers it', () => {
  const report = { From: 'mailer-daemon@home.example', 'Return-Path': '<>' };
  expect(routeOf(mail(report), support)).toEqual({ by: 'delivered', envelopeFrom: '' });
});

test('a mail from any address of the support mailbox was sent from it', () => {
  for (const from of support) expect(routeOf(mail({ From: from }), support)).toEqual({ by: 'sent' });
});

test("a customer's mail that a group sent on under the support address came from outside", () => {
  for (const header of ['X-Original-From', 'X-Original-Sender']) {
    const rewritten = { From: "'Nina' via Support <support@firm.example>", [header]: 'nina@home.example' };
    expect(routeOf(mail(rewritten), support).by).toBe('delivered');
  }
});

test.each(['Sent', 'Gesendet', 'VERZONDEN', 'Sendt'])(
  "what Takeout files under %s was sent, in the owner's language",
  (label) => {
    expect(routeOf(mail({ From: 'ida@firm.example' }, ['Inbox', label]), support)).toEqual({ by: 'sent' });
  },
);

test.each(['Drafts', 'Entwürfe', 'Concepten', 'Utkast'])('a draft is left out: %s', (label) => {
  expect(routeOf(mail({ From: 'support@firm.example' }, ['Sent', label]), support)).toEqual({
    by: 'left out',
    why: 'a draft',
  });
});

test('what the mailbox itself filed as spam is left out', () => {
  expect(routeOf(mail({ From: 'winner@x.example' }, ['Spam']), support)).toEqual({
    by: 'left out',
    why: 'spam',
  });
});
