// Calendars and Holidays rows become calendars that have an open hour.
import { type Calendar, type CalendarSpec, type WallRange, weekdays } from '../complaints/calendar.ts';
import { readCalendar } from '../complaints/read-calendar.ts';
import type { Place, Problem, Rules } from '../complaints/rules.ts';
import { folded } from './cell.ts';
import { readHours } from './hours.ts';
import { noNames } from './names.ts';
import { type Reader, readTab } from './tab.ts';
import type { RowOf } from './table.ts';
import { calendarsTable, ownOfficeHours } from './tables/calendars.ts';
import { holidaysTable } from './tables/holidays.ts';
import { firstOfEach } from './unique.ts';

type CalendarRow = RowOf<typeof calendarsTable.columns>;
type HolidayRow = RowOf<typeof holidaysTable.columns>;
type Days = Pick<CalendarSpec, 'holidays' | 'holidaysYearly' | 'breaks' | 'shifts' | 'holidayNames'>;

/** Special hours of a yearly date are written out for these years, as a calendar knows only dates of one year. */
const years = Array.from({ length: 16 }, (_, index) => 2025 + index);

const own = `one of its own, ${ownOfficeHours.join(', ')} from Monday to Friday`;

export interface CalendarsReading {
  /** Never empty. */
  readonly calendars: readonly Calendar[];
  readonly problems: readonly Problem[];
}

export function readCalendars(reader: Reader, lastGood: Rules | null): CalendarsReading {
  const tab = readTab(calendarsTable, reader, { names: noNames, otherwise: `by ${own}` });
  const sifted = firstOfEach(tab.rows, 'Name', (row) => row.name);
  const last = lastGood?.calendars ?? [];
  const weeks = tab.broken && last.length > 0 ? last.map(weekOf) : sifted.rows.map(weekOfRow);
  const names = { ...noNames, calendars: weeks.map(({ spec }) => spec.name) };
  const holidays = readTab(holidaysTable, reader, { names });
  const daysOf = (name: string): Days => {
    const before = holidays.broken ? last.find((each) => folded(each.name) === folded(name)) : undefined;
    return before === undefined ? daysFor(name, holidays.rows) : onlyDays(before);
  };
  const problems = [...tab.problems, ...sifted.problems, ...holidays.problems];
  const calendars: Calendar[] = [];
  for (const { spec, place } of weeks) {
    const read = readCalendar({ ...spec, ...daysOf(spec.name) });
    if (!('error' in read)) calendars.push(read);
    else if (place !== null) problems.push(refused(place, read.error));
  }
  if (calendars.length > 0) return { calendars, problems };
  const lent = last.length > 0 ? last : officeHours();
  return { calendars: lent, problems: [...problems, ...(tab.broken ? [] : [noneLeft(last.length > 0)])] };
}

interface Week {
  readonly spec: CalendarSpec & { readonly name: string };
  /** Null for a calendar of the last good rules. */
  readonly place: Place | null;
}

function weekOfRow(row: CalendarRow): Week {
  const hours = Object.fromEntries(weekdays.map((day) => [day, row[day]]));
  return { spec: { name: row.name, timeZone: row.timeZone, hours }, place: row.place };
}

function weekOf({ name, timeZone, hours }: Calendar): Week {
  return { spec: { name, timeZone, hours }, place: null };
}

function onlyDays({ name: _name, timeZone: _zone, hours: _hours, ...days }: Calendar): Days {
  return days;
}

function daysFor(calendar: string, rows: readonly HolidayRow[]): Days {
  const mine = rows.filter((row) => row.calendar.length === 0 || row.calendar.includes(calendar));
  const closed = mine.filter(({ hours }) => hours.is === 'closed');
  return {
    holidays: closed.flatMap(({ date }) => ('date' in date ? [date.date] : [])),
    holidaysYearly: closed.flatMap(({ date }) => ('yearly' in date ? [date.yearly] : [])),
    breaks: rangesByDate(mine, 'break'),
    shifts: rangesByDate(mine, 'shift'),
    holidayNames: Object.fromEntries(
      mine.flatMap(({ date, name }) =>
        name === null ? [] : [['date' in date ? date.date : date.yearly, name]],
      ),
    ),
  };
}

/** Dates of one year come after yearly ones and stand in their place. */
function rangesByDate(rows: readonly HolidayRow[], kind: 'break' | 'shift') {
  const found: Record<string, readonly WallRange[]> = {};
  for (const single of [false, true]) {
    for (const { date, hours } of rows) {
      if (hours.is !== kind || 'date' in date !== single) continue;
      for (const day of datesOf(date)) found[day] = hours.ranges;
    }
  }
  return found;
}

function datesOf(date: HolidayRow['date']): readonly string[] {
  if ('date' in date) return [date.date];
  const leap = (year: number) => year % 4 === 0;
  return years
    .filter((year) => date.yearly !== '02-29' || leap(year))
    .map((year) => `${year}-${date.yearly}`);
}

/** Until somebody writes a calendar: the hours that the starter workbook calls so too. */
function officeHours(): readonly Calendar[] {
  const [name, timeZone, weekday] = ownOfficeHours;
  const hours = readHours(weekday).value ?? [];
  const read = readCalendar({
    name,
    timeZone,
    hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] },
  });
  return 'error' in read ? [] : [read];
}

function refused({ tab, row }: Place, what: string): Problem {
  return { tab, row, column: null, what, advice: 'Until then this row is left out.' };
}

function noneLeft(lastGood: boolean): Problem {
  const by = lastGood ? 'the calendars it last had' : own;
  return {
    tab: calendarsTable.tab,
    row: null,
    column: null,
    what: 'No row of this tab is a calendar.',
    advice: `Write at least one. Until then the desk works by ${by}.`,
  };
}
