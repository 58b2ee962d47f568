// The tick: see, decide, carry out. Late, twice or cut short, the next one ends in the same state.
import type { Instant } from '../complaints/time.ts';
import { type Answer, ask, isFailure } from './answers.ts';
import { happened, historyAsk } from './history.ts';
import { isAsked, isGone, knockAsks, knockIn } from './knock.ts';
import { heartbeat, type Memo, recall } from './memo.ts';
import { ownMove, ownNotice } from './own-move.ts';
import { safeWords } from './safe-words.ts';
import { isTiring, noteTrouble } from './trouble.ts';

export function tick(): void {
  let memo: Memo | null = null;
  const now = Date.now();
  try {
    memo = recall();
    if (memo === null) throw new Error('Tierline is not installed: run install first');
    if (isTiring(memo.trouble, now)) return;
    const [first = null, door, boxes] = isDue(memo, now)
      ? []
      : ask([historyAsk(memo.cursor), ...knockAsks(memo.workbook)]);
    const knock = knockIn(door, memo.knock);
    const quiet = first !== null && knock === memo.knock && isQuiet(first, memo);
    if (!quiet) workLocked({ ...memo, knock }, first, now);
    if (isGone(door) || isGone(boxes)) bringTabsBack(memo.workbook);
    if (isAsked(boxes) && now >= memo.asked.until) obey('');
    if (now >= memo.night.at && Date.now() - now < timeForNight) workAtNight(memo, now);
  } catch (error) {
    if (memo && isFailure(error) && error.status === 400 && bringTabsBack(memo.workbook)) {
      console.warn('Tabs of the desk were gone, renamed or too short. They are back; the next tick goes on.');
      return;
    }
    if (memo) noteTrouble(memo.trouble, error, now);
    if (!isFailure(error) || !error.retry) throw new Error(safeWords(error));
    console.warn(`${error.message}. The next tick goes on from the same place.`);
  }
}

/** A tick that took longer leaves the night's work to the next one. */
const timeForNight = 60_000;

function workLocked(memo: Memo, first: Answer | null, now: Instant): void {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(1_000)) return;
  goToWork(memo, first, now);
  lock.releaseLock();
}

/** What only a busy tick needs is evaluated only then: an Apps Script execution begins by evaluating the whole script. */
const goToWork: typeof import('./work-tick.ts').work = (...args) =>
  (require('./work-tick.ts') as typeof import('./work-tick.ts')).work(...args);

/** Somebody took away what the desk writes into. */
const bringTabsBack: typeof import('./tabs-back.ts').bringTabsBack = (...args) =>
  (require('./tabs-back.ts') as typeof import('./tabs-back.ts')).bringTabsBack(...args);

const obey: typeof import('./control.ts').obey = (...args) =>
  (require('./control.ts') as typeof import('./control.ts')).obey(...args);

const workAtNight: typeof import('./night.ts').workAtNight = (...args) =>
  (require('./night.ts') as typeof import('./night.ts')).workAtNight(...args);

/** Trouble since the last work is told at once: that work meant to rest for a heartbeat at most. */
const isDue = ({ wake, edited, rulesOf, cursor, trouble }: Memo, now: Instant): boolean =>
  now >= wake || edited !== rulesOf || cursor === '' || (trouble?.last ?? 0) > wake - heartbeat;

/** Nothing but what the desk did itself: no mail, and no label that a person moved. */
function isQuiet(first: Answer, memo: Memo): boolean {
  if (first.status === 404) return false;
  const { arrived, moves, records } = happened(first, memo.cursor);
  const ids = new Set(Object.values(memo.labels));
  const own = new Set(memo.own);
  const byPeople = moves.filter((move) => ids.has(move.label) && !own.has(ownMove(move)));
  const news = arrived.filter((id) => !own.has(ownNotice(id)));
  return news.length === 0 && byPeople.length === 0 && records < 200;
}
