// How learning stands after a tick, for Health; and the wish to learn anew before the night where that is needed.
import type { DeskState } from '../rules/desk/desk-state.ts';
import type { Taught } from './learned.ts';
import type { Memo } from './memo.ts';
import { askEarly } from './night-shift.ts';
import type { Book } from './workbook.ts';

/** As the chore is named. */
export const learnChore = 'Learn from corrections';

export function learningNow(taught: Taught | null, { state }: Book, memo: Memo): Pick<DeskState, 'learning'> {
  const before = state?.learning;
  const isGone = taught?.about === null && (before?.examples ?? 0) > 0;
  const isWanted = isGone || (taught?.isStale ?? before?.damaged ?? false);
  const isAsked = isWanted && askEarly(memo.night, learnChore, Date.now());
  if (taught?.damaged) return { learning: { examples: 0, at: 0, damaged: true } };
  if (taught?.about) return { learning: { ...taught.about, damaged: false } };
  // Asked for once more, in case a night's work was in the way of the first time.
  return taught || !before || (before.damaged && isAsked) ? {} : { learning: before };
}
