// What a pilot's tickets teach, and whom; through the shipped bundle.
import type { Office } from '../../src/local/office.ts';
import { journey, mailIds, sameBeginning, support, withSettings } from './desk-journey.ts';
import { furnish } from './door-journey.ts';
import { about, arrives, correct, night, service, ticks, visits } from './learning-journey.ts';

const guests = { category: 'Guests', subcategory: 'Tours' };
const published = withSettings({ 'Rules take effect': 'when published' });

/** Ticks a box of Control by hand; the edit trigger answers at once. */
function command(office: Office, name: string, options: string): string {
  const { sheets } = office.world;
  const row = sheets.values(office.workbook, 'Control').findIndex(([command]) => command === name);
  sheets.edit(office.workbook, 'Control', row, 2, options, { by: support });
  sheets.edit(office.workbook, 'Control', row, 1, true, { by: support });
  ticks(office, 2);
  return office.rows('Control').find(({ Command }) => Command === name)?.Answer ?? '';
}

/** A pilot of all new tickets, in which Categories have one more. */
const piloted = sameBeginning(async () => {
  const office = await journey('2026-03-24T08:00:00Z', published);
  furnish(office);
  office.desk.run('uninstall');
  ticks(office, 2);
  const { sheets } = office.world;
  const row = sheets.values(office.workbook, 'Categories').length;
  for (const [column, value] of [guests.category, guests.subcategory, 'sightseeing'].entries())
    sheets.edit(office.workbook, 'Categories', row, column, value, { by: support });
  expect(command(office, 'Start pilot', '100%')).toContain('is piloted');
  for (const [at, [subject, body]] of visits.entries())
    arrives(office, subject, body, `school${at}@example.com`);
  return office;
});

const tour = (office: Office, subject: string) =>
  arrives(office, subject, 'Can ten pupils see the kiln in June?');

describe('a category that only a pilot has', () => {
  test('is put on its tickets by keyword, by the sidebar and by a label moved in Gmail', async () => {
    const office = await piloted();
    expect(arrives(office, 'A question', 'We would like some sightseeing.')).toMatchObject(guests);
    correct(office, visits[0][0], guests);
    expect(about(office, visits[0][0])).toMatchObject(guests);
    const mailbox = office.world.gmail.mailbox(support);
    mailbox.modify(mailIds(office, visits[1][0]), ['Tierline/Guests/Tours'], []);
    ticks(office, 1);
    expect(about(office, visits[1][0])).toMatchObject(guests);
  });

  test('waits to be learned until it is published, and is not learned where the pilot is discarded', async () => {
    const office = await piloted();
    for (const [subject] of visits) correct(office, subject, guests);
    arrives(office, 'Handbook', 'May I have the handbook?');
    correct(office, 'Handbook');
    expect(tour(office, 'First visit')).toMatchObject({ category: 'Other', pilot: 2 });
    night(office);
    expect(office.rows('Learning').filter(({ line }) => line?.includes('Guests')).length).toBe(3);
    const saved = office.world.snapshot();
    expect(command(office, 'End pilot', 'publish')).toContain('published');
    arrives(office, 'A word', 'The first mail under the new rules.');
    ticks(office, 3);
    expect(tour(office, 'Second visit')).toMatchObject(guests);
    office.world.restore(saved);
    expect(command(office, 'End pilot', 'discard')).toContain('ended');
    night(office);
    expect(tour(office, 'Third visit')).toMatchObject({ category: 'Other' });
  });
});

test('what people tell of a pilot’s tickets is known to all tickets at the next tick', async () => {
  const office = await piloted();
  for (const [subject] of visits) correct(office, subject, service);
  expect(tour(office, 'First visit')).toMatchObject({ ...service, pilot: 2 });
  expect(command(office, 'End pilot', 'discard')).toContain('ended');
  expect(tour(office, 'Second visit')).toMatchObject(service);
  expect(about(office, 'Second visit').pilot).toBeUndefined();
});
