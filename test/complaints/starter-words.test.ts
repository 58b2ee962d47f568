import { keywordParts } from '../../src/complaints/keywords.ts';
import { starterCategories, starterPhrases } from '../../src/rules/starter/words.ts';

const paths = starterCategories.map(({ name, subcategory }) => `${name} > ${subcategory}`);

test('the starter has the four categories, the subcategories of billing, and Other', () => {
  expect(new Set(starterCategories.map(({ name }) => name))).toEqual(
    new Set([
      'Product and service quality',
      'Billing and payments',
      'Technical problems',
      'Shipping and delivery',
      'Other',
    ]),
  );
  for (const sub of ['Disputes', 'Payment schedule', 'Troubleshooting'])
    expect(paths).toContain(`Billing and payments > ${sub}`);
});

test('no category stands there twice, and each with subcategories has a row of its own', () => {
  expect(new Set(paths).size).toBe(paths.length);
  for (const { name } of starterCategories) expect(paths).toContain(`${name} > null`);
});

test('every category but Other has keywords, and all say what must be known before a handover', () => {
  for (const { name, subcategory, keywords, required } of starterCategories) {
    expect([name, subcategory, required.length > 0, keywords.length > 10]).toEqual([
      name,
      subcategory,
      true,
      name !== 'Other',
    ]);
  }
});

test('every keyword and phrase has a word to look for and stands once in its row', () => {
  const rows = [
    ...starterCategories.map(({ keywords }) => keywords),
    ...starterPhrases.map(({ phrases }) => phrases),
  ];
  for (const words of rows) {
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(keywordParts(word).length).toBeGreaterThan(0);
  }
});

test('every row fits into cells of a sheet', () => {
  for (const { keywords } of starterCategories) expect(keywords.join(', ').length).toBeLessThan(50_000);
});

test('every phrase row has an effect', () => {
  for (const { severityAtLeast, tierAtLeast, flag, mood } of starterPhrases) {
    expect([severityAtLeast, tierAtLeast, flag, mood].some((effect) => effect !== null)).toBe(true);
  }
});
