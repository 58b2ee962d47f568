import { moodOf } from '../../src/complaints/mood.ts';
import { phrasesIn } from '../../src/complaints/phrases.ts';
import { mail, phrase, rulesOf } from './fixtures/rules-of-words.ts';

const mood = (words: string, subject = '') => moodOf({ subject, words });

test.each([
  'This is unacceptable!!!',
  'I am absolutely furious about this.',
  'Was für eine Frechheit!',
  'Das ist eine Unverschämtheit, ich bin stinksauer.',
  'Dit is echt schandalig.',
  'Ik ben woedend.',
  'Dette er helt uakseptabelt.',
  'Nå er jeg rasende!',
  'I am very disappointed and angry. Terrible service.',
])('red: "%s"', (words) => {
  expect(mood(words).is).toBe('red');
});

test.each([
  'I am disappointed. I am still waiting.',
  'Ich bin enttäuscht von Ihnen.',
  'Ik ben teleurgesteld.',
  'Jeg er skuffet.',
  'I am not happy with this.',
  'Ich bin nicht zufrieden.',
  'Ik ben niet tevreden.',
  'Jeg er ikke fornøyd.',
])('amber: "%s"', (words) => {
  expect(mood(words).is).toBe('amber');
});

test.each([
  'Where can I find my invoice?',
  'Thank you so much, great service!',
  'Vielen Dank für die schnelle Hilfe!',
  'Hartelijk dank, ik ben tevreden.',
  'Tusen takk, veldig bra.',
  'I am not angry at all.',
  'No thanks.',
  'Our supervisor thanks you for your patience.',
  'Ich bin nicht verärgert, danke.',
  'Could you please send the PDF of order ABC-XYZ to our office at IBM?',
  '',
])('green: "%s"', (words) => {
  expect(mood(words).is).toBe('green');
});

test('it explains itself by words and marks', () => {
  expect(mood('This is unacceptable!!!').why).toBe("red: 'unacceptable' and three exclamation marks");
});

test('it says that there was no sign', () => {
  expect(mood('My order number is 7').why).toBe('green: no sign of anger');
});

test('an intensifier is part of the sign', () => {
  expect(mood('I am very disappointed').why).toContain("'very disappointed'");
});

test('the subject is read as well', () => {
  expect(mood('See below.', 'Unacceptable').is).toBe('red');
});

test('shouting in capitals raises the mood, abbreviations do not', () => {
  expect(mood('WHERE IS MY REFUND YOU PROMISED').is).toBe('amber');
  expect(mood('WHERE IS MY REFUND YOU PROMISED???').is).toBe('red');
  expect(mood('The IBAN is missing on the PDF of the invoice').is).toBe('green');
});

test('thanks soften a complaint a little and never wash away fury', () => {
  expect(mood('I am disappointed and annoyed. Bad service, terrible.').is).toBe('red');
  expect(
    mood('Unacceptable, an outrageous disgrace. Thank you so much, great service, perfect, excellent.').is,
  ).toBe('red');
});

test('the same word said ten times is one sign', () => {
  expect(mood('problem '.repeat(10)).is).toBe('green');
});

test('a phrase of the workbook sets a floor', () => {
  const rules = rulesOf({
    phrases: [phrase(2, ['regulator'], { mood: 'red' }), phrase(3, ['unacceptable'], { mood: 'amber' })],
  });
  const raised = (words: string) => moodOf(mail('', words), phrasesIn(mail('', words), rules));
  expect(raised('I will tell the regulator')).toEqual({
    is: 'red',
    why: "red: 'regulator' in the text: Phrases row 2",
  });
  expect(raised('This is unacceptable').is).toBe('red');
});
