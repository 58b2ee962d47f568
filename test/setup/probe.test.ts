// The probe: twelve checks that run in a scratch project, and the report on what Tierline assumes.
import { kit } from '../../src/cli/setup/probe/kit.ts';
import { runProbe } from '../../src/cli/setup/probe/probe.ts';
import { reportOf, resultsOf } from '../../src/cli/setup/probe/report.ts';
import { bundles, openTestGoogle, support, type TestGoogle } from './google.ts';

let google: TestGoogle;
beforeAll(async () => void (await bundles()), 60_000);
beforeEach(async () => {
  google = await openTestGoogle();
});
afterEach(() => google?.close());

test('the kit runs in a script project as it is pushed, and the report says which assumptions hold', async () => {
  const ground = google.ground();
  const results = await runProbe({
    ...ground,
    wait: async () => {
      const probe = google.world.script('Tierline probe');
      probe.grant(support);
      probe.run('probe');
    },
  });
  const standing = Object.fromEntries(results.map(({ check, standing }) => [check.number, standing]));
  expect(standing).toEqual({
    1: 'holds',
    2: 'open',
    3: 'open',
    4: 'holds',
    5: 'open',
    6: 'open',
    7: 'holds',
    8: 'holds',
    9: 'holds',
    10: 'holds',
    11: 'holds',
    12: 'holds',
  });
  const report = reportOf(results, ground.now());
  expect(report).toContain('8 of 12 assumptions hold, 0 do not, 4 are open.');
  for (const { check } of results.filter((one) => one.standing === 'open'))
    expect(report).toContain(check.step);
  expect(
    google.world.gmail
      .mailbox(support)
      .labels()
      .map(({ name }) => name),
  ).not.toContain('Tierline probe');
});

test('a trigger that fires for what a program wrote is found', async () => {
  let fired = 0;
  const results = await runProbe({
    ...google.ground(),
    wait: async () => {
      const probe = google.world.script('Tierline probe');
      probe.grant(support);
      google.world.faults.beforeCall(() => {
        const watching = probe.triggers.filter((one) => one.function === 'fired').length;
        if (watching < 2 || fired > 0) return;
        fired = watching;
        probe.run('fired', { changeType: 'OTHER' });
      });
      probe.run('probe');
      google.world.faults.clear();
      expect(probe.triggers.filter((one) => one.function === 'fired')).toEqual([]);
    },
  });
  expect(fired).toBe(2);
  const last = results.find(({ check }) => check.number === 12);
  expect([last?.standing, last?.detail]).toEqual(['does not hold', 'OTHER']);
});

test('what a person adds decides; an outcome that Tierline cannot live with is said', () => {
  const row = (number: number, outcome: string) => ({ number, outcome, detail: '' });
  const results = resultsOf([row(3, 'has one'), row(3, 'same'), row(10, 'half'), row(6, 'person')]);
  const of = (number: number) => results.find(({ check }) => check.number === number)?.standing;
  expect([of(3), of(10), of(6), of(1)]).toEqual(['holds', 'does not hold', 'open', 'open']);
});

test('there are twelve checks, and each open one has a step or an outcome of its own', () => {
  expect(kit.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  for (const { holds, assumption } of kit) {
    expect(holds.length).toBeGreaterThan(0);
    expect(assumption.length).toBeGreaterThan(20);
  }
});
