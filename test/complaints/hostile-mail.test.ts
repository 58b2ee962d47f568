import fc from 'fast-check';
import type { GmailMessage, GmailPart } from '../../src/complaints/mail.ts';
import { mailKinds } from '../../src/complaints/mail.ts';
import { readMail } from '../../src/complaints/message.ts';
import { desk, type Letter, letter, part, read } from './mails/letter.ts';

const long = 60_000;
const filled = (unit: string, length = long) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

function milliseconds(mail: GmailMessage): number {
  const start = performance.now();
  readMail(mail, desk);
  return performance.now() - start;
}

/** Texts that make patterns go back, or parsers dig. */
const traps = [
  'a',
  ' ',
  '\n',
  'a\n',
  '\n\n',
  '> ',
  '> a\nb\n',
  '> a\n',
  '-',
  '- ',
  '_',
  'On , ',
  'On 1 a@b wrote\n',
  'On Mon, 3 Feb 2025 ',
  'Am 3. ',
  'wrote: ',
  'From: a\n',
  'From: a\nSent: b\n',
  'Von: a\nGesendet: b\nAn: c\n',
  '-- \n',
  '--\n',
  'Best regards\n',
  'Mit freundlichen Grüßen aus ',
  'confidential recipient mail ',
  'a@',
  '@',
  '<',
  '=?',
  'Sent from my ',
  'ich bin ',
  'i am currently ',
  'thanks ',
  '.',
  'é',
  '👍',
  'veuillez ',
  'ä',
  '-----Original Message-----\n',
  'Fwd: ',
  'the ',
  'this is an auto',
  '\u00a0',
  '\t',
  '\r',
  '*',
  '>>>>',
  '> \n',
  'On 1\n> \n',
  '______\nFrom: a\n',
];
const markup = [
  '<b>',
  '<div>',
  '<blockquote>',
  '</b>',
  '<a></b>',
  '<ul><li>',
  '<',
  '&',
  '&am',
  '&#',
  '<p>',
  '<pre>\n',
  '<a x="',
  '<!--',
  '<div style="',
  '<svg>',
  '<form>',
  '<td>',
  '<br>',
  '<style>',
  '<div class="gmail_quote">',
  '<img alt="👍">',
  '</p>',
  '<table><tr><td>',
  '<div style="display:none">',
  '<ol>',
];

describe('a mail costs no more time than its length', () => {
  test.each(traps)('a text of 60,000 characters of %j', (trap) => {
    expect(milliseconds(letter({ text: filled(trap) }))).toBeLessThan(1000);
  });

  test.each(markup)('HTML of 60,000 characters of %j', (trap) => {
    expect(milliseconds(letter({ html: filled(trap) }))).toBeLessThan(1000);
  });

  test.each([
    ...traps,
    'Re: ',
    'Re[1',
    '[EXT] ',
    '=?a?q?',
    '=?utf-8?q?=C3?= ',
    '"',
    '(',
    '\\',
    ',',
    ';',
    'a=b;',
    'x@y.z,',
    '<a@b> ',
    '[',
    '*****',
  ])('headers of 20,000 characters of %j', (trap) => {
    const value = filled(trap, 20_000);
    const names = [
      'Subject',
      'From',
      'To',
      'References',
      'Message-ID',
      'Content-Type',
      'Authentication-Results',
      'List-Id',
      'Date',
      'Reply-To',
    ];
    expect(
      milliseconds(letter({ headers: Object.fromEntries(names.map((name) => [name, value])) })),
    ).toBeLessThan(1000);
  });

  test('a text, and a page, of a million characters', () => {
    expect(milliseconds(letter({ text: filled('It is broken.\n', 1_000_000) }))).toBeLessThan(5000);
    expect(milliseconds(letter({ html: filled('<p>It is broken.', 1_000_000) }))).toBeLessThan(5000);
  });

  test('parts nested a hundred thousand deep', () => {
    let nested: GmailPart = part('text/plain', 'deep');
    for (let i = 0; i < 100_000; i++) nested = { mimeType: 'multipart/mixed', parts: [nested] };
    expect(milliseconds(letter({ payload: nested }))).toBeLessThan(2000);
  });

  test('parts nested a thousand deep are still read', () => {
    let nested: GmailPart = part('text/plain', 'deep');
    for (let i = 0; i < 1000; i++) nested = { mimeType: 'multipart/alternative', parts: [nested] };
    expect(read({ payload: nested }).text).toBe('deep');
  });

  test('a thousand forms of one text', () => {
    const parts = Array.from({ length: 4000 }, () => part('text/plain', 'x'));
    expect(milliseconds(letter({ payload: { mimeType: 'multipart/alternative', parts } }))).toBeLessThan(
      2000,
    );
  });
});

describe('any mail can be read', () => {
  const pieces = [
    ...traps,
    ...markup,
    'Hello\n',
    'Lamp',
    '\n\n',
    '=?utf-8?Q?=C3=BC?=',
    'support@example.com',
    'jane@example.com',
    ':',
    '?',
    'no',
    'all',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join('')),
  );
  const name = fc.constantFrom(
    'From',
    'To',
    'Subject',
    'Message-ID',
    'References',
    'Auto-Submitted',
    'List-ID',
    'X-Tierline',
    'Content-Type',
    'Content-Disposition',
    'Reply-To',
    'X-Original-From',
    'Return-Path',
    'Precedence',
    'Date',
    'Authentication-Results',
    'In-Reply-To',
  );
  const headers = fc.array(fc.record({ name: fc.oneof(name, text), value: text }, { requiredKeys: [] }), {
    maxLength: 8,
  });
  const { tree } = fc.letrec<{ tree: GmailPart }>((tie) => ({
    tree: fc.record(
      {
        mimeType: fc.constantFrom(
          'text/plain',
          'text/html',
          'multipart/alternative',
          'multipart/report',
          'message/rfc822',
          'text/calendar',
          '',
        ),
        filename: text,
        headers,
        body: fc.record(
          {
            size: fc.integer(),
            data: fc.oneof(
              text,
              text.map((one) => Buffer.from(one).toString('base64url')),
            ),
            attachmentId: text,
          },
          { requiredKeys: [] },
        ),
        parts: fc.array(tie('tree'), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<GmailPart>,
  }));

  test('whatever is in it, unless nothing is', () => {
    fc.assert(
      fc.property(tree, headers, (payload, own) => {
        const all = [...own, { name: 'From', value: 'ann@customer.example' }];
        const mail = readMail({ payload: { ...payload, headers: all } }, desk);
        expect(mailKinds).toContain(mail.kind);
        expect(mail.kindReason).not.toBe('');
        expect(mail.key).not.toBe('');
        if (mail.kind !== 'customer') expect(mail.mayAnswer).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('and the same mail is always read the same', () => {
    fc.assert(
      fc.property(text, text, (subject, body) => {
        const mail: Letter = { headers: { Subject: subject }, text: body };
        expect(read(mail)).toEqual(read(mail));
      }),
      { numRuns: 100 },
    );
  });

  test('and new text never disappears: a first mail has words when it has text', () => {
    fc.assert(
      fc.property(text, (body) => {
        const mail = read({ text: body });
        if (mail.text.replace(/[>\s]/g, '') !== '') expect(mail.words).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });
});
