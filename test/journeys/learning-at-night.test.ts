// What was told becomes a model at night, is mended when damaged, and costs no more calls; through the shipped bundle.
import { callsOfTick, labelsOn, post, support, tickets } from './desk-journey.ts';
import {
  correct,
  day,
  health,
  night,
  opened,
  rowsOf,
  service,
  taught,
  ticks,
  tour,
} from './learning-journey.ts';

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
        office.world.advance(60_000);
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
