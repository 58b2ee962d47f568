// Rows that say the same thing twice: the first counts.
import type { Place, Problem } from '../complaints/rules.ts';
import { folded } from './cell.ts';

export interface Sifted<T> {
  readonly rows: readonly T[];
  readonly problems: readonly Problem[];
}

/** `keyOf` names what may be there once; `column` is where the problem is shown. */
export function firstOfEach<T extends { readonly place: Place }>(
  rows: readonly T[],
  column: string,
  keyOf: (row: T) => string,
): Sifted<T> {
  const seen = new Map<string, T>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const key = folded(keyOf(row));
    const other = seen.get(key);
    if (other === undefined) seen.set(key, row);
    else problems.push(again(row.place, other.place, { column, text: keyOf(row) }));
  }
  return { rows: [...seen.values()], problems };
}

function again(here: Place, there: Place, { column, text }: { column: string; text: string }): Problem {
  const advice = 'Join the two rows or delete one. Until then this row is left out.';
  return { tab: here.tab, row: here.row, column, what: `'${text}' is in row ${there.row} already.`, advice };
}
