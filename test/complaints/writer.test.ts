import { readMail } from '../../src/complaints/message.ts';
import { desk, type Letter, letter, read } from './mails/letter.ts';

const from = (headers: Letter['headers']) => read({ headers: { ...headers } }).from;

describe('who really wrote', () => {
  test.each<readonly [string, Record<string, string>, string, string]>([
    [
      'is in From',
      { From: '"Bell, Ann" <Ann@Customer.Example>', 'Reply-To': 'other@x.example' },
      'Bell, Ann',
      'ann@customer.example',
    ],
    [
      'is in X-Original-From where a Group rewrote From',
      {
        From: "'Ann Bell' via Support <support@example.com>",
        'X-Original-From': 'Ann Bell <ann@customer.example>',
        'Reply-To': 'office@customer.example',
      },
      'Ann Bell',
      'ann@customer.example',
    ],
    [
      'is in Reply-To where the Group says no more',
      { From: "'Ann Bell' via Support <support@example.com>", 'Reply-To': 'ann@customer.example' },
      'Ann Bell',
      'ann@customer.example',
    ],
    [
      'is in X-Original-Sender where Reply-To is the Group',
      {
        From: "'Ann Bell' via Support <support@example.com>",
        'Reply-To': 'support@example.com',
        'X-Original-Sender': 'ann@customer.example',
      },
      'Ann Bell',
      'ann@customer.example',
    ],
    [
      'is in Reply-To of a web form',
      { From: 'Shop <wordpress@shop.example>', 'Reply-To': 'Ann <ann@customer.example>' },
      'Ann',
      'ann@customer.example',
    ],
    [
      'is in Reply-To of a form that sends as the desk',
      { From: 'support@example.com', 'Reply-To': 'Ann <ann@customer.example>' },
      'Ann',
      'ann@customer.example',
    ],
    [
      'is in Sender where there is no From',
      { From: '', Sender: 'ann@customer.example' },
      '',
      'ann@customer.example',
    ],
    [
      'is in Return-Path where there is nothing else',
      { From: '', 'Return-Path': '<ann@customer.example>' },
      '',
      'ann@customer.example',
    ],
    ['is unknown where nothing says', { From: 'Ann' }, 'Ann', 'unknown'],
    [
      'is not in a header that anybody may add',
      { 'X-Original-From': 'jane@example.com' },
      'Ann Bell',
      'ann@customer.example',
    ],
    [
      'has an encoded name',
      { From: '=?iso-8859-1?Q?J=FCrgen_M=FCller?= <j@customer.example>' },
      'Jürgen Müller',
      'j@customer.example',
    ],
  ])('%s', (_, headers, name, address) => {
    expect(from(headers)).toEqual({ name, address });
  });

  test('is no agent when a Group passes on what cannot be traced', () => {
    const mail = read({ headers: { From: "'Ann' via Support <support@example.com>" } });
    expect([mail.kind, mail.from.address, mail.mayAnswer]).toEqual(['customer', 'unknown', false]);
  });

  test("is believed only as far as the Group's server believed it", () => {
    const headers = {
      From: "'Jane' via Support <support@example.com>",
      'X-Original-From': 'jane@example.com',
      'Authentication-Results': 'mx.google.com; dmarc=pass header.from=example.com',
      'X-Original-Authentication-Results': 'mx.google.com; dmarc=fail header.from=example.com',
    };
    expect(read({ headers }).kind).toBe('customer');
  });
});

test.each<readonly [string, readonly { name: string; address: string }[]]>([
  [
    'a@x.example, B <b@x.example>; "C, D" <c@x.example>',
    [
      { name: '', address: 'a@x.example' },
      { name: 'B', address: 'b@x.example' },
      { name: 'C, D', address: 'c@x.example' },
    ],
  ],
  ['undisclosed-recipients:;', []],
  [
    'Team: a@x.example, b@x.example;',
    [
      { name: '', address: 'a@x.example' },
      { name: '', address: 'b@x.example' },
    ],
  ],
  ['Doe, Jane <jane@x.example>', [{ name: 'Doe, Jane', address: 'jane@x.example' }]],
  ['jane@x.example (Jane Doe)', [{ name: 'Jane Doe', address: 'jane@x.example' }]],
  ["'jane@x.example'", [{ name: '', address: 'jane@x.example' }]],
  ['"unclosed <a@x.example>', [{ name: 'unclosed', address: 'a@x.example' }]],
  ['Jane (the <b@x.example>', [{ name: 'Jane the', address: 'b@x.example' }]],
  ['<>', []],
])('the addresses in %s are found', (header, addresses) => {
  expect(read({ headers: { To: header } }).to).toEqual(addresses);
});

test.each([
  ['pass', 'mx.google.com; dkim=pass header.i=@customer.example; spf=fail'],
  ['pass', 'mx.google.com; spf=pass (google.com: domain) smtp.mailfrom=bounce@mail.customer.example'],
  ['pass', 'mx.google.com; dkim=fail; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=customer.example'],
  ['fail', 'mx.google.com; spf=pass smtp.mailfrom=a@customer.example; dmarc=fail (p=NONE)'],
  ['unknown', 'mx.google.com; spf=pass smtp.mailfrom=a@evil.example'],
  ['unknown', 'mx.google.com; dkim=pass header.d=evilcustomer.example'],
])('authentication is %s by %s', (verdict, header) => {
  expect(read({ headers: { 'Authentication-Results': header } }).authentication).toBe(verdict);
});

test('only the topmost Authentication-Results counts, because a sender can write the others', () => {
  const headers = { 'Authentication-Results': ['mx.google.com; spf=none', 'mx.google.com; dmarc=pass'] };
  expect(read({ headers }).authentication).toBe('unknown');
});

test('a message that is no mail is refused, so that it can be parked', () => {
  expect(() => readMail({ id: '1' }, desk)).toThrow('no payload');
  expect(() => readMail({ id: '1', payload: { mimeType: 'text/plain' } }, desk)).toThrow('empty');
});

test('a mail of headers alone is read', () => {
  const { payload } = letter({});
  expect(readMail({ payload: { headers: payload?.headers ?? [] } }, desk)).toMatchObject({
    words: '',
    gmailId: '',
    kind: 'customer',
  });
});
