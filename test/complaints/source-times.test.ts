// The times that the source articles name, each told as a story with the starter workbook (S55-S59).
import { deadlinesOf } from '../../src/complaints/deadlines.ts';
import type { Mail } from '../../src/complaints/mail.ts';
import { arrives, instant, mail, passes, type Story, starterRules, story, ticket } from './story.ts';

/** Tuesday 24 March 2026, 08:00 in Oslo: the desk opens. */
const opening = '2026-03-24T07:00:00Z';

function begins(about: Partial<Mail>): Story {
  const told = story(starterRules);
  arrives(told, opening, mail(about));
  return told;
}

function tierAt(told: Story, at: string): number {
  passes(told, at);
  return ticket(told).tier;
}

test('an urgent technical problem is passed up after 20 minutes at tier 1 (S55)', () => {
  const told = begins({
    subject: 'App crashes',
    words: 'The app shows an error and crashes, this is urgent.',
  });
  expect(ticket(told)).toMatchObject({ category: 'Technical problems', severity: 'high', tier: 1 });
  expect(tierAt(told, '2026-03-24T07:19:00Z')).toBe(1);
  expect(tierAt(told, '2026-03-24T07:20:00Z')).toBe(2);
});

test('billing has 60 minutes to answer, then goes at once to tier 2, which has 4 hours (S56)', () => {
  const told = begins({ subject: 'Invoice', words: 'The amount on my invoice is wrong.' });
  expect(tierAt(told, '2026-03-24T07:59:00Z')).toBe(1);
  expect(tierAt(told, '2026-03-24T08:00:00Z')).toBe(2);
  expect(tierAt(told, '2026-03-24T11:59:00Z')).toBe(2);
  expect(tierAt(told, '2026-03-24T12:00:00Z')).toBe(3);
});

test('a technical problem goes to special expertise after 4 hours (S57) and has two working days there (S59)', () => {
  const told = begins({ subject: 'Error in the app', words: 'The export shows an error message.' });
  expect(ticket(told)).toMatchObject({ category: 'Technical problems', tier: 1 });
  expect(tierAt(told, '2026-03-24T10:59:00Z')).toBe(1);
  expect(tierAt(told, '2026-03-24T11:00:00Z')).toBe(2);
  expect(ticket(told).owner).toBe('david@fjordlicht.example');
  expect(tierAt(told, '2026-03-26T10:59:00Z')).toBe(2);
  expect(tierAt(told, '2026-03-26T11:00:00Z')).toBe(3);
});

test('a key account is to be solved within 24 hours by the clock, weekends too (S58)', () => {
  const account = starterRules.customers.find((customer) => customer.tier === 'Key account');
  const told = begins({
    from: { name: 'Buyer', address: `buyer@${account?.matches[0]}` },
    subject: 'Delivery',
    words: 'When will the parcel arrive?',
  });
  const due = deadlinesOf(ticket(told), starterRules, instant(opening)).find(
    (one) => one.clock === 'resolution',
  )?.due;
  expect(due).toBe(instant('2026-03-25T07:00:00Z'));
});

test('shipping has three working days at the second level (S59)', () => {
  const told = begins({ subject: 'Parcel', words: 'The tracking of my parcel shows nothing.' });
  expect(ticket(told).category).toBe('Shipping and delivery');
  expect(tierAt(told, '2026-03-24T11:00:00Z')).toBe(2);
  expect(tierAt(told, '2026-03-27T10:59:00Z')).toBe(2);
  expect(tierAt(told, '2026-03-27T11:00:00Z')).toBe(3);
});
