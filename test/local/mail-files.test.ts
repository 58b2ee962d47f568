import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOrderOfArrival } from '../../src/local/arrival.ts';
import { type MailFiles, readMailFiles, Unusable } from '../../src/local/mail-files.ts';
import { mboxEntries } from '../../src/local/mbox.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierline-mail-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string | Uint8Array) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const mail = (subject: string, date: string | null, body = 'Hello\n') =>
  [
    'From: Kari Nordmann <Kari@Home.example>',
    'To: Support <support@fjordlicht.example>, ole@fjordlicht.example',
    `Subject: ${subject}`,
    ...(date === null ? [] : [`Date: ${date}`]),
    'Message-ID: <abc@home.example>',
    '',
    body,
  ].join('\n');
const subjects = ({ mails }: MailFiles) => mails.map((one) => one.subject);
const text = (raw: Uint8Array | undefined) => Buffer.from(raw ?? []).toString('latin1');

test('a folder gives its mails by name, folders below it included, other files left alone', async () => {
  put('b.eml', mail('second', 'Mon, 23 Mar 2026 09:00:00 +0100'));
  put('a/x.EML', mail('first', 'Mon, 23 Mar 2026 10:00:00 +0100'));
  put('notes.txt', 'no mail');
  const read = await readMailFiles(folder);
  expect(read.mails.map((one) => one.file)).toEqual(['a/x.EML', 'b.eml']);
  expect(subjects(read)).toEqual(['first', 'second']);
  expect(read.problems).toEqual([]);
});

test('a mail tells between whom it went, in lower case', async () => {
  const path = put(
    'a.eml',
    'Delivered-To: Support@fjordlicht.example\nCc: Team: a@x.example, "B, C" <b@x.example>;\n' +
      mail('=?utf-8?B?w5hkZWxhZ3QgbGFtcGU=?=', null),
  );
  const [one] = (await readMailFiles(path)).mails;
  expect(one).toMatchObject({
    file: 'a.eml',
    date: null,
    from: 'kari@home.example',
    to: ['support@fjordlicht.example', 'ole@fjordlicht.example'],
    cc: ['a@x.example', 'b@x.example'],
    delivered: ['support@fjordlicht.example'],
    messageId: 'abc@home.example',
    subject: 'Ødelagt lampe',
  });
});

test('header bytes without a label are read as UTF-8, or else as Windows-1252', async () => {
  const cp1252 = Buffer.from(mail('Gr\xfc\xdfe', null), 'latin1');
  expect(subjects(await readMailFiles(put('a.eml', cp1252)))).toEqual(['Grüße']);
  expect(subjects(await readMailFiles(put('b.eml', mail('Grüße', null))))).toEqual(['Grüße']);
});

describe.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('an .mbox with %s lines', (_name, newline) => {
  const takeout = [
    'From 1860000000000000001@xxx Mon Mar 23 08:00:00 +0000 2026',
    'X-GM-THRID: 1860000000000000001',
    'X-Gmail-Labels: =?UTF-8?Q?Posteingang,Ge=C3=B6ffnet?=',
    mail(
      'one',
      'Mon, 23 Mar 2026 09:00:00 +0100',
      '>From here on it is dark.\n>>From twice\n> From quoted\n',
    ),
    'From 1860000000000000002@xxx Mon Mar 23 08:30:00 +0000 2026',
    mail('two', null, 'From Monday on nothing works.\nno line of its own: From x Mon Mar 23 08:30:00\n'),
    'From - Mon Mar 23 09:00:00 2026',
    mail('three', 'Mon, 23 Mar 2026 10:00:00 +0100', '\nFrom now on I wait.\n'),
  ]
    .join('\n')
    .replaceAll('\n', newline);

  test('is taken apart at its separator lines only', async () => {
    const read = await readMailFiles(put('All mail.mbox', takeout));
    expect(read.mails.map((one) => [one.file, one.subject])).toEqual([
      ['All mail.mbox#1', 'one'],
      ['All mail.mbox#2', 'two'],
      ['All mail.mbox#3', 'three'],
    ]);
    expect(read.mails[0]?.labels).toEqual(['Posteingang', 'Geöffnet']);
  });

  test('gives each mail back as it was before it was quoted', async () => {
    const [one] = (await readMailFiles(put('a.mbox', takeout))).mails;
    expect(
      text(one?.raw).endsWith(
        `From here on it is dark.\n>From twice\n> From quoted\n`.replaceAll('\n', newline),
      ),
    ).toBe(true);
    expect(text(one?.raw).startsWith('X-GM-THRID')).toBe(true);
  });

  test('has the same mails however small the chunks are in which it is read', async () => {
    const path = put('a.mbox', `${takeout}${newline}`.repeat(4));
    const found = async (chunk: number) => {
      const entries = [];
      for await (const entry of mboxEntries(path, chunk)) entries.push(entry);
      return entries;
    };
    const whole = await found(1 << 20);
    expect(whole).toHaveLength(12);
    for (const chunk of [7, 64, 500, 999, 1000, 1001, 1003, 1500]) expect(await found(chunk)).toEqual(whole);
  });
});

