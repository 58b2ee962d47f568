import * as fc from 'fast-check';
import { due, dueBefore, elapsed, isOpen } from '../../src/complaints/working-time.ts';
import { anyCalendar, anyInstant, anyPauses, minutesLooked } from './any-calendar.ts';
import { calendar } from './calendars.ts';
import { minuteModel } from './minute-model.ts';

const situation = anyCalendar.chain(({ spec, from }) =>
  fc.record({
    spec: fc.constant(spec),
    from: fc.constant(from),
    start: anyInstant(from),
    end: anyInstant(from),
    seconds: fc.nat({ max: 1500 }).map((minutes) => minutes * 60),
    pauses: anyPauses(from),
  }),
);
const runs = { numRuns: 150 };
const soon = (from: number) => from + 9 * 86_400_000;
const lately = (from: number) => from - 2 * 86_400_000;

describe('counted minute by minute, with wall clocks read from Intl', () => {
  test('the same minutes are open', () => {
    fc.assert(
      fc.property(anyCalendar, ({ spec, from }) => {
        const [on, model] = [calendar(spec), minuteModel(spec, from)];
        for (let m = 0; m < minutesLooked; m += 5) {
          const at = from + m * 60_000;
          if (isOpen(on, at) !== model.isOpen(at)) throw new Error(new Date(at).toISOString());
        }
      }),
      { numRuns: 80 },
    );
  });

  test('as much time is used', () => {
    fc.assert(
      fc.property(situation, ({ spec, from, start, end, pauses }) => {
        const used = minuteModel(spec, from).elapsed(start, end, pauses);
        expect(elapsed(calendar(spec), start, end, pauses)).toBe(used);
      }),
      runs,
    );
  });

  test('the deadline is the same, forwards', () => {
    fc.assert(
      fc.property(situation, ({ spec, from, start, seconds, pauses }) => {
        const ours = due(calendar(spec), start, seconds, pauses);
        const far = ours === null || ours > soon(from);
        expect(far ? null : ours).toBe(minuteModel(spec, from).due(start, seconds, pauses));
      }),
      runs,
    );
  });

  test('the deadline is the same, backwards', () => {
    fc.assert(
      fc.property(situation, ({ spec, from, start, seconds, pauses }) => {
        const ours = dueBefore(calendar(spec), start, seconds, pauses);
        const far = ours === null || ours < lately(from);
        const model = minuteModel(spec, from).dueBefore(start, seconds, pauses);
        expect(far ? null : ours).toBe(model !== null && model < lately(from) ? null : model);
      }),
      runs,
    );
  });
});
