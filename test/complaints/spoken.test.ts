import { spokenBy } from '../../src/complaints/spoken.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { arrives, happened, mail, reply, story, ticket } from './story.ts';

const greta = { name: 'Greta', address: 'greta@example.org' };
const words = (text: string, language: string | null) => ({ words: text, text, language, from: greta });

test('a mail of two words is answered in the language its sender spoke before', () => {
  const told = story();
  arrives(
    told,
    '2026-03-24T09:00:00Z',
    mail({ subject: 'Rechnung', ...words('Wo ist meine Rechnung?', 'de') }),
  );
  arrives(told, '2026-03-25T09:00:00Z', mail({ subject: 'Lampe', ...words('Lampe defekt', null) }));
  expect([...told.tickets.values()].map(({ language }) => language)).toEqual(['de', 'de']);
});

test('a stranger with two words is answered in the language of Settings', () => {
  const told = story();
  arrives(told, '2026-03-24T09:00:00Z', mail({ subject: 'Lampe', ...words('Lampe 7', null) }));
  expect(ticket(told).language).toBe(told.rules.settings.language);
});

test('a short answer leaves the language of its thread as it is', () => {
  const told = story();
  const first = mail({ subject: 'Rechnung', ...words('Wo ist meine Rechnung?', 'de') });
  arrives(told, '2026-03-24T09:00:00Z', first);
  arrives(told, '2026-03-24T10:00:00Z', reply(first, words('OK 7', null)));
  expect(ticket(told).language).toBe('de');
});

test('the order: Customers, the mail itself, the ticket it follows, the newest ticket, Settings', () => {
  const held = (id: string, opened: number, language: string, address = greta.address) =>
    [id, { id, opened, language, requester: { name: '', address } } as Ticket] as const;
  const tickets = new Map([
    held('A', 1, 'nl'),
    held('B', 3, 'de'),
    held('C', 2, 'no'),
    held('D', 9, 'fr', 'x'),
  ]);
  const speaker = { mail: 'sv', customer: { language: 'da' }, address: greta.address, follows: 'A' };
  expect(spokenBy(speaker, tickets, 'en')).toBe('da');
  expect(spokenBy({ ...speaker, customer: null }, tickets, 'en')).toBe('sv');
  expect(spokenBy({ ...speaker, customer: null, mail: null }, tickets, 'en')).toBe('nl');
  const known = { ...speaker, customer: null, mail: null, follows: null };
  expect(spokenBy(known, tickets, 'en')).toBe('de');
  expect(spokenBy({ ...known, address: 'new@example.org' }, tickets, 'en')).toBe('en');
});

test('a customer who writes three times without an answer is no longer in a green mood, and the card says why', () => {
  const told = story();
  const first = mail({ subject: 'Order', ...words('Where is my order 7?', 'en') });
  arrives(told, '2026-03-24T09:00:00Z', first);
  expect(ticket(told).mood).toBe('green');
  arrives(told, '2026-03-24T15:00:00Z', reply(first, words('Where is my order 7, please?', 'en')));
  expect(ticket(told).mood).toBe('green');
  arrives(told, '2026-03-26T15:00:00Z', reply(first, words('Where is my order 7?', 'en')));
  expect(ticket(told).mood).toBe('amber');
  expect(happened(told, 'mood seen').at(-1)?.reason).toContain('3 mails without an answer');
});
