// A desk that was taught: three mails of a kind that no keyword tells of, put right a moment ago.
import type { Request } from '../../src/complaints/request.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { asDeed } from '../../src/door/request.ts';
import type { Office } from '../../src/local/office.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import { journey, post, tickets } from './desk-journey.ts';
import { expectAnswer, furnish, knock } from './door-journey.ts';

const minute = 60_000;
export const day = 24 * 60 * minute;

export async function opened(): Promise<Office> {
  const office = await journey('2026-03-24T08:00:00Z');
  furnish(office);
  office.desk.run('uninstall');
  office.desk.run('tick');
  return office;
}

export function ticks(office: Office, count: number): void {
  for (let tick = 0; tick < count; tick++) {
    office.world.advance(minute);
    office.desk.run('tick');
  }
}

/** From any hour over three in the morning, until all chores are done. */
export function night(office: Office): void {
  office.world.advance(day);
  ticks(office, 9);
}

export function about(office: Office, subject: string): Ticket {
  const ticket = tickets(office).find((one) => one.subject === subject);
  if (!ticket) throw new Error(`No ticket about ${subject}`);
  return ticket;
}

export const arrives = (
  office: Office,
  subject: string,
  body: string,
  from = `${subject.length}@example.com`,
): Ticket => {
  post(office, { subject, body, from });
  ticks(office, 1);
  return about(office, subject);
};

export const asks = (office: Office, subject: string, request: Request) => {
  const { id, version } = about(office, subject);
  return knock(office, { ask: 'act', ticket: id, version, archiveRow: null, request: asDeed(request) });
};

export const service = { category: 'Product and service quality', subcategory: 'Service' };
export const correct = (office: Office, subject: string, path: typeof service = service): void =>
  void expectAnswer(asks(office, subject, { do: 'set category', ...path }), 'done');

/** Of a kind that no keyword of the starter tells of. */
export const visits = [
  ['Our class', 'May our pupils visit your kiln in spring? We are twenty children.'],
  ['Excursion', 'The pupils of the second form would love to see the kiln.'],
  ['Kindergarten', 'Is there a guided visit of the kiln for pupils aged six?'],
] as const;

let begun: Promise<{ readonly office: Office; readonly saved: WorldSnapshot }> | null = null;

/** The same for every test: three mails of a kind, put right a moment ago. */
export async function taught(): Promise<Office> {
  begun ??= teach().then((office) => ({ office, saved: office.world.snapshot() }));
  const { office, saved } = await begun;
  office.world.restore(saved);
  office.world.faults.clear();
  return office;
}

async function teach(): Promise<Office> {
  const office = await opened();
  visits.forEach(([subject, body], at) => {
    post(office, { subject, body, from: `school${at}@example.com` });
  });
  ticks(office, 1);
  for (const [subject] of visits) expect(about(office, subject)).toMatchObject({ category: 'Other' });
  for (const [subject] of visits) correct(office, subject);
  return office;
}

export const tour = (office: Office, subject = 'Guided tour'): Ticket =>
  arrives(office, subject, 'Can ten pupils see the kiln in June?');

export const health = (office: Office, what: string) =>
  office.rows('Health').find((row) => row.What === what);
export const rowsOf = (office: Office, tab: string): string => JSON.stringify(office.rows(tab));
