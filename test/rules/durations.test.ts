import { durationText, readDuration } from '../../src/rules/duration.ts';

const minutes = (amount: number) => ({ unit: 'seconds', amount: amount * 60 });
const workingDays = (amount: number) => ({ unit: 'working days', amount });

test.each([
  ['20m', minutes(20)],
  ['90 min', minutes(90)],
  ['4h', minutes(240)],
  ['4 Std.', minutes(240)],
  ['1h 30m', minutes(90)],
  ['1 hour and 30 minutes', minutes(90)],
  ['1,5 h', minutes(90)],
  ['1.5 hours', minutes(90)],
  ['72h', minutes(72 * 60)],
  ['2wd', workingDays(2)],
  ['2 working days', workingDays(2)],
  ['1 Business Day', workingDays(1)],
  ['3 Arbeitstage', workingDays(3)],
  ['-', null],
  ['none', null],
])('%s is a length of time that people write', (text, value) => {
  expect(readDuration(text)).toEqual({ value, troubles: [] });
});

test.each([
  ['20', "'20' has no unit."],
  ['soon', "'soon' is no length of time."],
  ['4x', "'x' in '4x' is no unit of time."],
  ['1wd 4h', "'1wd 4h' mixes days with hours."],
  ['1.5wd', "'1.5wd' is no whole number of working days from 1 to 365."],
  ['0h', "'0h' is less than a minute."],
  ['-4h', "'-4h' is no length of time."],
  ['4h!', "'4h!' is no length of time."],
])('%s is refused, and the admin is told why', (text, what) => {
  const { value, troubles } = readDuration(text);
  expect(value).toBeUndefined();
  expect(troubles.map((each) => each.what)).toEqual([what]);
});

test('a bare day is asked about, and counts as a working day until the admin answers', () => {
  expect(readDuration('2d')).toEqual({
    value: workingDays(2),
    troubles: [
      {
        what: "'2d' can be read in two ways.",
        advice: 'Did you mean working days (2wd) or hours (48h)? Until then it counts as 2wd.',
      },
    ],
  });
});

test('a long cell of digits is refused quickly', () => {
  const started = Date.now();
  readDuration('1'.repeat(40_000));
  readDuration('1h '.repeat(20_000));
  expect(Date.now() - started).toBeLessThan(200);
});

test.each(['20m', '4h', '1h 30m', '2wd', '-'])('%s is written back the way it was read', (text) => {
  const { value } = readDuration(text);
  expect(value === undefined ? 'unread' : durationText(value)).toBe(text);
});
