// The night's chore that counts what the journal says since the last time, and writes the Reports tab.

import { entered, finished } from '../complaints/figures/ledger.ts';
import { isWeek } from '../complaints/figures/period.ts';
import { figureCells } from '../rules/desk/report-figures.ts';
import { eventOf } from '../rules/desk/rows.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { lettersOf } from '../rules/letters.ts';
import { askOne } from './answers.ts';
import type { Chore, Night } from './night.ts';
import { type Counted, readCounted, writeCounted } from './report-book.ts';
import { cellsAsk, cellsIn } from './workbook.ts';

/** About a megabyte: Google advises two a request at most. */
const block = 2_000;

export const reports: Chore = { name: 'Reports', work: (night) => (countAll(night) ? null : 'more') };

/** Now and not at night, as far as a minute goes; a longer journal is finished at night. */
export const reportNow = ({ memo, book, rules, now }: Omit<Night, 'until'>): string =>
  countAll({ memo, book, rules, now, until: now + 60_000 })
    ? 'The tab Reports is up to date.'
    : 'There is more to count than a minute allows: the night goes on with it.';

/** True: to the end of the journal. A slice that dies before its write is simply done again. */
function countAll(night: Night): boolean {
  let counted = readCounted(night.memo.workbook);
  let isDone = false;
  while (!isDone && Date.now() < night.until) {
    const rows = rowsFrom(night.memo.workbook, counted.row);
    if (counted.row > 1 && rows[0]?.[keyAt] !== counted.key) {
      const row = rowOf(night.memo.workbook, counted);
      counted = row === null ? { ...counted, row: 1, since: counted.last } : { ...counted, row };
      continue;
    }
    isDone = rows.length <= block;
    counted = count(counted, rows.slice(1), night);
  }
  writeCounted(night, counted);
  return isDone;
}

const keyAt = deskTabs.journal.header.indexOf('Key');
const keyColumn = lettersOf(keyAt);
const keysAtOnce = 20_000;

/** Where the last row that was counted stands now that rows above it are gone; null: it is gone too. */
function rowOf(workbook: string, { row, key }: Counted): number | null {
  for (let end = row; end > 1; end -= keysAtOnce) {
    const from = Math.max(2, end - keysAtOnce);
    const at = values(workbook, `${keyColumn}${from}:${keyColumn}${end}`).findIndex(([one]) => one === key);
    if (at >= 0) return from + at;
  }
  return null;
}

/** The last row that was counted, and a block of those after it. */
const rowsFrom = (workbook: string, row: number): Rows => values(workbook, `A${row}:G${row + block}`);

type Rows = readonly (readonly unknown[])[];

/** Of the journal; none beyond the end of the tab. */
function values(workbook: string, range: string): Rows {
  const answer = askOne(cellsAsk(workbook, `${deskTabs.journal.name}!${range}`));
  if (answer.status === 400 && !range.startsWith('A1:')) return [];
  return cellsIn(answer, 'Reading the journal');
}

function count(counted: Counted, rows: Rows, { rules, now }: Night): Counted {
  if (rows.length === 0) return counted;
  const events = rows.flatMap((row) => eventOf(row) ?? []).filter(({ at }) => at > counted.since);
  const last = Math.max(counted.last, ...events.map(({ at }) => at));
  const { ledger, past } = finished(entered(counted.ledger, events, rules), last);
  const cells = Object.entries(past).map(([period, tally]) => [period, figureCells(tally)]);
  const all = Object.entries<readonly (number | null)[]>({
    ...counted.past,
    ...Object.fromEntries(cells),
  }).sort();
  return {
    ...counted,
    ledger,
    last: Math.min(last, now),
    row: counted.row + rows.length,
    key: String(rows.at(-1)?.[keyAt] ?? ''),
    past: Object.fromEntries([
      ...all.filter(([period]) => isWeek(period)).slice(-mostWeeks),
      ...all.filter(([period]) => !isWeek(period)).slice(-mostMonths),
    ]),
  };
}

const mostWeeks = 60;
const mostMonths = 24;
