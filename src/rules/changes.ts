// What differs between two sets of rules, in words an admin knows: by tab, by what names a row.
import type { Rules } from '../complaints/rules.ts';
import { pathText } from '../complaints/ticket.ts';
import { settings as definitions } from './tables/settings.ts';

/** A list of the rules, the tab it stands in, and what a row of it is called. */
interface List {
  readonly tab: string;
  readonly rows: (rules: Rules) => readonly object[];
  readonly name: (row: never) => string;
}

const list = <T extends object>(
  tab: string,
  rows: (rules: Rules) => readonly T[],
  name: (row: T) => string,
): List => ({ tab, rows, name });

const lists: readonly List[] = [
  list(
    'Categories',
    ({ categories }) => categories,
    ({ name, subcategory }) => pathText({ category: name, subcategory }),
  ),
  list(
    'Matrix',
    ({ matrix }) => matrix,
    ({ category, subcategory, severity, customerTier }) =>
      [category, subcategory, severity, customerTier].filter((part) => part !== null).join(', ') ||
      'everything',
  ),
  list(
    'People',
    ({ people }) => people,
    ({ email }) => email,
  ),
  list(
    'Calendars and Holidays',
    ({ calendars }) => calendars,
    ({ name }) => name,
  ),
  list(
    'Customers',
    ({ customers }) => customers,
    ({ name }) => name,
  ),
  list(
    'Macros',
    ({ macros }) => macros,
    ({ name, language }) => `${name} (${language})`,
  ),
  list(
    'Phrases',
    ({ phrases }) => phrases,
    ({ phrases }) => phrases.join(', ').slice(0, 60),
  ),
];

/** One entry a difference, such as `Macros: Thank you (en) is new`. */
export function changes(before: Rules, after: Rules): readonly string[] {
  return [...settingChanges(before, after), ...lists.flatMap((one) => listChanges(one, before, after))];
}

function settingChanges({ settings: before }: Rules, { settings: after }: Rules): readonly string[] {
  const keys = Object.keys(definitions) as readonly (keyof typeof definitions)[];
  return keys.flatMap((key) => {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) return [];
    const [was, is] = [text(before[key]), text(after[key])];
    const { name } = definitions[key];
    return [was === is ? `Settings: ${name} ends otherwise` : `Settings: ${name} was ${was}, is ${is}`];
  });
}

const text = (value: unknown): string => String(value ?? '').slice(0, 80) || 'empty';

function listChanges({ tab, rows, name }: List, before: Rules, after: Rules): readonly string[] {
  const [was, is] = [named(rows(before), name), named(rows(after), name)];
  const told = [
    ...[...is].flatMap(([key, row]) => {
      const old = was.get(key);
      if (old === undefined) return [`${tab}: ${key} is new`];
      const fields = differing(old, row);
      return fields.length === 0 ? [] : [`${tab}: ${key} has another ${fields.join(', ')}`];
    }),
    ...[...was.keys()].flatMap((key) => (is.has(key) ? [] : [`${tab}: ${key} is gone`])),
  ];
  const moved = told.length === 0 && JSON.stringify([...was]) !== JSON.stringify([...is]);
  return moved ? [`${tab}: rows have moved`] : told;
}

/** Of the same name, the second is `name #2`. */
function named(rows: readonly object[], name: (row: never) => string): ReadonlyMap<string, object> {
  const found = new Map<string, object>();
  const times = new Map<string, number>();
  for (const row of rows) {
    const plain = name(row as never);
    const n = (times.get(plain) ?? 0) + 1;
    times.set(plain, n);
    found.set(n === 1 ? plain : `${plain} #${n}`, row);
  }
  return found;
}

function differing(before: object, after: object): readonly string[] {
  const was = before as Readonly<Record<string, unknown>>;
  const is = after as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => field !== 'place' && JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  );
}
