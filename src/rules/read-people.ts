// People rows become people: leads and covers that lead somewhere, days off as spans of time.
import type { Calendar } from '../complaints/calendar.ts';
import type { Person, Problem, Rules } from '../complaints/rules.ts';
import type { Span } from '../complaints/time.ts';
import { zoneNamed } from '../complaints/zone.ts';
import { type DaysOff, spanOf } from './away.ts';
import { folded } from './cell.ts';
import { cutCircles } from './circles.ts';
import { type Names, noNames } from './names.ts';
import { trouble } from './problem.ts';
import { type Reader, readTab } from './tab.ts';
import { problemAt, type RowOf } from './table.ts';
import { peopleTable } from './tables/people.ts';
import { firstOfEach } from './unique.ts';

type PersonRow = RowOf<typeof peopleTable.columns>;

/** Who is in People, before anybody asks who leads whom; who was, where the tab cannot be read. */
export function namesInPeople(
  reader: Reader,
  lastGood: Rules | null,
): Pick<Names, 'people' | 'teams' | 'skills'> {
  const tab = readTab(peopleTable, reader, { names: noNames });
  if (tab.broken && lastGood) return namesOf(lastGood.people);
  return namesOf(firstOfEach(tab.rows, 'Email', (row) => row.email).rows);
}

export function namesOf(rows: readonly Pick<Person, 'name' | 'email' | 'teams' | 'skills'>[]) {
  return {
    people: rows.map(({ name, email }) => ({ name, email })),
    teams: once(rows.flatMap(({ teams }) => teams)),
    skills: once(rows.flatMap(({ skills }) => skills)),
  };
}

function once(words: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const word of words) if (!first.has(folded(word))) first.set(folded(word), word);
  return [...first.values()];
}

export interface PeopleReading {
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
  readonly broken: boolean;
}

export function readPeople(
  reader: Reader,
  names: Names,
  { calendars, deskCalendar }: { readonly calendars: readonly Calendar[]; readonly deskCalendar: string },
): PeopleReading {
  const tab = readTab(peopleTable, reader, { names });
  const sifted = firstOfEach(tab.rows, 'Email', (row) => row.email);
  const zoneOf = (calendar: string | null) =>
    calendars.find(({ name }) => name === (calendar ?? deskCalendar))?.timeZone ?? 'UTC';
  const people = sifted.rows.map((row) => personOf(row, names, zoneOf(row.calendar)));
  const lead = withoutCircles(people, 'lead');
  const cover = withoutCircles(lead.people, 'cover');
  const problems = [...tab.problems, ...sifted.problems, ...lead.problems, ...cover.problems];
  return { people: cover.people, problems, broken: tab.broken };
}

/** Teams and skills are spelled as their first row spells them. */
function personOf(row: PersonRow, names: Names, timeZone: string): Person {
  const { away, ...rest } = row;
  const spelled = (words: readonly string[], as: readonly string[]) =>
    words.map((word) => as.find((each) => folded(each) === folded(word)) ?? word);
  return {
    ...rest,
    teams: spelled(row.teams, names.teams),
    skills: spelled(row.skills, names.skills),
    away: spans(away, timeZone),
  };
}

function spans(away: readonly DaysOff[], timeZone: string): readonly Span[] {
  const zone = zoneNamed(timeZone);
  return zone === null ? [] : away.map((days) => spanOf(days, zone)).sort((a, b) => a.from - b.from);
}

const links = {
  lead: { column: 'Lead', word: 'leads', advice: 'Leave Lead blank at the top.' },
  cover: {
    column: 'Cover',
    word: 'covers',
    advice: 'Let the last one be covered by somebody else, or leave Cover blank.',
  },
} as const;

/** Cuts every circle at its lowest row and says so. */
function withoutCircles(people: readonly Person[], link: 'lead' | 'cover') {
  const by = new Map(people.map((person) => [person.email, person]));
  const cut = cutCircles([...by.keys()], (email) => by.get(email)?.[link] ?? null);
  const { column, word, advice } = links[link];
  const problems = people
    .filter(({ email }) => cut.has(email))
    .map((person) => {
      const what = `${person[link]} ${word} ${person.email} in a circle.`;
      return problemAt(
        person.place,
        column,
        trouble(what, `${advice} Until then this cell counts as blank.`),
      );
    });
  return {
    people: people.map((person) => (cut.has(person.email) ? { ...person, [link]: null } : person)),
    problems,
  };
}
