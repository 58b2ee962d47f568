// The desk's reading of a mail against a second, independent parser: subject, sender and text over generated mails.
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import type { GmailMessage } from '../../src/complaints/mail.ts';
import { readMail } from '../../src/complaints/message.ts';
import { createGmail } from '../../src/local/world/gmail/gmail.ts';
import { desk } from './mails/letter.ts';

const secondParserCases = 600;

const mailbox = 'support@example.com';

/** A raw mail as Gmail's API would give it. */
function asGmail(raw: string): GmailMessage {
  const clock = { now: () => Date.UTC(2025, 1, 3) };
  const gmail = createGmail({ clock, seed: 1 } as Parameters<typeof createGmail>[0]);
  gmail.addMailbox?.(mailbox);
  const [delivered] = gmail.deliver({ raw: Buffer.from(raw, 'latin1'), to: [mailbox] });
  const found = gmail.handle(
    {
      method: 'GET',
      url: `https://gmail.googleapis.com/gmail/v1/users/me/messages/${delivered?.id}?format=full`,
      headers: {},
      body: '',
    },
    { email: mailbox, scopes: ['https://www.googleapis.com/auth/gmail.modify'] },
  );
  return JSON.parse(found.body) as GmailMessage;
}

const word = fc.constantFrom(
  'lamp',
  'Rechnung',
  'fünf',
  'blåbær',
  'crème',
  'naïve',
  'kaputt',
  'été',
  'Größe',
  'x',
  '100 %',
  'a=b',
  'two  spaces',
  '€',
  '日本語',
  '🧨',
  'Ωmega',
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
const lines = fc.array(words, { minLength: 1, maxLength: 6 });

type Charset = 'utf-8' | 'iso-8859-1' | 'windows-1252';
const single: Readonly<Record<string, RegExp>> = {
  'iso-8859-1': /^[\0-\x7f\xa0-\xff]*$/,
  'windows-1252': /^[\0-\x7f\xa0-\xff]*$/,
};
const bytes = (text: string, charset: Charset): Buffer =>
  Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'latin1');

function encodedWord(text: string, charset: Charset, way: 'B' | 'Q'): string {
  const parts = [...text].reduce<string[]>((all, one) => {
    const last = all.at(-1);
    if (last !== undefined && bytes(last + one, charset).length <= 18) all[all.length - 1] = last + one;
    else all.push(one);
    return all;
  }, []);
  return parts
    .map((part) => {
      const raw = bytes(part, charset);
      const coded =
        way === 'B'
          ? raw.toString('base64')
          : [...raw]
              .map((byte) => (byte === 0x20 ? '_' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`))
              .join('');
      return `=?${charset}?${way}?${coded}?=`;
    })
    .join('\r\n ');
}

function encodedBody(text: string, charset: Charset, way: 'base64' | 'quoted-printable' | '8bit'): string {
  const raw = bytes(text, charset);
  if (way === 'base64') return (raw.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
  if (way === '8bit') return raw.toString('latin1');
  const coded = [...raw]
    .map((byte) =>
      byte === 13 || byte === 10
        ? String.fromCharCode(byte)
        : byte > 126 || byte === 61 || byte < 32
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    )
    .join('');
  return coded
    .split('\r\n')
    .map((line) => (line.match(/(?:=[0-9A-F]{2}|[^=]){1,70}/g) ?? ['']).join('=\r\n'))
    .map((line) => line.replace(/ $/, '=20'))
    .join('\r\n');
}

const generated = fc
  .record({
    subject: words,
    name: words,
    body: lines,
    charset: fc.constantFrom<Charset>('utf-8', 'iso-8859-1', 'windows-1252'),
    header: fc.constantFrom<'B' | 'Q'>('B', 'Q'),
    transfer: fc.constantFrom<'base64' | 'quoted-printable' | '8bit'>('base64', 'quoted-printable', '8bit'),
    shape: fc.constantFrom('plain', 'alternative', 'mixed', 'nested'),
    fold: fc.boolean(),
  })
  .map((one) => {
    const charset =
      single[one.charset]?.test(one.subject + one.name + one.body.join('')) === false ? 'utf-8' : one.charset;
    return { ...one, charset };
  });

type Generated = ReturnType<
  typeof fc.sample<typeof generated extends fc.Arbitrary<infer T> ? T : never>
>[number];

function rawOf({ subject, name, body, charset, header, transfer, shape, fold }: Generated): string {
  const text = (subtype: string, content: string): string =>
    [
      `Content-Type: text/${subtype};${fold ? '\r\n ' : ' '}charset="${charset}"`,
      `Content-Transfer-Encoding: ${transfer}`,
      '',
      encodedBody(content, charset, transfer),
    ].join('\r\n');
  const plain = text('plain', body.join('\r\n'));
  const escaped = body.map((line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  const html = text('html', `<html><body>${escaped.map((line) => `<p>${line}</p>`).join('')}</body></html>`);
  const multi = (kind: string, mark: string, parts: readonly string[]): string =>
    [
      `Content-Type: multipart/${kind}; boundary="${mark}"`,
      '',
      ...parts.flatMap((part) => [`--${mark}`, part]),
      `--${mark}--`,
    ].join('\r\n');
  const file = [
    'Content-Type: image/png; name=a.png',
    'Content-Disposition: attachment; filename=a.png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
  ].join('\r\n');
  const content = {
    plain,
    alternative: multi('alternative', 'alt', [plain, html]),
    mixed: multi('mixed', 'mix', [plain, file]),
    nested: multi('mixed', 'mix', [
      multi('related', 'rel', [multi('alternative', 'alt', [plain, html]), file]),
    ]),
  }[shape];
  return [
    `From: ${encodedWord(name, charset, header)} <kari@customer.example>`,
    `To: ${mailbox}`,
    `Subject: ${encodedWord(subject, charset, header)}`,
    'Message-ID: <1@customer.example>',
    'Date: Mon, 3 Feb 2025 10:00:00 +0100',
    'MIME-Version: 1.0',
    content ?? '',
    '',
  ].join('\r\n');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('subject, sender and text of generated mails are what another parser reads', async () => {
  for (const one of fc.sample(generated, { seed: 22, numRuns: secondParserCases })) {
    const raw = rawOf(one);
    const ours = readMail(asGmail(raw), desk);
    const theirs = await PostalMime.parse(Buffer.from(raw, 'latin1'));
    expect({
      subject: tidy(ours.subject),
      name: tidy(ours.from.name),
      address: ours.from.address,
      text: tidy(ours.text),
      files: ours.attachments.map(({ name }) => name),
    }).toEqual({
      subject: tidy(theirs.subject ?? ''),
      name: tidy(theirs.from?.name ?? ''),
      address: theirs.from?.address ?? '',
      text: tidy(theirs.text ?? ''),
      files: theirs.attachments.map(({ filename }) => filename),
    });
    expect(tidy(ours.text)).toBe(tidy(one.body.join(' ')));
  }
});
