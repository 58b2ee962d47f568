// The Holidays tab: days on which the calendars of the week do not hold.
import type { WallRange } from '../../complaints/calendar.ts';
import { fromColumn, may, must } from '../column.ts';
import { dateIn, yearlyIn } from '../date.ts';
import { readHours } from '../hours.ts';
import { calendarName } from '../known.ts';
import { partsOf, short, text } from '../plain.ts';
import { eachOf, mapped, type Read, sound, unsound } from '../reading.ts';
import type { Shown } from '../shown.ts';
import type { Table } from '../table.ts';

/** A date of one year, or of every year. */
export type HolidayDate = { readonly date: string } | { readonly yearly: string };

/** What the day is: closed, open at other hours, or open with a break. */
export type DayHours =
  | { readonly is: 'closed' }
  | { readonly is: 'shift' | 'break'; readonly ranges: readonly WallRange[] };

const holidayDate: Read<HolidayDate> = (cell) => {
  const date = dateIn(cell);
  if (date !== null) return sound({ date });
  const yearly = yearlyIn(cell);
  if (yearly !== null) return sound({ yearly });
  return unsound(`'${short(cell)}' is no date.`, 'Write 2026-05-17, or 05-17 for every year.');
};

const dayHours: Read<DayHours> = (cell) => {
  const [, taken = cell] = /^break:?\s+(.+)$/is.exec(cell) ?? [];
  const reading = mapped(readHours(taken), (ranges): DayHours => {
    if (ranges.length === 0) return { is: 'closed' };
    return { is: taken === cell ? 'shift' : 'break', ranges };
  });
  return reading;
};

const calendars: Read<readonly string[]> = (cell, names) =>
  /^(all|any|\*|-)$/i.test(cell) ? sound([]) : eachOf(partsOf(cell), (part) => calendarName(part, names));

/** Norway: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday. */
const closedOn: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'Office hours': [
    ['2026-04-02', 'Maundy Thursday'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-14', 'Ascension Day'],
    ['2026-05-25', 'Whit Monday'],
    ['2027-03-25', 'Maundy Thursday'],
    ['2027-03-26', 'Good Friday'],
    ['2027-03-29', 'Easter Monday'],
    ['2027-05-06', 'Ascension Day'],
    ['2027-05-17', 'Whit Monday'],
    ['01-01', "New Year's Day"],
    ['05-01', 'Labour Day'],
    ['05-17', 'Constitution Day'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Second day of Christmas'],
  ],
  'English-language team': [
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-04', 'Early May bank holiday'],
    ['2026-05-25', 'Spring bank holiday'],
    ['2026-08-31', 'Summer bank holiday'],
    ['2026-12-28', 'Boxing Day (substitute day)'],
    ['2027-03-26', 'Good Friday'],
    ['2027-03-29', 'Easter Monday'],
    ['2027-05-03', 'Early May bank holiday'],
    ['2027-05-31', 'Spring bank holiday'],
    ['2027-08-30', 'Summer bank holiday'],
    ['2027-12-27', 'Christmas Day (substitute day)'],
    ['2027-12-28', 'Boxing Day (substitute day)'],
    ['01-01', "New Year's Day"],
    ['12-25', 'Christmas Day'],
  ],
};

export const holidaysTable = {
  tab: 'Holidays',
  columns: {
    calendar: may('Calendar', calendars, {
      blank: [] as readonly string[],
      whenBad: 'row',
    }),
    date: must('Date', holidayDate),
    name: may('Name', text, {
      blank: null as string | null,
    }),
    hours: may('Hours', dayHours, {
      blank: { is: 'closed' } as DayHours,
      whenBad: 'row',
    }),
  },
} satisfies Table;

/** What people see of it. */
export const holidaysShown = (): Shown<typeof holidaysTable> => ({
  about: 'Days on which the week does not hold: closed, other hours, or a break.',
  help: {
    calendar: 'One or more calendars, separated by commas; blank: all of them.',
    date: '2026-05-17, or 05-17 for every year.',
    name: 'What day it is; deadlines that skip it say so.',
    hours: 'Blank: closed. 09:00-12:00: open at these hours instead. break 12:00-13:00: closed in between.',
  },
  choices: {
    calendar: fromColumn('Calendars', 'Name'),
  },
  starter: [
    ...Object.entries(closedOn).flatMap(([calendar, days]) =>
      days.map(([date, name]) => [calendar, date, name, '']),
    ),
    ['Office hours', '12-24', 'Christmas Eve', '08:00-12:00'],
    ['Office hours', '12-31', "New Year's Eve", '08:00-12:00'],
  ],
});
