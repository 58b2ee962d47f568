// Random calendars around the days on which working time goes wrong: clock changes, year ends, leap days.
import * as fc from 'fast-check';
import type { CalendarSpec, WallRange } from '../../src/complaints/calendar.ts';
import type { Span } from '../../src/complaints/time.ts';

/** A zone and the first of the eight dates looked at. */
export const weeks: readonly (readonly [timeZone: string, from: string])[] = [
  ['Europe/Oslo', '2026-03-26'],
  ['Europe/Oslo', '2026-10-22'],
  ['Europe/Oslo', '2026-12-28'],
  ['America/New_York', '2026-03-05'],
  ['America/New_York', '2026-10-29'],
  ['Australia/Lord_Howe', '2026-04-02'],
  ['Australia/Lord_Howe', '2026-10-01'],
  ['Asia/Kathmandu', '2028-02-26'],
  ['Pacific/Apia', '2011-12-27'],
  ['America/Sao_Paulo', '2018-11-01'],
  ['America/Sao_Paulo', '2019-02-14'],
  ['Africa/Casablanca', '2026-02-12'],
  ['Africa/Casablanca', '2026-03-19'],
  ['UTC', '2026-12-28'],
];

export const minutesLooked = 8 * 1440;

const wall = fc.nat({ max: 287 }).map((slot) => written(slot * 5));
const end = fc.oneof({ arbitrary: wall, weight: 6 }, { arbitrary: fc.constant('24:00'), weight: 1 });
const range = fc.tuple(wall, end).map(([from, to]): WallRange => [from, to]);
const ranges = fc.array(range, { maxLength: 3 });

function written(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface AnyCalendar {
  readonly spec: CalendarSpec;
  /** Midnight UTC of the first date. */
  readonly from: number;
}

/** Ranges past midnight, shifts, breaks and holidays included; Monday to Friday always have some hours. */
export const anyCalendar: fc.Arbitrary<AnyCalendar> = fc.constantFrom(...weeks).chain(([timeZone, from]) => {
  const date = fc.nat({ max: 7 }).map((days) => dateAfter(from, days));
  const dated = fc.dictionary(date, ranges, { maxKeys: 2 });
  const some = fc.array(range, { minLength: 1, maxLength: 3 });
  const spec = fc.record({
    timeZone: fc.constant(timeZone),
    hours: fc.record({ mon: some, tue: some, wed: some, thu: some, fri: some, sat: ranges, sun: ranges }),
    holidays: fc.array(date, { maxLength: 2 }),
    holidaysYearly: fc.array(date, { maxLength: 1 }).map((dates) => dates.map((day) => day.slice(5))),
    breaks: dated,
    shifts: dated,
  });
  return fc.record({ spec, from: fc.constant(Date.parse(from)) });
});

const span = fc.record({
  from: fc.integer({ min: -600, max: minutesLooked }),
  length: fc.option(fc.integer({ min: -30, max: 2000 }), { freq: 8 }),
});

/** Unordered, overlapping, ending before they begin, now and then open-ended; on whole minutes. */
export const anyPauses = (from: number): fc.Arbitrary<Span[]> =>
  fc.array(span, { maxLength: 4 }).map((spans) =>
    spans.map((one) => {
      const start = from + one.from * 60_000;
      return { from: start, to: one.length === null ? null : start + one.length * 60_000 };
    }),
  );

/** An instant on a whole minute in the week looked at. */
export const anyInstant = (from: number): fc.Arbitrary<number> =>
  fc.nat({ max: minutesLooked }).map((minute) => from + minute * 60_000);
