// The same answers as moment-business-time, where that library answers at all: one zone (UTC), no ranges past
// midnight, whole seconds. Left out, because it differs on purpose or by a fault of its own:
// - at the closing moment it calls the desk open;
// - time used on a date with two ranges: it counts the second range wrongly when the end lies before it.
import * as fc from 'fast-check';
import type { CalendarSpec, WallRange } from '../../src/complaints/calendar.ts';
import { due, elapsed, isOpen } from '../../src/complaints/working-time.ts';
import { compare } from '../bench/business-time-cases.ts';
import { peer } from '../bench/peer.ts';
import { calendar } from './calendars.ts';

const wall = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Ranges in order and apart, from so many different minutes of a day. */
const ranges = (count: number): fc.Arbitrary<WallRange[]> =>
  fc.uniqueArray(fc.nat({ max: 1439 }), { minLength: count * 2, maxLength: count * 2 }).map((minutes) => {
    const sorted = [...minutes].sort((a, b) => a - b).map(wall);
    return Array.from({ length: count }, (_, i): WallRange => [sorted[2 * i] ?? '', sorted[2 * i + 1] ?? '']);
  });
const date = fc
  .nat({ max: 60 })
  .map((days) => new Date(Date.UTC(2026, 1, 1 + days)).toISOString().slice(0, 10));
const plain = (count: number): fc.Arbitrary<CalendarSpec> =>
  fc.record({
    timeZone: fc.constant('UTC'),
    hours: fc.record(
      { mon: ranges(count), tue: ranges(1), wed: ranges(count), fri: ranges(1), sat: ranges(count) },
      { requiredKeys: ['mon'] },
    ),
    holidays: fc.array(date, { maxLength: 3 }),
    holidaysYearly: fc.array(date, { maxLength: 2 }).map((dates) => dates.map((day) => day.slice(5))),
  });
const instants = fc.array(
  fc.nat({ max: 60 * 86_400 }).map((seconds) => Date.UTC(2026, 1, 1) + seconds * 1000),
  { minLength: 20, maxLength: 20 },
);
const runs = { numRuns: 75 }; // of 20 questions each

test('the same deadlines, with one or two ranges a day', () => {
  const target = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(fc.oneof(plain(1), plain(2)), instants, target, (spec, starts, seconds) => {
      const [ours, theirs] = [calendar(spec), peer(spec)];
      for (const start of starts) expect(due(ours, start, seconds)).toBe(theirs.due(start, seconds));
    }),
    runs,
  );
});

test('the same time used, with one range a day', () => {
  fc.assert(
    fc.property(plain(1), instants, (spec, [origin = 0, ...ends]) => {
      const [ours, theirs] = [calendar(spec), peer(spec)];
      for (const end of ends) {
        const [from, to] = [Math.min(origin, end), Math.max(origin, end)];
        expect(elapsed(ours, from, to)).toBe(theirs.elapsed(from, to));
      }
    }),
    runs,
  );
});

test('open at the same moments, but for closing', () => {
  fc.assert(
    fc.property(plain(2), instants, (spec, moments) => {
      const [ours, theirs] = [calendar(spec), peer(spec)];
      for (const at of moments) {
        if (isOpen(ours, at - 1) === isOpen(ours, at)) expect(isOpen(ours, at)).toBe(theirs.isOpen(at));
      }
    }),
    runs,
  );
});

// `npm run bench business-time-million` asks a million.
test('whatever the calendar, every difference from the library is told to the second', () => {
  const { verdicts, unexplained } = compare(4_000, 7);
  expect(unexplained).toEqual([]);
  expect(Object.entries(verdicts).filter(([, times]) => times === 0)).toEqual([['unexplained', 0]]);
});
