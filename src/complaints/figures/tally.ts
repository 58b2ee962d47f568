// What is counted of a period: names with numbers, so that two halves add up to the whole.
import type { Ticket } from '../ticket.ts';

/** `resolved`, `late|firstResponse|person|anna@example.com`, `minutes|resolution|125` ... by how many. */
export type Tally = Readonly<Record<string, number>>;

/** One thing counted: `name` by `by`. */
export type Count = readonly [name: string, by: number];

export function added(tally: Tally, counts: readonly Count[]): Tally {
  const sums: Record<string, number> = { ...tally };
  add(sums, counts);
  return sums;
}

/** In place, for long stretches of the journal. */
export function add(sums: Record<string, number>, counts: readonly Count[]): void {
  for (const [name, by] of counts) {
    const sum = (sums[name] ?? 0) + by;
    if (sum === 0) delete sums[name];
    else sums[name] = sum;
  }
}

export const sides = ['category', 'tier', 'person'] as const;
export type Side = (typeof sides)[number];

/** `name` itself, and `name` by the ticket's category, tier and owner. */
export const bySide = (name: string, { category, tier, owner }: Ticket, by: number): readonly Count[] => [
  [name, by],
  [`${name}|category|${category || 'no category'}`, by],
  [`${name}|tier|${tier}`, by],
  [`${name}|person|${owner ?? 'nobody'}`, by],
];
