import fc from 'fast-check';
import { createGmail } from '../../src/local/world/gmail/gmail.ts';
import { arrive, bytes, encoded, headerOf, mail, plain, scene, support } from './gmail-world.ts';

// How a raw mail looks in messages.get, and that no mail breaks the world. Sources beside each claim.

const mixed = `This is a multi-part message.
--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Gr=FC=DFe
--inner
Content-Type: text/html; charset=utf-8

<p>Gr&uuml;&szlig;e <b>x</b></p>
--inner--
--outer
Content-Type: application/pdf; name="invoice.pdf"
Content-Disposition: attachment; filename*=UTF-8''Rechnung%20%C3%BC.pdf
Content-Transfer-Encoding: base64

aGVsbG8gcGRm
--outer
Content-Type: message/rfc822

From: deep@x.example
Subject: inside

inner words
--outer--
`;

function read(raw: Uint8Array, format = 'full') {
  const { gmail, call } = scene();
  const id = gmail.deliver({ raw, to: [support] })[0]?.id;
  return { gmail, call, id, message: call('GET', `me/messages/${id}?format=${format}`).json };
}

describe('messages.get', () => {
  const multipart = mail({ 'Content-Type': 'multipart/mixed; boundary=outer' }, mixed);

  // Published samples of messages.get: top part "", then 0, 0.0, 0.1, 1
  test('parts are numbered by their place, containers have no bytes', () => {
    const { payload } = read(multipart).message;
    expect(payload).toMatchObject({ partId: '', mimeType: 'multipart/mixed', filename: '' });
    expect(payload.body).toEqual({ size: 0 });
    const [alternative, pdf, inner] = payload.parts;
    expect(alternative.parts.map(({ partId }: { partId: string }) => partId)).toEqual(['0.0', '0.1']);
    expect(pdf.partId).toBe('1');
    expect(inner).toMatchObject({ partId: '2', mimeType: 'message/rfc822' });
    expect(headerOf({ payload: inner.parts[0] }, 'Subject')).toBe('inside');
  });

  // openclaw/gogcli#446: body.data is UTF-8 whatever the header says, the header stays
  test('text arrives in UTF-8 whatever charset the mail is in', () => {
    const part = read(multipart).message.payload.parts[0].parts[0];
    expect(plain(part.body.data)).toBe('Grüße');
    expect(part.body.size).toBe(7);
    expect(part.headers[0].value).toBe('text/plain; charset=iso-8859-1');
  });

  // macro-inc/macro#6133: UTF-8 under a legacy label stays UTF-8
  test('UTF-8 that is declared as windows-1252 is left alone, and so is the reverse', () => {
    const utf8 = Buffer.from('Grüße', 'utf8').toString('latin1');
    const declared = (charset: string, body: string) =>
      read(mail({ 'Content-Type': `text/plain; charset=${charset}` }, body)).message.payload.body.data;
    expect(plain(declared('windows-1252', utf8))).toBe('Grüße');
    expect(Buffer.from(declared('utf-8', 'Gr\xfc\xdfe'), 'base64url').toString('latin1')).toBe('Gr\xfc\xdfe');
    expect(Buffer.from(declared('x-nonsense', 'Gr\xfc'), 'base64url').toString('latin1')).toBe('Gr\xfc');
  });

  // reference: MessagePartBody.attachmentId and data
  test('an attachment has a name, a size and an id to fetch it with, and no data', () => {
    const { call, id, message } = read(multipart);
    const pdf = message.payload.parts[1];
    expect(pdf.filename).toBe('Rechnung ü.pdf');
    expect(pdf.body).toEqual({ size: 9, attachmentId: expect.any(String) });
    const fetched = call('GET', `me/messages/${id}/attachments/${pdf.body.attachmentId}`).json;
    expect(fetched.size).toBe(9);
    expect(plain(fetched.data)).toBe('hello pdf');
    expect(call('GET', `me/messages/${id}/attachments/made-up`).status).toBe(400);
  });

  // RFC 2047 words come decoded (moretea-labs/forge#67 reads them back so), folded lines come as one
  test('headers come unfolded and decoded, in the order of the mail', () => {
    const { message } = read(
      mail({
        Subject: '=?UTF-8?B?R3LDvMOfZQ==?= =?iso-8859-1?Q?_aus_K=F6ln?=',
        References: '<a@x.example>\n <b@x.example>',
        'X-Raw': 'Gr\xfc\xdfe',
      }),
    );
    expect(headerOf(message, 'Subject')).toBe('Grüße aus Köln');
    expect(headerOf(message, 'References')).toBe('<a@x.example> <b@x.example>');
    expect(headerOf(message, 'X-Raw')).toBe('Grüße');
  });

  // reference: Format
  test('each format has its own fields', () => {
    const { call, id } = read(mail());
    const keys = (query: string) => Object.keys(call('GET', `me/messages/${id}?${query}`).json).sort();
    const common = ['historyId', 'id', 'internalDate', 'labelIds', 'sizeEstimate', 'snippet', 'threadId'];
    expect(keys('format=minimal')).toEqual(common);
    expect(keys('format=full')).toEqual([...common, 'payload'].sort());
    expect(keys('format=raw')).toEqual([...common, 'raw'].sort());
    const { payload } = call(
      'GET',
      `me/messages/${id}?format=metadata&metadataHeaders=subject&metadataHeaders=From`,
    ).json;
    expect(payload.headers.map(({ name }: { name: string }) => name)).toEqual(['From', 'Subject']);
    expect(payload.body).toBeUndefined();
    expect(call('GET', `me/messages/${id}?format=everything`).status).toBe(400);
  });

  test('the raw format is the mail itself, with the headers Gmail put before it', () => {
    const { message } = read(mail(), 'raw');
    const raw = Buffer.from(message.raw, 'base64url').toString('latin1');
    expect(raw.endsWith(Buffer.from(mail()).toString('latin1'))).toBe(true);
    expect(message.sizeEstimate).toBe(raw.length);
  });

  test('the snippet is one escaped line of at most two hundred characters', () => {
    const { message } = read(mail({}, `I'm <b>"angry"</b> & tired.\n\n  ${'word '.repeat(100)}`));
    expect(message.snippet).toMatch(/^I&#39;m &lt;b&gt;&quot;angry&quot;&lt;\/b&gt; &amp; tired\. word/);
    expect(message.snippet.length).toBeLessThan(260);
    const html = read(mail({ 'Content-Type': 'text/html' }, '<style>a{}</style><p>Hi <b>you</b></p>'));
    expect(html.message.snippet).toBe('Hi you');
  });
});

describe('what Gmail adds to a mail that comes in', () => {
  test('where it was delivered, how it came and whether its sender is who it says', () => {
    const { gmail, call } = scene();
    const [good] = gmail.deliver({ raw: mail(), to: [support], from: 'bounce@shop.example' });
    const [bad] = gmail.deliver({ raw: mail(), to: [support], from: '', authentication: 'fail' });
    const headers = (id?: string) => call('GET', `me/messages/${id}`).json;
    expect(headerOf(headers(good?.id), 'Delivered-To')).toBe(support);
    expect(headerOf(headers(good?.id), 'Return-Path')).toBe('<bounce@shop.example>');
    expect(headerOf(headers(good?.id), 'Authentication-Results')).toMatch(/^mx\.google\.com;.*dmarc=pass/s);
    expect(headerOf(headers(bad?.id), 'Return-Path')).toBe('<>');
    expect(headerOf(headers(bad?.id), 'Authentication-Results')).toContain('dmarc=fail');
  });

  test('headers an archived mail already has are not added twice', () => {
    const { message } = read(mail({ 'Delivered-To': 'old@example.com' }));
    const names = message.payload.headers.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name === 'Delivered-To')).toHaveLength(1);
    expect(headerOf(message, 'Delivered-To')).toBe('old@example.com');
  });

  // Mails on public lists: <61d3e79c.1c69fb81.99426.bd3cSMTPIN_ADDED_MISSING@mx.google.com>
  test('a Message-ID and a Date where they are missing, a new Message-ID where it is broken', () => {
    const missing = read(mail({ 'Message-ID': '', Date: '' })).message;
    expect(headerOf(missing, 'Message-ID')).toMatch(/^<.+SMTPIN_ADDED_MISSING@mx\.google\.com>$/);
    expect(headerOf(missing, 'Date')).toBe('Mon, 02 Nov 2026 01:00:00 -0800 (PST)');
    const broken = read(mail({ 'Message-ID': 'no brackets' })).message;
    expect(headerOf(broken, 'Message-ID')).toMatch(/SMTPIN_ADDED_BROKEN@mx\.google\.com>$/);
    expect(headerOf(broken, 'X-Google-Original-Message-ID')).toBe('no brackets');
  });

  test('an imported archive mail keeps what it lacks', () => {
    const { gmail, call } = scene();
    const raw = mail({ 'Message-ID': '' });
    const { id } = gmail.mailbox(support).insert(raw);
    const message = call('GET', `me/messages/${id}`).json;
    expect(headerOf(message, 'Message-ID')).toBeUndefined();
    expect(message.internalDate).toBe(String(Date.UTC(2026, 10, 2, 9)));
    const { json } = call('POST', 'me/messages', { raw: encoded(raw), labelIds: ['INBOX'] });
    expect(json.labelIds).toEqual(['INBOX']);
    expect(headerOf(call('GET', `me/messages/${json.id}`).json, 'Message-ID')).toBeUndefined();
  });

  test('the internal date is when it arrived, not what its Date claims', () => {
    // reference: Message.internalDate
    const { gmail, call } = scene();
    const at = Date.UTC(2026, 10, 1, 3);
    const [one] = gmail.deliver({
      raw: mail({ Date: 'Thu, 01 Jan 1970 00:00:00 +0000' }),
      to: [support],
      at,
    });
    expect(call('GET', `me/messages/${one?.id}`).json.internalDate).toBe(String(at));
  });
});

