// Commands of the tab Control: a ticked box is obeyed once, and answered in its row.
import type { Instant } from '../complaints/time.ts';
import { type Asked, askedIn, boxRange, optionsRange } from '../rules/desk/control.ts';
import { overwrite, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { timestamp } from '../rules/desk/timestamp.ts';
import { ask, isFailure } from './answers.ts';
import { carryOutCommand } from './commands.ts';
import { cellsAsk } from './knock.ts';
import { type CommandUnderWay, noCommand, recall, rememberCommand } from './memo.ts';
import { bringTabsBack } from './tabs-back.ts';
import { cellsIn, cellsAsk as textsAsk, update } from './workbook.ts';

/** What the edit trigger tells. */
export interface EditEvent {
  readonly value?: unknown;
  readonly user?: { getEmail(): string };
}

export interface Answered {
  readonly answer: string;
  /** Written together with the answer, all of it or nothing. */
  readonly requests?: readonly SheetRequest[];
  readonly timeZone?: string;
}

/** An execution ends after six minutes: a command that is gone longer will not come back. */
const lease = 7 * 60_000;
const mostLost = 3;
const mostAtOnce = 5;
/** A tick mostly needs three seconds. */
const patience = 20_000;

/** What is ticked, from above. `by`: who did it, where Google says so. */
export function obey(by: string): void {
  for (let done = 0; done < mostAtOnce; done++) if (!obeyOne(by)) return;
}

/** Under the script lock but for what takes minutes: that is claimed, and others leave it alone meanwhile. */
function obeyOne(by: string): boolean {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(patience)) return false;
  try {
    const memo = recall();
    if (memo === null || Date.now() < memo.asked.until) return false;
    const [asked] = askedAt(memo.workbook);
    if (!asked) return false;
    const { lost } = memo.asked;
    if (lost >= mostLost) {
      answer(
        memo.workbook,
        asked,
        { answer: 'Given up: it was begun three times and never ended.' },
        Date.now(),
      );
      return true;
    }
    const isLong = asked.command === 'What would change' || asked.command === 'Reports now';
    const until = isLong ? Date.now() + lease : 0;
    rememberCommand({ until, lost: lost + 1 });
    if (isLong) lock.releaseLock();
    const answered = attempt(() => withTabs(memo.workbook, () => carryOutCommand(memo, asked, by)));
    // An erasure took the claim away: what was found may name who is forgotten, and is looked for again.
    if (isLong && !(lock.tryLock(patience) && recall()?.asked.until === until)) return false;
    answer(memo.workbook, asked, answered, Date.now());
    return true;
  } finally {
    lock.releaseLock();
  }
}

/** Tries again where a tab that was gone or renamed is back. */
function withTabs<T>(workbook: string, does: () => T): T {
  try {
    return does();
  } catch (error) {
    if (!isFailure(error) || error.status !== 400 || !bringTabsBack(workbook)) throw error;
    return does();
  }
}

/** Words of an error may quote a mail: they go nowhere. */
function attempt(does: () => Answered): Answered {
  try {
    return does();
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown error';
    console.warn(`A command of Control failed (${kind}).`);
    return { answer: `It failed (${kind}), and nothing was changed. Tick the box to try again.` };
  }
}

function askedAt(workbook: string): readonly Asked[] {
  const [boxes = [], options] = ask([cellsAsk(workbook, boxRange), textsAsk(workbook, optionsRange)]).map(
    (found) => cellsIn(found, 'Reading Control'),
  );
  return askedIn(boxes, options);
}

/** The answer and all that the command writes in one call; the box is empty again after it. */
function answer(workbook: string, asked: Asked, answered: Answered, now: Instant): void {
  const { sheetId } = deskTabs.control;
  // While a long command ran, rows may have moved.
  const row = askedAt(workbook).find(({ command }) => command === asked.command)?.row ?? asked.row;
  const when = timestamp(now, answered.timeZone ?? 'UTC');
  const requests = [
    ...(answered.requests ?? []),
    {
      updateCells: {
        start: { sheetId, rowIndex: row, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { boolValue: false } }] }],
        fields: 'userEnteredValue',
      },
    },
    overwrite(sheetId, { row, column: 3 }, [[when, answered.answer]]),
  ];
  withTabs(workbook, () => update(workbook, requests));
  rememberCommand(noCommand satisfies CommandUnderWay);
}
