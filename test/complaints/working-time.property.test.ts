import * as fc from 'fast-check';
import { due, dueBefore, elapsed, firstOpen, isOpen, periods } from '../../src/complaints/working-time.ts';
import { anyCalendar, anyInstant, anyPauses } from './any-calendar.ts';
import { calendar } from './calendars.ts';

const situation = anyCalendar.chain(({ spec, from }) =>
  fc.record({
    on: fc.constant(calendar(spec)),
    a: anyInstant(from),
    b: anyInstant(from),
    c: anyInstant(from),
    seconds: fc.nat({ max: 300_000 }),
    more: fc.nat({ max: 100_000 }),
    pauses: anyPauses(from),
  }),
);
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

const always = (what: string, holds: (given: Situation) => void): void =>
  test(what, () => fc.assert(fc.property(situation, holds), { numRuns: 100 }));

describe('whatever the calendar', () => {
  always('exactly the target has been used at the deadline', ({ on, a, seconds, pauses }) => {
    const deadline = due(on, a, seconds, pauses);
    if (deadline !== null) expect(elapsed(on, a, deadline, pauses)).toBe(seconds);
  });

  always('a deadline is the first instant at which the target is used', ({ on, a, seconds, pauses }) => {
    const deadline = due(on, a, seconds + 1, pauses);
    if (deadline !== null) expect(elapsed(on, a, deadline - 1, pauses)).toBeLessThan(seconds + 1);
  });

  always('the deadline of the time used is never later than its end', ({ on, a, b, pauses }) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const used = elapsed(on, from, to, pauses);
    if (used > 0) expect(due(on, from, used, pauses)).toBeLessThanOrEqual(to);
  });

  always('no deadline lies before the start', ({ on, a, seconds, pauses }) => {
    expect(due(on, a, seconds, pauses) ?? a).toBeGreaterThanOrEqual(a);
    expect(dueBefore(on, a, seconds, pauses) ?? a).toBeLessThanOrEqual(a);
  });

  always('a later start is never due earlier', ({ on, a, b, seconds, pauses }) => {
    const late = due(on, Math.max(a, b), seconds, pauses) ?? Number.POSITIVE_INFINITY;
    expect(due(on, Math.min(a, b), seconds, pauses) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(late);
  });

  always('a larger target is never due earlier', ({ on, a, seconds, more, pauses }) => {
    const large = due(on, a, seconds + more, pauses) ?? Number.POSITIVE_INFINITY;
    expect(due(on, a, seconds, pauses) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(large);
  });

  always('pausing and resuming at once changes nothing', ({ on, a, b, seconds, pauses }) => {
    const blink = [...pauses, { from: b, to: b }];
    expect(due(on, a, seconds, blink)).toBe(due(on, a, seconds, pauses));
    expect(elapsed(on, a, b, blink)).toBe(elapsed(on, a, b, pauses));
  });

  always('one more pause never brings a deadline forward', ({ on, a, b, c, seconds, pauses }) => {
    const later = due(on, a, seconds, [...pauses, { from: b, to: c }]) ?? Number.POSITIVE_INFINITY;
    expect(due(on, a, seconds, pauses) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(later);
  });

  always('a pause while closed changes nothing', ({ on, a, seconds }) => {
    const [first, second] = periods(on, a, 'after', 2);
    if (!first || !second || seconds === 0) return;
    expect(due(on, a, seconds, [{ from: first[1], to: second[0] }])).toBe(due(on, a, seconds));
  });

  always('the sum of the parts is the whole', ({ on, a, b, c, pauses }) => {
    const [x, y, z] = [a, b, c].sort((p, q) => p - q) as [number, number, number];
    const parts = elapsed(on, x, y, pauses) + elapsed(on, y, z, pauses);
    expect(parts).toBe(elapsed(on, x, z, pauses));
  });

  always('used and paused time together are all the open time', ({ on, a, b, c }) => {
    const [x, y, z] = [a, b, c].sort((p, q) => p - q) as [number, number, number];
    const pauses = [{ from: y, to: null }];
    expect(elapsed(on, x, z, pauses) + elapsed(on, y, z)).toBe(elapsed(on, x, z));
  });

  always('a target can be used up in two goes', ({ on, a, seconds, more, pauses }) => {
    const half = due(on, a, seconds + 1, pauses);
    if (half === null) return;
    expect(due(on, half, more + 1, pauses)).toBe(due(on, a, seconds + more + 2, pauses));
  });

  always('going back is the mirror of going on', ({ on, a, seconds, pauses }) => {
    const back = dueBefore(on, a, seconds + 1, pauses);
    if (back === null) return;
    expect(elapsed(on, back, a, pauses)).toBe(seconds + 1);
    expect(elapsed(on, back + 1000, a, pauses)).toBe(seconds);
    expect(due(on, back, seconds + 1, pauses)).toBeLessThanOrEqual(a);
  });

  always('the first open moment is open, and nothing is open before it', ({ on, a }) => {
    const open = firstOpen(on, a) ?? a;
    expect(isOpen(on, open)).toBe(true);
    expect(elapsed(on, a, open)).toBe(0);
  });

  always('periods are in order, apart, and all the time there is', ({ on, a, more }) => {
    const found = periods(on, a, 'after', (more % 20) + 1);
    const end = found[found.length - 1]?.[1] ?? a;
    const sum = found.reduce((total, [from, to]) => total + (to - from) / 1000, 0);
    expect(sum).toBe(elapsed(on, a, end));
    for (const [index, [from, to]] of found.entries()) {
      expect(from).toBeLessThan(to);
      expect(from).toBeGreaterThanOrEqual(found[index - 1]?.[1] ?? a);
    }
    const back = [...periods(on, end, 'before', found.length)].reverse();
    expect(back.slice(1)).toEqual(found.slice(1));
  });
});
