// What the starter's words make of everyday complaints in its four languages.
import { pathText } from '../../src/complaints/ticket.ts';
import { understand } from '../../src/complaints/understand.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault } from '../../src/rules/starter.ts';

const { rules } = readRules(starterDefault, null);

function categoryOf(words: string): string {
  const mail = {
    subject: '',
    words,
    from: { name: '', address: 'somebody@home.example' },
    attachments: [],
  };
  return pathText(understand(mail, { customerTier: 'Standard' }, rules).category.is);
}

test.each([
  'The new speaker buzzes as soon as I turn it up.',
  'Since Monday the ceiling light keeps blinking at night.',
  'The kettle stays cold, nothing gets warm.',
  'Der Bildschirm flimmert, sobald ich ihn dunkler stelle.',
  'Das Netzteil brummt sehr laut.',
  'Der Ventilator geht nachts von selbst an.',
  'De koelkast zoemt de hele dag.',
  'Het display flikkert en knippert.',
  'De koffiemolen is stuk.',
  'Skjermen flimrer hele tiden.',
  'Ovnen blir ikke varm.',
  'Lakken flasser av.',
])('a product that behaves oddly is a defect: %s', (words) => {
  expect(categoryOf(words)).toBe('Product and service quality > Defect');
});

test.each([
  'I would like to cancel my subscription at the end of the month.',
  'Ich m\u00f6chte mein Abo k\u00fcndigen.',
  'Ik wil mijn abonnement opzeggen.',
  'Jeg vil si opp abonnementet mitt.',
])('ending a subscription is about the payment schedule: %s', (words) => {
  expect(categoryOf(words)).toBe('Billing and payments > Payment schedule');
});

test.each([
  'How do I pair the remote control?',
  'Wo finde ich die Bedienungsanleitung?',
  'Is er een handleiding in het Nederlands?',
  'Finnes det en bruksanvisning p\u00e5 norsk?',
])('a question about using the product is technical: %s', (words) => {
  expect(categoryOf(words)).toBe('Technical problems');
});

test.each(['Would you give something to our school fair?', 'Lunch on Thursday?'])(
  'what fits nothing stays in Other for a person: %s',
  (words) => {
    expect(categoryOf(words)).toBe('Other');
  },
);
