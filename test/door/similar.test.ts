// Solutions that are offered: of what began in much the same words first, then of the same category.
import { saidIn } from '../../src/complaints/incident/hearing.ts';
import { similarTo } from '../../src/door/desk/similar.ts';
import { arrives, mail, starterRules, story, ticket } from '../complaints/story.ts';

const row = (id: string, category: string, words: string | null, solution: string): readonly string[] => [
  category,
  `Problem of ${id}`,
  solution,
  id,
  '2026-03-01T00:00:00.000Z',
  words === null ? '' : saidIn({ subject: '', words }),
];

const quality = 'Product and service quality > Defect';
const knowledge = [
  row('FL-90', quality, 'The dimmer hums loudly as soon as I turn it below half.', 'Sent a filter'),
  row('FL-91', quality, 'A screw was missing in the box.', 'Sent a screw'),
  row('FL-92', 'Billing and payments', 'My dimmer hums when it is turned below half. Why?', 'Explained it'),
  row('FL-93', quality, null, 'Repaired it'),
  row('FL-94', 'Shipping and delivery', 'Where is my parcel?', 'It came'),
];

const opened = (words: string) => {
  const told = story();
  arrives(told, '2026-03-24T08:00:00Z', mail({ subject: 'Broken lamp', words, text: words }));
  return { ...ticket(told), category: 'Product and service quality', subcategory: 'Defect' };
};

test('what began in much the same words comes first, whatever its category, and says so', () => {
  const found = similarTo(opened('The dimmer hums loudly below half.'), knowledge, starterRules);
  expect(found.map((one) => [one.ticket, one.alike])).toEqual([
    ['FL-90', true],
    ['FL-92', true],
    ['FL-93', false],
  ]);
});

test('where nothing is alike the newest of the same category are offered', () => {
  const found = similarTo(opened('Is there a parking place for my trailer?'), knowledge, starterRules);
  expect(found.map((one) => [one.ticket, one.alike])).toEqual([
    ['FL-93', false],
    ['FL-91', false],
    ['FL-90', false],
  ]);
});

test('a ticket of earlier days, of which nothing is kept, gets those of its category', () => {
  const { said: _, ...old } = opened('The dimmer hums loudly below half.');
  expect(similarTo(old, knowledge, starterRules).map((one) => one.ticket)).toEqual([
    'FL-93',
    'FL-91',
    'FL-90',
  ]);
});

test('a damaged row is left out of the likeness and offered by its category all the same', () => {
  const damaged = knowledge.map((one) => (one[3] === 'FL-90' ? [...one.slice(0, 5), '§§'] : one));
  const found = similarTo(opened('The dimmer hums loudly below half.'), damaged, starterRules);
  expect(found[0]).toMatchObject({ ticket: 'FL-92', alike: true });
});
