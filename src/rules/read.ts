// From the workbook to the rules the desk works by, and what is wrong in which cell.
import { hashOf } from '../complaints/reading/hash.ts';
import type { Problem, Rules } from '../complaints/rules.ts';
import {
  nobody,
  settingsProblems,
  standIn,
  withCalendar,
  withFallbackCategory,
  withFallbackOwner,
} from './desk-settings.ts';
import { flagsOfTheDesk, type Names, noNames } from './names.ts';
import { readCalendars } from './read-calendars.ts';
import { readCategories, readCustomers, readMacros, readPhrases } from './read-lists.ts';
import { catchAll, catchesAll, noCatchAll, readMatrix } from './read-matrix.ts';
import { namesInPeople, namesOf, readPeople } from './read-people.ts';
import { readSettings } from './read-settings.ts';
import { settled } from './settled.ts';
import type { Workbook } from './sheet.ts';
import type { Reader } from './tab.ts';

export interface RulesReading {
  /** Always usable: people and calendars are there, the matrix has no hole. */
  readonly rules: Rules;
  readonly problems: readonly Problem[];
}

/**
 * Sound rows go on; an unreadable tab counts as it was in `lastGood`; else the desk does without.
 * The same cells always give the same rules with the same version.
 */
export function readRules(workbook: Workbook, lastGood: Rules | null): RulesReading {
  const reader: Reader = { workbook, hasLastGood: lastGood !== null };
  const base = readBase(reader, lastGood);
  const lists = readLists(reader, base, lastGood);
  const matrix = readPolicies(reader, { base, lists, lastGood });
  const sound = settled({ ...base.parts, ...lists.parts, matrix: matrix.policies });
  const problems = [
    ...base.problems,
    ...settingsProblems(base.said, {
      settings: base.parts.settings,
      categories: base.ownCategories,
      macros: lists.parts.macros,
      people: base.parts.people,
    }),
    ...lists.problems,
    ...matrix.problems,
  ];
  return { rules: { version: hashOf(JSON.stringify(sound)), ...sound }, problems: inOrder(problems) };
}

/** Calendars, categories, settings and people: what the other tabs name. */
function readBase(reader: Reader, lastGood: Rules | null) {
  const calendars = readCalendars(reader, lastGood);
  const listed = readCategories(reader);
  const categories = orLast(listed, lastGood?.categories);
  const ownCategories = categories.map(({ name, subcategory }) => ({ category: name, subcategory }));
  const early: Names = {
    ...noNames,
    ...namesInPeople(reader, lastGood),
    calendars: calendars.calendars.map(({ name }) => name),
    categories: ownCategories,
  };
  const said = readSettings(reader, early, lastGood);
  const desk = withCalendar(said.settings, calendars.calendars);
  const names: Names = {
    ...early,
    tiers: desk.tiers,
    customerTiers: desk.customerTiers,
    categories: withFallbackCategory(ownCategories, desk),
  };
  const listedPeople = readPeople(reader, names, {
    calendars: calendars.calendars,
    deskCalendar: desk.calendar,
  });
  const team = orLast({ rows: listedPeople.people, broken: listedPeople.broken }, lastGood?.people);
  const people = team.length > 0 ? team : [standIn(desk)];
  const settings = withFallbackOwner(desk, people);
  const problems = [
    ...calendars.problems,
    ...said.problems,
    ...listed.problems,
    ...listedPeople.problems,
    ...(team.length > 0 || listedPeople.broken ? [] : [nobody]),
  ];
  const parts = { settings, categories, people, calendars: calendars.calendars };
  return { parts, names: { ...names, ...namesOf(people) }, said, ownCategories, problems };
}

type Base = ReturnType<typeof readBase>;

function readLists(reader: Reader, { names }: Base, lastGood: Rules | null) {
  const customers = readCustomers(reader, names);
  const macros = readMacros(reader);
  const phrases = readPhrases(reader, names);
  const parts = {
    customers: orLast(customers, lastGood?.customers),
    macros: orLast(macros, lastGood?.macros),
    phrases: orLast(phrases, lastGood?.phrases),
  };
  return { parts, problems: [...customers.problems, ...macros.problems, ...phrases.problems] };
}

interface BeforeMatrix {
  readonly base: Base;
  readonly lists: ReturnType<typeof readLists>;
  readonly lastGood: Rules | null;
}

function readPolicies(reader: Reader, { base, lists, lastGood }: BeforeMatrix) {
  const { settings } = base.parts;
  const raised = lists.parts.phrases.flatMap(({ flag }) => (flag === null ? [] : [flag]));
  const flags = [...new Set([...raised, ...flagsOfTheDesk])];
  const names = { ...base.names, flags };
  const matrix = readMatrix(reader, names, settings);
  const policies = orLast({ rows: matrix.policies, broken: matrix.broken }, lastGood?.matrix);
  if (policies.some(catchesAll)) return { policies, problems: matrix.problems };
  return {
    policies: [...policies, catchAll({ ...settings, names })],
    problems: matrix.broken ? matrix.problems : [...matrix.problems, noCatchAll],
  };
}

/** The rows of a tab, or what they last were where the tab cannot be read. */
function orLast<T>(
  { rows, broken }: { readonly rows: readonly T[]; readonly broken: boolean },
  last: readonly T[] | undefined,
): readonly T[] {
  return broken && last !== undefined ? last : rows;
}

/** Each once; by tab in the order they were read, a whole tab's first, then by row. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
  const tabs = [...new Set(once.map(({ tab }) => tab))];
  return once.sort((a, b) => tabs.indexOf(a.tab) - tabs.indexOf(b.tab) || (a.row ?? 0) - (b.row ?? 0));
}
