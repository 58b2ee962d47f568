// Instants and working time as people read them.
import { leftText } from '../../src/cards/deadline.ts';
import { readerOf } from '../../src/cards/reader.ts';
import { ago, lasting, moment } from '../../src/cards/times.ts';
import { wordsFor } from '../../src/cards/words/for-locale.ts';
import { now } from './views.ts';

const at = (iso: string): number => Date.parse(iso);
const reader = (locale: string, timeZone = 'Europe/Oslo', when = now) => readerOf({ locale, timeZone }, when);
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['en-GB', '2026-03-24T15:30:00Z', 'today 16:30'],
  ['en-US', '2026-03-24T15:30:00Z', 'today 4:30 PM'],
  ['en-GB', '2026-03-25T08:05:00Z', 'tomorrow 9:05'],
  ['en-GB', '2026-03-23T08:05:00Z', 'yesterday 9:05'],
  ['de', '2026-03-24T15:30:00Z', 'heute 16:30'],
  ['nl', '2026-03-25T08:05:00Z', 'morgen 9:05'],
  ['no', '2026-03-24T15:30:00Z', 'i dag 16:30'],
  ['de-DE', '2026-03-30T08:30:00Z', 'Mo., 30. März, 10:30'],
  ['en-GB', '2027-01-04T08:00:00Z', 'Mon, 4 Jan 2027, 9:00'],
])('in %s the instant %s is "%s"', (locale, iso, words) => {
  expect(spaced(moment(at(iso), reader(locale)))).toBe(words);
});

test('a deadline on the Monday after the clocks went forward is told in summer time', () => {
  const friday = at('2026-03-27T15:30:00Z');
  expect(moment(at('2026-03-30T08:30:00Z'), reader('en-GB', 'Europe/Oslo', friday))).toContain('10:30');
});

test('today is a matter of the reader’s zone', () => {
  const evening = at('2026-03-24T23:30:00Z');
  expect(moment(evening, reader('en-GB', 'Europe/London', evening))).toBe('today 23:30');
  expect(moment(evening, reader('en-GB', 'Europe/Oslo'))).toContain('tomorrow');
});

test.each([
  [45 * 60, '45 min'],
  [2 * 3600 + 15 * 60, '2 h 15 min'],
  [3600, '1 h'],
  [37 * 3600 + 20 * 60, '37 h'],
  [20, 'under a minute'],
  [-5400, '1 h 30 min'],
])('%d seconds of working time are "%s"', (seconds, words) => {
  expect(lasting(seconds, reader('en'))).toBe(words);
});

test('a deadline tells by words, not by colour, how it stands', () => {
  const texts = (locale: string) =>
    (['on time', 'at risk', 'overdue', 'stopped'] as const).map((state) =>
      leftText({ state, left: state === 'overdue' ? -600 : 600 }, reader(locale)),
    );
  expect(texts('en')).toEqual(['10 min left', 'At risk: 10 min left', 'Overdue by 10 min', 'Stopped']);
  expect(texts('de')).toEqual([
    'noch 10 min',
    'Gefährdet: noch 10 min',
    'Überfällig seit 10 min',
    'Angehalten',
  ]);
});

test('what happened is told by how long ago it was, and after some hours by its time', () => {
  expect(ago(now - 20_000, reader('en-GB'))).toBe('now');
  expect(ago(now - 8 * 60_000, reader('en-GB'))).toBe('8 min ago');
  expect(ago(now - 3 * 3_600_000, reader('en-GB'))).toBe('3 hr ago');
  expect(ago(now - 20 * 3_600_000, reader('en-GB'))).toBe('yesterday 14:00');
});

test.each([
  ['de-AT', 'de'],
  ['nb-NO', 'no'],
  ['nn', 'no'],
  ['no', 'no'],
  ['nl_BE', 'nl'],
  ['en-US', 'en'],
  ['fr', 'en'],
  ['', 'en'],
])('who uses Gmail in %s reads %s', (locale, language) => {
  expect(wordsFor(locale)).toBe(wordsFor(language));
});

test('a locale or zone that nobody knows does not break a card', () => {
  const odd = readerOf({ locale: 'x!', timeZone: 'Mars/Olympus' }, now);
  expect(odd).toMatchObject({ locale: 'en', timeZone: 'UTC' });
  expect(readerOf({ locale: null, timeZone: null }, now)).toMatchObject({ locale: 'en', timeZone: 'UTC' });
});
