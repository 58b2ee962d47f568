import * as fc from 'fast-check';
import { fold, quote, wordsOf } from '../../src/complaints/words.ts';

const folded = (text: string) => wordsOf(text).map(({ word }) => word);

test.each([
  ['Größe', 'grosse'],
  ['GROSSE', 'grosse'],
  ['Ärger', 'arger'],
  ['ødelagt på ærfugl', 'odelagt pa aerfugl'],
  ['façade œuvre Łódź', 'facade oeuvre lodz'],
  ['u\u0308ber', 'uber'],
  ['Ge\u00adbühr', 'gebuhr'],
  ['ＡＢＣ ﬁn', 'abc fin'],
  ['ΑΘΉΝΑ Москва', 'αθηνα москва'],
])('%s is read as %s whatever its case and accents', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

test('words are found across punctuation, line breaks and emoji', () => {
  expect(folded('Hello,\nwhere–is\tmy "parcel"?😡Nr.42!')).toEqual([
    'hello',
    'where',
    'is',
    'my',
    'parcel',
    'nr',
    '42',
  ]);
});

test("doesn't, doesn’t and doesnt are one word; other apostrophes divide", () => {
  expect(folded("doesn't doesn’t doesnt")).toEqual(['doesnt', 'doesnt', 'doesnt']);
  expect(folded("customer's l’erreur foto's")).toEqual(['customer', 's', 'l', 'erreur', 'foto', 's']);
});

test('a hyphenated word is known in parts and in one', () => {
  const words = wordsOf('a charge-back fee');
  expect(words.map(({ word }) => word)).toEqual(['a', 'charge', 'back', 'fee']);
  expect(words[1]?.joined).toEqual({ word: 'chargeback', parts: 2 });
  expect(words[2]?.joined).toBeNull();
});

test('Chinese, Japanese and Thai are cut into characters, so that keywords match inside a sentence', () => {
  expect(folded('我要退款 refund ขอเงิน')).toEqual([
    '我',
    '要',
    '退',
    '款',
    'refund',
    'ข',
    'อ',
    'เ',
    'ง',
    'น',
  ]);
});

test('a quotation shows the mail in its own spelling, on one line', () => {
  const text = 'I want my GELD\n  zurück, now';
  expect(quote(text, wordsOf(text), { first: 3, last: 4 })).toBe('GELD zurück');
});

test('a very long quotation is shortened', () => {
  const text = 'x'.repeat(500);
  expect(quote(text, wordsOf(text), { first: 0, last: 0 })).toHaveLength(60);
});

test('every word stands where it says, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      let end = 0;
      for (const { word, from, to } of wordsOf(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(fold(text.slice(from, to)).replace(/['’]/g, '')).toBe(word);
        end = to;
      }
    }),
  );
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
