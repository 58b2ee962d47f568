// A conflict: rows that are sound one by one and do not fit together. The desk goes on; an admin should know.
import type { Place, Problem } from '../../complaints/rules.ts';

/** `warning`: tickets suffer from it. `hint`: perhaps it is meant so. */
export function conflict(
  level: NonNullable<Problem['level']>,
  at: { readonly tab: string; readonly row: number | null },
  column: string | null,
  [what, advice]: readonly [what: string, advice: string],
): Problem {
  return { tab: at.tab, row: at.row, column, what, advice, level };
}

export const rowsText = (places: readonly Place[]): string => {
  const rows = [...new Set(places.map(({ row }) => row))].sort((a, b) => a - b).slice(0, 4);
  return rows.length === 1 ? `row ${rows[0]}` : `rows ${rows.slice(0, -1).join(', ')} and ${rows.at(-1)}`;
};
