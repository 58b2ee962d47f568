// Resolves what a cell calls by name: a person, a team, a calendar, a category, a tier.
import type { CategoryPath } from '../complaints/understanding.ts';
import { folded } from './cell.ts';
import type { Names } from './names.ts';
import { didYouMean, mostOptions, nearest, oneOfThese } from './near.ts';
import { addressIn, short, wholeNumber } from './plain.ts';
import { trouble } from './problem.ts';
import { type Read, type Reading, sound, unsound } from './reading.ts';

/** A person by e-mail address or by a name that only one person has; gives the address. */
export const person: Read<string> = (cell, { people }) => {
  const address = addressIn(cell);
  if (address !== null && people.some(({ email }) => email === address)) return sound(address);
  const same = byName(people).get(folded(cell)) ?? [];
  if (same.length === 1 && same[0]) return sound(same[0].email);
  if (same.length > 1) {
    const which = oneOfThese(same.map(({ email }) => email));
    return unsound(`'${short(cell)}' is the name of ${same.length} people.`, `Write the address: ${which}.`);
  }
  return unsound(`'${short(cell)}' is nobody in People.`, meant(cell, people));
};

const indexed = new WeakMap<Names['people'], ReadonlyMap<string, Names['people']>>();

/** A workbook of thousands of people is read in one pass. */
function byName(people: Names['people']): ReadonlyMap<string, Names['people']> {
  const known = indexed.get(people);
  if (known) return known;
  const index = new Map<string, Names['people']>();
  for (const one of people) index.set(folded(one.name), [...(index.get(folded(one.name)) ?? []), one]);
  indexed.set(people, index);
  return index;
}

/** An address is compared by what stands before the @, a name with names first. */
function meant(cell: string, all: Names['people']): string {
  const people = all.slice(0, mostOptions);
  const emails = people.map(({ email }) => email);
  const locals = emails.map((email) => email.slice(0, email.indexOf('@')));
  const otherwise = 'Write the e-mail address of somebody in People.';
  const local = folded(cell).split('@')[0] ?? '';
  const near = nearest(local, locals);
  const email = near === null ? undefined : emails[locals.indexOf(near)];
  if (email !== undefined && (cell.includes('@') || near === local)) return `Did you mean ${email}?`;
  if (cell.includes('@')) return otherwise;
  return didYouMean(cell, [...people.map(({ name }) => name), ...locals], otherwise);
}

function oneOf(kind: string, where: string, pick: (names: Names) => readonly string[]): Read<string> {
  return (cell, names) => {
    const options = pick(names);
    const found = options.find((each) => folded(each) === folded(cell));
    if (found !== undefined) return sound(found);
    const otherwise =
      options.length > 0 ? `There is ${oneOfThese(options)}.` : `There is none in ${where} yet.`;
    return unsound(`'${short(cell)}' is no ${kind} in ${where}.`, didYouMean(cell, options, otherwise));
  };
}

export const calendarName = oneOf('calendar', 'Calendars', ({ calendars }) => calendars);
export const customerTier = oneOf('customer tier', 'Settings', ({ customerTiers }) => customerTiers);
export const team = oneOf('team', 'People', ({ teams }) => teams);
export const skill = oneOf('skill', 'People', ({ skills }) => skills);
export const flag = oneOf('flag', 'Phrases', ({ flags }) => flags);

/** A tier by its number or its name; a number beyond the last is a trouble and counts as the last. */
export const tier: Read<number> = (cell, { tiers }) => {
  const named = tiers.findIndex((name) => folded(name) === folded(cell));
  const number = named >= 0 ? named + 1 : wholeNumber(cell.replace(/^tier\s+/i, ''));
  if (number !== null && number >= 1 && number <= tiers.length) return sound(number);
  const there = `Settings has ${tiers.map((name, index) => `${index + 1} ${name}`).join(', ')}.`;
  if (number === null || number < 1 || tiers.length === 0)
    return unsound(`'${short(cell)}' is no tier.`, there);
  const what = `there is no tier ${number}.`;
  return {
    value: tiers.length,
    troubles: [trouble(what, `${there} Until then it counts as ${tiers.length}.`)],
  };
};

/** `Billing` or `Billing > Disputes`. */
export const categoryPath: Read<string> = (cell, names) => {
  const [category = '', subcategory, more] = cell.split(/\s*>\s*/);
  if (more !== undefined)
    return unsound(`'${short(cell)}' has more than two levels.`, 'Write Category > Subcategory.');
  const found = findCategory(category, subcategory ?? null, names.categories);
  return typeof found === 'string' ? unsound(found, nearCategory(cell, names)) : sound(pathText(found));
};

/** The category as Categories spells it, or what is wrong. */
export function findCategory(
  category: string,
  subcategory: string | null,
  known: readonly CategoryPath[],
): CategoryPath | string {
  const same = known.filter((each) => folded(each.category) === folded(category));
  if (same[0] === undefined) return `'${short(category)}' is no category in Categories.`;
  if (subcategory === null) return { category: same[0].category, subcategory: null };
  const sub = same.find((each) => folded(each.subcategory ?? '') === folded(subcategory));
  return sub ?? `'${short(subcategory)}' is no subcategory of ${same[0].category} in Categories.`;
}

export function pathText({ category, subcategory }: CategoryPath): string {
  return subcategory === null ? category : `${category} > ${subcategory}`;
}

/** Advice on a category that is not known. */
export function nearCategory(cell: string, { categories }: Names): string {
  const paths = [...new Set(categories.flatMap((path) => [path.category, pathText(path)]))];
  const whole = didYouMean(cell, paths);
  if (whole !== '') return whole;
  const subs = categories.flatMap(({ subcategory }) => (subcategory === null ? [] : [subcategory]));
  const last = cell.split('>').pop() ?? cell;
  return didYouMean(last, subs, 'Add it to Categories or choose one from there.');
}

/** `any`, `all` and `*` say the same as a blank cell. */
export function anyOr<T>(read: Read<T>): Read<T | null> {
  return (cell, names): Reading<T | null> =>
    /^(any|all|\*|anything|-)$/i.test(cell.trim()) ? sound(null) : read(cell, names);
}
