// The People tab: who works at the desk, what each may and can do, and when.
import type { Role } from '../../complaints/rules.ts';
import { away } from '../away.ts';
import { fromColumn, listed, may, must } from '../column.ts';
import { calendarName, categoryPath, person } from '../known.ts';
import { choice, email, language, list, partsOf, text, whole } from '../plain.ts';
import { eachOf, type Read } from '../reading.ts';
import type { Shown } from '../shown.ts';
import type { Table } from '../table.ts';

const none: readonly string[] = [];
const roles = ['agent', 'lead', 'admin'] as const;
/** Category names may hold commas: a part is taken apart at them only where it is no category. */
const paths: Read<readonly string[]> = (cell, names) => {
  const isKnown = (part: string) => categoryPath(part, names).value !== undefined;
  const parts = partsOf(cell, /[;\n]/).flatMap((part) => (isKnown(part) ? [part] : partsOf(part)));
  return eachOf(parts, (part) => categoryPath(part, names));
};

export const peopleTable = {
  tab: 'People',
  columns: {
    name: must('Name', text),
    email: must('Email', email),
    role: may('Role', choice(roles), {
      blank: 'agent' as Role,
    }),
    teams: may('Teams', list, { blank: none }),
    skills: may('Skills', list, { blank: none }),
    lead: may('Lead', person, {
      blank: null as string | null,
    }),
    cap: may('Cap', whole(0, 10000), {
      blank: null as number | null,
    }),
    calendar: may('Calendar', calendarName, {
      blank: null as string | null,
    }),
    away: may('Away', away, {
      blank: [],
    }),
    cover: may('Cover', person, {
      blank: null as string | null,
    }),
    mayHandle: may('May handle', paths, { blank: none }),
    language: may('Language', language, { blank: null as string | null }),
  },
} satisfies Table;

/** What people see of it. */
export const peopleShown = (): Shown<typeof peopleTable> => ({
  about: 'The team, one person a row.',
  help: {
    name: 'As colleagues see it.',
    email: 'The address of this person in your Workspace: jane@example.com.',
    role: 'agent, lead or admin; blank is agent. Admins are told what is wrong in this workbook.',
    teams: 'Teams this person is in, separated by commas.',
    skills: 'What this person can do best, separated by commas.',
    lead: 'Who leads this person: an address or name of People; blank at the top.',
    cap: 'The most open tickets at a time; blank: no limit.',
    calendar: 'The shifts of this person, by name; blank: the desk calendar.',
    away: 'Days off: 2026-04-06 to 2026-04-10, 2026-05-01. The last day is included.',
    cover: 'Who takes over while this person is away.',
    mayHandle: 'Categories this person may have, such as Billing or Billing > Disputes; blank: all.',
    language: 'en, de, nl, no ...',
  },
  choices: {
    role: listed(roles),
    lead: fromColumn('People', 'Email'),
    calendar: fromColumn('Calendars', 'Name'),
    cover: fromColumn('People', 'Email'),
  },
  starter: [
    [
      'Anna Berger',
      'anna@fjordlicht.example',
      'agent',
      'Support',
      '',
      'femke@fjordlicht.example',
      40,
      '',
      '',
      'ida@fjordlicht.example',
      '',
      'de',
    ],
    [
      'Bram de Vries',
      'bram@fjordlicht.example',
      'agent',
      'Support',
      '',
      'femke@fjordlicht.example',
      40,
      '',
      '',
      'anna@fjordlicht.example',
      '',
      'nl',
    ],
    [
      'Ida Solberg',
      'ida@fjordlicht.example',
      'agent',
      'Support',
      '',
      'femke@fjordlicht.example',
      40,
      '',
      '',
      'femke@fjordlicht.example',
      '',
      'no',
    ],
    [
      'Ole Hansen',
      'ole@fjordlicht.example',
      'agent',
      'Logistics',
      'shipping',
      'femke@fjordlicht.example',
      30,
      '',
      '',
      'ida@fjordlicht.example',
      '',
      'no',
    ],
    [
      'David Clarke',
      'david@fjordlicht.example',
      'agent',
      'Technical',
      'technical',
      'helen@fjordlicht.example',
      25,
      'English-language team',
      '',
      'femke@fjordlicht.example',
      '',
      'en',
    ],
    [
      'Elena Rossi',
      'elena@fjordlicht.example',
      'agent',
      'Billing',
      'payments, disputes',
      'helen@fjordlicht.example',
      25,
      '',
      '',
      'femke@fjordlicht.example',
      '',
      'en',
    ],
    [
      'Femke Jansen',
      'femke@fjordlicht.example',
      'lead',
      'Support',
      '',
      'helen@fjordlicht.example',
      '',
      '',
      '',
      'helen@fjordlicht.example',
      '',
      'nl',
    ],
    [
      'Georg Huber',
      'georg@fjordlicht.example',
      'agent',
      'Key accounts',
      '',
      'helen@fjordlicht.example',
      20,
      '',
      '',
      'helen@fjordlicht.example',
      '',
      'de',
    ],
    [
      'Helen Lie',
      'helen@fjordlicht.example',
      'lead',
      'Management',
      '',
      '',
      '',
      '',
      '',
      'petra@fjordlicht.example',
      '',
      'no',
    ],
    [
      'Petra Novak',
      'petra@fjordlicht.example',
      'admin',
      '',
      '',
      'helen@fjordlicht.example',
      '',
      '',
      '',
      '',
      '',
      'en',
    ],
  ],
});
