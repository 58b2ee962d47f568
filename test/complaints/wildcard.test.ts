import * as fc from 'fast-check';
import {
  checkPattern,
  matchesSender,
  matchesSubject,
  matchesWildcard,
} from '../../src/complaints/wildcard.ts';

const from = (address: string, name = '') => ({ address, name });

describe('a sender pattern', () => {
  test.each([
    ['acme.example', 'jane@acme.example', true],
    ['acme.example', 'jane@mail.acme.example', true],
    ['acme.example', 'jane@notacme.example', false],
    ['acme.example', 'jane@àcme.example', false],
    ['acme.example', 'jane@аcme.example', false],
    ['jane@acme.example', 'jáne@acme.example', false],
    ['müller.example', 'jane@MÜLLER.example', true],
    ['acme.example', 'jane@acme.example.evil.example', false],
    ['@acme.example', 'jane@mail.acme.example', true],
    ['@acme.example', 'jane@ACME.example', true],
    ['*@acme.example', 'jane@acme.example', true],
    ['*@acme.example', 'jane@mail.acme.example', false],
    ['*@*.acme.example', 'jane@mail.acme.example', true],
    ['jane@acme.example', 'jane@acme.example', true],
    ['jane@acme.example', 'mary-jane@acme.example', false],
    ['noreply@*', 'noreply@shop.example', true],
    ['noreply', 'noreply@shop.example', true],
    ['no?reply', 'no-reply@shop.example', true],
    ['*.edu', 'dean@uni.edu', true],
    ['', 'jane@acme.example', false],
    ['acme.example', '', false],
  ])('%s against %s: %s', (pattern, address, expected) => {
    expect(matchesSender(pattern, from(address))).toBe(expected);
  });

  test('a plain name is also looked for in the name the sender shows', () => {
    expect(matchesSender('Müller', from('info@shop.example', 'Jürgen MULLER'))).toBe(true);
    expect(matchesSender('Müll', from('info@shop.example', 'Jürgen Müller'))).toBe(false);
  });
});

describe('a subject pattern', () => {
  test.each([
    ['invoice', 'Question about INVOICE 12', true],
    ['invoice', 'Invoices', false],
    ['invoice*', 'Invoice 12 overdue', true],
    ['invoice*', 'My invoice', false],
    ['*rückgabe*', 'Frage zur Rückgabe', true],
    ['[Alert] *', '[alert] disk full', true],
    ['ticket ????', 'Ticket 1234', true],
    ['ticket ????', 'Ticket 12345', false],
    ['Where is my order?', 'Hello. Where is my order?', true],
    ['two  spaces', 'with two\n spaces', true],
    ['', 'anything', false],
  ])('"%s" against "%s": %s', (pattern, subject, expected) => {
    expect(matchesSubject(pattern, subject)).toBe(expected);
  });
});

test('a pattern means what the same regular expression means', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (wanted, given) => {
      const expression = wanted.replaceAll('*', '.*').replaceAll('?', '.');
      expect(matchesWildcard(wanted, given)).toBe(new RegExp(`^${expression}$`).test(given));
    }),
    { numRuns: 2000 },
  );
});

test('a pattern made to be slow is not', () => {
  const start = process.cpuUsage();
  expect(matchesWildcard(`${'*a'.repeat(100)}*b`, 'a'.repeat(20_000))).toBe(false);
  expect(process.cpuUsage(start).user / 1_000_000).toBeLessThan(1);
});

describe('an admin is advised', () => {
  test.each(['', '  ', '*', '**', '*@*', '*.*', '?*', '@'])(
    'that "%s" is empty or matches everything',
    (pattern) => {
      expect(checkPattern(pattern)).toMatch(/empty|matches every mail/);
    },
  );

  test.each([
    '^invoice',
    'invoice$',
    '.*invoice',
    'invoice.+',
    'inv\\d+',
    '[0-9]{4}',
    '(a|b)',
    '/refund/i',
    'a.*b',
    '(?i)x',
  ])('that "%s" looks like a regular expression', (pattern) => {
    expect(checkPattern(pattern)).toContain('regular expression');
  });

  test.each([
    '*@acme.example',
    'acme.*',
    '[Ticket *]',
    'Re: invoice (overdue)',
    '$100 refund',
    'Where is it?',
    'C++',
  ])('nothing about "%s"', (pattern) => {
    expect(checkPattern(pattern)).toBeNull();
  });

  test('that a pattern is too long', () => {
    expect(checkPattern('a'.repeat(201))).toContain('longer');
  });
});

test('a long part with ? is found wherever a sign by sign comparison finds it', () => {
  const signs = (most: number) =>
    fc
      .array(fc.constantFrom('a', 'b', '?', '\u{1f600}'), { minLength: 1, maxLength: most })
      .map((all) => all.join(''));
  const fits = (part: string, text: string): boolean =>
    text
      .split('')
      .some((_, at) =>
        part.split('').every((sign, i) => (sign === '?' ? at + i < text.length : sign === text[at + i])),
      );
  fc.assert(
    fc.property(fc.oneof(signs(4), signs(70)), signs(150), (part, text) => {
      const said = text.replace(/\?/g, 'c');
      expect(matchesWildcard(`*${part}*`, said)).toBe(fits(part, said));
    }),
    { numRuns: 2_000 },
  );
});
