// What pick lists offer: people, teams, categories, tiers, macros.
import { isAway } from '../../complaints/availability.ts';
import type { Rules } from '../../complaints/rules.ts';
import type { Instant } from '../../complaints/time.ts';
import type { ChoicesView } from '../views.ts';

export function choicesView(rules: Rules, now: Instant): ChoicesView {
  const { people, categories, macros, settings } = rules;
  return {
    people: people.map((person) => ({
      email: person.email,
      name: person.name,
      role: person.role,
      teams: person.teams,
      skills: person.skills,
      away: isAway(person, now),
    })),
    teams: [...new Set(people.flatMap((person) => person.teams))].sort(),
    categories: [
      ...categories.map(({ name, subcategory }) => ({ category: name, subcategory })),
      ...(categories.some(({ name }) => name === settings.fallbackCategory)
        ? []
        : [{ category: settings.fallbackCategory, subcategory: null }]),
    ],
    tiers: settings.tiers,
    macros: macros.map(({ name, language, use, subject, body }) => ({ name, language, use, subject, body })),
  };
}
