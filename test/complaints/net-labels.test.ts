// Label changes that wait together: what is sent in the end is what the last decision wanted.
import fc from 'fast-check';
import { netLabels } from '../../src/complaints/net-labels.ts';
import type { Labelling, Outgoing } from '../../src/complaints/plan.ts';

const label = (
  id: string,
  ids: readonly string[],
  add: readonly string[],
  remove: readonly string[] = [],
): Outgoing => ({
  id,
  at: 1,
  notBefore: 1,
  ticket: null,
  effect: { do: 'label', ids, add, remove },
});

const notice: Outgoing = {
  id: 'n',
  at: 1,
  notBefore: 1,
  ticket: 'T-1',
  effect: {
    do: 'notice',
    to: 'a@x.example',
    kind: 'assigned',
    line: '',
    reason: '',
    due: null,
    threadId: null,
  },
};

const labellings = (all: readonly Outgoing[]): readonly Labelling[] =>
  all.flatMap(({ effect }) => (effect.do === 'label' ? [effect] : []));

/** The labels of each mail after all changes, one after the other. */
function applied(all: readonly Outgoing[]): Record<string, readonly string[]> {
  const mails = new Map<string, Set<string>>();
  for (const { ids, add, remove } of labellings(all))
    for (const id of ids) {
      const labels = mails.get(id) ?? new Set();
      for (const path of add) labels.add(path);
      for (const path of remove) labels.delete(path);
      mails.set(id, labels);
    }
  return Object.fromEntries([...mails].map(([id, labels]) => [id, [...labels].sort()]));
}

test('moved to Billing and back again within a minute, a mail is sent one change that leaves it in Tech', () => {
  const there = label('1', ['m1'], ['Billing'], ['Tech']);
  const back = label('2', ['m1'], ['Tech'], ['Billing']);
  expect(labellings(netLabels([there], [back]))).toEqual([
    { do: 'label', ids: ['m1'], add: ['Tech'], remove: ['Billing'] },
  ]);
});

test('changes that share no mail, and notices, stay as they are', () => {
  const waiting = [label('1', ['m1'], ['Billing']), notice];
  const fresh = [label('2', ['m2'], ['Tech'])];
  expect(netLabels(waiting, fresh)).toEqual([...waiting, ...fresh]);
});

test('mails that end alike go in one change', () => {
  const waiting = [label('1', ['m1', 'm2'], ['Tier 1'])];
  const fresh = [label('2', ['m1', 'm2'], ['Tier 2'], ['Tier 1'])];
  expect(labellings(netLabels(waiting, fresh))).toEqual([
    { do: 'label', ids: ['m1', 'm2'], add: ['Tier 2'], remove: ['Tier 1'] },
  ]);
});

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const change = fc
  .tuple(some(['m1', 'm2', 'm3']), some(['A', 'B', 'C', 'D']), fc.nat(4))
  .map(([ids, paths, cut]) => label(`${ids}${paths}${cut}`, ids, paths.slice(0, cut), paths.slice(cut)));

test('in whatever order the sums are sent, each mail ends with the labels of the changes in their order', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 4 }),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (waiting, fresh) => {
        // As the outbox is built: each decision is summed with what waits.
        const net = fresh.reduce<readonly Outgoing[]>(
          (all, one) => netLabels(all, [one]),
          waiting.reduce<readonly Outgoing[]>((all, one) => netLabels(all, [one]), []),
        );
        expect(applied(net)).toEqual(applied([...waiting, ...fresh]));
        expect(applied([...net].reverse())).toEqual(applied(net));
      },
    ),
  );
});
