import type { CalendarSpec, WallRange } from '../../src/complaints/calendar.ts';
import { readCalendar } from '../../src/complaints/read-calendar.ts';
import { everyDay, everyWeekday } from './calendars.ts';

const office: WallRange = ['09:00', '17:00'];
const hours = everyWeekday(office);
const refused = (spec: Partial<CalendarSpec>): string => {
  const read = readCalendar({ timeZone: 'Europe/Oslo', hours, ...spec });
  return 'error' in read ? read.error : 'accepted';
};
const everyDate: string[] = [];
for (let day = 0; day < 366; day++) {
  everyDate.push(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10));
}

test.each<[string, Partial<CalendarSpec>, string]>([
  [
    'a zone nobody knows',
    { timeZone: 'Europe/Olso' },
    "There is no time zone 'Europe/Olso'. Use a name such as Europe/Oslo.",
  ],
  ['an empty zone', { timeZone: '' }, "There is no time zone ''. Use a name such as Europe/Oslo."],
  [
    'a fixed offset',
    { timeZone: '+02:00' },
    "There is no time zone '+02:00'. Use a name such as Europe/Oslo.",
  ],
  [
    'an hour 25',
    { hours: { mon: [['09:00', '25:00']] } },
    "Hours, mon: '25:00' is no time of day. Write HH:MM from 00:00 to 24:00.",
  ],
  [
    'a minute 60',
    { hours: { tue: [office, ['17:60', '18:00']] } },
    "Hours, tue: '17:60' is no time of day. Write HH:MM from 00:00 to 24:00.",
  ],
  [
    'no leading zero',
    { hours: { mon: [['9:00', '17:00']] } },
    "Hours, mon: '9:00' is no time of day. Write HH:MM from 00:00 to 24:00.",
  ],
  [
    '24:00 as a start',
    { hours: { mon: [['24:00', '08:00']] } },
    "Hours, mon: '24:00' can only end a range. Start the next date's range at 00:00.",
  ],
  [
    'after 24:00',
    { hours: { mon: [['08:00', '24:30']] } },
    "Hours, mon: '24:30' is no time of day. Write HH:MM from 00:00 to 24:00.",
  ],
  [
    'a weekday with another name',
    { hours: { monday: [office] } as CalendarSpec['hours'] },
    "Hours: 'monday' is no weekday. Use mon, tue, wed, thu, fri, sat, sun.",
  ],
  [
    'an impossible holiday',
    { holidays: ['2026-12-25', '2026-02-30'] },
    "Holidays: there is no date '2026-02-30'. Write dates as YYYY-MM-DD.",
  ],
  [
    'a leap day in a common year',
    { holidays: ['2026-02-29'] },
    "Holidays: there is no date '2026-02-29'. Write dates as YYYY-MM-DD.",
  ],
  [
    'a holiday the other way round',
    { holidays: ['25.12.2026'] },
    "Holidays: there is no date '25.12.2026'. Write dates as YYYY-MM-DD.",
  ],
  [
    'an impossible yearly holiday',
    { holidaysYearly: ['02-30'] },
    "Yearly holidays: there is no day '02-30'. Write month and day as MM-DD.",
  ],
  [
    'a break on no date',
    { breaks: { '2026-13-01': [office] } },
    "Breaks: there is no date '2026-13-01'. Write dates as YYYY-MM-DD.",
  ],
  [
    'a break at no time',
    { breaks: { '2026-12-01': [['12', '13']] } },
    "Breaks, 2026-12-01: '12' is no time of day. Write HH:MM from 00:00 to 24:00.",
  ],
  [
    'a shift at no time',
    { shifts: { '2026-12-01': [['noon', '13:00']] } },
    "Shifts, 2026-12-01: 'noon' is no time of day. Write HH:MM from 00:00 to 24:00.",
  ],
])('a calendar with %s is refused, and told where', (_name, spec, expected) => {
  expect(refused(spec)).toBe(expected);
});

test.each<[string, Partial<CalendarSpec>]>([
  ['no hours at all', { hours: {} }],
  ['weekdays without a range', { hours: { mon: [], tue: [] } }],
  ['a shift on a holiday only', { hours: {}, shifts: { '2026-12-25': [office] }, holidaysYearly: ['12-25'] }],
  [
    'a shift that a break takes whole',
    { hours: {}, shifts: { '2026-12-24': [office] }, breaks: { '2026-12-24': [office] } },
  ],
  ['yearly holidays on all dates', { hours: everyDay(office), holidaysYearly: everyDate }],
])('a calendar with %s has no open hour and is refused', (_name, spec) => {
  expect(refused({ name: 'Support', ...spec })).toBe(
    "Calendar 'Support' is never open: give a weekday or a shift hours that no holiday takes.",
  );
});

test.each<[string, Partial<CalendarSpec>]>([
  [
    'hours on leap days only',
    { hours: everyDay(office), holidaysYearly: everyDate.filter((day) => day !== '02-29') },
  ],
  ['a single shift', { hours: {}, shifts: { '2026-12-24': [office] } }],
  ['a night that ends at midnight', { hours: { mon: [['18:00', '24:00']] } }],
  ['a yearly holiday on the leap day', { holidaysYearly: ['02-29'] }],
  ['any zone of the world', { timeZone: 'Australia/Lord_Howe' }],
])('a calendar with %s is sound', (_name, spec) => {
  expect(refused(spec)).toBe('accepted');
});

test('a calendar keeps what it was given and is plain data', () => {
  const spec = {
    timeZone: 'Europe/Oslo',
    hours,
    holidays: ['2026-12-25'],
    holidayNames: { '2026-12-25': 'Christmas' },
  };
  const read = readCalendar(spec);
  expect(read).toEqual({ ...spec, name: 'Working hours' });
  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
});
