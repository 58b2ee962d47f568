// What a desk may tell about tickets: plain ones, odd ones and hostile ones.
import type { ArchivedView, ChoicesView, HomeView, TicketLine, TicketView } from '../../src/door/views.ts';

export const now = Date.parse('2026-03-24T09:00:00Z');
const minutes = (count: number): number => count * 60_000;
const hours = (count: number): number => minutes(60 * count);

export const anna = { email: 'anna@fjordlicht.example', name: 'Anna Berger' };
export const ida = { email: 'ida@fjordlicht.example', name: 'Ida Solberg' };
export const femke = { email: 'femke@fjordlicht.example', name: 'Femke Jansen' };

export const line: TicketLine = {
  id: 'FL-12',
  version: 7,
  subject: 'Double charge on invoice 20391',
  customer: 'Polarhus AS',
  category: 'Billing and payments > Disputes',
  severity: 'high',
  mood: 'amber',
  tier: 2,
  owner: anna,
  status: 'open',
  deadline: { clock: 'nextResponse', due: now + minutes(75), left: 75 * 60, state: 'at risk' },
  mail: '<polar1@polarhus.example>',
};

export const ticket: TicketView = {
  me: { ...anna, role: 'agent', timeZone: 'Europe/Oslo' },
  id: 'FL-12',
  version: 7,
  archiveRow: null,
  subject: 'Double charge on invoice 20391',
  requester: { name: 'Sindre Polar', address: 'sindre@polarhus.example' },
  customer: { name: 'Polarhus AS', link: 'https://crm.example/polarhus', accountManager: femke },
  customerTier: 'Key account',
  language: 'no',
  status: 'open',
  category: 'Billing and payments',
  subcategory: 'Disputes',
  categoryWhy: "'charged twice' in the text: Categories row 12",
  severity: 'high',
  severityWhy: 'Key accounts are at least high: Matrix row 4',
  mood: 'amber',
  moodWhy: "'for the second time' in the text",
  flags: ['manager'],
  labels: ['Billing/Disputes', 'Tier 2', 'Escalated'],
  labelRoot: 'Tierline',
  tier: 2,
  tiers: ['First line', 'Specialists', 'Management'],
  owner: anna,
  coOwners: [ida],
  handover: null,
  opened: now - hours(20),
  resolvedAt: null,
  promise: now + hours(26),
  waiting: null,
  deadlines: [
    {
      clock: 'nextResponse',
      due: now + minutes(75),
      left: 75 * 60,
      target: 4 * 3600,
      state: 'at risk',
      start: now - hours(2),
      why: 'Matrix row 4: 4 working hours from Tue 24 Mar 2026 08:00 (Europe/Oslo) by Office hours: due Tue 24 Mar 2026 12:00.',
    },
    {
      clock: 'resolution',
      due: now + hours(50),
      left: 20 * 3600,
      target: 24 * 3600,
      state: 'on time',
      start: now - hours(20),
      why: 'Matrix row 4: 24 working hours by Office hours. Not counted: closed 3 times (nights and days off).',
    },
  ],
  breaches: [],
  required: [
    { fact: 'Invoice number', value: '20391' },
    { fact: 'Amount in question', value: null },
    { fact: 'Bank statement', value: null },
  ],
  guideline: 'Say sorry first. Never promise a refund before billing has looked.',
  checklist: ['Find both bookings', 'Compare with the bank statement', 'Refund within your authority'],
  rootCause: null,
  solution: null,
  history: { before: 3, open: [{ ...line, id: 'FL-9', subject: 'Where is our delivery?' }] },
  similar: [{ ticket: 'FL-3', problem: 'Charged twice', solution: 'Refunded one of the two bookings' }],
  events: [
    {
      version: 7,
      at: now - minutes(8),
      actor: 'Anna Berger',
      what: 'owner set',
      reason: 'Anna Berger took it',
    },
    { version: 6, at: now - minutes(50), actor: 'customer', what: 'customer wrote', reason: 'A second mail' },
    {
      version: 5,
      at: now - hours(19),
      actor: 'desk',
      what: 'escalated',
      reason: 'Ladder step "tier 2 at 100 %": first response was due Mon 23 Mar, 14:30',
    },
    { version: 1, at: now - hours(20), actor: 'customer', what: 'opened', reason: 'New mail' },
  ],
  barred: null,
  undo: 'take',
  mail: '<polar1@polarhus.example>',
};

const member: TicketLine = {
  ...line,
  id: 'FL-21',
  subject: 'App says service unavailable',
  customer: 'Aurora',
};

/** An incident: one ticket for many customers. */
export const incident: TicketView = {
  ...ticket,
  id: 'FL-25',
  subject: 'Incident: App says service unavailable',
  requester: { name: '', address: '' },
  customer: null,
  category: 'Technical problems',
  subcategory: 'Outage',
  mood: 'green',
  moodWhy: '',
  flags: ['widespread'],
  required: [],
  promise: null,
  undo: null,
  mail: null,
  history: { before: 0, open: [] },
  deadlines: ticket.deadlines.map((one) => ({ ...one, state: 'on time' as const, left: 1_200 })),
  members: {
    all: 24,
    open: 23,
    customers: 19,
    lines: Array.from({ length: 20 }, (_, index) => ({ ...member, id: `FL-${21 + index}` })),
  },
};

export const memberOfIncident: TicketView = {
  ...ticket,
  parent: { ...line, id: 'FL-25', subject: incident.subject, customer: '' },
  undo: null,
};

export const sameMatter: TicketView = {
  ...ticket,
  sameAs: { ...line, id: 'FL-9', subject: 'Invoice 20391 booked twice', status: 'waiting for customer' },
  undo: null,
};

