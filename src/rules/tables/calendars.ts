// The Calendars tab: when the desk, a team or a person works.

import type { WallRange } from '../../complaints/calendar.ts';
import { may, must } from '../column.ts';
import { readHours } from '../hours.ts';
import { text } from '../plain.ts';
import type { Table } from '../table.ts';
import { settings } from './settings.ts';

const closed: readonly WallRange[] = [];
const day = (header: string) =>
  may(
    header,
    'Hours such as 09:00-12:00, 13:00-17:00; closed; or 24h. 22:00-06:00 runs past midnight.',
    readHours,
    {
      blank: closed,
      required: true,
      whenBad: 'row',
    },
  );

export const calendarsTable = {
  tab: 'Calendars',
  about: 'Working time. Every deadline counts in the hours of one of these.',
  columns: {
    name: must('Name', 'How other tabs call this calendar.', text),
    timeZone: must('Time zone', 'Where the hours are meant, such as Europe/Oslo.', settings.timeZone.read),
    mon: day('Mon'),
    tue: day('Tue'),
    wed: day('Wed'),
    thu: day('Thu'),
    fri: day('Fri'),
    sat: day('Sat'),
    sun: day('Sun'),
  },
  starter: [
    ['Office hours', 'Europe/Oslo', ...Array<string>(5).fill('08:00-16:00'), 'closed', 'closed'],
    ['Round the clock', 'Europe/Oslo', ...Array<string>(7).fill('24h')],
    [
      'English-language team',
      'Europe/London',
      ...Array<string>(5).fill('09:00-12:30, 13:15-17:30'),
      'closed',
      'closed',
    ],
  ],
} satisfies Table;
