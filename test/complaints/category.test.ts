import { byRules } from '../../src/complaints/category.ts';
import type { CategoryGuess } from '../../src/complaints/understanding.ts';
import { category, mail, rulesOf, starterRules } from './fixtures/rules-of-words.ts';

const names = (guesses: readonly CategoryGuess[]) =>
  guesses.map(({ category, subcategory }) =>
    subcategory === null ? category : `${category} > ${subcategory}`,
  );

const rules = rulesOf({
  categories: [
    category(2, 'Billing', { keywords: ['invoice', 'payment'] }),
    category(3, 'Billing', { subcategory: 'Disputes', keywords: ['chargeback', 'refund', 'charged twice'] }),
    category(4, 'Billing', { subcategory: 'Schedule', keywords: ['instalment', 'payment plan'] }),
    category(5, 'Technical', { keywords: ['login', 'error', 'password'] }),
    category(6, 'Shipping', { keywords: ['parcel', 'delivery', 'refund'] }),
  ],
});

test('one keyword decides where it is the only one, and the reason names word, place and row', () => {
  const [best] = byRules(mail('Hello', 'There is a Chargeback on my card'), rules);
  expect(best).toMatchObject({ category: 'Billing', subcategory: 'Disputes', certain: false });
  expect(best.why).toBe("Billing > Disputes, because 'Chargeback' in the text: Categories row 3");
});

test('the reason quotes subject and text, the weightiest words first', () => {
  const [best] = byRules(mail('Charged\n twice', 'My invoice shows it, please refund'), rules);
  expect(best.why).toBe(
    "Billing > Disputes, because 'Charged twice' in the subject, 'invoice' and 'refund' in the text: Categories rows 2 and 3",
  );
});

test('without any keyword the fallback category is taken, and says so', () => {
  const guesses = byRules(mail('Hello', 'How are you?'), rules);
  expect(guesses).toHaveLength(1);
  expect(guesses[0]).toMatchObject({ category: 'Other', subcategory: null, score: 0 });
  expect(guesses[0].why).toBe('Other, because no keyword of any category was found');
});

test('a subcategory inherits the evidence of its category: category first, then subcategory', () => {
  const guesses = byRules(
    mail('', 'The invoice and the payment are odd, I want an instalment. My password?'),
    rules,
  );
  expect(names(guesses)).toEqual(['Billing > Schedule', 'Billing', 'Technical']);
});

test('a category without evidence for any subcategory stays without one', () => {
  expect(names(byRules(mail('', 'my invoice'), rules))).toEqual(['Billing']);
});

test('the subject weighs more than the text', () => {
  expect(byRules(mail('Login', 'about my invoice'), rules)[0].category).toBe('Technical');
  expect(byRules(mail('Invoice', 'I saw it after login'), rules)[0].category).toBe('Billing');
});

test('several different keywords weigh more than one that is repeated', () => {
  expect(byRules(mail('', 'parcel parcel parcel parcel parcel parcel, login error'), rules)[0].category).toBe(
    'Technical',
  );
});

test('a keyword that several categories share tells less than one of its own', () => {
  expect(byRules(mail('', 'refund for the delivery'), rules)[0].category).toBe('Shipping');
  expect(byRules(mail('', 'refund of the invoice'), rules)[0].category).toBe('Billing');
});

test('a keyword of several words counts once, not again for each of its words', () => {
  const plain = rulesOf({
    categories: [
      category(2, 'A', { keywords: ['payment plan', 'payment'] }),
      category(3, 'B', { keywords: ['login', 'error'] }),
    ],
  });
  const [a, b] = byRules(mail('', 'payment plan; login error'), plain);
  expect(a.score).toBe(b?.score);
});

test('a category with many keywords has no advantage over one with few', () => {
  const many = Array.from({ length: 200 }, (_, at) => `manyword${String.fromCharCode(97 + (at % 26))}${at}`);
  const uneven = rulesOf({
    categories: [
      category(2, 'Many', { keywords: ['lamp', ...many] }),
      category(3, 'Few', { keywords: ['chair'] }),
    ],
  });
  expect(byRules(mail('', 'lamp chair'), uneven)[0].category).toBe('Few');
});

describe('equals', () => {
  const two = (first: number, second: number) =>
    rulesOf({
      categories: [
        category(2, 'A', { keywords: ['lamp'], priority: first }),
        category(3, 'B', { keywords: ['chair'], priority: second }),
      ],
    });

  test('are ordered by priority', () => {
    expect(names(byRules(mail('', 'lamp chair'), two(0, 1)))).toEqual(['B', 'A']);
  });

  test('of the same priority are ordered by row', () => {
    expect(names(byRules(mail('', 'chair lamp'), two(1, 1)))).toEqual(['A', 'B']);
  });
});

describe('what decides alone', () => {
  const deciding = rulesOf({
    categories: [
      category(2, 'Billing', { keywords: ['invoice', 'payment', 'refund'] }),
      category(3, 'Legal', { always: ['subpoena'], priority: 1 }),
      category(4, 'Partner', { senders: ['partner.example'], priority: 5 }),
      category(5, 'Monitoring', { subjects: ['[alert]*'] }),
      category(6, 'Late rule', { subjects: ['[alert]*'] }),
    ],
  });

  test('an always keyword beats any number of others', () => {
    const [best, next] = byRules(
      mail('Invoice payment refund', 'invoice payment refund. Subpoena attached'),
      deciding,
    );
    expect(best).toMatchObject({ category: 'Legal', certain: true });
    expect(best.why).toBe("Legal, because 'Subpoena' in the text decides alone: Categories row 3");
    expect(next?.category).toBe('Billing');
  });

  test('a sender pattern decides, its higher priority before an always keyword', () => {
    const guesses = byRules(mail('Subpoena', '', 'a@mail.partner.example'), deciding);
    expect(names(guesses)).toEqual(['Partner', 'Legal']);
    expect(guesses[0].why).toBe(
      "Partner, because the sender a@mail.partner.example matches 'partner.example': Categories row 4",
    );
  });

  test('a subject pattern decides, the upper row where two match', () => {
    const guesses = byRules(mail('[Alert] disk full', 'the invoice'), deciding);
    expect(names(guesses)).toEqual(['Monitoring', 'Late rule', 'Billing']);
    expect(guesses[0].why).toBe(
      "Monitoring, because the subject '[Alert] disk full' matches '[alert]*': Categories row 5",
    );
  });
});

test('the same mail and sheet give the same answer', () => {
  const given = mail('Refund', 'The parcel never arrived, I want my money back, the app shows an error');
  expect(byRules(given, starterRules)).toEqual(
    byRules({ ...given }, { ...starterRules, categories: [...starterRules.categories] }),
  );
});
