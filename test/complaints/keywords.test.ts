import * as fc from 'fast-check';
import { indexWords, keywordParts } from '../../src/complaints/keywords.ts';
import { quote, wordsOf } from '../../src/complaints/words.ts';

function foundIn(text: string, ...keywords: readonly string[]): readonly string[] {
  const words = wordsOf(text);
  return indexWords(keywords.map((keyword) => [keyword, keyword] as const))
    .find(words)
    .map((found) => quote(text, words, found));
}

test.each([
  ['refund', 'No REFUND yet', ['REFUND']],
  ['Rückgabe', 'die RUCKGABE', ['RUCKGABE']],
  ['Rückgabe', 'die Rueckgabe', ['Rueckgabe']],
  ['ødelagt', 'den er odelagt, ja oedelagt', ['odelagt', 'oedelagt']],
  ['charged twice', 'I was charged\n  twice!', ['charged\n  twice'.replace(/\s+/g, ' ')]],
  ['charge-back', 'a chargeback, a charge-back, a charge back', ['chargeback', 'charge-back', 'charge back']],
  ['chargeback', 'a charge-back', ['charge-back']],
  ['login', 'my log-in', ['log-in']],
  ["doesn't work", 'it doesn’t work', ['doesn’t work']],
  ['退款', '我要退款。', ['退款']],
])('the keyword %s is found in "%s"', (keyword, text, expected) => {
  expect(foundIn(text, keyword)).toEqual(expected);
});

test('a keyword of five letters or more finds compounds that start with it, a shorter one only itself', () => {
  expect(foundIn('Rechnungsbetrag', 'Rechnung')).toEqual(['Rechnungsbetrag']);
  expect(foundIn('billing bill', 'bill')).toEqual(['bill']);
  expect(foundIn('happening', 'app')).toEqual([]);
});

test('a star at the end makes a short keyword find any ending', () => {
  expect(foundIn('taxes taxi syntax', 'tax*')).toEqual(['taxes', 'taxi']);
});

test('a star at the start finds compounds that end with the keyword', () => {
  expect(foundIn('Stromrechnungen, Abrechnung, Rechnung', '*rechnung')).toEqual([
    'Stromrechnungen',
    'Abrechnung',
    'Rechnung',
  ]);
  expect(foundIn('Stromrechnungsbetrag', '*rechnung')).toEqual([]);
});

test('a keyword in quotes is found as whole words only', () => {
  expect(foundIn('a branded thing', '"brand"')).toEqual([]);
  expect(foundIn('the brand', '"brand"')).toEqual(['brand']);
});

test('words of a keyword must stand in a row', () => {
  expect(foundIn('money I want back', 'money back')).toEqual([]);
});

test('keywords that share their beginning are all found', () => {
  expect(
    foundIn('payment reminder fee', 'payment', 'payment reminder', 'payment reminder fee', 'reminder fee'),
  ).toEqual(['payment', 'payment reminder', 'payment reminder fee', 'reminder fee']);
});

test('a keyword without letters or digits finds nothing and harms nothing', () => {
  expect(foundIn('anything *** at all', '***', '', '  ', '"')).toEqual([]);
  expect(keywordParts('***')).toEqual([]);
});

test('names such as constructor and __proto__ are ordinary keywords', () => {
  expect(foundIn('the constructor and __proto__', 'constructor', '__proto__')).toEqual([
    'constructor',
    'proto',
  ]);
});

describe('against a plain reading, keyword by keyword', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ä'), minLength: 1, maxLength: 7 });
  const starred = fc.tuple(word, fc.constantFrom('', '', '*')).map((parts) => parts.join(''));
  const keywordOf = fc.array(starred, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const textOf = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

  const matches = (part: { word: string; as: string } | undefined, word: string | undefined) =>
    part !== undefined &&
    word !== undefined &&
    (part.as === 'prefix' ? word.startsWith(part.word) : word === part.word);

  test('the same places are found', () => {
    fc.assert(
      fc.property(fc.uniqueArray(keywordOf, { maxLength: 6 }), textOf, (keywords, text) => {
        const words = wordsOf(text);
        const found = indexWords(keywords.map((keyword) => [keyword, keyword] as const)).find(words);
        const expected = new Set<string>();
        for (const keyword of keywords) {
          for (const spelling of [keyword, keyword.replaceAll('ä', 'ae')]) {
            const parts = keywordParts(spelling);
            for (let at = 0; at + parts.length <= words.length; at++) {
              if (parts.every((part, i) => matches(part, words[at + i]?.word)))
                expected.add(`${keyword} ${at}`);
            }
          }
        }
        expect(new Set(found.map(({ value, first }) => `${value} ${first}`))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever an admin types', () => {
  /** Processor time, so that a busy machine fails nobody. */
  const seconds = (work: () => void): number => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1_000_000;
  };
  const long = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));

  test.each([
    [
      'ordinary keywords',
      (i: number) => `keyword${i % 7} number${i}`,
      'keyword3 number17 and the rest of it. ',
    ],
    ['short prefixes', (i: number) => `${'ab'[i % 2]}${i.toString(36)}*`, 'abracadabra b2b a7 '],
    [
      'nested prefixes',
      (i: number) => `${'a'.repeat(5 + (i % 60))} ${'a'.repeat(5 + (i % 59))}`,
      `${'a'.repeat(64)} `,
    ],
    ['nested endings', (i: number) => `*${'a'.repeat(5 + (i % 60))} b${i}`, `${'a'.repeat(64)} `],
    [
      'twelve words, each with two ways to match',
      (i: number) => Array.from({ length: 12 }, (_, j) => 'a'.repeat(5 + ((i >> j) & 1))).join(' '),
      'aaaaaaaa ',
    ],
  ])('5,000 keywords (%s) in a megabyte of text take seconds at most', (_, keyword, piece) => {
    const words = wordsOf(long(piece));
    const index = indexWords(Array.from({ length: 5000 }, (_, i) => [keyword(i), i] as const));
    expect(seconds(() => index.find(words))).toBeLessThan(4);
  });
});
