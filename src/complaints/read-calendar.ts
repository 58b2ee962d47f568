// Reading a calendar: what is no zone, time or date, and a calendar that never opens, is refused in plain words.
import { type Calendar, type CalendarSpec, type WallRange, weekdays } from './calendar.ts';
import { dayOf } from './dates.ts';
import { hoursOf, isHolidayDay, openOn, rangesOn } from './hours.ts';
import { zoneNamed } from './zone.ts';

/** Why a calendar is refused: what is wrong and where, for example `Hours, mon: '25:00' is no time of day ...`. */
export interface CalendarError {
  readonly error: string;
}

/** `name` defaults to `Working hours`. The first thing wrong is the one reported. */
export function readCalendar(spec: CalendarSpec): Calendar | CalendarError {
  const error = wrongZone(spec) ?? wrongHours(spec) ?? wrongDates(spec);
  if (error) return { error };
  const calendar: Calendar = { ...spec, name: spec.name ?? 'Working hours' };
  return opensEver(calendar)
    ? calendar
    : {
        error: `Calendar '${calendar.name}' is never open: give a weekday or a shift hours that no holiday takes.`,
      };
}

function wrongZone({ timeZone }: CalendarSpec): string | null {
  if (zoneNamed(timeZone)) return null;
  return `There is no time zone '${timeZone}'. Use a name such as Europe/Oslo.`;
}

function wrongHours(spec: CalendarSpec): string | null {
  for (const [day, ranges] of Object.entries(spec.hours)) {
    if (!weekdays.some((weekday) => weekday === day)) {
      return `Hours: '${day}' is no weekday. Use ${weekdays.join(', ')}.`;
    }
    const wrong = wrongRanges(`Hours, ${day}`, ranges);
    if (wrong) return wrong;
  }
  return null;
}

function wrongDates(spec: CalendarSpec): string | null {
  for (const date of spec.holidays ?? []) {
    if (dayOf(date) === null) return `Holidays: ${noDate(date)}`;
  }
  for (const date of spec.holidaysYearly ?? []) {
    if (dayOf(`2024-${date}`) === null) {
      return `Yearly holidays: there is no day '${date}'. Write month and day as MM-DD.`;
    }
  }
  return wrongDated('Breaks', spec.breaks) ?? wrongDated('Shifts', spec.shifts);
}

function wrongDated(where: string, dated: CalendarSpec['breaks'] = {}): string | null {
  for (const [date, ranges] of Object.entries(dated)) {
    if (dayOf(date) === null) return `${where}: ${noDate(date)}`;
    const wrong = wrongRanges(`${where}, ${date}`, ranges);
    if (wrong) return wrong;
  }
  return null;
}

function noDate(date: string): string {
  return `there is no date '${date}'. Write dates as YYYY-MM-DD.`;
}

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

function wrongRanges(where: string, ranges: readonly WallRange[] = []): string | null {
  for (const [from, to] of ranges) {
    if (!timeOfDay.test(from)) return `${where}: ${noTime(from)}`;
    if (to !== '24:00' && !timeOfDay.test(to)) return `${where}: ${noTime(to)}`;
  }
  return null;
}

function noTime(wall: string): string {
  if (wall === '24:00') return "'24:00' can only end a range. Start the next date's range at 00:00.";
  return `'${wall}' is no time of day. Write HH:MM from 00:00 to 24:00.`;
}

/** After 28 years each date has been each weekday; single holidays and breaks cannot close a weekday for good. */
function opensEver(calendar: Calendar): boolean {
  const hours = hoursOf(calendar);
  const from = dayOf('2000-01-01') ?? 0;
  const to = dayOf('2028-01-01') ?? 0;
  const weekly = { ...hours, shifts: new Map(), holidays: new Set<number>() };
  for (let day = from; day < to && hours.week.some((ranges) => ranges.length > 0); day++) {
    if (rangesOn(weekly, day).length > 0 && !isHolidayDay(weekly, day)) return true;
  }
  return [...hours.shifts.keys()].some((day) => openOn(hours, day).length > 0);
}