test('an .mbox is known by its first word where its name does not say it', async () => {
  const path = put('export', `From x@y.example Mon Mar 23 09:00:00 2026\n${mail('one', null)}`);
  expect(subjects(await readMailFiles(path))).toEqual(['one']);
});

test('a file that is no mail is left out and said, the others are read', async () => {
  put('a.eml', mail('good', null));
  put('b.eml', 'Dear diary, today: nothing.\n');
  put('c.eml', '');
  const read = await readMailFiles(folder);
  expect(subjects(read)).toEqual(['good']);
  expect(read.problems.map(({ file, what }) => `${file}: ${what}`)).toEqual([
    'b.eml: no mail: it does not begin with a header such as From: or Date:.',
    'c.eml: the file is empty.',
  ]);
});

describe('where nothing can be read, the message says where and what to do', () => {
  const refusal = (path: string) =>
    readMailFiles(path).then(
      () => null,
      (error: unknown) => error,
    );

  test('a path that does not exist', async () => {
    const error = await refusal(join(folder, 'nowhere'));
    expect(error).toBeInstanceOf(Unusable);
    expect(String(error)).toMatch(/nowhere: there is no such file or folder\. Give a folder of \.eml/);
  });
  test('an empty folder', async () => {
    expect(String(await refusal(folder))).toMatch(/no \.eml or \.mbox file in this folder/);
  });
  test('a file that is no mail', async () => {
    expect(String(await refusal(put('a.eml', '{"json": true}')))).toMatch(
      /a\.eml: no mail: it does not begin/,
    );
  });
  test("Outlook's own format", async () => {
    expect(String(await refusal(put('a.msg', '\xd0\xcf\x11\xe0')))).toMatch(/Save the mail as \.eml/);
  });
  test('an .mbox without a mail', async () => {
    expect(String(await refusal(put('a.mbox', 'nothing here\n')))).toMatch(/no line begins a mail/);
  });
});

test('mails arrive by their Date; one without arrives just after the mail before it', async () => {
  put('1.eml', mail('undated first', null));
  put('2.eml', mail('late', 'Mon, 23 Mar 2026 12:00:00 +0000'));
  put('3.eml', mail('undated after late', 'Fri, 31 Dec 2099 12:00:00 +0000'));
  put('4.eml', mail('also undated', null));
  put('5.eml', mail('early', 'Mon, 23 Mar 2026 08:00:00 +0000'));
  const arrivals = inOrderOfArrival((await readMailFiles(folder)).mails, 0);
  expect(
    arrivals.map(({ mail: { subject }, at }) => [subject, new Date(at).toISOString().slice(11, 19)]),
  ).toEqual([
    ['early', '08:00:00'],
    ['undated first', '12:00:00'],
    ['late', '12:00:00'],
    ['undated after late', '12:00:01'],
    ['also undated', '12:00:02'],
  ]);
});

test('the last header line counts, whatever the line ends are', async () => {
  const lines = [
    'From: a@b.example',
    'Subject: last',
    'Date: Fri, 27 Mar 2026 15:30:00 +0000',
    '',
    'Hello',
    '',
  ];
  put('crlf.eml', lines.join('\r\n'));
  put('lf.eml', lines.join('\n'));
  const { mails } = await readMailFiles(folder);
  expect(mails.map(({ date }) => date)).toEqual([
    Date.UTC(2026, 2, 27, 15, 30),
    Date.UTC(2026, 2, 27, 15, 30),
  ]);
});
