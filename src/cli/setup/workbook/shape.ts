// All requests that turn the workbook, as it is, into the workbook as it should be; none when nothing is missing.
import type { Workbook } from '../../../rules/sheet.ts';
import { shownTables } from '../../../rules/shown-tables.ts';
import type { Requests } from '../google.ts';
import { colourRequests } from './colours.ts';
import { dashboardRequests } from './dashboard.ts';
import { deskTabRequests } from './desk-tabs.ts';
import { nameRequests } from './names.ts';
import { ruleTabRequests } from './rules-tabs.ts';
import { type SeenBook, tabIn } from './seen.ts';

/** Of new rules tabs, in the order of the workbook. */
export const firstRuleTab = 7101;

export interface Wanted {
  readonly starter: Workbook;
  /** The desk's account: the only one that writes into the desk's tabs. */
  readonly account: string;
}

/** Tabs are made before anything points to them: all of it is one atomic batchUpdate. */
export function shapeRequests(book: SeenBook, { starter, account }: Wanted): Requests {
  const rules = shownTables.flatMap((table, index) =>
    ruleTabRequests(book, { table, sheetId: firstRuleTab + index, starter: starter[table.tab] ?? [] }),
  );
  const all = [
    ...rules,
    ...deskTabRequests(book, account),
    ...nameRequests(book, (tab) => sheetIdOf(book, tab)),
    ...colourRequests(book),
    ...dashboardRequests(book),
  ];
  return [...all.filter(({ addSheet }) => addSheet), ...all.filter(({ addSheet }) => !addSheet)];
}

const sheetIdOf = (book: SeenBook, tab: string): number =>
  tabIn(book, tab)?.sheetId ?? firstRuleTab + shownTables.findIndex((table) => table.tab === tab);

/** `addSheet 17, updateCells 25 ...` */
export function countedKinds(requests: Requests): string {
  const counts = new Map<string, number>();
  for (const request of requests)
    for (const kind of Object.keys(request)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, times]) => `${kind} ${times}`).join(', ');
}
