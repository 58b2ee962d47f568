// The desk learns, through the shipped bundle: corrections, confirmations, nights, damage.
import type { Request } from '../../src/complaints/request.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { asDeed } from '../../src/door/request.ts';
import type { Office } from '../../src/local/office.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import { callsOfTick, journey, labelsOn, mailIds, post, support, tickets } from './desk-journey.ts';
import { expectAnswer, furnish, knock } from './door-journey.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

async function opened(): Promise<Office> {
  const office = await journey('2026-03-24T08:00:00Z');
  furnish(office);
  office.desk.run('uninstall');
  office.desk.run('tick');
  return office;
}

function ticks(office: Office, count: number): void {
  for (let tick = 0; tick < count; tick++) {
    office.world.advance(minute);
    office.desk.run('tick');
  }
}

/** From any hour over three in the morning, until all chores are done. */
function night(office: Office): void {
  office.world.advance(day);
  ticks(office, 9);
}

function about(office: Office, subject: string): Ticket {
  const ticket = tickets(office).find((one) => one.subject === subject);
  if (!ticket) throw new Error(`No ticket about ${subject}`);
  return ticket;
}

const arrives = (
  office: Office,
  subject: string,
  body: string,
  from = `${subject.length}@example.com`,
): Ticket => {
  post(office, { subject, body, from });
  ticks(office, 1);
  return about(office, subject);
};

const asks = (office: Office, subject: string, request: Request) => {
  const { id, version } = about(office, subject);
  return knock(office, { ask: 'act', ticket: id, version, archiveRow: null, request: asDeed(request) });
};

const service = { category: 'Product and service quality', subcategory: 'Service' };
const correct = (office: Office, subject: string, path: typeof service = service): void =>
  void expectAnswer(asks(office, subject, { do: 'set category', ...path }), 'done');

/** Of a kind that no keyword of the starter tells of. */
const visits = [
  ['Our class', 'May our pupils visit your kiln in spring? We are twenty children.'],
  ['Excursion', 'The pupils of the second form would love to see the kiln.'],
  ['Kindergarten', 'Is there a guided visit of the kiln for pupils aged six?'],
] as const;

let begun: Promise<{ readonly office: Office; readonly saved: WorldSnapshot }> | null = null;

