// What `tierline clock` answers to each kind of question.
import * as z from 'zod/mini';
import type { Calendar } from '../complaints/calendar.ts';
import {
  type ClockPeriod,
  type ClockQuestion,
  clocksOf,
  customerUpdatePeriods,
  nextResponsePeriods,
} from '../complaints/clocks.ts';
import { readCalendar } from '../complaints/read-calendar.ts';
import { clockNames } from '../complaints/rules.ts';
import type { Instant, Span } from '../complaints/time.ts';
import { whyDue } from '../complaints/why-due.ts';
import { addWorkingDates, dueWorkingDays, isHoliday, isWorkingDate } from '../complaints/working-days.ts';
import {
  due,
  dueBefore,
  elapsed,
  firstOpen,
  instantOf,
  isOpen,
  periods,
} from '../complaints/working-time.ts';
import {
  calendarForm,
  type Question,
  type QuestionKind,
  questionForms,
  whatIsWrong,
} from './clock-questions.ts';

/** What questions share: the present, and calendars already read, by their JSON. */
export interface Sitting {
  readonly now: Instant;
  readonly calendars: Map<string, Calendar>;
}

interface BadQuestion {
  readonly error: string;
}

type Answerers = {
  readonly [Kind in QuestionKind]: (calendar: Calendar, question: Question<Kind>, now: Instant) => object;
};

const answerers: Answerers = {
  due: (calendar, { start, targetSeconds, pauses }) => ({
    due: written(due(calendar, start, targetSeconds, pauses)),
    why: whyDue(calendar, start, { unit: 'seconds', amount: targetSeconds }, pauses),
  }),
  dueBefore: (calendar, { start, targetSeconds, pauses }) => ({
    instant: written(dueBefore(calendar, start, targetSeconds, pauses)),
  }),
  elapsed: (calendar, { start, end, pauses, targetSeconds }) => {
    const seconds = elapsed(calendar, start, end, pauses);
    const whole = { seconds: Math.floor(seconds) };
    return targetSeconds === undefined ? whole : { ...whole, breached: seconds > targetSeconds };
  },
  firstOpen: (calendar, { start }) => ({ instant: written(firstOpen(calendar, start)) }),
  isOpen: (calendar, { start }) => ({ open: isOpen(calendar, start) }),
  isHoliday: (calendar, { date }) => ({ holiday: isHoliday(calendar, date) }),
  isWorkingDate: (calendar, { date }) => ({ workingDate: isWorkingDate(calendar, date) }),
  addWorkingDates: (calendar, { date, days }) => ({ date: addWorkingDates(calendar, date, days) }),
  dueWorkingDays: (calendar, { start, days, direction, endOfDay }) => ({
    instant: written(dueWorkingDays(calendar, start, { days, direction, endOfDay: endOfDay ?? false })),
  }),
  periods: (calendar, { start, direction, count }) => ({
    periods: periods(calendar, start, direction, count).map((period) => period.map(written)),
  }),
  instant: (calendar, { date, wall }) => ({ instant: written(instantOf(calendar, date, wall)) }),
  ladder: (calendar, { start, targetSeconds, pauses, steps }) => {
    const target = due(calendar, start, targetSeconds, pauses);
    const instants = steps.map(({ offsetSeconds }) => step(calendar, target, offsetSeconds, pauses));
    return { due: written(target), steps: instants.map(written) };
  },
  ticket: (calendar, question, now) => ticket(calendar, question, now),
};

/** Offsets are working seconds from due; 0 is due itself, even at closing. */
function step(
  calendar: Calendar,
  target: Instant | null,
  offset: number,
  pauses: readonly Span[] = [],
): Instant | null {
  if (target === null || offset === 0) return target;
  return offset < 0 ? dueBefore(calendar, target, -offset, pauses) : due(calendar, target, offset, pauses);
}

function ticket(calendar: Calendar, question: Question<'ticket'>, now: Instant): object {
  const pauses = question.pauses ?? [];
  const targets: Partial<ClockQuestion['targets']> = Object.fromEntries(
    clockNames.map((clock) => {
      const amount = question.targets[clock];
      return [clock, amount == null ? null : { unit: 'seconds', amount }];
    }),
  );
  const asked: ClockQuestion = {
    calendar,
    opened: question.created,
    messages: question.messages ?? [],
    resolvedAt: question.resolvedAt ?? null,
    pauses: { firstResponse: pauses, nextResponse: pauses, customerUpdate: pauses, resolution: pauses },
    targets: targets as ClockQuestion['targets'],
    now: question.now ?? now,
  };
  const clocks = clocksOf(asked);
  return {
    ...Object.fromEntries(clockNames.map((clock) => [clock, clockAnswer(clocks[clock])])),
    nextDue: written(clocks.nextDue?.due ?? null),
    nextDueClock: clocks.nextDue?.clock ?? null,
    /** All of them, the finished ones too: a late answer is a breach also when it has come. */
    nextResponses: nextResponsePeriods(asked).map(clockAnswer),
    customerUpdates: customerUpdatePeriods(asked).map(clockAnswer),
  };
}

function clockAnswer(clock: ClockPeriod | null): object | null {
  if (!clock) return null;
  const { running, seconds, breached } = clock;
  const [start, due, metAt, breachedAt] = [clock.start, clock.due, clock.metAt, clock.breachedAt].map(
    written,
  );
  return { due, seconds: Math.floor(seconds), breached, running, start, metAt, breachedAt };
}

function written(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

const kindForm = z.object({ kind: z.string('a kind of question is needed') }, 'a question must be an object');

/** The answer, or `{ error }` that says which field is wrong and why. */
export function answer(question: unknown, sitting: Sitting): object {
  const asked = kindForm.safeParse(question);
  if (!asked.success) return { error: whatIsWrong(asked.error) };
  const { kind } = asked.data;
  if (!isKind(kind)) {
    return { error: `kind: there is no question '${kind}'. Ask ${Object.keys(answerers).join(', ')}.` };
  }
  try {
    return answerKind(kind, question, sitting);
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'the question is not understood' };
  }
}

function isKind(kind: string): kind is QuestionKind {
  return Object.hasOwn(answerers, kind);
}

function answerKind<Kind extends QuestionKind>(kind: Kind, question: unknown, sitting: Sitting): object {
  const read = questionForms[kind].safeParse(question);
  if (!read.success) return { error: whatIsWrong(read.error) };
  const calendar = calendarIn(read.data.calendar, sitting.calendars);
  if ('error' in calendar) return { error: `calendar: ${calendar.error}` };
  return answerers[kind](calendar, read.data as Question<Kind>, sitting.now);
}

function calendarIn(spec: unknown, known: Map<string, Calendar>): Calendar | BadQuestion {
  const key = JSON.stringify(spec) ?? '';
  const before = known.get(key);
  if (before) return before;
  const form = calendarForm.safeParse(spec);
  if (!form.success) return { error: whatIsWrong(form.error) };
  const calendar = readCalendar(form.data as Parameters<typeof readCalendar>[0]);
  if (!('error' in calendar)) known.set(key, calendar);
  return calendar;
}
