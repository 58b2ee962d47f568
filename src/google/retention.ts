// Night chore: what Settings say is kept no longer goes, a window of rows at a time.
import { aged, before, closedBefore, cutoffs } from '../rules/desk/retention.ts';
import { dropRows } from '../rules/desk/sheet-requests.ts';
import { type DeskTab, deskTabs } from '../rules/desk/tabs.ts';
import { askOne } from './answers.ts';
import { leaveToErasure } from './erase.ts';
import type { Chore, Night } from './night.ts';
import { type Row, walk } from './row-windows.ts';
import { rangesAsk, valuesOf } from './workbook.ts';

interface Stage {
  readonly tab: DeskTab;
  readonly size: number;
  readonly cutoff: number | null;
  readonly isOld: (row: Row) => boolean;
  readonly goes: (row: Row) => boolean;
}

/**
 * The archive goes first: a journal goes only as a whole, when its ticket is neither in Tickets nor in Archive any more.
 * Killed in between, the next night finds the rest.
 */
export const retention: Chore = {
  name: 'Remove what is kept no longer',
  work: (night, left) => {
    const [first = 0, from = 1] = left === null ? [] : (JSON.parse(left) as number[]);
    const all = stages(night);
    for (let index = first; index < all.length; index++) {
      const stage = all[index] as Stage;
      const goesOn = stage.cutoff === null ? null : thin(stage, night, index === first ? from : 1);
      if (goesOn !== null) return JSON.stringify([index, goesOn]);
    }
    return null;
  },
};

function stages({ rules, now, memo }: Night): readonly Stage[] {
  const { mails, tickets } = cutoffs(rules.settings, now);
  const { archive, journal, knowledge, outbox } = deskTabs;
  const always = (): boolean => true;
  let known: ReadonlySet<string> | null = null;
  const isGone = (column: number) => (row: Row) => {
    known ??= knownTickets(memo.workbook);
    return !known.has(String(row[column] ?? ''));
  };
  const byAge = (tab: DeskTab, cutoff: number | null, column: number) => ({
    tab,
    size: 5_000,
    cutoff,
    isOld: before(cutoff ?? 0, column),
  });
  const state = archive.header.indexOf('state');
  return [
    { ...byAge(deskTabs.mails, mails, 0), goes: always },
    { ...byAge(outbox, mails, outbox.header.indexOf('Decided')), goes: always },
    { tab: archive, size: 300, cutoff: tickets, isOld: closedBefore(tickets ?? 0, state), goes: always },
    { ...byAge(journal, tickets, 0), goes: isGone(journal.header.indexOf('Ticket')) },
    {
      ...byAge(knowledge, tickets, knowledge.header.indexOf('At')),
      goes: isGone(knowledge.header.indexOf('Ticket')),
    },
  ];
}

/** Rows come in the order of time: where none is old, none below is. */
function thin({ tab, size, isOld, goes }: Stage, { memo, until }: Night, from: number): number | null {
  return walk({ workbook: memo.workbook, tab, size, from, until }, (rows, at) => {
    leaveToErasure();
    const { old, going } = aged(rows, isOld, goes);
    const dropped = going.map((index) => at + index);
    return { requests: dropRows(tab.sheetId, dropped), gone: going.length, isLast: old === 0 };
  });
}

/** A ticket that comes meanwhile is too young for any of this. */
function knownTickets(workbook: string): ReadonlySet<string> {
  const ranges = [deskTabs.tickets, deskTabs.archive].map(({ name }) => `${name}!A2:A`);
  return new Set(
    valuesOf(askOne(rangesAsk(workbook, ranges)))
      .flat(2)
      .map(String),
  );
}
