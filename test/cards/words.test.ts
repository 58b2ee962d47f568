// The words of all languages: each says something of its own, with the same things filled in.
import { de } from '../../src/cards/words/de.ts';
import { en } from '../../src/cards/words/en.ts';
import { nl } from '../../src/cards/words/nl.ts';
import { no } from '../../src/cards/words/no.ts';

type Say = (...filled: readonly unknown[]) => string;
type Table = { readonly [name: string]: string | Say | Table };

const flat = (table: Table, path = ''): readonly (readonly [string, string | Say])[] =>
  Object.entries(table).flatMap(([name, word]): readonly (readonly [string, string | Say])[] =>
    typeof word === 'object' ? flat(word, `${path}${name}.`) : [[`${path}${name}`, word]],
  );

const tables = { de, nl, no } as unknown as Readonly<Record<string, Table>>;
const english = flat(en as unknown as Table);

describe.each(Object.keys(tables))('%s', (language) => {
  const words = new Map(flat(tables[language] ?? {}));

  test('says nothing empty that English says', () => {
    const silent = english.filter(([name, word]) => word !== '' && words.get(name) === '');
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test('fills in what English fills in', () => {
    const filled = ['ONE', 'TWO', 'THREE'];
    const forgotten = english.flatMap(([name, word]) => {
      if (typeof word !== 'function') return [];
      const own = words.get(name);
      if (typeof own !== 'function') return [name];
      const [ours, theirs] = [own(...filled), word(...filled)];
      return filled.some((part) => ours.includes(part) !== theirs.includes(part)) ? [name] : [];
    });
    expect(forgotten).toEqual([]);
  });

  test('is a language of its own', () => {
    const same = english.filter(([name, word]) => typeof word === 'string' && words.get(name) === word);
    expect(same.length / english.length).toBeLessThan(0.15);
  });
});

test('one of something is not several', () => {
  expect(en.ticketsBefore(1)).toBe('1 other ticket');
  expect(en.ticketsBefore(2)).toBe('2 other tickets');
  expect(de.figures.parked(1)).toBe('1 Mail war nicht lesbar');
  expect(no.bulkDone(1, 0)).toBe('1 sak tildelt');
  expect(nl.bulkDone(2, 0)).toBe('2 tickets toegewezen');
});
