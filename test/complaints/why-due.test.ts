import type { Allowance } from '../../src/complaints/time.ts';
import { whyDue, workingWords } from '../../src/complaints/why-due.ts';
import { calendar, everyDay, hours, local, pause } from './calendars.ts';

const support = calendar({
  name: 'Support hours',
  holidays: ['2026-04-02', '2026-04-03', '2026-04-05'],
  holidaysYearly: ['12-25'],
  holidayNames: { '2026-04-02': 'Maundy Thursday', '2026-04-03': 'Good Friday', '12-25': 'Christmas Day' },
});
const seconds = (amount: number): Allowance => ({ unit: 'seconds', amount });
const at = (written: string) => local(support, written);

test('a deadline over a weekend names start, target, calendar, closing and due', () => {
  expect(whyDue(support, at('2026-03-27 15:30'), seconds(hours(4)))).toBe(
    '4 working hours from Fri 27 Mar 2026 15:30 (Europe/Oslo) by Support hours: due Mon 30 Mar 2026 11:30. ' +
      'Not counted: closed Fri 27 Mar 17:00 to Mon 30 Mar 09:00.',
  );
});

test('within one day there is nothing to leave out', () => {
  expect(whyDue(support, at('2026-03-25 10:00'), seconds(1200))).toBe(
    '20 working minutes from Wed 25 Mar 2026 10:00 (Europe/Oslo) by Support hours: due Wed 25 Mar 2026 10:20.',
  );
});

test('holidays are named; those on a day off are not mentioned', () => {
  expect(whyDue(support, at('2026-04-01 16:00'), { unit: 'working days', amount: 1 })).toBe(
    '1 working day from Wed 1 Apr 2026 16:00 (Europe/Oslo) by Support hours: due Mon 6 Apr 2026 16:00. ' +
      'Not counted: Maundy Thursday on Thu 2 Apr; Good Friday on Fri 3 Apr; closed Wed 1 Apr 17:00 to Mon 6 Apr 09:00.',
  );
  expect(whyDue(support, at('2026-12-24 16:00'), seconds(hours(2)))).toContain('Christmas Day on Fri 25 Dec');
});

test('stops are named with what they were worth', () => {
  const pauses = [
    pause(at('2026-03-25 11:00'), at('2026-03-25 12:30')),
    pause(at('2026-03-25 20:00'), at('2026-03-25 21:00')),
  ];
  expect(whyDue(support, at('2026-03-25 10:00'), seconds(hours(4)), pauses)).toBe(
    '4 working hours from Wed 25 Mar 2026 10:00 (Europe/Oslo) by Support hours: due Wed 25 Mar 2026 15:30. ' +
      'Not counted: stopped Wed 25 Mar 11:00 to 12:30 (90 working minutes).',
  );
});

test('while the clock is stopped there is no deadline, and it says since when', () => {
  const pauses = [pause(at('2026-03-25 11:00'), null)];
  expect(whyDue(support, at('2026-03-25 10:00'), seconds(hours(4)), pauses)).toBe(
    '4 working hours from Wed 25 Mar 2026 10:00 (Europe/Oslo) by Support hours: ' +
      'no deadline yet, because the clock has been stopped since Wed 25 Mar 2026 11:00.',
  );
});

test('a target that never ends says so', () => {
  expect(whyDue(support, at('2026-03-25 10:00'), seconds(1e11))).toContain(
    'no deadline, because there are too few open hours in the next hundred years.',
  );
});

test('many nights are counted, the longest is named', () => {
  expect(whyDue(support, at('2026-11-16 09:00'), seconds(hours(44)))).toContain(
    'Not counted: closed 5 times (nights and days off), the longest Fri 20 Nov 17:00 to Mon 23 Nov 09:00.',
  );
});

test('a clock change in open hours is explained, one in the night is not', () => {
  const always = calendar({ name: 'Always', hours: everyDay(['00:00', '24:00']) });
  expect(whyDue(always, local(always, '2026-03-29 00:30'), seconds(hours(2)))).toBe(
    '2 working hours from Sun 29 Mar 2026 00:30 (Europe/Oslo) by Always: due Sun 29 Mar 2026 03:30. ' +
      'The clocks went forward 60 minutes on Sun 29 Mar.',
  );
  expect(whyDue(always, local(always, '2026-10-25 00:30'), seconds(hours(3)))).toContain(
    'went back 60 minutes',
  );
  expect(whyDue(support, at('2026-03-27 16:30'), seconds(hours(1)))).not.toContain('clocks');
});

test.each([
  [3600, '1 working hour'],
  [14400, '4 working hours'],
  [60, '1 working minute'],
  [5400, '90 working minutes'],
  [9000, '2 hours 30 minutes of working time'],
  [3661, '1 hour 1 minute 1 second of working time'],
  [0, 'no working time'],
])('%i seconds are %s', (amount, words) => {
  expect(workingWords(amount)).toBe(words);
});
