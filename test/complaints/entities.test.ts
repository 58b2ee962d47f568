// Against `entities`, the library behind htmlparser2, which knows all 2,231 names and weighs five times as much.
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { withoutEntities } from '../../src/complaints/reading/entities.ts';
import { entityNames } from '../../src/complaints/reading/entity-names.ts';

const names = entityNames
  .split(' ')
  .filter((token) => !/^\d/.test(token))
  .map((token) => token.replace('=', ''));

test('every name of the table is the character that the library knows', () => {
  expect(names.length).toBeGreaterThan(450);
  for (const name of names)
    expect([name, withoutEntities(`&${name};`)]).toEqual([name, decodeHTML(`&${name};`)]);
});

test('names without their semicolon are read as browsers read them', () => {
  for (const name of names)
    for (const after of ['', ' x', 'right', '=1', '3', '&'])
      expect(withoutEntities(`a &${name}${after}`)).toBe(expectedOf(`a &${name}${after}`));
});

/** The library knows longer names too: `&sum3` and `&lt3` begin none of them that the table lacks. */
const expectedOf = (text: string): string => decodeHTML(text);

test('in an attribute an address keeps its parameters', () => {
  for (const text of ['?a=1&copy=2', '?a=1&copy2', '?a&amp;b', '?a&reg', 'a&lt;b', '&eacute', '&eacutex'])
    expect([text, withoutEntities(text, true)]).toEqual([text, decodeHTMLAttribute(text)]);
});

test('numbers are read, those of Windows and impossible ones too', () => {
  for (const point of [
    0, 9, 65, 128, 129, 130, 150, 159, 160, 0x20ac, 0xd800, 0xdfff, 0xfffd, 0x1f600, 0x10ffff, 0x110000,
  ])
    for (const text of [
      `&#${point};`,
      `&#${point} `,
      `&#x${point.toString(16)};`,
      `&#X${point.toString(16).toUpperCase()}z`,
    ])
      expect([text, withoutEntities(text)]).toEqual([text, decodeHTML(text)]);
  expect(withoutEntities(`&#${'9'.repeat(400)};`)).toBe('\ufffd');
});

test('what is no entity stays as it is', () => {
  for (const text of ['AT&T', 'a & b', '&', '&;', '&#;', '&#x;', '&unheardof;', 'Q&A;'])
    expect([text, withoutEntities(text)]).toEqual([text, text]);
});
