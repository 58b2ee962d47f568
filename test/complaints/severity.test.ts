import { phrasesIn } from '../../src/complaints/phrases.ts';
import { severityOf } from '../../src/complaints/severity.ts';
import { category, mail, phrase, rulesOf } from './fixtures/rules-of-words.ts';

const rules = rulesOf({
  categories: [
    category(2, 'Billing', { severity: 'medium' }),
    category(3, 'Billing', { subcategory: 'Disputes', severity: 'high' }),
    category(4, 'Billing', { subcategory: 'Receipts' }),
    category(5, 'Other', { severity: 'low' }),
    category(6, 'Praise'),
  ],
  phrases: [
    phrase(2, ['lawyer'], { severityAtLeast: 'high' }),
    phrase(3, ['on fire'], { severityAtLeast: 'critical' }),
    phrase(4, ['urgent', 'dringend', 'haster'], { severityAtLeast: 'high' }),
    phrase(5, ['small thing'], { severityAtLeast: 'low' }),
  ],
});

function severity(
  words: string,
  category = 'Other',
  { subcategory = null as string | null, tier = 'standard' } = {},
) {
  const phrases = phrasesIn(mail('', words), rules);
  return severityOf({ category: { category, subcategory }, phrases, customerTier: tier }, rules);
}

test('it starts where the category starts', () => {
  expect(severity('', 'Other')).toEqual({
    is: 'low',
    why: 'low, because Other starts there: Categories row 5',
  });
});

test('a subcategory may start elsewhere than its category, and inherits where it says nothing', () => {
  expect(severity('', 'Billing', { subcategory: 'Disputes' }).is).toBe('high');
  expect(severity('', 'Billing', { subcategory: 'Receipts' })).toEqual({
    is: 'medium',
    why: 'medium, because Billing starts there: Categories row 2',
  });
});

test('a category without a severity takes the default of Settings', () => {
  expect(severity('', 'Praise')).toEqual({ is: 'medium', why: 'medium, the default in Settings' });
});

test('a phrase raises and says with which words', () => {
  expect(severity('My LAWYERS will write')).toEqual({
    is: 'high',
    why: "high, because 'LAWYERS' in the text: Phrases row 2",
  });
});

test('a phrase never lowers', () => {
  expect(severity('a small thing', 'Billing').is).toBe('medium');
});

test('the highest of several phrases counts', () => {
  expect(severity('My lawyer says it is on fire').is).toBe('critical');
});

describe('customer tier', () => {
  test('the most valuable one raises medium to high', () => {
    expect(severity('', 'Billing', { tier: 'key account' })).toEqual({
      is: 'high',
      why: 'medium, because Billing starts there: Categories row 2; raised to high for customer tier key account',
    });
  });

  test('it leaves a trifle a trifle and raises nothing above high', () => {
    expect(severity('', 'Other', { tier: 'key account' }).is).toBe('low');
    expect(severity('my lawyer', 'Other', { tier: 'key account' }).is).toBe('high');
  });

  test('other tiers raise nothing', () => {
    expect(severity('', 'Billing', { tier: 'business' }).is).toBe('medium');
    expect(severity('', 'Billing', { tier: '' }).is).toBe('medium');
  });
});