/** The same for every test: three mails of a kind, put right a moment ago. */
async function taught(): Promise<Office> {
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

const tour = (office: Office, subject = 'Guided tour'): Ticket =>
  arrives(office, subject, 'Can ten pupils see the kiln in June?');

const health = (office: Office, what: string) => office.rows('Health').find((row) => row.What === what);
const rowsOf = (office: Office, tab: string): string => JSON.stringify(office.rows(tab));

describe('what people tell', () => {
  test('three mails of a new kind are put right, and the next tick understands the fourth by its own words', async () => {
    const office = await taught();
    const fourth = tour(office);
    expect(fourth).toMatchObject({ ...service, sureness: { verdict: 'likely' } });
    expect(fourth.categoryWhy).toMatch(/'[^']*(kiln|pupils)[^']*'/);
    expect(labelsOn(office, 'Guided tour')).toContain('Quality/Service');
  });

  test('nothing that a customer wrote stands in what is kept for learning, nor who wrote it', async () => {
    const office = await taught();
    tour(office);
    night(office);
    const all = ['Lessons', 'Learning', 'Model'].map((tab) => rowsOf(office, tab)).join();
    expect(all).toContain('FL-1');
    expect(all).not.toMatch(/kiln|pupils|class|school|example\.com/i);
  });

  test('a correction that is undone is not learned', async () => {
    const office = await opened();
    for (const [subject, body] of visits) {
      const { id } = arrives(office, subject, body);
      correct(office, subject);
      expectAnswer(knock(office, { ask: 'undo', ticket: id }), 'done');
      expect(about(office, subject)).toMatchObject({ category: 'Other', sureness: { verdict: 'unsure' } });
    }
    expect(tour(office)).toMatchObject({ category: 'Other' });
    night(office);
    expect(office.rows('Learning').length).toBeGreaterThan(0);
    expect(rowsOf(office, 'Learning')).not.toContain('trust\\":1');
  });

  test('a likely category is confirmed once, and is then no question any more', async () => {
    const office = await opened();
    expect(arrives(office, 'My lamp is broken', 'It does not work.').sureness).toMatchObject({
      verdict: 'likely',
    });
    const { ticket } = expectAnswer(asks(office, 'My lamp is broken', { do: 'confirm category' }), 'done');
    expect(ticket).toMatchObject({ category: service.category, guess: null });
    expect(asks(office, 'My lamp is broken', { do: 'confirm category' }).answer).toMatchObject({
      answer: 'refused',
      words: 'The category of FL-1 was confirmed already',
    });
    expect(office.rows('Lessons').map(({ What }) => What)).toEqual(['mail', 'told']);
  });

  test('a label moved by hand in Gmail is learned like a correction in the sidebar', async () => {
    const office = await taught();
    const ids = visits.flatMap(([subject]) => mailIds(office, subject));
    office.world.gmail.mailbox(support).modify(ids, ['Tierline/Shipping/Lost'], []);
    ticks(office, 1);
    expect(tour(office)).toMatchObject({ category: 'Shipping and delivery', subcategory: 'Lost' });
  });

  test('a correction of an old ticket is learned at once as well', async () => {
    const office = await opened();
    for (const [subject, body] of visits) arrives(office, subject, body);
    office.world.advance(4 * day);
    night(office);
    expect(rowsOf(office, 'Lessons')).not.toContain('FL-1');
    for (const [subject] of visits) correct(office, subject);
    expect(tour(office)).toMatchObject(service);
  });
});

describe('at night', () => {
  test('corrections become a model of all examples, which the next day goes by', async () => {
    const office = await taught();
    night(office);
    expect(office.rows('Learning').map(({ Ticket }) => Ticket)).toEqual(['FL-1', 'FL-2', 'FL-3']);
    expect(rowsOf(office, 'Lessons')).not.toContain('told');
    expect(JSON.parse(office.rows('Model')[0]?.about ?? '')).toMatchObject({ examples: 3 });
    expect(tour(office)).toMatchObject(service);
    expect(health(office, 'Learned from examples')?.Value).toBe('3');
  });

  test('a night killed at any call learns the same at the next one', async () => {
    const office = await taught();
    const saved = office.world.snapshot();
    const learned = (): string =>
      rowsOf(office, 'Learning') +
      office
        .rows('Model')
        .map(({ model }) => model)
        .join('');
    night(office);
    const quiet = learned();
    for (const call of [2, 3]) {
      office.world.restore(saved);
      office.world.advance(day);
      office.world.faults.at(
        call,
        { method: 'sheets.spreadsheets.values.batchGet' },
        { status: 503, reason: 'backendError' },
      );
      for (let tick = 0; tick < 3; tick++) {
        office.world.advance(minute);
        office.desk.attempt('tick');
      }
      office.world.faults.clear();
      night(office);
      expect(learned()).toBe(quiet);
    }
  });

  test('a keyword that is corrected again and again is proposed for change, with its row', async () => {
    const office = await opened();
    const subjects = ['Broken one', 'Broken two', 'Broken three'];
    for (const subject of subjects)
      post(office, { subject, body: 'My heart.', from: `${subject.length}@example.com` });
    ticks(office, 1);
    for (const subject of subjects)
      correct(office, subject, { category: 'Shipping and delivery', subcategory: 'Lost' });
    night(office);
    expect(office.rows('Suggestions')[0]).toMatchObject({
      Row: expect.stringMatching(/^Categories row \d+$/),
      Keyword: 'broken',
      Corrected: '3 of 3 times',
      To: 'Shipping and delivery > Lost',
      Proposal: "Move 'broken' to Shipping and delivery > Lost",
    });
  });
});

describe('a model that is damaged', () => {
  test('is not gone by: keywords decide, Health says so, and it is made anew from the examples', async () => {
    const office = await taught();
    night(office);
    const { world, workbook } = office;
    const cell = office.rows('Model')[0]?.model ?? '';
    world.sheets.edit(workbook, 'Model', 1, 0, `${cell.slice(0, 5_000)}A${cell.slice(5_001)}`, {
      by: support,
    });
    expect(tour(office, 'A visit')).toMatchObject({ category: 'Other' });
    expect(health(office, 'Learned from examples')?.Value).toBe('damaged');
    ticks(office, 3);
    expect(tour(office, 'Another visit')).toMatchObject(service);
    expect(health(office, 'Learned from examples')?.Value).toBe('3');
  });
});

describe('budgets hold', () => {
  test('with a model and lessons an idle tick makes 2 calls, and one with mails no more than before', async () => {
    const office = await taught();
    night(office);
    expect(callsOfTick(office)).toBe(2);
    for (let n = 0; n < 50; n++) post(office, { subject: `Lamp ${n} is broken`, from: `c${n}@example.com` });
    const calls = callsOfTick(office);
    const sets = new Set(tickets(office).map(({ subject }) => labelsOn(office, subject).join())).size;
    expect(calls).toBeLessThanOrEqual(7 + sets);
    ticks(office, 1);
    expect(callsOfTick(office)).toBe(2);
  });
});
