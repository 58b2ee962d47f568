import type { GmailPart, MailKind } from '../../src/complaints/mail.ts';
import { automaticTexts, peoplesTexts } from './mails/automatic-texts.ts';
import { type Letter, part, read } from './mails/letter.ts';

type Case = readonly [what: string, kind: MailKind, reason: RegExp, mail: Letter];

const answers = { 'In-Reply-To': '<0@example.com>', Subject: 'Re: Broken lamp' };
const ownGroup = {
  Precedence: 'list',
  'List-ID': '<support.example.com>',
  'List-Post': '<https://groups.google.com/a/example.com/group/support/post>, <mailto:support@example.com>',
  'List-Unsubscribe':
    '<mailto:googlegroups-manage+123+unsubscribe@googlegroups.com>, <https://groups.google.com/a/example.com/group/support/subscribe>',
  'Mailing-list': 'list support@example.com; contact support+owners@example.com',
  'X-Google-Group-Id': '123',
};
const report = (reportType: string, inner: string): GmailPart => ({
  mimeType: 'multipart/report',
  headers: [{ name: 'Content-Type', value: `multipart/report; report-type=${reportType}; boundary=x` }],
  parts: [part('text/plain', 'See below.'), { mimeType: inner, body: {} }],
});
const calendar: GmailPart = {
  mimeType: 'multipart/alternative',
  parts: [
    part('text/plain', 'Ann has accepted.'),
    {
      mimeType: 'text/calendar',
      headers: [{ name: 'Content-Type', value: 'text/calendar; method=REPLY' }],
      body: {},
    },
  ],
};

