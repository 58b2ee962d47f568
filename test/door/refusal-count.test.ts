// Counting refusals without letting anybody spend the desk's quota.
import {
  countOne,
  noRefusals,
  type RefusalCount,
  readCount,
  refusalRows,
  totalOf,
} from '../../src/door/refusal-count.ts';

const now = Date.parse('2026-03-27T15:30:00Z');
const minute = 60_000;

const after = (times: number, spacing: number): { count: RefusalCount; writes: number } => {
  let count = noRefusals;
  let writes = 0;
  for (let turn = 0; turn < times; turn++) {
    const next = countOne(count, 'unsigned', now + turn * spacing);
    if (next) {
      count = next;
      writes += 1;
    }
  }
  return { count, writes };
};

test('each of the first two hundred of a day is counted', () => {
  expect(totalOf(after(200, 10).count)).toBe(200);
});

test('ten thousand in ten minutes cost about two hundred and ten writes', () => {
  expect(after(10_000, 60).writes).toBeLessThanOrEqual(211);
});

test('the next day begins at nought', () => {
  const { count } = after(200, 1);
  const tomorrow = countOne(count, 'late', now + 24 * 60 * minute);
  expect(tomorrow?.counts).toEqual({ late: 1 });
});

test('Health says how many and of what kind, and nothing on a quiet day', () => {
  const two = countOne(countOne(noRefusals, 'late', now) ?? noRefusals, 'unsigned', now) ?? noRefusals;
  expect(refusalRows(two, now)[0]?.[1]).toBe('2 (1 late, 1 unsigned)');
  expect(refusalRows(two, now + 24 * 60 * minute)).toEqual([]);
  expect(refusalRows(readCount('not json'), now)).toEqual([]);
});
