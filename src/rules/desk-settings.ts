// Settings that name things of other tabs: each gets somebody or something that is there.
import type { Calendar } from '../complaints/calendar.ts';
import type { Macro, Person, Problem, Settings } from '../complaints/rules.ts';
import type { CategoryPath } from '../complaints/understanding.ts';
import { folded } from './cell.ts';
import { nearest } from './near.ts';
import type { SettingsReading } from './read-settings.ts';
import { settings as definitions, settingsTable } from './tables/settings.ts';

/** The calendar that Settings name, else the first. */
export function withCalendar(settings: Settings, calendars: readonly Calendar[]): Settings {
  const named = calendars.find(({ name }) => folded(name) === folded(settings.calendar)) ?? calendars[0];
  return named === undefined ? settings : { ...settings, calendar: named.name };
}

/** The fallback owner that Settings name, else the first admin, else the first lead, else anybody. */
export function withFallbackOwner(settings: Settings, people: readonly Person[]): Settings {
  const owner =
    people.find(({ email }) => email === settings.fallbackOwner) ??
    people.find(({ role }) => role === 'admin') ??
    people.find(({ role }) => role === 'lead') ??
    people[0];
  return owner === undefined ? settings : { ...settings, fallbackOwner: owner.email };
}

/** The fallback category may be used in other tabs even where Categories does not list it. */
export function withFallbackCategory(
  known: readonly CategoryPath[],
  { fallbackCategory }: Settings,
): readonly CategoryPath[] {
  const listed = known.some(({ category }) => folded(category) === folded(fallbackCategory));
  return listed ? known : [...known, { category: fallbackCategory, subcategory: null }];
}

/** Stands in while People has nobody: what must be told to somebody comes to the support mailbox itself. */
export function standIn({ supportAddresses }: Settings): Person {
  return {
    place: { tab: 'People', row: 0 },
    name: 'Support mailbox',
    email: supportAddresses[0] ?? 'support@invalid',
    role: 'admin',
    teams: [],
    skills: [],
    lead: null,
    cap: null,
    calendar: null,
    away: [],
    cover: null,
    mayHandle: [],
    language: null,
  };
}

export const nobody: Problem = {
  tab: 'People',
  row: null,
  column: null,
  what: 'There is nobody in this tab.',
  advice:
    'Write at least one person with name and e-mail address. Until then every ticket belongs to the support mailbox itself.',
};

interface Settled {
  /** After every name was settled. */
  readonly settings: Settings;
  readonly categories: readonly CategoryPath[];
  readonly macros: readonly Macro[];
  readonly people: readonly Person[];
}

const wanted = {
  company: 'Write your name as customers know it.',
  supportAddresses: 'Write every address that is the support mailbox, separated by commas.',
  fallbackOwner: 'Write the e-mail address of somebody in People, who takes what nobody else can.',
  calendar: 'Write the name of a calendar of Calendars.',
};

/** What Settings do not say although somebody depends on it, and what was taken instead. */
export function settingsProblems(reading: SettingsReading, settled: Settled): readonly Problem[] {
  const { settings } = settled;
  const missing = (key: 'company' | 'supportAddresses' | 'fallbackOwner' | 'calendar', meanwhile: string) =>
    reading.said.has(key) &&
    (key === 'company' || key === 'supportAddresses' || reading.settings[key] === settings[key])
      ? []
      : [
          problem(
            definitions[key].name,
            'This setting is missing or names nothing.',
            `${wanted[key]} Until then it is ${meanwhile}.`,
          ),
        ];
  return [
    ...missing('company', `'${settings.company}'`),
    ...missing('supportAddresses', settings.supportAddresses.join(', ')),
    ...missing('fallbackOwner', settings.fallbackOwner),
    ...missing('calendar', `'${settings.calendar}'`),
    ...mistypedCategory(settled),
    ...lackingMacros(settled),
    ...mailboxAsPerson(settled),
  ];
}

function problem(column: string, what: string, advice: string): Problem {
  return { tab: settingsTable.tab, row: null, column, what, advice };
}

function mistypedCategory({ settings: { fallbackCategory }, categories }: Settled): readonly Problem[] {
  const names = [...new Set(categories.map(({ category }) => category))];
  if (names.some((name) => folded(name) === folded(fallbackCategory))) return [];
  const near = nearest(fallbackCategory, names);
  const what = `'${fallbackCategory}' is no category in Categories.`;
  return near === null ? [] : [problem(definitions.fallbackCategory.name, what, `Did you mean ${near}?`)];
}

function lackingMacros({ settings, macros }: Settled): readonly Problem[] {
  const uses = [
    ['acknowledge', 'acknowledge'],
    ['holdingReply', 'holding reply'],
  ] as const;
  return uses.flatMap(([key, use]) => {
    if (settings[key] === 'off' || macros.some((macro) => macro.use === use)) return [];
    const advice = `Add a row with ${use} in Use to Macros, or set this to off. Until then nothing is written.`;
    return [problem(definitions[key].name, `Macros has no text for ${use}.`, advice)];
  });
}

/** The stand-in (row 0) is the mailbox on purpose. */
function mailboxAsPerson({ settings, people }: Settled): readonly Problem[] {
  return people
    .filter(({ place, email }) => place.row > 0 && settings.supportAddresses.includes(email))
    .map(({ place, email }) => ({
      tab: place.tab,
      row: place.row,
      column: 'Email',
      what: `'${email}' is the support mailbox itself.`,
      advice:
        "Write this person's own address: what the support mailbox writes counts as the desk's own mail.",
    }));
}
