// Where a problem is shown in the workbook, and what the note of that cell says.
import type { Problem } from '../complaints/rules.ts';
import { cellText, folded } from './cell.ts';
import { type Sheet, tabOf, type Workbook } from './sheet.ts';

/** A cell; 0 is the first row and column. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Null where there is no such tab, or the row is the desk's own. */
export function spotOf({ tab, row, column }: Problem, workbook: Workbook): Spot | null {
  const sheet = tabOf(workbook, tab);
  if (!sheet || row === 0) return null;
  const head = Math.max(
    0,
    sheet.findIndex((cells) => cells.some((cell) => cellText(cell) !== '')),
  );
  const titles = (sheet[head] ?? []).map((cell) => folded(cellText(cell)));
  const wanted = column === null ? null : folded(column);
  const at = row === null ? (settingRow(sheet, titles, wanted) ?? head) : row - 1;
  const named = wanted === null ? -1 : at === head ? titles.lastIndexOf(wanted) : titles.indexOf(wanted);
  const value = row === null && at !== head ? titles.indexOf('value') : named;
  const filled = (sheet[at] ?? []).findIndex((cell) => cellText(cell) !== '');
  return { row: at, column: Math.max(0, value >= 0 ? value : filled) };
}

/** What is wrong with a setting is told with its name in place of a column. */
function settingRow(sheet: Sheet, titles: readonly string[], wanted: string | null): number | null {
  const names = titles.indexOf('setting');
  if (names < 0 || wanted === null || titles.includes(wanted)) return null;
  const at = sheet.findIndex((cells) => folded(cellText(cells[names])) === wanted);
  return at < 0 ? null : at;
}

export interface Mark extends Spot {
  readonly problems: readonly Problem[];
}

/** Every cell at which something is wrong, by tab name in lower case. */
export function marksIn(
  problems: readonly Problem[],
  workbook: Workbook,
): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Map<string, Mark>>();
  for (const problem of problems) {
    const spot = spotOf(problem, workbook);
    if (!spot) continue;
    const tab = problem.tab.toLowerCase();
    const cells = marks.get(tab) ?? new Map<string, Mark>();
    const key = `${spot.row},${spot.column}`;
    cells.set(key, { ...spot, problems: [...(cells.get(key)?.problems ?? []), problem] });
    marks.set(tab, cells);
  }
  return new Map([...marks].map(([tab, cells]) => [tab, [...cells.values()]]));
}

/** Begins the lines of a note that are the desk's; all other lines are somebody's own. */
const sign = '\u26a0 Tierline: ';

export const isMarked = (note: string): boolean => note.includes(sign);

/** The note with the desk's lines for these problems; with none it is again what somebody wrote. */
export function noteWith(note: string, problems: readonly Problem[]): string {
  const own = note.split('\n').filter((line) => !line.startsWith(sign));
  const lines = problems.map(
    ({ what, advice }) => `${sign}${`${what} ${advice}`.replace(/\s+/g, ' ').trim()}`,
  );
  const kept = note === '' || own.length === 0 ? [] : own;
  return [...kept, ...lines].join('\n').slice(0, 20_000);
}
