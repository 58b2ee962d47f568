import {
  due,
  dueBefore,
  dueOf,
  elapsed,
  firstOpen,
  instantOf,
  isOpen,
  periods,
} from '../../src/complaints/working-time.ts';
import { calendar, everyDay, everyWeekday, hours, iso, local, minutes, pause, utc } from './calendars.ts';

const oslo = calendar();
const dueIn = (start: string, seconds: number, on = oslo) => due(on, local(on, start), seconds);

describe('a target in working time', () => {
  test('a complaint on Friday at 16:30 with two hours is due on Monday at 10:30', () => {
    expect(dueIn('2026-11-20 16:30', hours(2))).toBe(local(oslo, '2026-11-23 10:30'));
  });

  test.each([
    ['within the day', '2026-11-18 09:30', hours(4), '2026-11-18 13:30'],
    ['used up exactly at closing is due at closing', '2026-11-20 15:00', hours(2), '2026-11-20 17:00'],
    [
      'one second more is due after the next opening',
      '2026-11-20 15:00',
      hours(2) + 1,
      '2026-11-23 09:00:01',
    ],
    ['a complaint before opening starts at opening', '2026-11-18 03:00', hours(1), '2026-11-18 10:00'],
    ['a complaint at closing starts at the next opening', '2026-11-20 17:00', hours(1), '2026-11-23 10:00'],
    ['a complaint on Saturday starts on Monday', '2026-11-21 12:00', minutes(20), '2026-11-23 09:20'],
    ['a whole week of 40 hours ends at Friday closing', '2026-11-16 09:00', hours(40), '2026-11-20 17:00'],
    ['over New Year, with no holiday', '2026-12-31 16:00', hours(2), '2027-01-01 10:00'],
    ['over a leap day', '2024-02-28 16:00', hours(9), '2024-02-29 17:00'],
    ['a target of nothing in open hours is due at once', '2026-11-18 12:00', 0, '2026-11-18 12:00'],
    ['a target of nothing while closed is due at opening', '2026-11-18 03:00', 0, '2026-11-18 09:00'],
  ])('%s', (_name, start, seconds, expected) => {
    expect(iso(dueIn(start, seconds))).toBe(iso(local(oslo, expected)));
  });

  test('several ranges a day leave the lunch break out', () => {
    const split = calendar({ hours: everyWeekday(['13:00', '17:00'], ['08:00', '12:00']) });
    expect(dueIn('2026-11-18 11:30', hours(1), split)).toBe(local(split, '2026-11-18 13:30'));
    expect(dueIn('2026-11-18 11:30', minutes(30), split)).toBe(local(split, '2026-11-18 12:00'));
  });

  test('ranges that overlap count once', () => {
    const double = calendar({
      hours: everyWeekday(['08:00', '12:00'], ['10:00', '16:00'], ['11:00', '11:30']),
    });
    expect(elapsed(double, local(double, '2026-11-18 00:00'), local(double, '2026-11-19 00:00'))).toBe(
      hours(8),
    );
  });

  test('a desk that never closes counts every second', () => {
    const always = calendar({ hours: everyDay(['00:00', '24:00']) });
    const start = utc('2026-12-30T12:34:56Z');
    expect(due(always, start, 400_000)).toBe(start + 400_000_000);
    expect(dueBefore(always, start, 400_000)).toBe(start - 400_000_000);
  });

  test('a target further off than a hundred years has no deadline', () => {
    const rare = calendar({ hours: {}, shifts: { '2026-11-18': [['09:00', '17:00']] } });
    expect(due(rare, utc('2026-11-01T00:00:00Z'), hours(8))).toBe(utc('2026-11-18T16:00:00Z'));
    expect(due(rare, utc('2026-11-01T00:00:00Z'), hours(8) + 1)).toBeNull();
    expect(due(oslo, utc('2026-11-01T00:00:00Z'), 1e11)).toBeNull();
    expect(dueBefore(rare, utc('2026-11-01T00:00:00Z'), 1)).toBeNull();
    expect(firstOpen(rare, utc('2026-11-19T00:00:00Z'))).toBeNull();
  });

  test('a desk open on leap days only is found eight years on over the year 2100', () => {
    const closed: string[] = [];
    for (let day = 0; day < 366; day++)
      closed.push(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10));
    const leap = calendar({
      hours: everyDay(['09:00', '17:00']),
      holidaysYearly: closed.filter((day) => day !== '02-29'),
    });
    expect(firstOpen(leap, local(leap, '2096-03-01 00:00'))).toBe(local(leap, '2104-02-29 09:00'));
  });
});

