// Words that escalations share: useful to the lead, and silent about every single customer.
import { expect, test } from '@jest/globals';
import { type ReadAgain, sharedWords } from '../../src/complaints/figures/shared-words.ts';
import { mail } from './story.ts';

const said = (words: string, from: string, escalated: boolean, name = ''): ReadAgain => ({
  mail: mail({ subject: 'Order', words, from: { name, address: from } }),
  escalated,
});

const others = Array.from({ length: 30 }, (_, n) =>
  said('When does it arrive?', `o${n}@other${n}.example`, false),
);
const shared = (escalated: readonly ReadAgain[], names: readonly string[] = []): readonly string[] =>
  sharedWords([...escalated, ...others], names).map(({ word }) => word);

test('a word of four of five escalated tickets is named, with how many say it among how many', () => {
  const escalated = [0, 1, 2, 3].map((n) => said('I want a refund', `a${n}@firm${n}.example`, true));
  const all = [...escalated, said('Where is it', 'x@last.example', true), ...others];
  const found = sharedWords(all, []).find(({ word }) => word === 'refund');
  expect(found).toEqual({ word: 'refund', escalated: 4, ofEscalated: 5, others: 0, ofOthers: 30 });
});

test('what two customers say is not named, however often they say it', () => {
  const twice = [0, 1, 2, 3, 4, 5].map((n) =>
    said('the zeppelin is late', `a${n}@firm${n % 2}.example`, true),
  );
  expect(shared(twice)).not.toContain('zeppelin');
  const third = [...twice, said('the zeppelin is late', 'a@third.example', true)];
  expect(shared(third)).toContain('zeppelin');
});

test('people of one company are one customer, people at a mail provider are several', () => {
  const company = [0, 1, 2, 3].map((n) => said('my zeppelin', `a${n}@firm.example`, true));
  expect(shared(company)).not.toContain('zeppelin');
  const provider = [0, 1, 2, 3].map((n) => said('my zeppelin', `a${n}@gmail.com`, true));
  expect(shared(provider)).toContain('zeppelin');
});

test('no name, no part of an address and no number is named', () => {
  const mails = [0, 1, 2, 3].map((n) =>
    said(
      'Anna Berglund promised zeppelin 4711, write to jane.roe@acme.example or see https://zeppelins.example/x',
      `b${n}@firm${n}.example`,
      true,
      n === 0 ? 'Mr Promised' : '',
    ),
  );
  const words = shared(mails, ['Anna Berglund']);
  expect(words).toContain('zeppelin');
  for (const secret of ['anna', 'berglund', 'promised', '4711', 'jane', 'roe', 'acme', 'zeppelins', 'https'])
    expect(words).not.toContain(secret);
});
