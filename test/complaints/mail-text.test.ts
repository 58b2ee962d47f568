import type { GmailPart } from '../../src/complaints/mail.ts';
import { part, read } from './mails/letter.ts';

const bytes = (...codes: number[]) => Uint8Array.from(codes);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('letters survive', () => {
  test.each<readonly [string, Uint8Array, string, string]>([
    ['UTF-8', Uint8Array.from(Buffer.from('Grüße 👍 €')), 'utf-8', 'Grüße 👍 €'],
    ['UTF-8 labelled as Latin-1', Uint8Array.from(Buffer.from('Grüße')), 'iso-8859-1', 'Grüße'],
    ['windows-1252 labelled as UTF-8', bytes(0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x80), 'utf-8', 'Grüße €'],
    ['Latin-1', latin1('Blåbær'), 'ISO-8859-1', 'Blåbær'],
    ['Latin-9, which has the euro sign', bytes(0xa4, 0x31, 0x30), 'iso-8859-15', '€10'],
    ['windows-1252 with its quotation marks', bytes(0x93, 0x61, 0x94, 0x96), 'windows-1252', '“a”–'],
    ['letters in a text labelled as ASCII', Uint8Array.from(Buffer.from('café')), 'us-ascii', 'café'],
    ['UTF-16 with its mark', utf16('Grüße'), 'utf-16', 'Grüße'],
    ['a UTF-8 letter that is cut off', bytes(0x61, 0xc3), 'utf-8', 'aÃ'],
    ['an overlong zero', bytes(0x61, 0xc0, 0x80), 'utf-8', 'aÀ€'],
  ])('%s', (_, content, charset, text) => {
    expect(read({ payload: part('text/plain', content, charset) }).text).toBe(text);
  });

  test.each([
    ['=?utf-8?Q?Gr=C3=BC=C3=9Fe?= aus Bonn', 'Grüße aus Bonn'],
    ['=?utf-8?B?R3LDvMOf?= =?utf-8?B?ZQ==?=', 'Grüße'],
    ['=?utf-8?Q?=C3?=\r\n =?utf-8?Q?=BC?=ber', 'über'],
    ['=?windows-1252?q?5_=80?=', '5 €'],
    ['=?x?y?z?= =?utf-8?Q?unended', '=?x?y?z?= =?utf-8?Q?unended'],
    ['Grüße, as Gmail gives it', 'Grüße, as Gmail gives it'],
  ])('in the subject %s', (header, subject) => {
    expect(read({ headers: { Subject: header } }).subject).toBe(subject);
  });
});

describe('the text of a mail', () => {
  test('is the plain one where there are two', () => {
    expect(read({ text: 'plain', html: '<b>rich</b>' }).text).toBe('plain');
  });

  test('is the HTML where the plain one is empty or only points to it', () => {
    expect(read({ text: ' \n', html: '<b>rich</b>' }).text).toBe('rich');
    expect(
      read({ text: 'Please use an HTML capable client to view this mail.', html: '<b>rich</b>' }).text,
    ).toBe('rich');
  });

  test('is read as HTML where it is HTML under a plain label', () => {
    expect(read({ text: '<html><body><p>one</p><p>two</p></body></html>' }).text).toBe('one\n\ntwo');
  });

  test('comes from all of its parts, with a picture between them', () => {
    const picture: GmailPart = {
      mimeType: 'image/png',
      filename: 'a.png',
      body: { size: 10, attachmentId: 'x' },
    };
    const parts = [part('text/plain', 'above'), picture, part('text/plain', 'below')];
    const mail = read({ payload: { mimeType: 'multipart/mixed', parts } });
    expect(mail.text).toBe('above\n\nbelow');
    expect(mail.attachments).toEqual([{ name: 'a.png', mimeType: 'image/png', size: 10 }]);
  });

  test('does not come from attached text files', () => {
    const log: GmailPart = { ...part('text/plain', 'secret log'), filename: 'log.txt' };
    const mail = read({
      payload: { mimeType: 'multipart/mixed', parts: [part('text/plain', 'see log'), log] },
    });
    expect(mail.text).toBe('see log');
  });

  test('has no scripts, styles, hidden words or comments', () => {
    const html =
      '<style>p{}</style><script>x()</script><!-- c --><div style="display:none">preheader</div><p>a &lt; b&nbsp;&amp; c</p>';
    expect(read({ html }).text).toBe('a < b & c');
  });

  test('keeps list items, numbers, rows and line breaks of HTML', () => {
    const html =
      '<p>a<br>b</p><ol><li>one</li><li>two</li></ol><table><tr><td>x</td><td>1</td></tr><tr><td>y</td><td>2</td></tr></table>';
    expect(read({ html }).text).toBe('a\nb\n\n1. one\n2. two\n\nx 1\ny 2');
  });

  test('joins lines that a flowed text broke', () => {
    const flowed: GmailPart = {
      ...part('text/plain', 'The lamp \nis broken.\n-- \nAnn'),
      headers: [{ name: 'Content-Type', value: 'text/plain; charset=utf-8; format=flowed' }],
    };
    expect(read({ payload: flowed }).words).toBe('The lamp is broken.');
  });
});

test('attachments have the names that people gave them, however they are encoded', () => {
  const named = (headers: Record<string, string>): GmailPart => ({
    mimeType: 'application/pdf',
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: { attachmentId: 'x', size: 3 },
  });
  const parts = [
    part('text/plain', 'See the files.'),
    named({ 'Content-Disposition': "attachment; filename*=utf-8''Gr%C3%BC%C3%9Fe.pdf" }),
    named({ 'Content-Disposition': 'attachment; filename="=?utf-8?Q?Gr=C3=BC=C3=9Fe?=.pdf"' }),
    named({ 'Content-Disposition': "attachment; filename*0*=utf-8''Gr%C3%BC; filename*1*=%C3%9Fe.pdf" }),
    named({ 'Content-Type': 'application/pdf; name="a;b.pdf"' }),
    named({}),
  ];
  const mail = read({ payload: { mimeType: 'multipart/mixed', parts } });
  expect(mail.attachments.map(({ name }) => name)).toEqual([
    'Grüße.pdf',
    'Grüße.pdf',
    'Grüße.pdf',
    'a;b.pdf',
    'noname',
  ]);
});

test.each([
  ['Re: AW: Lamp', 'Lamp'],
  ['RE : Lampe', 'Lampe'],
  ['Re[2]: SV: WG: Fwd: Antw: VS: TR: RV: [EXT] Lamp', 'Lamp'],
  ['[EXTERNAL] re:Lamp', 'Lamp'],
  ['Return: lamp', 'Return: lamp'],
  ['Re: [ticket 12] Lamp', '[ticket 12] Lamp'],
  ['Re:', ''],
  ['', ''],
])('the subject of "%s" is "%s"', (header, subject) => {
  expect(read({ headers: { Subject: header } }).subject).toBe(subject);
});
