import { readMail } from '../../src/complaints/message.ts';
import { desk, letter, read } from './mails/letter.ts';

test.each([
  ['<a@x.example>', 'a@x.example'],
  ['  <a@x.example> (added by a relay)', 'a@x.example'],
  ['a@x.example', 'a@x.example'],
  ['(comment) a@x.example', 'a@x.example'],
  ['<CaSe.kept@x.example>', 'CaSe.kept@x.example'],
  ['<broken', 'broken'],
])('the Message-ID in "%s" is %s', (header, id) => {
  expect(read({ headers: { 'Message-ID': header } })).toMatchObject({ key: id, messageId: id });
});

test('a mail without Message-ID has a key of its own, the same in each copy of a Group', () => {
  const without = { 'Message-ID': '' };
  const footer =
    '\n\n-- \nYou received this message because you are subscribed to the Google Groups "Support" group.';
  const mail = read({ headers: without, text: 'The lamp is broken.' });
  const copy = readMail(
    { ...letter({ headers: without, text: `The lamp is  broken.${footer}` }), id: 'g2', sizeEstimate: 9 },
    desk,
  );
  expect(mail.key).toMatch(/^made:[0-9a-f]{16}$/);
  expect(mail.messageId).toBeNull();
  expect(copy.key).toBe(mail.key);
  expect(copy.fingerprint).toBe(mail.fingerprint);
  const others = [{ Subject: 'Lamp' }, { From: 'bob@x.example' }, { Date: 'Tue, 4 Feb 2025 10:00:00 +0100' }];
  for (const headers of others)
    expect(read({ headers: { ...without, ...headers }, text: 'The lamp is broken.' }).key).not.toBe(mail.key);
});

test('two mails with one Message-ID are told apart by their fingerprints', () => {
  expect(read({ text: 'One lamp is broken.' }).fingerprint).not.toBe(
    read({ text: 'Two lamp is broken.' }).fingerprint,
  );
  expect(read({}).fingerprint).not.toBe(read({ headers: { From: 'bob@x.example' } }).fingerprint);
  expect(read({}).fingerprint).toBe(read({ labelIds: ['INBOX', 'UNREAD'] }).fingerprint);
});

test('references come oldest first, each once, In-Reply-To last', () => {
  const headers = { References: '<a@x>\r\n <b@x>\t<a@x>', 'In-Reply-To': 'Your mail of Monday <c@x>' };
  expect(read({ headers }).references).toEqual(['a@x', 'b@x', 'c@x']);
  expect(read({}).references).toEqual([]);
});

test('of a thousand references the oldest and the newest stay', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `${i}@x`);
  const { references } = read({ headers: { References: ids.map((id) => `<${id}>`).join(' ') } });
  expect(references).toHaveLength(200);
  expect([references[0], references.at(-1)]).toEqual(['0@x', '999@x']);
});

test.each([
  ['Mon, 3 Feb 2025 10:00:00 +0100 (CET)', '2025-02-03T09:00:00.000Z'],
  ['3 Feb 25 10:00 EST', '2025-02-03T15:00:00.000Z'],
  ['2025-02-03T10:00:00Z', '2025-02-03T10:00:00.000Z'],
  ['yesterday', '1970-01-01T00:00:00.000Z'],
])('without an instant by Gmail, "%s" is %s', (header, at) => {
  const { internalDate, ...message } = letter({ headers: { Date: header } });
  expect(internalDate).toBeDefined();
  expect(new Date(readMail(message, desk).at).toISOString()).toBe(at);
});

test("Gmail's instant beats the Date header", () => {
  expect(read({ headers: { Date: 'Mon, 3 Feb 1975 10:00:00 +0100' } }).at).toBe(1738573200000);
});
