// What the desk itself writes fires no trigger, says Google. Should onChange fire all the same, it costs ticks and no more.
import { type Office, openOffice } from '../../src/local/office.ts';
import { bundle, post, support, withSettings } from './desk-journey.ts';

const minute = 60_000;

/** A mail came in and was worked on; how many calls each of the next twelve minutes takes. */
async function quarterOfAnHour(programsFireOnChange: boolean): Promise<Office & { counts: number[] }> {
  const start = '2026-03-24T08:00:00Z';
  const rules = withSettings({});
  const office = openOffice({
    start,
    rules,
    support,
    people: [],
    built: await bundle(),
    programsFireOnChange,
  });
  office.world.advance(5 * minute);
  post(office, {});
  office.world.advance(10 * minute);
  const counts = Array.from(
    { length: 12 },
    () => office.world.calls.during(() => office.world.advance(minute)).total,
  );
  return { ...office, counts };
}

const told = ({ desk }: Office): number =>
  desk.executions.filter((one) => one.function === 'noteEdit').length;

// Source: guide to installable triggers, requests of APIs cause no trigger to run.
test('the desk is not told of what it writes, and comes to rest', async () => {
  const office = await quarterOfAnHour(false);
  expect([told(office), office.counts]).toEqual([0, Array(12).fill(2)]);
});

// Nobody has probed it. Each of its writes then asks for one more look at the rules, a minute later.
test('told of its own writes it works each minute, with the calls of one working tick and nothing twice', async () => {
  const office = await quarterOfAnHour(true);
  expect(told(office)).toBeGreaterThan(12);
  expect(Math.max(...office.counts)).toBeLessThanOrEqual(7);
  expect([office.rows('Tickets').length, office.rows('Mails').length]).toEqual([1, 1]);
  expect(office.world.quota(support).triggerSeconds.share).toBeLessThan(0.01);
});