const cases: readonly Case[] = [
  ['a complaint', 'customer', /nothing says/, {}],
  ['an agent', 'agent', /jane@example.com is in People/, { headers: { From: 'Jane <Jane@Example.com>' } }],
  [
    'a mail sent from the support mailbox',
    'agent',
    /support mailbox/,
    { headers: { From: 'support@example.com' }, labelIds: ['SENT'] },
  ],
  [
    'a mail from the second support address',
    'agent',
    /support address/,
    { headers: { From: 'help@example.com', ...answers } },
  ],
  [
    'our own notice',
    'own',
    /X-Tierline/,
    { headers: { From: 'support@example.com', 'X-Tierline': 'o-1', 'Auto-Submitted': 'auto-generated' } },
  ],
  ['our header from outside', 'customer', /nothing says/, { headers: { 'X-Tierline': 'o-1' } }],
  [
    'our header and our address, forged',
    'customer',
    /failed authentication/,
    {
      headers: {
        From: 'support@example.com',
        'X-Tierline': 'o-1',
        'Authentication-Results': 'mx.google.com; dmarc=fail (p=NONE) header.from=example.com',
      },
    },
  ],
  [
    'an agent, forged',
    'customer',
    /failed authentication/,
    {
      headers: {
        From: 'jane@example.com',
        'Authentication-Results': [
          'mx.google.com; dmarc=fail header.from=example.com',
          'mx.google.com; dmarc=pass',
        ],
      },
    },
  ],
  [
    'an agent as Reply-To of somebody else',
    'customer',
    /passed on/,
    { headers: { From: 'no-reply@evil.example', 'Reply-To': 'jane@example.com' } },
  ],
  [
    "an agent's out-of-office reply",
    'automatic',
    /auto-replied/,
    { headers: { From: 'jane@example.com', 'Auto-Submitted': 'auto-replied' } },
  ],
  ['a draft', 'own', /draft/, { headers: { From: 'support@example.com' }, labelIds: ['DRAFT'] }],
  [
    'a delivery report',
    'bounce',
    /delivery report/,
    {
      payload: report('delivery-status', 'message/delivery-status'),
      headers: { From: 'mailer-daemon@mail.example' },
    },
  ],
  [
    'failed recipients',
    'bounce',
    /X-Failed-Recipients/,
    { headers: { 'X-Failed-Recipients': 'x@y.example' } },
  ],
  [
    'a mail server with an empty Return-Path',
    'bounce',
    /mail server/,
    { headers: { From: 'Mail <MAILER-DAEMON@mail.example>', 'Return-Path': '<>' } },
  ],
  [
    'Auto-Submitted: auto-replied',
    'automatic',
    /^Auto-Submitted: auto-replied$/,
    { headers: { 'Auto-Submitted': 'auto-replied (vacation)' } },
  ],
  [
    'Auto-Submitted: auto-generated, as an answer',
    'automatic',
    /Auto-Submitted/,
    { headers: { ...answers, 'Auto-Submitted': 'auto-generated' } },
  ],
  ['Auto-Submitted: no', 'customer', /nothing says/, { headers: { ...answers, 'Auto-Submitted': 'no' } }],
  ['X-Autoreply', 'automatic', /X-Autoreply: yes/, { headers: { 'X-Autoreply': 'yes' } }],
  ['X-Autorespond', 'automatic', /X-Autorespond/, { headers: { 'X-Autorespond': 'Lamp' } }],
  [
    'Precedence: auto_reply',
    'automatic',
    /Precedence: auto_reply/,
    { headers: { Precedence: 'auto_reply' } },
  ],
  [
    'Exchange out of office',
    'automatic',
    /X-Auto-Response-Suppress/,
    { headers: { 'X-Auto-Response-Suppress': 'All', Subject: 'Automatic reply: Broken lamp' } },
  ],
  [
    'an answer with an empty Return-Path',
    'automatic',
    /Return-Path/,
    { headers: { ...answers, 'Return-Path': '<>' } },
  ],
  [
    'a read receipt',
    'automatic',
    /read receipt/,
    { payload: report('disposition-notification', 'message/disposition-notification') },
  ],
  ['a meeting accepted', 'automatic', /meeting/, { payload: calendar }],
  [
    'a newsletter',
    'list',
    /Precedence: bulk/,
    { headers: { 'List-Unsubscribe': '<https://news.example/u>', Precedence: 'bulk' } },
  ],
  [
    'a newsletter with one-click unsubscription',
    'list',
    /newsletter/,
    {
      headers: {
        'List-Unsubscribe': '<https://news.example/u>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    },
  ],
  [
    'a mailing list',
    'list',
    /List-ID/,
    { headers: { 'List-Id': 'Lamps <lamps.list.example>', To: 'lamps@list.example' } },
  ],
  ['a complaint through our own Group', 'customer', /nothing says/, { headers: ownGroup }],
  [
    'a newsletter to our own Group',
    'list',
    /List-Unsubscribe/,
    {
      headers: {
        ...ownGroup,
        'List-Unsubscribe': [ownGroup['List-Unsubscribe'], '<https://news.example/u>'],
        Precedence: ['list', 'bulk'],
      },
    },
  ],
  [
    'an answer to us by somebody on a list',
    'customer',
    /nothing says/,
    { headers: { ...answers, 'List-Id': '<lamps.list.example>' } },
  ],
  [
    'a web form',
    'customer',
    /passed on by wordpress@shop.example/,
    { headers: { From: 'wordpress@shop.example', 'Reply-To': 'Bob <bob@customer.example>' } },
  ],
  [
    'a notification by another system',
    'customer',
    /nothing says/,
    { headers: { 'Auto-Submitted': 'auto-generated' } },
  ],
  [
    'a question about the out-of-office setting',
    'customer',
    /nothing says/,
    { headers: { Subject: 'Out of office - how do I set it?' }, text: 'How do I set my out of office text?' },
  ],
  [
    'a customer who goes on holiday',
    'customer',
    /nothing says/,
    { headers: answers, text: 'Ich bin nächste Woche im Urlaub. Können Sie die Lampe später schicken?' },
  ],
];

test.each(cases)('%s is %s', (_, kind, reason, mail) => {
  const { kind: found, kindReason } = read(mail);
  expect([found, kindReason]).toEqual([kind, expect.stringMatching(reason)]);
});

test.each(automaticTexts)('"%s" is no customer, by its words alone', (subject, text) => {
  expect(read({ headers: { Subject: subject }, text }).kind).toMatch(/^(automatic|bounce)$/);
});

test.each(peoplesTexts)('"%s" is a customer', (subject, text) => {
  expect(read({ headers: { Subject: subject }, text }).kind).toBe('customer');
  expect(read({ headers: { Subject: `Re: ${subject}`, 'In-Reply-To': '<0@example.com>' }, text }).kind).toBe(
    'customer',
  );
});

describe('a machine may answer', () => {
  test('a customer', () => {
    expect(read({}).mayAnswer).toBe(true);
  });

  test('a customer through our own Group', () => {
    expect(read({ headers: ownGroup }).mayAnswer).toBe(true);
  });

  test.each<readonly [string, Letter]>([
    ['a web form', { headers: { From: 'wordpress@shop.example', 'Reply-To': 'bob@customer.example' } }],
    ['a notification', { headers: { 'Auto-Submitted': 'auto-generated' } }],
    ['bulk mail', { headers: { Precedence: 'bulk' } }],
    ['who asks for no automatic answers', { headers: { 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' } }],
    ['an empty Return-Path', { headers: { 'Return-Path': '<>' } }],
    ...[
      'no-reply',
      'noreply',
      'DoNotReply',
      'do-not-reply',
      'mailer-daemon',
      'postmaster',
      'bounce',
      'bounces+1=2',
      'shop-noreply',
    ].map((name) => [`${name}@`, { headers: { From: `${name}@shop.example` } }] as const),
    ['nobody', { headers: { From: '' } }],
    ['an agent', { headers: { From: 'jane@example.com' } }],
    ['the desk', { headers: { From: 'support@example.com' } }],
    ['who says that a machine wrote it', { text: 'Order 12 has failed. This is an automated message.' }],
  ])('but never %s', (_, mail) => {
    expect(read(mail).mayAnswer).toBe(false);
  });
});
