// How often the door refused today, and when counting stops costing a write.
import type { DoorRefusal } from './envelope.ts';

export interface RefusalCount {
  /** UTC. */
  readonly day: string;
  readonly counts: Readonly<Partial<Record<DoorRefusal, number>>>;
  readonly writtenAt: number;
}

/** So many a day are counted one by one; beyond it one a minute, so that nobody can spend the desk's quota. */
const countedEach = 200;
const minute = 60_000;

export const noRefusals: RefusalCount = { day: '', counts: {}, writtenAt: 0 };

export const totalOf = ({ counts }: RefusalCount): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

/** The count with one more; null where this one is not worth a write. */
export function countOne(before: RefusalCount, refused: DoorRefusal, now: number): RefusalCount | null {
  const day = new Date(now).toISOString().slice(0, 10);
  const today = before.day === day ? before : { ...noRefusals, day };
  if (totalOf(today) >= countedEach && now - today.writtenAt < minute) return null;
  return { day, counts: { ...today.counts, [refused]: (today.counts[refused] ?? 0) + 1 }, writtenAt: now };
}

export function readCount(text: string): RefusalCount {
  try {
    return text ? { ...noRefusals, ...(JSON.parse(text) as Partial<RefusalCount>) } : noRefusals;
  } catch {
    return noRefusals;
  }
}

/** What the row is called in Health. */
export const refusalLabel = 'Requests refused at the door today';

/** A row for Health; none where nothing was refused today. */
export function refusalRows(
  count: RefusalCount,
  now: number,
): readonly (readonly [string, string, string])[] {
  const total = totalOf(count);
  if (total === 0 || count.day !== new Date(now).toISOString().slice(0, 10)) return [];
  const kinds = Object.entries(count.counts).map(([kind, times]) => `${times} ${kind}`);
  const value = `${total > countedEach ? 'over ' : ''}${Math.min(total, countedEach)} (${kinds.join(', ')})`;
  return [[refusalLabel, value, 'Many unsigned ones: change DOOR_SECRET in both projects']];
}
