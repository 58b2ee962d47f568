// From nothing to a running desk: the guided command against a whole imitated Google, with the real clasp.
import { examine, written } from '../../src/cli/setup/doctor/examine.ts';
import { setUp } from '../../src/cli/setup/setup.ts';
import { bundles, openTestGoogle, type TestGoogle } from './google.ts';

let google: TestGoogle;
beforeAll(async () => void (await bundles()), 60_000);
beforeEach(async () => {
  google = await openTestGoogle();
});
afterEach(() => google?.close());

test('an admin gets from nothing to a desk that makes a ticket of a mail', async () => {
  const ground = google.ground();
  await setUp(ground);
  const { tested, workbook = '' } = ground.memory.now;
  expect(tested).toMatch(/^\S+-\d+/);
  expect(google.world.sheets.values(workbook, 'Tickets')).toHaveLength(2);
  const before = google.exchanges.length;
  await setUp(google.ground());
  const after = google.exchanges.slice(before).map(({ request }) => request.method);
  expect(after.length).toBeGreaterThan(5);
  console.log(google.said.join('').slice(-3000));
  expect(after.filter((m) => m !== 'GET' && m !== 'POST')).toEqual([]);
  console.log(written(await examine({ ...google.ground(), colleague: null })));
}, 60_000);
