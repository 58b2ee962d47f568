// Pauses put in order: stretches in which time does not count.
import type { Interval } from './hours.ts';
import type { Instant, Span } from './time.ts';

/**
 * Sorted and apart, the open-ended one ending at Infinity. Pauses may overlap, touch, come in any order;
 * those that end before they begin are nothing.
 */
export function orderPauses(pauses: readonly Span[]): readonly Interval[] {
  if (pauses.length === 0) return none;
  const spans = pauses.map(({ from, to }): Interval => [from, to ?? Number.POSITIVE_INFINITY]);
  const result: Interval[] = [];
  for (const next of spans.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
    const last = result[result.length - 1];
    if (last && next[0] <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], next[1])];
    else result.push(next);
  }
  return result;
}

const none: readonly Interval[] = [];

/** The pause an instant lies in. */
export function pauseAt(pauses: readonly Interval[], at: Instant): Interval | null {
  return pauses.find(([from, to]) => from <= at && at < to) ?? null;
}
