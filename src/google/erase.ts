// Erasing a customer: every tab of the desk, a window of rows at a time, with a receipt. Their mails in Gmail stay.
import { hashOf } from '../complaints/reading/hash.ts';
import type { Instant } from '../complaints/time.ts';
import { append } from '../rules/desk/sheet-requests.ts';
import { type DeskTab, deskTabs } from '../rules/desk/tabs.ts';
import { ask, askOne } from './answers.ts';
import { doorBookAsk, readDoorBook } from './door-book.ts';
import { type Changed, type Erasure, forgetArchived, forgetLive, forgetRows, ticketsOf } from './forget.ts';
import { mac } from './mac.ts';
import type { Chore } from './night.ts';
import { properties } from './properties.ts';
import { type Row, walk } from './row-windows.ts';
import { bringTabsBack } from './tabs-back.ts';
import { cells, cellsAsk, update } from './workbook.ts';

const property = 'ERASURE';

const underWay = (): string | null => properties().getProperty(property);

/** Under the script lock. @throws Error where rows must stay in their places because an erasure goes through them. */
export function leaveToErasure(): void {
  if (underWay()) throw new Error('An erasure is under way');
}

const { tickets, archive, model, receipts, state } = deskTabs;
const apart: readonly DeskTab[] = [tickets, archive, state, model, deskTabs.versions, receipts];
/** After tickets and archive: by them the rows of these tabs are known. */
const order: readonly DeskTab[] = Object.values(deskTabs).filter((tab) => !apart.includes(tab));

/**
 * The receipt in words, or null where time ran out: the same call, or the next night, goes on. Killed anywhere, it is
 * begun again where it was and finds less to do.
 */
export function erase(workbook: string, address: string, by: string, until: Instant): string | null {
  const pending = JSON.parse(underWay() ?? 'null') as Erasure | null;
  const wanted = address.trim().toLowerCase();
  if (pending && pending.address !== wanted && goOn(workbook, pending, until) === null) return null;
  return goOn(workbook, pending?.address === wanted ? pending : begun(workbook, wanted, by), until);
}

/** What was begun and not ended. */
export const erasures: Chore = {
  name: 'Erase who asked for it',
  work: ({ memo, until }) => {
    const text = underWay();
    return text && goOn(memo.workbook, JSON.parse(text) as Erasure, until) === null ? 'more' : null;
  },
};

function begun(workbook: string, address: string, by: string): Erasure {
  const hash = mac(address, workbook).map((byte) => (byte & 0xff).toString(16).padStart(2, '0'));
  const as = `erased-${hash.slice(0, 8).join('')}`;
  return { address, by, at: Date.now(), as, step: -1, from: 1, counts: {}, threads: [] };
}

/**
 * The archive goes first, then Tickets at one blow: whoever brings an old ticket back meanwhile brings back an erased
 * one, or one that is erased with the others. What the customer writes after that is a new customer's.
 */
function goOn(workbook: string, erasure: Erasure, until: Instant): string | null {
  const isLeft = (
    tab: DeskTab,
    size: number,
    change: (rows: readonly Row[], at: number) => Changed,
  ): boolean =>
    walk({ workbook, tab, size, from: erasure.from, until }, (rows, at) => {
      save(Object.assign(erasure, { from: at }));
      return change(rows, at);
    }) !== null;
  if (erasure.step < 0) {
    save(erasure);
    // A tab that somebody renamed would be taken for an empty one.
    bringTabsBack(workbook);
    const known = readDoorBook(askOne(doorBookAsk(workbook, {})), workbook, {});
    const ids = cells(workbook, `${archive.name}!A2:A`).flat();
    if (
      !known ||
      isLeft(archive, 300, (rows, at) =>
        forgetArchived(rows, at, { workbook, erasure, ids, rules: known.rules }),
      ) ||
      !forgetLive(workbook, erasure)
    )
      return null;
    save(Object.assign(erasure, { step: 0, from: 1 }));
  }
  const theirs = ticketsOf(workbook, erasure.as);
  for (; erasure.step < order.length; Object.assign(erasure, { step: erasure.step + 1, from: 1 })) {
    const tab = order[erasure.step] as DeskTab;
    if (isLeft(tab, 2_000, (rows, at) => forgetRows(tab, rows, at, { workbook, erasure, theirs })))
      return null;
  }
  return receipt(workbook, erasure, [...theirs]);
}

const save = (erasure: Erasure): void => void properties().setProperty(property, JSON.stringify(erasure));

/** Counts and threads, and no word of the customer: a hash stands for who it was. */
function receipt(workbook: string, erasure: Erasure, found: readonly string[]): string {
  const { as, at, by, counts, threads } = erasure;
  const id = `E-${hashOf(as, String(at)).slice(0, 8)}`;
  const store = properties();
  const left = Object.entries(store.getProperties()).filter(
    ([name, value]) => name !== property && value.toLowerCase().includes(erasure.address),
  ).length;
  const what = Object.entries(counts)
    .map(([tab, rows]) => `${tab} ${rows}`)
    .join(', ');
  const yours = stillNaming(workbook, erasure.address);
  const removed = `${found.length} tickets; rows changed or removed: ${what || 'none'}; script properties: ${left}${yours && `; still named by you in ${yours}`}`;
  const gmail = `${threads.join(' ') || 'none'}; drafts and notices that name ${found.join(' ') || 'none'}`;
  if (!cells(workbook, `${receipts.name}!A2:A`).flat().includes(id))
    update(workbook, append(receipts.sheetId, [[id, new Date(at).toISOString(), by, as, removed, gmail]]));
  store.deleteProperty(property);
  return `${id}: ${as}. ${removed}. Not touched in Gmail, delete them there: threads ${gmail}`;
}

/** Where people or old versions of the rules name the address: theirs to remove. */
function stillNaming(workbook: string, address: string): string {
  const names = ['Customers', 'Categories', 'Phrases', deskTabs.versions.name];
  const answers = ask(names.map((name) => cellsAsk(workbook, name)));
  return names.filter((_, at) => answers[at]?.text.toLowerCase().includes(address)).join(', ');
}