describe('ranges past midnight', () => {
  const night = calendar({
    hours: { mon: [['22:00', '06:00']], tue: [['22:00', '06:00']], fri: [['22:00', '24:00']] },
    holidays: ['2026-11-24'],
  });

  test('run on into the next date', () => {
    expect(dueIn('2026-11-16 23:00', hours(4), night)).toBe(local(night, '2026-11-17 03:00'));
    expect(isOpen(night, local(night, '2026-11-18 05:59'))).toBe(true);
    expect(isOpen(night, local(night, '2026-11-18 06:00'))).toBe(false);
  });

  test('a holiday takes the whole night that starts on it and leaves the night before alone', () => {
    expect(isOpen(night, local(night, '2026-11-24 03:00'))).toBe(true);
    expect(isOpen(night, local(night, '2026-11-24 23:00'))).toBe(false);
    expect(isOpen(night, local(night, '2026-11-25 03:00'))).toBe(false);
  });

  test('24:00 ends at midnight', () => {
    expect(dueIn('2026-11-20 21:00', hours(2), night)).toBe(local(night, '2026-11-21 00:00'));
    expect(isOpen(night, local(night, '2026-11-21 00:00'))).toBe(false);
  });

  test('an end at its start is a whole day', () => {
    const round = calendar({ hours: { mon: [['08:00', '08:00']] } });
    expect(dueIn('2026-11-16 00:00', hours(24), round)).toBe(local(round, '2026-11-17 08:00'));
  });

  test('the night of New Year is one period', () => {
    const eve = calendar({ hours: everyDay(['20:00', '04:00']) });
    const found = periods(eve, local(eve, '2026-12-31 12:00'), 'after', 2);
    expect(found).toEqual([
      [local(eve, '2026-12-31 20:00'), local(eve, '2027-01-01 04:00')],
      [local(eve, '2027-01-01 20:00'), local(eve, '2027-01-02 04:00')],
    ]);
    expect(periods(eve, local(eve, '2027-01-01 12:00'), 'before', 1)).toEqual(found.slice(0, 1));
    expect(dueIn('2026-12-31 23:00', hours(3), eve)).toBe(local(eve, '2027-01-01 02:00'));
  });
});

describe('holidays, shifts and breaks', () => {
  const special = calendar({
    holidays: ['2026-11-18', '2026-11-28'],
    holidaysYearly: ['12-25', '02-29'],
    breaks: { '2026-11-19': [['12:00', '13:00']], '2026-11-20': [['00:00', '24:00']] },
    shifts: {
      '2026-11-21': [['10:00', '12:00']],
      '2026-11-23': [],
      '2026-11-28': [['10:00', '12:00']],
    },
  });
  const openHours = (date: string, next: string) =>
    elapsed(special, local(special, `${date} 00:00`), local(special, `${next} 00:00`)) / 3600;

  test.each([
    ['a holiday is closed', '2026-11-18', '2026-11-19', 0],
    ['a break is taken out of its date', '2026-11-19', '2026-11-20', 7],
    ['a break can take the whole day', '2026-11-20', '2026-11-21', 0],
    ['a shift opens a Saturday', '2026-11-21', '2026-11-22', 2],
    ['an empty shift closes a Monday', '2026-11-23', '2026-11-24', 0],
    ['a holiday beats a shift', '2026-11-28', '2026-11-29', 0],
    ['a yearly holiday closes every year', '2028-12-25', '2028-12-26', 0],
    ['a yearly holiday on the leap day closes leap years', '2028-02-29', '2028-03-01', 0],
    ['and no other day of other years', '2027-03-01', '2027-03-02', 8],
  ])('%s', (_name, date, next, expected) => {
    expect(openHours(date, next)).toBe(expected);
  });

  test('a break in the small hours cuts the night shift of the day before', () => {
    const night = calendar({
      hours: { mon: [['22:00', '06:00']] },
      breaks: { '2026-11-17': [['02:00', '03:00']], '2026-11-23': [['23:30', '00:30']] },
    });
    expect(dueIn('2026-11-17 01:30', hours(1), night)).toBe(local(night, '2026-11-17 03:30'));
    expect(dueIn('2026-11-23 22:00', hours(2), night)).toBe(local(night, '2026-11-24 01:00'));
  });
});

