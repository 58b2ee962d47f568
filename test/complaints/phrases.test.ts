import { flagsOf, phrasesIn, tierOf } from '../../src/complaints/phrases.ts';
import { mail, phrase, rulesOf, starterRules } from './fixtures/rules-of-words.ts';

const flagsIn = (subject: string, words: string, address?: string) =>
  flagsOf(phrasesIn(mail(subject, words, address), starterRules)).map(({ is }) => is);

test.each([
  ['Ich verlange, sofort mit Ihrem Manager zu sprechen', 'manager'],
  ['I want to speak to a manager', 'manager'],
  ['Ik wil uw leidinggevende spreken', 'manager'],
  ['Jeg vil snakke med sjefen', 'manager'],
  ['You will hear from my lawyer', 'legal'],
  ['Wir leiten rechtliche Schritte ein', 'legal'],
  ['Dan ga ik naar de rechter', 'legal'],
  ['Da blir det rettslige skritt', 'legal'],
  ['Please cancel my subscription', 'churn'],
  ['Hiermit kündige ich', 'churn'],
  ['Ik wil mijn abonnement opzeggen', 'churn'],
  ['Jeg vil si opp abonnementet', 'churn'],
  ['I can see someone else’s data', 'security'],
  ['Ein Datenleck!', 'security'],
  ['Er is een datalek', 'security'],
  ['Dette er en datalekkasje', 'security'],
  ['It caught fire', 'safety'],
  ['Meine Tochter wurde verletzt', 'safety'],
  ['Mijn zoon is gewond', 'safety'],
  ['Laderen tok fyr', 'safety'],
  ['Production is down', 'everybody'],
  ['Alle Filialen stehen', 'everybody'],
  ['Het hele bedrijf staat stil', 'everybody'],
  ['Alle butikker er nede', 'everybody'],
  ['This is fraud', 'fraud'],
  ['Das ist Betrug', 'fraud'],
  ['Dit is oplichting', 'fraud'],
  ['Dette er svindel', 'fraud'],
  ['I will go to the press', 'media'],
  ['Ich gehe an die Presse', 'media'],
  ['Ik stap naar de pers', 'media'],
  ['Jeg går til avisen', 'media'],
  ['I write for the third time', 'repeated'],
  ['Zum dritten Mal', 'repeated'],
  ['Dit is de derde keer', 'repeated'],
  ['Dette er tredje gang', 'repeated'],
])('"%s" is a sign of: %s', (words, flag) => {
  expect(flagsIn('', `Hello. ${words}.`)).toContain(flag);
  expect(flagsIn(words, '')).toContain(flag);
});

test.each([
  'This is not urgent.',
  "It isn't really urgent.",
  'No urgent matter, thanks.',
  'Es ist nicht dringend.',
  'Es ist nicht sehr dringend!',
  'Kein Notfall.',
  'Es eilt nicht.',
  'Es eilt nicht, danke.',
  'Het is niet dringend.',
  'Geen spoed.',
  'Det haster ikke.',
  'Det er ikke farlig.',
  'Nobody was injured.',
  'It is not a very urgent matter.',
  'Haster ikke!',
  'Das ist weder dringend noch gefährlich.',
  'Niemand wurde verletzt.',
  'Niemand is gewond.',
  'Ingen ble skadet.',
  'I do not want to cancel my subscription.',
])('what is denied is no sign: "%s"', (words) => {
  expect(flagsIn('', words)).toEqual([]);
});

test.each([
  ['You did not answer. This is urgent.', 'urgent'],
  ['You did not answer, urgent!', 'urgent'],
  ['Not only urgent but also expensive', 'urgent'],
  ['Das ist nicht nur dringend', 'urgent'],
  ['Immer noch dringend', 'urgent'],
  ['Das habe ich nicht bestellt und mein Anwalt weiß es', 'legal'],
  ['I will not accept this fraud', 'fraud'],
  ['Ich akzeptiere diesen Betrug nicht.', 'fraud'],
  ['We cannot tolerate a data breach', 'security'],
  ['Nobody answered after I was injured', 'safety'],
  ['No one has called me since the lamp caught fire', 'safety'],
  ['If you do not pay, my lawyer will call', 'legal'],
  ['Wenn mein Anwalt nicht bald etwas von Ihnen hört', 'legal'],
  ['Warum ist das nicht repariert? Dringend!', 'urgent'],
])('a denial elsewhere in the mail denies nothing: "%s"', (words, flag) => {
  expect(flagsIn('', words)).toContain(flag);
});

test('brand new is no fire and a leader is no manager demand', () => {
  expect(
    flagsIn('Brand new', 'My brand new lamp, our team leader likes it, it is the market leader.'),
  ).toEqual([]);
});

describe('where a phrase is looked for', () => {
  const rules = rulesOf({
    phrases: [
      phrase(2, ['board'], { where: 'subject', flag: 'in subject' }),
      phrase(3, ['ministry.example', 'ceo@*'], { where: 'sender', flag: 'from' }),
      phrase(4, ['board'], { flag: 'anywhere' }),
    ],
  });
  const flags = (subject: string, words: string, address?: string) =>
    flagsOf(phrasesIn(mail(subject, words, address), rules));

  test('a subject phrase is not found in the text', () => {
    expect(flags('', 'the board').map(({ is }) => is)).toEqual(['anywhere']);
    expect(flags('The board', '').map(({ is }) => is)).toEqual(['in subject', 'anywhere']);
  });

  test('a sender phrase looks at the sender only', () => {
    expect(flags('', 'ministry.example')).toEqual([]);
    expect(flags('', '', 'a@press.ministry.example')).toEqual([
      { is: 'from', why: "the sender a@press.ministry.example matches 'ministry.example': Phrases row 3" },
    ]);
  });
});

describe('a tier that phrases ask for', () => {
  const rules = rulesOf({
    phrases: [
      phrase(2, ['lawyer'], { tierAtLeast: 2 }),
      phrase(3, ['fire'], { tierAtLeast: 3 }),
      phrase(4, ['press'], { tierAtLeast: 3 }),
    ],
  });
  const tier = (words: string) => tierOf(phrasesIn(mail('', words), rules));

  test('is the highest, with the first reason', () => {
    expect(tier('press, fire and lawyer')).toEqual({
      is: 3,
      why: "tier 3, because 'fire' in the text: Phrases row 3",
    });
  });

  test('is none where no phrase is found', () => {
    expect(tier('hello')).toBeNull();
  });
});

test('a flag is told once, with the reason of the first row', () => {
  const rules = rulesOf({ phrases: [phrase(2, ['one'], { flag: 'x' }), phrase(3, ['two'], { flag: 'x' })] });
  expect(flagsOf(phrasesIn(mail('two', 'one one'), rules))).toEqual([
    { is: 'x', why: "'one' in the text: Phrases row 2" },
  ]);
});
