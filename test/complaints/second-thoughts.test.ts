import type { Lesson } from '../../src/complaints/learning/layer.ts';
import { bestOf, scoresOf } from '../../src/complaints/learning/layer.ts';
import {
  advised,
  type Counsel,
  counsel,
  withCounsel,
} from '../../src/complaints/learning/second-thoughts.ts';

const names = ['Flights', 'Luggage', 'Seats'];
const nothing = { ids: new Int32Array(0), values: new Float32Array(0) };

/** Mails about luggage speak of flights as well: both score, and flights a little more. Mails about flights alone do not. */
const guessesAt = (flights: number, luggage: number, seats: number) => [
  ...Array.from({ length: flights }, (_, at) => ({ answer: 0, scores: [0.5 + (at % 5) / 10, -0.9, -0.8] })),
  ...Array.from({ length: luggage }, (_, at) => ({ answer: 1, scores: [0.3, 0.1 - (at % 5) / 20, -0.9] })),
  ...Array.from({ length: seats }, (_, at) => ({ answer: 2, scores: [-0.8, -0.9, (at % 5) / 10] })),
];

function learned(told: ReturnType<typeof guessesAt>, cost = 0.4): Counsel {
  const lessons = told.map(({ answer }): Lesson => ({ vector: nothing, answer, cost }));
  const steps = counsel(
    told.map(({ scores }) => scores),
    lessons,
    names.length,
  );
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const guess = (scores: readonly number[], shares: Counsel) => names[bestOf(advised(scores, shares))];

describe('where one category is often taken for another', () => {
  const shares = learned(guessesAt(200, 120, 100));

  test('what both scores say together puts it right', () => {
    expect(names[bestOf([0.3, 0])]).toBe('Flights');
    expect(guess([0.3, 0, -0.9], shares)).toBe('Luggage');
  });

  test('what was right stays right', () => {
    expect(guess([0.6, -0.9, -0.8], shares)).toBe('Flights');
    expect(guess([-0.8, -0.9, 0.2], shares)).toBe('Seats');
  });

  test('a model with second thoughts gives the same scores at once, and so the words that decided', () => {
    const layer = {
      names,
      weights: [Float32Array.of(0.3, 1, 0), Float32Array.of(0, -0.5, 2), Float32Array.of(-0.9, 0, 0.25)],
    };
    const vector = { ids: Int32Array.of(0, 2), values: Float32Array.of(1, 0.5) };
    const expected = advised(scoresOf(layer, vector), shares);
    scoresOf(withCounsel(layer, shares), vector).forEach((score, at) => {
      expect(score).toBeCloseTo(expected[at] ?? Number.NaN, 5);
    });
  });
});

test('a hundred examples a category or fewer leave every score as it is', () => {
  expect(advised([0.5, 0.25, -1], learned(guessesAt(100, 100, 100)))).toEqual([0.5, 0.25, -1]);
});

test('examples that are not believed change nothing', () => {
  expect(advised([0.5, 0.25, -1], learned(guessesAt(200, 120, 100), 0))).toEqual([0.5, 0.25, -1]);
});
