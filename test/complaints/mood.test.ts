import { moodOf } from '../../src/complaints/mood.ts';
import { unansweredIn } from '../../src/complaints/mood-waiting.ts';
import { phrasesIn } from '../../src/complaints/phrases.ts';
import type { TicketMessage } from '../../src/complaints/ticket.ts';
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
  'I am disappointed with the quality.',
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

test.each([
  'This is the third time I write about it.',
  'I have been waiting for three weeks.',
  'We have heard nothing for over 2 months now.',
  'Ich schreibe Ihnen nun zum dritten Mal.',
  'Ich warte schon seit drei Wochen.',
  'Seit über 10 Tagen ist nichts passiert.',
  'Ik schrijf u nu voor de derde keer.',
  'Ik wacht al drie weken op antwoord.',
  'Sinds twee maanden wacht ik.',
  'Det er tredje gang jeg skriver.',
  'Jeg har ventet i tre uker.',
  'Jeg har ikke fått svar på over to måneder.',
])('who writes again or has waited for long is no longer green: "%s"', (words) => {
  expect(mood(words).is).toBe('amber');
});

test.each([
  'I have been a customer for three years.',
  'Please deliver within two weeks, I am away for 10 days.',
  'Ich bin in zwei Wochen wieder da.',
  'Kan het over drie weken geleverd worden?',
  'Jeg er bortreist i tre uker.',
])('a length of time alone is no impatience: "%s"', (words) => {
  expect(mood(words).is).toBe('green');
});

test('the wait is the reason, in the customer\u2019s words', () => {
  expect(mood('Ich warte schon seit drei Wochen.').why).toBe("amber: 'seit drei Wochen'");
});

describe('what the desk knows of the wait', () => {
  const hour = 3_600_000;
  const wrote = (by: TicketMessage['by'], hours: number, counts = true) =>
    ({ by, counts, at: hours * hour }) as TicketMessage;
  const heard = (messages: readonly TicketMessage[], hours: number, words = 'Any news?') =>
    moodOf({ subject: '', words }, [], { unanswered: unansweredIn(messages, hours * hour) });

  test('three mails without an answer make amber, and the reason counts them', () => {
    const { is, why } = heard([wrote('customer', 0), wrote('customer', 20), wrote('customer', 30)], 30);
    expect(is).toBe('amber');
    expect(why).toBe('amber: 3 mails without an answer');
  });

  test('five days without an answer make amber at the second mail', () => {
    const { is, why } = heard([wrote('customer', 0), wrote('customer', 125)], 125);
    expect(is).toBe('amber');
    expect(why).toBe('amber: 5 days without an answer and 2 mails without an answer');
  });

  test('with angry words they make red', () => {
    const waiting = [wrote('customer', 0), wrote('customer', 60), wrote('customer', 125)];
    expect(heard(waiting, 125, 'I am very disappointed.').is).toBe('red');
  });

  test('an answer of an agent starts anew, one of a machine or of the desk does not', () => {
    const answered = [
      wrote('customer', 0),
      wrote('customer', 60),
      wrote('agent', 70),
      wrote('customer', 200),
    ];
    expect(heard(answered, 200).is).toBe('green');
    const unheard = [
      wrote('customer', 0),
      wrote('desk', 1),
      wrote('machine', 2, false),
      wrote('customer', 125),
    ];
    expect(heard(unheard, 125).is).toBe('amber');
  });

  test('the picture that was forgotten is no second complaint', () => {
    expect(heard([wrote('customer', 0), wrote('customer', 0.2), wrote('customer', 0.4)], 0.4).is).toBe(
      'green',
    );
  });

  test('thanks keep a friendly reminder green', () => {
    const reminder = [wrote('customer', 0), wrote('customer', 50)];
    expect(heard(reminder, 50, 'Many thanks, just a friendly reminder.').is).toBe('green');
  });
});
