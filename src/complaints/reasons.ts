// The wording that reasons share: places in the workbook and lists of words.
import type { Place } from './rules.ts';

/** "Categories row 7", "Categories rows 5 and 7"; each row once, in order. */
export function placed(places: readonly Place[]): string {
  const tabs = new Map<string, Set<number>>();
  for (const { tab, row } of places) tabs.set(tab, (tabs.get(tab) ?? new Set()).add(row));
  return inWords(
    [...tabs].map(([tab, rows]) => {
      const sorted = [...rows].sort((a, b) => a - b).map(String);
      return `${tab} row${sorted.length > 1 ? 's' : ''} ${inWords(sorted)}`;
    }),
  );
}

/** "a", "a and b", "a, b and c". */
export function inWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