describe('threads', () => {
  const reply = {
    'Message-ID': '<2@x.example>',
    'In-Reply-To': '<one@customer.example>',
    References: '<zero@customer.example> <one@customer.example>',
  };

  // reference: Message.threadId, and platform
  test('an answer with the same subject joins the thread of what it answers', () => {
    const { gmail, call } = scene();
    const one = arrive(gmail);
    const two = arrive(gmail, { ...reply, Subject: 'AW: Re:  Where is my order?' });
    expect(two.threadId).toBe(one.threadId);
    const thread = call('GET', `me/threads/${one.threadId}?format=minimal`).json;
    expect(thread.messages.map(({ id }: { id: string }) => id)).toEqual([one.id, two.id]);
  });

  test('another subject, or no reference, starts a new thread', () => {
    const { gmail } = scene();
    const one = arrive(gmail);
    expect(arrive(gmail, { ...reply, Subject: 'Something else' }).threadId).not.toBe(one.threadId);
    expect(arrive(gmail, { 'Message-ID': '<3@x.example>' }).threadId).not.toBe(one.threadId);
  });

  // Gmail's help, "Group emails into conversations": over 100 emails a new conversation starts
  test('the hundred and first mail of a thread starts another', () => {
    const { gmail } = scene();
    const one = arrive(gmail);
    const threads = Array.from(
      { length: 150 },
      (_, n) => arrive(gmail, { ...reply, 'Message-ID': `<r${n}@x.example>` }).threadId,
    );
    expect(threads.filter((id) => id === one.threadId)).toHaveLength(99);
    expect(arrive(gmail, { ...reply, References: '<r149@x.example>' }).threadId).toBe(threads[149]);
  });

  test('two different mails with one Message-ID are both there', () => {
    const { gmail, call } = scene();
    arrive(gmail);
    arrive(gmail, { Subject: 'other' });
    const { json } = call('GET', 'me/messages?q=rfc822msgid:one@customer.example');
    expect(json.messages).toHaveLength(2);
  });
});

