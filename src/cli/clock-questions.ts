// The form of the questions `tierline clock` answers.
import * as z from 'zod/mini';
import { dayOf } from '../complaints/dates.ts';

const written = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function isInstant(text: string): boolean {
  const date = written.exec(text)?.[1];
  return date !== undefined && dayOf(date) !== null && Number.isFinite(Date.parse(text));
}

const instant = z.pipe(
  z
    .string('an instant such as 2026-03-27T14:30:00Z is needed')
    .check(z.refine(isInstant, 'must be an instant such as 2026-03-27T14:30:00Z')),
  z.transform((text: string) => Date.parse(text)),
);

const date = z
  .string('a date such as 2026-03-27 is needed')
  .check(z.refine((text) => dayOf(text) !== null, 'there is no such date; write YYYY-MM-DD'));

const wall = z
  .string('a wall time such as 09:30 is needed')
  .check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a wall time such as 09:30'));

const whole = (least: number, most: number) =>
  z
    .int('a whole number is needed')
    .check(z.gte(least, `must be at least ${least}`), z.lte(most, `must be at most ${most}`));

const seconds = whole(0, 1e11);
const days = whole(-36_500, 36_500);
const direction = z.enum(['after', 'before'], 'must be "after" or "before"');

const pauses = z.optional(
  z.array(
    z.pipe(
      z.tuple([instant, z.nullable(instant)], 'must be a pair [from, to or null]'),
      z.transform(([from, to]) => ({ from, to })),
    ),
    'must be an array of pairs [from, to or null]',
  ),
);

const ranges = z.array(
  z.tuple([z.string('must be HH:MM'), z.string('must be HH:MM')], 'must be a pair ["HH:MM", "HH:MM"]'),
  'must be an array of pairs ["HH:MM", "HH:MM"]',
);
const dated = z.optional(z.record(z.string(), ranges, 'must be an object of dates'));
const names = z.optional(z.record(z.string(), z.string()));
const strings = z.optional(z.array(z.string('must be text'), 'must be an array'));

export const calendarForm = z.object(
  {
    name: z.optional(z.string()),
    timeZone: z.string('a time zone such as Europe/Oslo is needed'),
    hours: z.record(z.string(), ranges, 'an object such as {"mon":[["09:00","17:00"]]} is needed'),
    holidays: strings,
    holidaysYearly: strings,
    breaks: dated,
    shifts: dated,
    holidayNames: names,
  },
  'a calendar is needed',
);

/** The calendar is read apart, once for all questions that share it. */
const about = { calendar: z.optional(z.unknown()) };

const message = z.object({ at: instant, by: z.enum(['customer', 'agent'], 'must be "customer" or "agent"') });
const target = z.optional(z.nullable(seconds));

export const questionForms = {
  due: z.object({ ...about, start: instant, targetSeconds: seconds, pauses }),
  dueBefore: z.object({ ...about, start: instant, targetSeconds: seconds, pauses }),
  elapsed: z.object({ ...about, start: instant, end: instant, pauses, targetSeconds: z.optional(seconds) }),
  firstOpen: z.object({ ...about, start: instant }),
  isOpen: z.object({ ...about, start: instant }),
  isHoliday: z.object({ ...about, date }),
  isWorkingDate: z.object({ ...about, date }),
  addWorkingDates: z.object({ ...about, date, days }),
  dueWorkingDays: z.object({
    ...about,
    start: instant,
    days: whole(0, 36_500),
    direction: z._default(direction, 'after'),
    endOfDay: z.optional(z.boolean('must be true or false')),
  }),
  periods: z.object({
    ...about,
    start: instant,
    direction: z._default(direction, 'after'),
    count: whole(0, 10_000),
  }),
  instant: z.object({ ...about, date, wall }),
  ladder: z.object({
    ...about,
    start: instant,
    targetSeconds: seconds,
    pauses,
    steps: z.array(z.object({ offsetSeconds: whole(-1e11, 1e11) }), 'an array of steps is needed'),
  }),
  ticket: z.object({
    ...about,
    created: instant,
    messages: z.optional(z.array(message, 'must be an array')),
    resolvedAt: z.optional(z.nullable(instant)),
    pauses,
    targets: z.object(
      { firstResponse: target, nextResponse: target, customerUpdate: target, resolution: target },
      'targets in seconds are needed, such as {"firstResponse":3600}',
    ),
    now: z.optional(z.nullable(instant)),
  }),
};

export type QuestionKind = keyof typeof questionForms;
export type Question<Kind extends QuestionKind> = z.output<(typeof questionForms)[Kind]>;

/** `start: an instant such as ... is needed`: where, then why, of the first thing wrong. */
export function whatIsWrong(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'the question is not understood';
  const where = issue.path.map(String).join('.');
  return where ? `${where}: ${issue.message}` : issue.message;
}