export const archived: ArchivedView = {
  id: 'FL-2',
  archiveRow: 5,
  subject: 'Lamp flickers',
  requester: 'kari@example.com',
  customer: '',
  category: 'Product and service quality > Defect',
  severity: 'medium',
  tier: '1',
  owner: 'Ida Solberg',
  opened: '2026-02-03 10:30',
  why: "'flickers' in the text: Categories row 3",
};

const quiet = { ...line, id: 'FL-4', subject: 'A question', owner: null, tier: 1, deadline: null };

export const home: HomeView = {
  me: { ...anna, role: 'lead', timeZone: 'Europe/Oslo' },
  tiers: ticket.tiers,
  next: line,
  mine: [line, { ...quiet, owner: anna, status: 'waiting for customer' }],
  team: [line, quiet, { ...line, id: 'FL-5', owner: ida, tier: 1, deadline: overdue(line) }],
  handovers: [{ ticket: line, from: ida, acceptBy: now + minutes(40), note: 'You know this customer best' }],
  figures: { open: 3, mine: 2, overdue: 1, atRisk: 1, waiting: 1, unassigned: 1, parked: 2 },
  load: [
    { person: anna, open: 12, cap: 40 },
    { person: ida, open: 40, cap: 40 },
    { person: femke, open: 1, cap: null },
  ],
  health: [
    {
      what: 'Last tick that had work',
      value: '2026-03-24 09:58',
      advice: 'If this is over an hour old, run install again',
    },
    { what: 'Open tickets', value: '3', advice: '1 have no owner' },
  ],
  problems: [
    {
      where: 'Matrix, row 9, Owner',
      what: "'jane@' is nobody in People",
      advice: 'Did you mean ida@fjordlicht.example?',
    },
  ],
};

function overdue({ deadline }: TicketLine): TicketLine['deadline'] {
  return deadline && { ...deadline, due: now - hours(2), left: -5400, state: 'overdue' };
}

export const choices: ChoicesView = {
  me: ticket.me,
  ticket,
  others: [{ ...line, id: 'FL-9' }],
  people: [
    { ...anna, role: 'agent', teams: ['Support'], skills: [], away: false },
    { ...ida, role: 'agent', teams: ['Support'], skills: ['shipping'], away: true },
    { ...femke, role: 'lead', teams: ['Support', 'Billing'], skills: ['payments', 'disputes'], away: false },
  ],
  teams: ['Billing', 'Support'],
  categories: [
    { category: 'Billing and payments', subcategory: null },
    { category: 'Billing and payments', subcategory: 'Disputes' },
    { category: 'Other', subcategory: null },
  ],
  tiers: ticket.tiers,
  incidents: [{ id: 'FL-25', subject: 'Incident: App says service unavailable' }],
  macros: [
    {
      name: 'We need to know more',
      language: 'no',
      use: 'ask for information',
      subject: null,
      body: 'Hei Sindre,\n\nvi trenger litt mer:\n\n- Amount in question\n- Bank statement\n\nHilsen\nAnna',
    },
    { name: 'Solved', language: 'no', use: 'closing', subject: null, body: 'Hei Sindre,\n\nsaken er løst.' },
    { name: 'Directions', language: 'en', use: null, subject: 'How to find us', body: 'Take the tram.' },
  ],
};

/** A hundred open tickets, as a busy day has them. */
export function crowd(): HomeView {
  const states = ['overdue', 'at risk', 'on time', 'stopped'] as const;
  const team = Array.from(
    { length: 100 },
    (_, index): TicketLine => ({
      ...line,
      id: `FL-${index + 1}`,
      subject: `Complaint number ${index + 1} about something that goes on for a while and then some more`,
      owner: [anna, ida, femke, null][index % 4] ?? null,
      tier: (index % 3) + 1,
      deadline: {
        clock: 'resolution',
        due: now + minutes(index * 20 - 200),
        left: index * 1200 - 12_000,
        state: states[Math.min(3, Math.floor(index / 25))] ?? 'on time',
      },
    }),
  );
  return {
    ...home,
    team,
    mine: team.slice(0, 60),
    handovers: team.slice(0, 12).map((one) => ({ ticket: one, from: null, acceptBy: null, note: '' })),
    figures: { open: 140, mine: 60, overdue: 25, atRisk: 25, waiting: 3, unassigned: 25, parked: 0 },
    load: Array.from({ length: 60 }, (_, index) => ({
      person: { ...ida, name: `Person ${index}` },
      open: index,
      cap: 30,
    })),
    health: Array.from({ length: 40 }, (_, index) => ({ what: `Line ${index}`, value: 'x', advice: 'y' })),
    problems: Array.from({ length: 10 }, (_, index) => ({
      where: `Matrix, row ${index}`,
      what: 'wrong',
      advice: '',
    })),
  };
}

/** Every text of a view replaced: what is a name, a date or one of a fixed set of words stays. */
export function withTexts<T>(view: T, text: string): T {
  const kept =
    /^(id|email|status|severity|mood|state|clock|role|on|what|use|language|undo|mail|timeZone|link)$/;
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.test(key) ? value : text;
    if (Array.isArray(value)) return value.map((one) => replaced(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, name)]));
  };
  return replaced(view, '') as T;
}

export const texts = {
  hostile: '<b>evil</b><script>alert(1)</script> =HYPERLINK("https://x.example";"a") & \'"</font>',
  long: `${'Very long words of somebody who does not stop '.repeat(220)}end`,
  'right-to-left': 'שלום עולם ‮evil‬ مرحبا 123',
  emoji: '🧨🔥👩‍👩‍👧‍👦 '.repeat(60),
  empty: '',
  'many lines': 'one\r\ntwo\n\n\n\nthree\u0000\u0007',
} as const;
