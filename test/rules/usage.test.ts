// Quotas: seen days ahead, told in words, and the desk looks less often when the day's time runs short.
import {
  type Hardship,
  hardshipAfter,
  hardshipRows,
  type Trouble,
  troubled,
} from '../../src/rules/desk/hardship.ts';
import {
  type DayUse,
  forecastRows,
  forecasts,
  googleDay,
  nothingSpent,
  paceFor,
  withCells,
  withSpent,
} from '../../src/rules/desk/usage.ts';

const noon = Date.parse('2026-03-24T19:00:00Z');
const day = 86_400_000;
const desk = { every: 1, consumer: false } as const;

const grows = (by: number): readonly DayUse[] =>
  Array.from({ length: 8 }, (_, at) => ({ ...nothingSpent, day: 100 + at, seconds: 5_000 + at * by }));

test("Google's day begins at midnight in California, also on the day its clocks change", () => {
  expect(googleDay(Date.parse('2026-03-24T06:59:00Z')) + 1).toBe(
    googleDay(Date.parse('2026-03-24T07:00:00Z')),
  );
  expect(googleDay(Date.parse('2026-03-08T07:59:00Z')) + 1).toBe(
    googleDay(Date.parse('2026-03-08T08:00:00Z')),
  );
});

test('a quiet desk forecasts nothing', () => {
  const days = withSpent([], { seconds: 30, fetches: 60, units: 400, mails: 3 }, noon);
  expect(forecastRows(forecasts(days, [], desk))).toEqual([]);
});

test('trigger time that grows by 1,500 seconds a day is told days before it is spent', () => {
  const found = forecasts(grows(1_500), [], desk).find(({ quota }) => quota === 'trigger time');
  expect(found?.days).toBe(4);
  expect(forecastRows([found as NonNullable<typeof found>])[0]).toEqual([
    'Quota: trigger time',
    '77 %',
    'Spent in about 4 days. Look every 5 or 10 minutes (Settings, Check every)',
  ]);
});

test('what does not grow is never said to run out', () => {
  const found = forecasts(grows(0), [], desk).find(({ quota }) => quota === 'trigger time');
  expect(found?.days).toBeNull();
});

test('a workbook that fills by 200,000 cells a day is full in ten days', () => {
  let cells = withCells([], 7_600_000, noon);
  for (let at = 1; at <= 2; at++) cells = withCells(cells, 7_600_000 + at * 200_000, noon + at * day);
  const found = forecasts([], cells, desk).find(({ quota }) => quota.startsWith('cells'));
  expect(found).toMatchObject({ share: 0.8, days: 10 });
});

test('the use of one day is a sum, and the units are those of the fullest minute', () => {
  const spent = { seconds: 10, fetches: 5, units: 900, mails: 2 };
  const days = withSpent(withSpent([], spent, noon), { ...spent, units: 300 }, noon + 60_000);
  expect(days).toEqual([{ day: googleDay(noon), seconds: 20, fetches: 10, units: 900, mails: 4 }]);
  expect(withSpent(days, spent, noon + day)).toHaveLength(2);
});

test.each([
  [1_000, 1, 1],
  [11_000, 1, 5],
  [11_000, 10, 10],
  [18_000, 1, 10],
] as const)(
  'after %i seconds of trigger time a desk set to every %i minutes looks every %i',
  (seconds, set, every) => {
    const days = [{ ...nothingSpent, day: googleDay(noon), seconds }];
    expect(paceFor(days, set, false, noon)).toBe(every);
    expect(paceFor(days, set, false, noon + day)).toBe(set);
  },
);

const calm = { wake: 0, behind: false, relisted: false, held: false, trouble: null } as const;
const oslo = { zone: 'Europe/Oslo' } as const;
const refusal = (what: string, at: number): Trouble => ({ since: at, last: at, times: 1, lost: 60, what });
const told = (after: Hardship, now: number): readonly (readonly string[])[] =>
  hardshipRows(after, { ...oslo, now });

test('Health tells of silence, of ticks cut short, of a lost place, of mail held up and of refusals, for a day', () => {
  const trouble = troubled(
    refusal('Reading the workbook: HTTP 503 backendError', noon - 9e6),
    refusal('HTTP 429', noon - 8e6),
  );
  const after = hardshipAfter(
    {},
    { wake: noon - 3_600_000 * 3, behind: true, relisted: true, held: true, trouble },
    noon,
  );
  const rows = told(after, noon + 60_000);
  expect(rows.map(([what]) => what)).toEqual([
    'No tick ran',
    'Ticks cut short',
    'Mailbox looked through anew',
    'Mails and labels held up',
    'Google refused',
  ]);
  expect(rows[4]?.[1]).toMatch(/^2 times/);
  expect(told(after, noon + 2 * day)).toEqual([]);
});

test('two kinds of refusals on one day are both told, each once', () => {
  const first = hardshipAfter({}, { ...calm, trouble: refusal('Sheets: HTTP 503', noon) }, noon + 60_000);
  const again = { ...calm, trouble: refusal('Gmail: HTTP 503', noon + 3_600_000) };
  const second = hardshipAfter(first, again, noon + 3_700_000);
  const third = hardshipAfter(
    second,
    { ...calm, trouble: refusal('Sheets: HTTP 503', noon + 4e6) },
    noon + 5e6,
  );
  const [row] = told(third, noon + 5e6);
  expect(row?.[1]).toMatch(/^3 times/);
  expect(row?.[2]).toContain('What failed: Sheets: HTTP 503; Gmail: HTTP 503. ');
});

test('a refusal before a day without ticks is told when the desk works again', () => {
  const late = noon + day + 3_600_000;
  const after = hardshipAfter({}, { ...calm, wake: noon, trouble: refusal('Gmail: HTTP 503', noon) }, late);
  expect(told(after, late + 60_000).map(([what]) => what)).toEqual(['No tick ran', 'Google refused']);
  expect(hardshipAfter(after, { ...calm, trouble: refusal('Gmail: HTTP 503', noon) }, late + 9e5)).toEqual(
    after,
  );
});

test('what was told before a weekend without ticks is told for a day after it', () => {
  const before = hardshipAfter({}, { ...calm, relisted: true }, noon);
  const monday = noon + 3 * day;
  const after = hardshipAfter(before, { ...calm, wake: noon + 60_000 }, monday);
  const whats = (now: number): readonly unknown[] => told(after, now).map(([what]) => what);
  expect(whats(monday + day / 2)).toEqual(['No tick ran', 'Mailbox looked through anew']);
  expect(whats(monday + day)).toEqual([]);
});

test('silence that came twice on one day is counted, and ticks that Google ended were no silence', () => {
  const twice = hardshipAfter(
    hardshipAfter({}, { ...calm, wake: noon - 3_600_000 }, noon),
    { ...calm, wake: noon + 3_600_000 },
    noon + 2 * 3_600_000,
  );
  expect(told(twice, noon + 2 * 3_600_000)[0]?.[1]).toBe(
    '2 times, last 2026-03-24 21:00 to 2026-03-24 22:00',
  );
  const ended = hardshipAfter(
    {},
    { ...calm, wake: noon - 3_600_000, trouble: refusal('x', noon - 60_000) },
    noon,
  );
  expect(told(ended, noon).map(([what]) => what)).toEqual(['Google refused']);
});

test('a trigger that was a little late is no news', () => {
  expect(hardshipAfter({}, { ...calm, wake: noon - 15 * 60_000 }, noon)).toEqual({});
});
