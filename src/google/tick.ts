// The tick: see, decide, carry out. Late, twice or cut short, the next one ends in the same state.
import type { Instant } from '../complaints/time.ts';
import { type Answer, ask, isFailure } from './answers.ts';
import { happened, historyAsk } from './history.ts';
import { knockAsk, knockIn } from './knock.ts';
import { type Memo, recall } from './memo.ts';
import { ownMove, ownNotice } from './own-move.ts';

export function tick(): void {
  try {
    const memo = recall();
    if (memo === null) throw new Error('Tierline is not installed: run install first');
    const now = Date.now();
    const [first = null, door] = isDue(memo, now)
      ? []
      : ask([historyAsk(memo.cursor), knockAsk(memo.workbook)]);
    const knock = knockIn(door, memo.knock);
    if (first !== null && knock === memo.knock && isQuiet(first, memo)) return;
    if (LockService.getScriptLock().tryLock(1_000)) goToWork({ ...memo, knock }, first, now);
  } catch (error) {
    if (!isFailure(error) || !error.retry) throw error;
    console.warn(`${error.message}. The next tick goes on from the same place.`);
  }
}

/** What only a busy tick needs is evaluated only then: an Apps Script execution begins by evaluating the whole script. */
const goToWork: typeof import('./work-tick.ts').work = (...args) =>
  (require('./work-tick.ts') as typeof import('./work-tick.ts')).work(...args);

const isDue = (memo: Memo, now: Instant): boolean =>
  now >= memo.wake || memo.edited !== memo.rulesOf || memo.cursor === '';

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
