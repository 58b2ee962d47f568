// How values spread: half of them lie below the median, nine of ten below the 90th percentile.

/** The value below which that share of all lies (nearest rank); null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  return nearestRank(
    values.map((value) => [value, 1]),
    share,
  );
}

/** The same of values that come so many times each. */
export function nearestRank(
  counts: readonly (readonly [value: number, times: number])[],
  share: number,
): number | null {
  const sorted = [...counts].sort((a, b) => a[0] - b[0]);
  const all = sorted.reduce((sum, [, times]) => sum + times, 0);
  let left = Math.max(1, Math.ceil(share * all));
  for (const [value, times] of sorted) {
    left -= times;
    if (left <= 0) return value;
  }
  return null;
}

/** Whole minutes with three digits (1,234 is 1,230), so that few values tell many tickets. */
export function minutesOf(seconds: number): number {
  const minutes = Math.round(seconds / 60);
  return Number(minutes.toPrecision(3));
}
