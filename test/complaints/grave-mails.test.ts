import { severities } from '../../src/complaints/rules.ts';
import { understand } from '../../src/complaints/understand.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { furtherGrave, grave, harmless } from './fixtures/grave-mails.ts';
import { mail } from './fixtures/rules-of-words.ts';

const { rules } = readRules(starterDefault, null);
const rank = (text: string): number =>
  severities.indexOf(understand(mail('', text), { customerTier: 'standard' }, rules).severity.is);
const high = severities.indexOf('high');

describe.each(Object.entries(grave))('%s never starts below high', (_, byLanguage) => {
  test.each(Object.entries(byLanguage))('in %s', (_, texts) => {
    expect(texts.filter((text) => rank(text) < high)).toEqual([]);
  });
});

test('what else people write of such matters never starts below high', () => {
  expect(furtherGrave.filter((text) => rank(text) < high)).toEqual([]);
});

test.each(Object.entries(harmless))('what only sounds grave in %s does not start at high', (_, texts) => {
  expect(texts.filter((text) => rank(text) >= high)).toEqual([]);
});
