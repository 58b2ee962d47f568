// What the Reports tab holds for the desk itself: how far the journal is counted, and what the counts are so far.

import { type Ledger, noLedger } from '../complaints/figures/ledger.ts';
import { type PackedMatters, packMatters, unpackMatters } from '../complaints/figures/matter.ts';
import { monthOf, type Period, weekOf } from '../complaints/figures/period.ts';
import { isLive } from '../complaints/ticket.ts';
import type { Instant } from '../complaints/time.ts';
import { zoneNamed } from '../complaints/zone.ts';
import { cut } from '../rules/desk/desk-state.ts';
import type { Report } from '../rules/desk/report-rows.ts';
import { reportLooks, reportRequests } from '../rules/desk/report-sheet.ts';
import { overwrite } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { lettersOf } from '../rules/letters.ts';
import { padded } from './decided.ts';
import type { Night } from './night.ts';
import { cells, update } from './workbook.ts';

/** What is written down between two slices. */
export interface Counted {
  readonly ledger: Ledger;
  /** The last row of the journal that is counted (1 is the header), and its key: rows may have been taken away since. */
  readonly row: number;
  readonly key: string;
  /** Rows up to this instant are passed over, after rows were taken away; 0: none. */
  readonly since: Instant;
  /** The instant of the last event that was counted. */
  readonly last: Instant;
  readonly past: Report['past'];
  readonly words: Report['words'];
  /** Weeks whose words were looked at. */
  readonly read: readonly Period[];
  /** Cells that the state fills in the tab; 0: the tab was never written. */
  readonly cells: number;
}

type Kept = Omit<Counted, 'ledger' | 'cells'> & {
  readonly ledger: Omit<Ledger, 'matters'>;
  readonly matters: PackedMatters;
};

const nothing: Counted = {
  ledger: noLedger,
  row: 1,
  key: '',
  since: 0,
  last: 0,
  past: {},
  words: [],
  read: [],
  cells: 0,
};

const { name, header, sheetId } = deskTabs.reports;
const stateAt = header.indexOf('state');

/** Damaged, it is counted anew from the journal's first row. */
export function readCounted(workbook: string): Counted {
  const letter = lettersOf(stateAt);
  const parts = cells(workbook, `${name}!${letter}2:${letter}`).map(([part]) => String(part ?? ''));
  try {
    const { ledger, matters, ...kept } = JSON.parse(parts.join('')) as Kept;
    return { ...kept, ledger: { ...ledger, matters: unpackMatters(matters) }, cells: parts.length };
  } catch {
    return { ...nothing, cells: parts.length };
  }
}

/** One write: the figures people see, and how far they go. */
export function writeCounted({ memo, book, rules, now }: Night, counted: Counted): void {
  const { cells: filled, ledger, ...rest } = counted;
  const { matters, ...open } = ledger;
  const kept: Kept = { ...rest, ledger: open, matters: packMatters(matters.values()) };
  const parts = cut(kept).map((part) => [part]);
  const load = new Map<string, number>();
  for (const { ticket } of book.tickets)
    if (isLive(ticket) && ticket.owner !== null) load.set(ticket.owner, (load.get(ticket.owner) ?? 0) + 1);
  update(memo.workbook, [
    ...(filled === 0 ? reportLooks() : []),
    ...reportRequests({
      now: periodsAt(now, rules.settings.timeZone),
      tallies: ledger.tallies,
      past: rest.past,
      words: rest.words,
      load,
    }),
    // Longer than it was, because another count may have written more meanwhile.
    overwrite(sheetId, { row: 1, column: stateAt }, padded(parts, filled + 2, 1)),
  ]);
}

/** This week, last week, this month, last month. */
export function periodsAt(now: Instant, timeZone: string): readonly Period[] {
  const zone = zoneNamed(timeZone);
  if (!zone) return [];
  const [year = 0, month = 1] = monthOf(zone, now).split('-').map(Number);
  const before = new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
  return [weekOf(zone, now), weekOf(zone, now, 1), monthOf(zone, now), before];
}
