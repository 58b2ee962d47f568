import { zoneNamed } from '../../src/complaints/zone.ts';
import { away, spanOf } from '../../src/rules/away.ts';
import { dateIn, yearlyIn } from '../../src/rules/date.ts';
import { hoursText, readHours } from '../../src/rules/hours.ts';
import { noNames } from '../../src/rules/names.ts';
import { language, partsOf, wholeNumber, yesOrNo } from '../../src/rules/plain.ts';

test.each([
  ['2026-05-17', '2026-05-17'],
  ['17.05.2026', '2026-05-17'],
  ['17.5.2026', '2026-05-17'],
  ['2026/5/17', '2026-05-17'],
  ['17 May 2026', '2026-05-17'],
  ['17. Mai 2026', '2026-05-17'],
  ['46159', '2026-05-17'],
  ['2026-02-30', null],
  ['5/17/2026', '2026-05-17'],
  ['17/05/2026', '2026-05-17'],
  ['05/06/2026', null],
  ['tomorrow', null],
])('the date %s is read as %s', (text, date) => {
  expect(dateIn(text)).toBe(date);
});

test.each([
  ['05-17', '05-17'],
  ['every 17 May', '05-17'],
  ['17th of May', '05-17'],
  ['every May 17', '05-17'],
  ['17.05.', '05-17'],
  ['24. Dezember', '12-24'],
  ['02-29', '02-29'],
  ['02-30', null],
  ['13-01', null],
])('the yearly date %s is read as %s', (text, date) => {
  expect(yearlyIn(text)).toBe(date);
});

test.each([
  ['09:00-12:00, 13:00-17:00', '09:00-12:00, 13:00-17:00'],
  ['9-12 and 13-17', '09:00-12:00, 13:00-17:00'],
  ['9.00 \u2013 17.00', '09:00-17:00'],
  ['09:00 to 17:00', '09:00-17:00'],
  ['22:00-06:00', '22:00-06:00'],
  ['18:00-24:00', '18:00-24:00'],
  ['24h', '24h'],
  ['closed', 'closed'],
  ['-', 'closed'],
])('the hours %s are read as %s', (text, hours) => {
  const { value } = readHours(text);
  expect(value && hoursText(value)).toBe(hours);
});

test.each(['9 to five', '25:00-26:00', '09:00', '09:00-09:00', '09:00-13:00, 12:00-17:00', '24:00-06:00'])(
  'the hours %s are refused',
  (text) => {
    const { value, troubles } = readHours(text);
    expect(value).toBeUndefined();
    expect(troubles).toHaveLength(1);
  },
);

test('days off include the last day, by the clock of the calendar, also over a clock change', () => {
  const zone = zoneNamed('Europe/Oslo');
  const { value } = away('2026-03-27 to 2026-03-29, 1.5.2026', noNames);
  const spans = (value ?? []).map((days) => (zone ? spanOf(days, zone) : null));
  const iso = spans.map((span) => [span?.from, span?.to].map((at) => new Date(at ?? 0).toISOString()));
  expect(iso).toEqual([
    ['2026-03-26T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-04-30T22:00:00.000Z', '2026-05-01T22:00:00.000Z'],
  ]);
});

test('somebody may be away from a day on without an end', () => {
  expect(away('from 2026-04-06', noNames).value).toEqual([{ first: '2026-04-06', last: null }]);
});

test('days off that end before they start are refused', () => {
  expect(away('2026-04-10 to 2026-04-06', noNames).troubles[0]?.what).toMatch(/ends before it starts/);
});

test('lists are divided by commas, semicolons or lines, and say nothing twice', () => {
  expect(partsOf('a, b;c\n\n d ,B')).toEqual(['a', 'b', 'c', 'd']);
});

test.each([
  ['1.000', 1000],
  ['1,000', 1000],
  ['3,0', 3],
  ['3.0', 3],
  ['3.5', null],
  ['many', null],
])('the number %s is read as %s', (text, number) => {
  expect(wholeNumber(text)).toBe(number);
});

test('yes and no are understood in several languages and as tick boxes', () => {
  expect(['TRUE', 'ja', 'x'].map((text) => yesOrNo(text, noNames).value)).toEqual([true, true, true]);
  expect(['FALSE', 'nein', 'nei'].map((text) => yesOrNo(text, noNames).value)).toEqual([false, false, false]);
});

test('languages are understood by code and by name', () => {
  const read = (text: string) => language(text, noNames).value;
  expect(['de', 'DE-AT', 'German', 'nb', 'nb-NO', 'Norsk'].map(read)).toEqual([
    'de',
    'de',
    'de',
    'no',
    'no',
    'no',
  ]);
});
