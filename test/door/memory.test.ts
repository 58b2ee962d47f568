// What the door remembers of actions: long enough that nothing acts twice, no longer.
import fc from 'fast-check';
import type { LastAction } from '../../src/complaints/undo.ts';
import {
  type Acted,
  type DoorMemory,
  noDoorMemory,
  repeated,
  undoableBy,
  undoFor,
  withAction,
} from '../../src/door/desk/memory.ts';
import { clockAllowance } from '../../src/door/envelope.ts';

const minute = 60_000;
const now = Date.parse('2026-03-27T15:30:00Z');

const acted = (nonce: string, at: number, actor = 'anna', ticket = 'T-1'): Acted => ({
  nonce,
  at,
  actor,
  ticket,
  words: '',
  many: null,
});

const last = (actor: string, at: number, ticket = 'T-1'): LastAction => ({
  ticket,
  actor,
  at,
  action: 'take',
  version: 1,
  restore: {},
  told: [],
});

test('a request that is still young enough for the door is always remembered, whatever came in between', () => {
  const offset = fc.integer({ min: -clockAllowance, max: clockAllowance });
  fc.assert(
    fc.property(
      offset,
      fc.nat(3 * clockAllowance),
      fc.array(fc.nat(3 * clockAllowance)),
      (ahead, wait, others) => {
        const made = now + ahead;
        const again = now + wait;
        fc.pre(again - made <= clockAllowance);
        const between = others.map((one) => now + Math.min(one, wait)).sort((a, b) => a - b);
        const memory = between.reduce<DoorMemory>(
          (known, at, index) => withAction(known, acted(`other-${index}`, at, `p${index}`), null),
          withAction(noDoorMemory, acted('mine', now), null),
        );
        expect(repeated(memory, 'mine', 'anna')?.nonce).toBe('mine');
        expect(repeated(memory, 'mine', 'ida')).toBeNull();
      },
    ),
  );
});

test('a day of actions leaves only those of the last minutes', () => {
  let memory = noDoorMemory;
  for (let turn = 0; turn < 1_000; turn++) {
    const at = now + turn * minute;
    memory = withAction(memory, acted(`n${turn}`, at, `p${turn % 50}`), last(`p${turn % 50}`, at));
  }
  expect(memory.acted.length).toBeLessThanOrEqual(12);
  expect(memory.undoable.length).toBeLessThanOrEqual(11);
});

test('only the last action of a person can be undone, for ten minutes, on the ticket it was done on', () => {
  const first = withAction(noDoorMemory, acted('1', now, 'anna', 'T-1'), last('anna', now, 'T-1'));
  expect(undoableBy(first, 'anna', 'T-1', now + undoFor)).not.toBeNull();
  expect(undoableBy(first, 'anna', 'T-1', now + undoFor + 1)).toBeNull();
  expect(undoableBy(first, 'ida', 'T-1', now)).toBeNull();
  const second = withAction(first, acted('2', now, 'anna', 'T-2'), last('anna', now, 'T-2'));
  expect(undoableBy(second, 'anna', 'T-1', now)).toBeNull();
  expect(undoableBy(second, 'anna', 'T-2', now)).not.toBeNull();
});

test('what was undone cannot be undone again', () => {
  const taken = withAction(noDoorMemory, acted('1', now), last('anna', now));
  const undone = withAction(taken, acted('2', now), null);
  expect(undoableBy(undone, 'anna', 'T-1', now)).toBeNull();
});
