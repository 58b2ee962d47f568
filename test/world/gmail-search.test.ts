import { arrive, mail, scene, start, support } from './gmail-world.ts';

// Gmail's search. Source of the operators: Gmail's help, "Refine searches in Gmail".

function inbox() {
  const { gmail, call, pass } = scene();
  pass(-10 * 86_400_000);
  const old = arrive(
    gmail,
    {
      'Message-ID': '<old@x.example>',
      From: 'Bob Builder <bob@builder.example>',
      Subject: 'Invoice 4711',
      Cc: 'boss@builder.example',
    },
    'Please refund my money back now.',
  ).id;
  pass(10 * 86_400_000);
  const recent = arrive(gmail, {}, 'Hello, where is my order? Grüße').id;
  const file =
    gmail.deliver({
      raw: mail(
        {
          'Message-ID': '<file@x.example>',
          Subject: 'Photo',
          'Content-Type': 'image/png; name="broken-box.png"',
        },
        'xxxx',
      ),
      to: [support],
    })[0]?.id ?? '';
  const person = gmail.mailbox(support);
  person.modify([old], ['Desk/Billing Disputes'], ['UNREAD']);
  person.modify([recent], ['STARRED'], []);
  const names = new Map([
    [old, 'old'],
    [recent, 'recent'],
    [file, 'file'],
  ]);
  const find = (q: string): string[] =>
    (call('GET', `me/messages?q=${encodeURIComponent(q)}`).json.messages ?? [])
      .map(({ id }: { id: string }) => names.get(id) ?? id)
      .sort();
  return { find, gmail, old, recent };
}

test.each([
  ['from:bob@builder.example', ['old']],
  ['from:builder', ['old']],
  ['from:build', []],
  ['to:boss@builder.example', ['old']],
  ['cc:boss', ['old']],
  ['to:me', ['file', 'old', 'recent']],
  ['from:me', []],
  ['subject:invoice', ['old']],
  ['subject:(invoice 4711)', ['old']],
  ['subject:"invoice 4711"', ['old']],
  ['subject:"4711 invoice"', []],
  ['"money back"', ['old']],
  ['"back money"', []],
  ['refund', ['old']],
  ['refun', []],
  ['-refund', ['file', 'recent']],
  ['refund OR order', ['old', 'recent']],
  ['{refund order}', ['old', 'recent']],
  ['refund order', []],
  ['-{refund order}', ['file']],
  ['(refund OR photo) is:unread', ['file']],
  ['is:unread', ['file', 'recent']],
  ['is:read', ['old']],
  ['is:starred', ['recent']],
  ['has:attachment', ['file']],
  ['filename:png', ['file']],
  ['has:userlabels', ['old']],
  ['in:inbox', ['file', 'old', 'recent']],
  ['in:sent', []],
  ['label:desk-billing-disputes', ['old']],
  ['label:"Desk/Billing Disputes"', ['old']],
  ['label:nowhere', []],
  ['-label:desk-billing-disputes', ['file', 'recent']],
  ['newer_than:2d', ['file', 'recent']],
  ['older_than:2d', ['old']],
  ['after:2026/11/01', ['file', 'recent']],
  ['before:2026/11/01', ['old']],
  [`after:${start / 1000 - 60}`, ['file', 'recent']],
  ['rfc822msgid:old@x.example', ['old']],
  ['rfc822msgid:<old@x.example>', ['old']],
  ['rfc822msgid:OLD@x.example', []],
  ['rfc822msgid:', []],
])('%s finds %j', (query, expected) => {
  expect(inbox().find(query)).toEqual(expected);
});

test('trash and spam are found only where the search asks for them', () => {
  const { find, gmail, old } = inbox();
  gmail.mailbox(support).trash([old]);
  expect(find('refund')).toEqual([]);
  expect(find('in:trash')).toEqual(['old']);
  expect(find('in:anywhere refund')).toEqual(['old']);
  gmail.deliver({ raw: mail({ Subject: 'Win' }), to: [support], spam: true });
  expect(find('win')).toEqual([]);
  expect(find('in:spam')).toHaveLength(1);
});

test('an operator or a value the world does not know throws instead of finding nothing', () => {
  const { find } = inbox();
  for (const query of ['frm:bob', 'is:snoozed', 'has:drive', 'after:yesterday', 'newer_than:2w'])
    expect(() => find(query)).toThrow('does not know');
});