describe('broken mails', () => {
  const nested = (depth: number) => {
    let body = 'deep\n';
    for (let level = 0; level < depth; level += 1)
      body = `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n${body}\n--b${level}--\n`;
    return bytes(`From: a@b.example\nTo: ${support}\nSubject: nested\n${body}`);
  };
  test.each([
    ['nothing at all', bytes('')],
    ['only a body', bytes('\nhello')],
    ['NUL bytes', bytes('From: a@b.example\nSubject: n\0ul\n\n\0\0\0')],
    ['a boundary that never comes', mail({ 'Content-Type': 'multipart/mixed; boundary=zzz' })],
    ['no boundary parameter', mail({ 'Content-Type': 'multipart/mixed' })],
    ['a content type that is none', mail({ 'Content-Type': ';;;=' })],
    ['base64 that is none', mail({ 'Content-Transfer-Encoding': 'base64' }, '!!!=\n=a')],
    ['an encoded word that is none', mail({ Subject: '=?x?B?!!?= =?utf-8?Q?=ZZ?=' })],
    ['a thousand levels', nested(1000)],
    ['an mbox From line', bytes('From jane Mon Nov 2\nFrom: a@b.example\nSubject: x\n\nhello')],
    ['a header line of 200 kB', mail({ 'X-Long': 'x'.repeat(200_000) })],
  ])('%s: is accepted and can be read', (_, raw) => {
    const { message } = read(raw);
    expect(message.payload.mimeType).toMatch(/^\w+\/\w+/);
    expect(typeof message.snippet).toBe('string');
  });

  test.each([
    ['a subject of 100,000 times Re:', mail({ Subject: 're:'.repeat(100_000) })],
    ['a sender of brackets', mail({ From: '('.repeat(200_000) })],
    ['a sender of angles', mail({ From: '< '.repeat(100_000), 'Reply-To': ','.repeat(100_000) })],
    ['half encoded words', mail({ Subject: '=?utf-8?Q?'.repeat(20_000) })],
    ['encoded words without end', mail({ Subject: '=?utf-8?Q?a?= '.repeat(20_000) })],
    [
      'a megabyte of spaces in quoted-printable',
      mail({ 'Content-Transfer-Encoding': 'quoted-printable' }, `${' '.repeat(1_000_000)}x`),
    ],
    ['boundary lines only', mail({ 'Content-Type': 'multipart/mixed; boundary=-' }, '---\n'.repeat(10_000))],
    [
      'a Message-ID of brackets',
      mail({ 'Message-ID': '<'.repeat(200_000), References: '<a'.repeat(100_000) }),
    ],
    ['folded lines only', mail({ 'X-Fold': `a${'\n b'.repeat(100_000)}` })],
    ['HTML of open tags', mail({ 'Content-Type': 'text/html' }, '<b'.repeat(200_000))],
  ])('%s: does not stall the world', (_, raw) => {
    const began = performance.now();
    const { gmail } = read(raw);
    gmail.addGroup('help@example.com', [support], { strictDomains: ['customer.example'] });
    gmail.deliver({ raw, to: ['help@example.com'] });
    gmail.mailbox(support).messages('words subject:re');
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('soft line breaks are joined and spaces at line ends dropped', () => {
    // RFC 2045, 6.7
    const { message } = read(
      mail({ 'Content-Transfer-Encoding': 'quoted-printable' }, 'one =\ntwo  \nthree=3D=\n'),
    );
    expect(plain(message.payload.body.data)).toBe('one two\r\nthree=');
  });

  test('whatever bytes come in, Gmail answers in every format', () => {
    const header = fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Type: text/plain; charset=',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      'Subject: =?utf-8?Q?',
      '--b',
      '--b--',
      '',
      ' folded',
    );
    const line = fc.oneof(header, fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const gmail = createGmail({ clock: { now: () => 1e12 } });
        gmail.addMailbox(support);
        gmail.deliver({ raw: Buffer.from(lines.join('\r\n'), 'utf8'), to: [support] });
        const [message] = gmail.mailbox(support).messages();
        expect(message?.payload?.mimeType).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
