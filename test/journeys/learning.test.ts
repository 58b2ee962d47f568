// What people tell the desk is known at the next tick, through the shipped bundle.
import { labelsOn, mailIds, support } from './desk-journey.ts';
import { expectAnswer, knock } from './door-journey.ts';
import {
  about,
  arrives,
  asks,
  correct,
  day,
  night,
  opened,
  rowsOf,
  service,
  taught,
  ticks,
  tour,
  visits,
} from './learning-journey.ts';

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
