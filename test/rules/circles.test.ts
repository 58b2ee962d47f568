import fc from 'fast-check';
import { cutCircles } from '../../src/rules/circles.ts';

const people = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `p${n}`);

/** Everybody reached from each start, one start after the other, with what was cut so far: slow and plain. */
function cutSlowly(order: readonly string[], next: (person: string) => string | null): ReadonlySet<string> {
  const cut = new Set<string>();
  for (const start of order) {
    const path: string[] = [];
    for (let at: string | null = start; at !== null; at = cut.has(at) ? null : next(at)) {
      if (path.includes(at)) {
        const circle = path.slice(path.indexOf(at));
        cut.add(order.filter((one) => circle.includes(one)).at(-1) ?? '');
        break;
      }
      path.push(at);
    }
  }
  return cut;
}

test('circles of covers are cut where somebody who follows each chain to its end would cut them', () => {
  const links = fc.array(fc.option(fc.nat(9)), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(links, (to) => {
      const next = (person: string): string | null => {
        const at = to[Number(person.slice(1))];
        return at == null ? null : `p${at}`;
      };
      expect(cutCircles(people(10), next)).toEqual(cutSlowly(people(10), next));
    }),
  );
});

test('with 5,000 people in one chain each is asked once who covers', () => {
  let asked = 0;
  const next = (person: string): string | null => {
    asked += 1;
    const at = Number(person.slice(1)) + 1;
    return at < 5_000 ? `p${at}` : null;
  };
  expect(cutCircles(people(5_000), next).size).toBe(0);
  expect(asked).toBeLessThanOrEqual(10_000);
});
