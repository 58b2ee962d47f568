// The Calendars tab: when the desk, a team or a person works.

import type { WallRange } from '../../complaints/calendar.ts';
import { may, must } from '../column.ts';
import { readHours } from '../hours.ts';
import { text } from '../plain.ts';
import type { Shown } from '../shown.ts';
import type { Table } from '../table.ts';
import { settings } from './settings.ts';

const closed: readonly WallRange[] = [];
const day = (header: string) => may(header, readHours, { blank: closed, required: true, whenBad: 'row' });

export const calendarsTable = {
  tab: 'Calendars',
  columns: {
    name: must('Name', text),
    timeZone: must('Time zone', settings.timeZone.read),
    mon: day('Mon'),
    tue: day('Tue'),
    wed: day('Wed'),
    thu: day('Thu'),
    fri: day('Fri'),
    sat: day('Sat'),
    sun: day('Sun'),
  },
} satisfies Table;

/** Name, zone and hours from Monday to Friday: what the desk works by while there is no calendar at all. */
export const ownOfficeHours = ['Office hours', 'Europe/Oslo', '08:00-16:00'] as const;

const hours = 'Hours such as 09:00-12:00, 13:00-17:00; closed; or 24h. 22:00-06:00 runs past midnight.';

/** What people see of it. */
export const calendarsShown = (): Shown<typeof calendarsTable> => ({
  about: 'Working time. Every deadline counts in the hours of one of these.',
  help: {
    name: 'How other tabs call this calendar.',
    timeZone: 'Where the hours are meant, such as Europe/Oslo.',
    mon: hours,
    tue: hours,
    wed: hours,
    thu: hours,
    fri: hours,
    sat: hours,
    sun: hours,
  },
  starter: [
    [ownOfficeHours[0], ownOfficeHours[1], ...Array<string>(5).fill(ownOfficeHours[2]), 'closed', 'closed'],
    ['Round the clock', 'Europe/Oslo', ...Array<string>(7).fill('24h')],
    [
      'English-language team',
      'Europe/London',
      ...Array<string>(5).fill('09:00-12:30, 13:15-17:30'),
      'closed',
      'closed',
    ],
  ],
});
