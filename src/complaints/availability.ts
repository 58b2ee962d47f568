// Who is there: shifts, absences, and who covers for whom.
import type { Calendar } from './calendar.ts';
import type { Person, Rules } from './rules.ts';
import type { Instant } from './time.ts';
import { firstOpen, isOpen } from './working-time.ts';

const byEmail = new WeakMap<Rules['people'], ReadonlyMap<string, Person>>();

export function personOf(email: string, { people }: Rules): Person | null {
  const known = byEmail.get(people) ?? new Map(people.map((person) => [person.email, person]));
  byEmail.set(people, known);
  return known.get(email) ?? null;
}

export const nameOf = (email: string | null, rules: Rules): string =>
  email === null ? 'nobody' : (personOf(email, rules)?.name ?? email);

export function calendarOf(name: string | null, rules: Rules): Calendar {
  const wanted = name ?? rules.settings.calendar;
  const found = rules.calendars.find((calendar) => calendar.name === wanted) ?? rules.calendars[0];
  if (!found) throw new Error('Rules without a calendar');
  return found;
}

export const isAway = (person: Person, at: Instant): boolean =>
  person.away.some((span) => at >= span.from && (span.to === null || at < span.to));

export const onShift = (person: Person, at: Instant, rules: Rules): boolean =>
  !isAway(person, at) && isOpen(calendarOf(person.calendar, rules), at);

/** The next instant at which the person works, `at` itself if now; null if none in sight. */
export function nextShift(person: Person, at: Instant, rules: Rules): Instant | null {
  const calendar = calendarOf(person.calendar, rules);
  let open = firstOpen(calendar, at);
  for (let tries = 0; open !== null && tries < 20; tries++) {
    const now: Instant = open;
    const absence = person.away.find((span) => now >= span.from && (span.to === null || now < span.to));
    if (!absence) return now;
    if (absence.to === null) return null;
    open = firstOpen(calendar, absence.to);
  }
  return null;
}

/** The person, or who covers while the person is away; null when the whole chain is away. */
export function standIn(person: Person, at: Instant, rules: Rules): Person | null {
  const seen = new Set<string>();
  let current: Person | null = person;
  while (current && isAway(current, at)) {
    if (seen.has(current.email)) return null;
    seen.add(current.email);
    current = current.cover === null ? null : personOf(current.cover, rules);
  }
  return current;
}
