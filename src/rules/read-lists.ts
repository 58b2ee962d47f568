// Categories, Phrases, Customers and Macros rows become what the domain reads.
import type { Category, Customer, Macro, Phrase, Place, Problem } from '../complaints/rules.ts';
import { pathText } from './known.ts';
import { type Names, noNames } from './names.ts';
import { trouble } from './problem.ts';
import { type Reader, readTab } from './tab.ts';
import { problemAt } from './table.ts';
import { categoriesTable } from './tables/categories.ts';
import { customersTable } from './tables/customers.ts';
import { macrosTable } from './tables/macros.ts';
import { phrasesTable } from './tables/phrases.ts';
import { firstOfEach } from './unique.ts';

export interface ListReading<T> {
  readonly rows: readonly T[];
  readonly problems: readonly Problem[];
  readonly broken: boolean;
}

export function readCategories(reader: Reader): ListReading<Category> {
  const tab = readTab(categoriesTable, reader, { names: noNames });
  const path = ({ name, subcategory }: Category) => pathText({ category: name, subcategory });
  const sifted = firstOfEach<Category>(tab.rows, 'Category', path);
  return { rows: sifted.rows, problems: [...tab.problems, ...sifted.problems], broken: tab.broken };
}

export function readPhrases(reader: Reader, names: Names): ListReading<Phrase> {
  const tab = readTab(phrasesTable, reader, { names });
  const problems = tab.rows.filter(hasNoEffect).map(({ place }) => {
    const advice = 'Fill in Severity at least, Tier at least, Flag or Mood.';
    return problemAt(place, null, trouble('these phrases have no effect.', advice));
  });
  return { ...tab, problems: [...tab.problems, ...problems] };
}

function hasNoEffect({ severityAtLeast, tierAtLeast, flag, mood }: Phrase): boolean {
  return [severityAtLeast, tierAtLeast, flag, mood].every((effect) => effect === null);
}

/** Who has no tier has the least valuable one. An address or domain belongs to the first customer that names it. */
export function readCustomers(reader: Reader, names: Names): ListReading<Customer> {
  const tab = readTab(customersTable, reader, { names });
  const sifted = firstOfEach(tab.rows, 'Name', (row) => row.name);
  const problems = [...tab.problems, ...sifted.problems];
  const owners = new Map<string, Place>();
  const rows = sifted.rows.map((row): Customer => {
    const mine = row.matches.filter((match) => {
      const owner = owners.get(match);
      if (owner === undefined) owners.set(match, row.place);
      else problems.push(sharedMatch(row.place, owner, match));
      return owner === undefined;
    });
    return { ...row, matches: mine, tier: row.tier ?? names.customerTiers[0] ?? 'Standard' };
  });
  return { rows: rows.filter(({ matches }) => matches.length > 0), problems, broken: tab.broken };
}

function sharedMatch(place: Place, owner: Place, match: string): Problem {
  const advice = `Decide for one of the two. Until then it belongs to row ${owner.row}.`;
  return problemAt(
    place,
    'Addresses or domains',
    trouble(`'${match}' is in row ${owner.row} already.`, advice),
  );
}

export function readMacros(reader: Reader): ListReading<Macro> {
  const tab = readTab(macrosTable, reader, { names: noNames });
  const sifted = firstOfEach<Macro>(tab.rows, 'Name', ({ name, language }) => `${name} (${language})`);
  const problems = [...tab.problems, ...sifted.problems, ...rivals(sifted.rows)];
  return { rows: sifted.rows, problems, broken: tab.broken };
}

/** Two macros for the same use in one language: the upper one is used. */
function rivals(macros: readonly Macro[]): readonly Problem[] {
  return macros.flatMap((macro, index) => {
    const other = macros
      .slice(0, index)
      .find(({ use, language }) => macro.use !== null && use === macro.use && language === macro.language);
    if (other === undefined) return [];
    const what = `row ${other.place.row} is for ${macro.use} in ${macro.language} too.`;
    return [
      problemAt(
        macro.place,
        'Use',
        trouble(what, 'Blank Use in one of them. Until then the upper one is used.'),
      ),
    ];
  });
}