describe('when the clocks change', () => {
  const always = calendar({ hours: everyDay(['00:00', '24:00']) });
  const newYork = calendar({ timeZone: 'America/New_York' });
  const lordHowe = calendar({ timeZone: 'Australia/Lord_Howe', hours: everyDay(['00:00', '06:00']) });
  const saoPaulo = calendar({ timeZone: 'America/Sao_Paulo', hours: everyDay(['00:00', '06:00']) });

  test.each([
    ['in the spring gap, moved forward by the gap', oslo, '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
    ['at the start of the gap', oslo, '2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['after the gap', oslo, '2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['twice in autumn, the first', oslo, '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['just before the second', oslo, '2026-10-25', '01:59', '2026-10-24T23:59:00Z'],
    ['once again single', oslo, '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['in the gap of New York', newYork, '2026-03-08', '02:30', '2026-03-08T07:30:00Z'],
    ['twice in New York', newYork, '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
    ['in the half-hour gap of Lord Howe', lordHowe, '2026-10-04', '02:15', '2026-10-03T15:45:00Z'],
    ['twice in half an hour on Lord Howe', lordHowe, '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
    ['at a midnight that São Paulo left out', saoPaulo, '2018-11-04', '00:00', '2018-11-04T03:00:00Z'],
    ['24:00 before it', saoPaulo, '2018-11-03', '24:00', '2018-11-04T03:00:00Z'],
  ])('a wall time %s', (_name, on, date, wall, expected) => {
    expect(iso(instantOf(on, date, wall))).toBe(expected);
  });

  test.each([
    ['the spring day has 23 hours', always, '2026-03-29', 23],
    ['the autumn day has 25 hours', always, '2026-10-25', 25],
    ['half an hour is lost on Lord Howe', lordHowe, '2026-10-04', 5.5],
    ['half an hour is won on Lord Howe', lordHowe, '2026-04-05', 6.5],
    ['the hour after midnight is lost in São Paulo', saoPaulo, '2018-11-04', 5],
  ])('%s', (_name, on, date, expected) => {
    const [from, to] = [instantOf(on, date, '00:00'), instantOf(on, date, '24:00')];
    expect(elapsed(on, from, to) / 3600).toBe(expected);
  });

  test('a deadline over the weekend of the change keeps its wall time', () => {
    expect(iso(dueIn('2026-03-27 16:30', hours(2)))).toBe('2026-03-30T08:30:00Z');
    expect(iso(dueIn('2026-10-23 16:30', hours(2)))).toBe('2026-10-26T09:30:00Z');
  });

  test('Kathmandu is at 5:45 and Casablanca goes back for Ramadan', () => {
    const kathmandu = calendar({ timeZone: 'Asia/Kathmandu' });
    expect(iso(dueIn('2026-11-18 09:00', hours(1), kathmandu))).toBe('2026-11-18T04:15:00Z');
    const casablanca = calendar({ timeZone: 'Africa/Casablanca' });
    expect(iso(local(casablanca, '2026-01-15 09:00'))).toBe('2026-01-15T08:00:00Z');
    expect(iso(local(casablanca, '2026-03-02 09:00'))).toBe('2026-03-02T09:00:00Z');
  });

  test('the Friday that Samoa left out has no hours', () => {
    const apia = calendar({ timeZone: 'Pacific/Apia' });
    expect(iso(dueIn('2011-12-29 16:00', hours(2), apia))).toBe(iso(local(apia, '2012-01-02 10:00')));
  });
});

describe('pauses', () => {
  const at = (written: string) => local(oslo, written);

  test('time in a pause does not count, in whatever order pauses come and however they overlap', () => {
    const pauses = [
      pause(at('2026-11-18 14:00'), at('2026-11-18 15:00')),
      pause(at('2026-11-18 10:00'), at('2026-11-18 12:00')),
      pause(at('2026-11-18 11:00'), at('2026-11-18 13:00')),
      pause(at('2026-11-18 16:00'), at('2026-11-18 15:30')),
      pause(at('2026-11-18 20:00'), at('2026-11-19 08:00')),
    ];
    expect(due(oslo, at('2026-11-18 09:00'), hours(3), pauses)).toBe(at('2026-11-18 16:00'));
    expect(due(oslo, at('2026-11-18 09:00'), hours(5), pauses)).toBe(at('2026-11-19 10:00'));
    expect(elapsed(oslo, at('2026-11-18 09:00'), at('2026-11-19 10:00'), pauses)).toBe(hours(5));
  });

  test('an open-ended pause hides the deadline, but not one that came before it', () => {
    const pauses = [pause(at('2026-11-18 12:00'), null)];
    expect(due(oslo, at('2026-11-18 09:00'), hours(4), pauses)).toBeNull();
    expect(due(oslo, at('2026-11-18 09:00'), hours(3), pauses)).toBe(at('2026-11-18 12:00'));
    expect(due(oslo, at('2026-11-18 13:00'), 0, pauses)).toBeNull();
    expect(elapsed(oslo, at('2026-11-18 09:00'), at('2026-11-20 09:00'), pauses)).toBe(hours(3));
    expect(dueBefore(oslo, at('2026-11-20 09:00'), hours(1), pauses)).toBe(at('2026-11-18 11:00'));
  });

  test('going back over a pause leaves it out as well', () => {
    const pauses = [pause(at('2026-11-18 10:00'), at('2026-11-18 11:00'))];
    expect(dueBefore(oslo, at('2026-11-18 11:30'), hours(1), pauses)).toBe(at('2026-11-18 09:30'));
    expect(dueBefore(oslo, at('2026-11-18 10:30'), 0, pauses)).toBe(at('2026-11-18 10:00'));
    expect(due(oslo, at('2026-11-18 10:30'), 0, pauses)).toBe(at('2026-11-18 11:00'));
  });
});

describe('going back', () => {
  test.each([
    ['within the day', '2026-11-18 12:00', hours(2), '2026-11-18 10:00'],
    ['over the weekend', '2026-11-23 10:00', hours(2), '2026-11-20 16:00'],
    ['reaching exactly an opening is that opening', '2026-11-23 11:00', hours(2), '2026-11-23 09:00'],
    ['nothing, from Saturday, is Friday closing', '2026-11-21 12:00', 0, '2026-11-20 17:00'],
    ['nothing, from an opening, is the closing before', '2026-11-23 09:00', 0, '2026-11-20 17:00'],
  ])('%s', (_name, end, seconds, expected) => {
    expect(iso(dueBefore(oslo, local(oslo, end), seconds))).toBe(iso(local(oslo, expected)));
  });
});

describe('open or not', () => {
  test('the opening moment is open, the closing moment is not', () => {
    expect(isOpen(oslo, local(oslo, '2026-11-18 09:00'))).toBe(true);
    expect(isOpen(oslo, local(oslo, '2026-11-18 09:00') - 1)).toBe(false);
    expect(isOpen(oslo, local(oslo, '2026-11-18 17:00'))).toBe(false);
    expect(isOpen(oslo, local(oslo, '2026-11-18 17:00') - 1)).toBe(true);
  });

  test('the first open moment is now or the next opening', () => {
    expect(firstOpen(oslo, local(oslo, '2026-11-18 12:00'))).toBe(local(oslo, '2026-11-18 12:00'));
    expect(firstOpen(oslo, local(oslo, '2026-11-20 17:00'))).toBe(local(oslo, '2026-11-23 09:00'));
  });

  test('periods are cut at the start and come nearest first', () => {
    const at = (written: string) => local(oslo, written);
    expect(periods(oslo, at('2026-11-20 16:00'), 'after', 2)).toEqual([
      [at('2026-11-20 16:00'), at('2026-11-20 17:00')],
      [at('2026-11-23 09:00'), at('2026-11-23 17:00')],
    ]);
    expect(periods(oslo, at('2026-11-23 10:00'), 'before', 2)).toEqual([
      [at('2026-11-23 09:00'), at('2026-11-23 10:00')],
      [at('2026-11-20 09:00'), at('2026-11-20 17:00')],
    ]);
    expect(periods(oslo, at('2026-11-23 10:00'), 'after', 0)).toEqual([]);
  });

  test('ranges that touch stay two periods, ranges that overlap are one', () => {
    const touching = calendar({
      hours: everyDay(['00:00', '12:00'], ['12:00', '24:00'], ['13:00', '14:00']),
    });
    const found = periods(touching, local(touching, '2026-11-18 00:00'), 'after', 3);
    expect(found.map(([from, to]) => (to - from) / 3_600_000)).toEqual([12, 12, 12]);
  });
});

describe('allowances', () => {
  test('seconds and working days are both deadlines', () => {
    const at = (written: string) => local(oslo, written);
    expect(dueOf(oslo, at('2026-11-20 16:30'), { unit: 'seconds', amount: hours(2) })).toBe(
      at('2026-11-23 10:30'),
    );
    expect(dueOf(oslo, at('2026-11-20 16:30'), { unit: 'working days', amount: 2 })).toBe(
      at('2026-11-24 16:30'),
    );
    expect(dueOf(oslo, at('2026-11-20 20:00'), { unit: 'working days', amount: 1 })).toBe(
      at('2026-11-24 09:00'),
    );
  });

  test('a pause moves a deadline in working days by its working time', () => {
    const at = (written: string) => local(oslo, written);
    const lunch = [pause(at('2026-11-19 12:00'), at('2026-11-19 13:30'))];
    const twoDays = { unit: 'working days', amount: 2 } as const;
    expect(dueOf(oslo, at('2026-11-18 11:00'), twoDays, lunch)).toBe(at('2026-11-20 12:30'));
    const overnight = [pause(at('2026-11-18 17:00'), at('2026-11-19 09:00'))];
    expect(dueOf(oslo, at('2026-11-18 11:00'), twoDays, overnight)).toBe(at('2026-11-20 11:00'));
    expect(dueOf(oslo, at('2026-11-18 11:00'), twoDays, [pause(at('2026-11-19 12:00'), null)])).toBeNull();
  });
});
