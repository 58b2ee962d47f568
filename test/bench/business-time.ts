// Operations per second of working time, side by side with a well-known npm library.
import type { CalendarSpec } from '../../src/complaints/calendar.ts';
import { type ClockQuestion, clocksOf } from '../../src/complaints/clocks.ts';
import { readCalendar } from '../../src/complaints/read-calendar.ts';
import { due, elapsed, isOpen } from '../../src/complaints/working-time.ts';
import { peer } from './peer.ts';
import type { Row } from './table.ts';

const nine: CalendarSpec['hours'][keyof CalendarSpec['hours']] = [['09:00', '17:00']];
const office: CalendarSpec = {
  name: 'Office',
  timeZone: 'UTC',
  hours: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine },
  holidays: ['2026-04-03', '2026-04-06'],
  holidaysYearly: ['01-01', '05-01', '12-25', '12-26'],
};
const day = 86_400_000;
const hour = 3600;

/** Instants spread over 2026, the same in each run. */
const starts = Array.from(
  { length: 512 },
  (_, i) => Date.UTC(2026, 0, 1) + ((i * 7919) % 365) * day + i * 137_000,
);

/** `npm run bench business-time` */
export function measure(): { readonly title: string; readonly rows: readonly Row[] } {
  const calendar = sound(office);
  const library = peer(office);
  const questions: readonly Question[] = [
    ['due in 4 hours', (at) => due(calendar, at, 4 * hour) ?? 0, (at) => library.due(at, 4 * hour)],
    ['due in 40 hours', (at) => due(calendar, at, 40 * hour) ?? 0, (at) => library.due(at, 40 * hour)],
    [
      'used in 2 days',
      (at) => elapsed(calendar, at, at + 2 * day),
      (at) => library.elapsed(at, at + 2 * day),
    ],
    [
      'used in 60 days',
      (at) => elapsed(calendar, at, at + 60 * day),
      (at) => library.elapsed(at, at + 60 * day),
    ],
    ['open now', (at) => Number(isOpen(calendar, at)), (at) => Number(library.isOpen(at))],
  ];
  return {
    title: 'Working time: operations per second',
    rows: [...questions.map(sideBySide), manyTickets(5000)],
  };
}

type Question = readonly [name: string, ours: (at: number) => number, theirs: (at: number) => number];

function sideBySide([question, ours, theirs]: Question): Row {
  const [we, they] = [perSecond(ours), perSecond(theirs)];
  return {
    question,
    tierline: Math.round(we),
    'moment-business-time': Math.round(they),
    ratio: `${Math.round(we / they).toLocaleString('en')} x`,
  };
}

function perSecond(ask: (at: number) => number): number {
  for (const at of starts.slice(0, 64)) ask(at);
  const begun = performance.now();
  let asked = 0;
  let sum = 0;
  while (performance.now() - begun < 300) {
    for (let i = 0; i < 64; i++) sum += ask(starts[(asked + i) % starts.length] ?? 0);
    asked += 64;
  }
  if (Number.isNaN(sum)) throw new Error('The answers are no numbers.');
  return (asked / (performance.now() - begun)) * 1000;
}

/** A tick's worth: so many tickets with four clocks and a pause each, on a calendar nobody has used before. */
function manyTickets(count: number): Row {
  const calendar = sound({ ...office, timeZone: 'Europe/Oslo' });
  const begun = performance.now();
  let running = 0;
  for (let i = 0; i < count; i++) {
    if (clocksOf(ticketOpened(calendar, starts[i % starts.length] ?? 0)).nextDue) running += 1;
  }
  const milliseconds = performance.now() - begun;
  return {
    question: `${count} tickets with four clocks, ${milliseconds.toFixed(0)} ms in all`,
    tierline: Math.round((running / milliseconds) * 1000),
    'moment-business-time': '',
    ratio: '',
  };
}

function ticketOpened(calendar: ClockQuestion['calendar'], opened: number): ClockQuestion {
  const pauses = [{ from: opened + 5 * day, to: opened + 6 * day }];
  const target = { unit: 'seconds', amount: 4 * hour } as const;
  return {
    calendar,
    opened,
    messages: [
      { at: opened + 2 * hour * 1000, by: 'agent' },
      { at: opened + day, by: 'customer' },
    ],
    resolvedAt: null,
    pauses: { firstResponse: [], nextResponse: [], customerUpdate: pauses, resolution: pauses },
    targets: { firstResponse: target, nextResponse: target, customerUpdate: target, resolution: target },
    now: opened + 20 * day,
  };
}

function sound(spec: CalendarSpec): ClockQuestion['calendar'] {
  const calendar = readCalendar(spec);
  if ('error' in calendar) throw new Error(calendar.error);
  return calendar;
}
