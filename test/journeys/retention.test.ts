// What is kept no longer goes at night, through the shipped bundle: whole tickets, never half of one.
import type { Office } from '../../src/local/office.ts';
import { journal, journey, onlyTicket, post, support, tickets, withSettings } from './desk-journey.ts';
import { furnish, knock } from './door-journey.ts';

const day = 86_400_000;
const minute = 60_000;
const tabs = ['Tickets', 'Archive', 'Journal', 'Mails', 'Outbox', 'Knowledge'] as const;

const of = (office: Office, tab: string, id: string) =>
  office.rows(tab).filter((row) => row.Ticket === id).length;
const idsIn = (office: Office, tab: string): readonly string[] => [
  ...new Set(office.rows(tab).flatMap(({ Ticket }) => (Ticket ? [Ticket] : []))),
];

/** FL-1 solved and archived, FL-2 open. */
async function desk(settings: Readonly<Record<string, string>>): Promise<Office> {
  const office = await journey(
    '2026-03-24T08:00:00Z',
    withSettings({ 'Keep closed tickets (months)': '2', 'Keep mail records (days)': '30', ...settings }),
  );
  furnish(office);
  post(office, { subject: 'My lamp is broken' });
  office.desk.run('tick');
  const { version, id } = onlyTicket(office);
  const resolve = { do: 'resolve' as const, rootCause: null, solution: 'Sent a new lamp' };
  knock(office, { ask: 'act', ticket: id, version, archiveRow: null, request: resolve });
  office.desk.run('uninstall');
  office.world.advance(12 * day);
  office.desk.run('tick');
  post(office, { subject: 'The cable is too short', from: 'Ola <ola@example.com>' });
  office.desk.run('tick');
  office.world.advance(4 * day);
  office.desk.run('tick');
  return office;
}

/** So many days on: what an earlier night left to do, and then a whole night. */
function night(office: Office, days: number): void {
  office.world.advance(days * day);
  ticks(office, 6);
  office.world.advance(day);
  ticks(office, 8);
}

function ticks(office: Office, count: number): void {
  for (let tick = 0; tick < count; tick++) {
    office.desk.attempt('tick');
    office.world.advance(minute);
  }
}

test('a ticket closed long ago goes from archive, journal and knowledge as a whole; an open one stays whole', async () => {
  const office = await desk({});
  expect(of(office, 'Archive', 'FL-1')).toBe(1);
  expect(of(office, 'Knowledge', 'FL-1')).toBe(1);
  const journalOfOpen = of(office, 'Journal', 'FL-2');
  night(office, 90);
  for (const tab of tabs) expect([tab, of(office, tab, 'FL-1')]).toEqual([tab, 0]);
  expect(tickets(office).map(({ id }) => id)).toEqual(['FL-2']);
  expect(of(office, 'Journal', 'FL-2')).toBeGreaterThanOrEqual(journalOfOpen);
  expect(journal(office, 'opened').map((row) => row.Ticket)).toEqual(['FL-2']);
  expect(office.rows('Health').some(({ What }) => What === 'Night work left undone')).toBe(false);
});

test('records of mails go earlier than tickets', async () => {
  const office = await desk({});
  expect(office.rows('Mails').length).toBeGreaterThan(0);
  night(office, 35);
  expect(office.rows('Mails')).toEqual([]);
  expect(of(office, 'Archive', 'FL-1')).toBe(1);
  expect(of(office, 'Journal', 'FL-1')).toBeGreaterThan(0);
});

test('0 keeps everything for ever', async () => {
  const office = await desk({ 'Keep closed tickets (months)': '0', 'Keep mail records (days)': '0' });
  const before = tabs.map((tab) => office.rows(tab).length);
  night(office, 900);
  expect(tabs.map((tab, index) => office.rows(tab).length >= (before[index] ?? 0))).toEqual(
    tabs.map(() => true),
  );
  expect(of(office, 'Archive', 'FL-1')).toBe(1);
});

test('killed at any call of the night, the next one ends with the same tabs', async () => {
  const office = await desk({});
  ticks(office, 6);
  office.world.advance(90 * day);
  const saved = office.world.snapshot();
  const calls = office.world.calls.during(() => ticks(office, 4)).total;
  night(office, 0);
  const end = tabs.map((tab) => idsIn(office, tab));
  expect(idsIn(office, 'Archive')).toEqual([]);
  for (let call = 1; call <= calls; call += 12) {
    office.world.restore(saved);
    office.world.faults.at(call, { script: 'desk', after: call % 2 === 0 }, 'kill');
    ticks(office, 4);
    office.world.faults.clear();
    office.world.advance(day);
    ticks(office, 7);
    expect([call, ...tabs.map((tab) => idsIn(office, tab))]).toEqual([call, ...end]);
  }
});

test('mail goes on being taken in after its tabs were emptied', async () => {
  const office = await desk({});
  night(office, 90);
  post(office, { subject: 'The shade is cracked', from: 'Per <per@example.com>' });
  office.desk.run('tick');
  expect(office.rows('Mails').at(-1)).toMatchObject({ Outcome: 'opened' });
  expect(office.world.gmail.mailbox(support).messages().length).toBeGreaterThan(2);
});
