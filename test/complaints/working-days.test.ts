import {
  addWorkingDates,
  dueWorkingDays,
  isHoliday,
  isWorkingDate,
} from '../../src/complaints/working-days.ts';
import { calendar, everyDay, iso, local } from './calendars.ts';

const oslo = calendar({
  holidays: ['2026-04-02', '2026-04-03', '2026-04-06'],
  holidaysYearly: ['12-25', '02-29'],
  shifts: { '2026-11-21': [['10:00', '12:00']], '2026-11-24': [] },
  breaks: { '2026-11-26': [['08:00', '18:00']] },
});

describe('working dates', () => {
  test.each([
    ['2026-11-18', true, 'a Wednesday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-21', true, 'a Saturday with a shift'],
    ['2026-11-24', false, 'a Tuesday whose shift is empty'],
    ['2026-11-26', false, 'a Thursday that a break takes whole'],
    ['2026-04-03', false, 'a holiday'],
    ['2026-12-25', false, 'a yearly holiday'],
    ['2028-02-29', false, 'the leap day'],
  ])('%s: %s, %s', (date, working) => {
    expect(isWorkingDate(oslo, date)).toBe(working);
  });

  test('holidays are those of the calendar, by date and yearly', () => {
    const dates = ['2026-04-03', '2027-04-03', '2026-12-25', '2031-12-25', '2028-02-29', '2027-02-28'];
    expect(dates.filter((date) => isHoliday(oslo, date))).toEqual([
      '2026-04-03',
      '2026-12-25',
      '2031-12-25',
      '2028-02-29',
    ]);
  });

  test.each([
    ['2026-11-16', 1, '2026-11-17'],
    ['2026-11-16', 4, '2026-11-20'],
    ['2026-11-20', 1, '2026-11-21'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-23', 1, '2026-11-25'],
    ['2026-11-25', 1, '2026-11-27'],
    ['2026-04-01', 1, '2026-04-07'],
    ['2026-04-07', -1, '2026-04-01'],
    ['2026-11-23', -2, '2026-11-20'],
    ['2026-11-18', 0, '2026-11-18'],
    ['2026-11-22', 0, '2026-11-23'],
    ['2026-12-24', 1, '2026-12-28'],
  ])('%s and %i working dates is %s', (date, days, expected) => {
    expect(addWorkingDates(oslo, date, days)).toBe(expected);
  });

  test('working dates that never come are none', () => {
    const once = calendar({ hours: {}, shifts: { '2026-11-18': [['09:00', '17:00']] } });
    expect(addWorkingDates(once, '2026-11-01', 1)).toBe('2026-11-18');
    expect(addWorkingDates(once, '2026-11-01', 2)).toBeNull();
    expect(dueWorkingDays(once, local(once, '2026-11-18 10:00'), { days: 1, direction: 'after' })).toBeNull();
  });

  test('an impossible date is refused', () => {
    expect(() => isWorkingDate(oslo, '2026-02-30')).toThrow("There is no date '2026-02-30'.");
  });
});

describe('working days', () => {
  const due = (start: string, days: number, direction: 'after' | 'before', endOfDay = false) =>
    iso(dueWorkingDays(oslo, local(oslo, start), { days, direction, endOfDay }));

  test.each([
    ['two days on at the same wall time', '2026-11-16 11:15', 2, '2026-11-18 11:15'],
    ['before opening, moved to the opening', '2026-11-16 07:00', 2, '2026-11-18 09:00'],
    ['after closing, moved to the next opening', '2026-11-16 18:00', 2, '2026-11-19 09:00'],
    ['over Easter', '2026-04-01 16:00', 1, '2026-04-07 16:00'],
    ['over the change of clocks', '2026-03-27 16:00', 1, '2026-03-30 16:00'],
    ['from a weekend', '2026-11-15 10:00', 1, '2026-11-16 10:00'],
    ['none is at once', '2026-11-16 11:15', 0, '2026-11-16 11:15'],
    ['none from a Sunday is Monday opening', '2026-11-15 12:00', 0, '2026-11-16 09:00'],
  ])('%s', (_name, start, days, expected) => {
    expect(due(start, days, 'after')).toBe(iso(local(oslo, expected)));
  });

  test.each([
    ['two days back at the same wall time', '2026-11-18 11:15', 2, '2026-11-16 11:15'],
    ['after closing, moved back to the closing', '2026-11-18 20:00', 2, '2026-11-16 17:00'],
    ['before opening, moved back to the closing before', '2026-11-18 07:00', 1, '2026-11-16 17:00'],
    ['none is at once', '2026-11-16 11:15', 0, '2026-11-16 11:15'],
    ['none from a Sunday is the last closing', '2026-11-15 12:00', 0, '2026-11-13 17:00'],
  ])('%s', (_name, start, days, expected) => {
    expect(due(start, days, 'before')).toBe(iso(local(oslo, expected)));
  });

  test.each([
    ['two days on', '2026-11-16 11:15', 2, 'after', '2026-11-18 17:00'],
    ['today', '2026-11-16 11:15', 0, 'after', '2026-11-16 17:00'],
    ['today, when it has passed, is tomorrow', '2026-11-16 17:30', 0, 'after', '2026-11-17 17:00'],
    ['today from a Sunday is Monday', '2026-11-15 11:15', 0, 'after', '2026-11-16 17:00'],
    ['two days back', '2026-11-18 11:15', 2, 'before', '2026-11-16 17:00'],
    ['the last one that has passed', '2026-11-18 11:15', 0, 'before', '2026-11-17 17:00'],
  ] as const)('closing: %s', (_name, start, days, direction, expected) => {
    expect(due(start, days, direction, true)).toBe(iso(local(oslo, expected)));
  });

  test('the closing of a night shift is the next morning', () => {
    const night = calendar({ hours: everyDay(['22:00', '06:00']) });
    const asked = { days: 1, direction: 'after', endOfDay: true } as const;
    const found = dueWorkingDays(night, local(night, '2026-11-16 12:00'), asked);
    expect(iso(found)).toBe(iso(local(night, '2026-11-18 06:00')));
  });

  test('the closing of a night shift is earlier where a break of the next date takes its end', () => {
    const night = calendar({
      hours: { mon: [['22:00', '06:00']], tue: [['23:00', '01:00']] },
      breaks: { '2026-11-17': [['05:00', '07:00']], '2026-11-24': [['22:00', '02:00']] },
    });
    const asked = { days: 0, direction: 'after', endOfDay: true } as const;
    expect(iso(dueWorkingDays(night, local(night, '2026-11-16 12:00'), asked))).toBe(
      iso(local(night, '2026-11-17 05:00')),
    );
    expect(isWorkingDate(night, '2026-11-24')).toBe(false);
    expect(isWorkingDate(night, '2026-11-17')).toBe(true);
  });
});
