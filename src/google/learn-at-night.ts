// Night chore: what people told by day becomes part of what is learned, and the model is made anew of all of it.
import { byHeart } from '../complaints/learning/by-heart.ts';
import type { Example } from '../complaints/learning/example.ts';
import { afterFeedback, type Remembered } from '../complaints/learning/feedback.ts';
import { learning } from '../complaints/learning/learn.ts';
import type { Model } from '../complaints/learning/model.ts';
import { pack } from '../complaints/learning/pack.ts';
import { examplesOf, mostExamples, retained, stillKnown } from '../complaints/learning/retained.ts';
import { suggestionsFor } from '../complaints/learning/suggestions.ts';
import type { Instant } from '../complaints/time.ts';
import {
  type LearningRow,
  type Lessons,
  lessonsIn,
  rememberedOf,
  rememberedRow,
} from '../rules/desk/learning-rows.ts';
import { append, dropRows, overwrite, type SheetRequest } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { askOne } from './answers.ts';
import { padded } from './decided.ts';
import { leaveToErasure } from './erase.ts';
import {
  type About,
  mostRecent,
  recentFor,
  rowsIn,
  type StoredModel,
  storedModel,
  wordsOf,
} from './learned.ts';
import { learnChore } from './learning-now.ts';
import type { Chore, Night } from './night.ts';
import { rangesAsk, update } from './workbook.ts';

const tabs = deskTabs;
const keysRange = `${tabs.learning.name}!A2:A`;
const modelRange = `${tabs.model.name}!A2:B`;
const lessonsRange = `${tabs.lessons.name}!A2:D`;

/** Characters of one answer. Google advises 2 MB. */
const mostAnswered = 1_500_000;
const firstRows = 150;
/** What packing and writing take, in milliseconds. */
const toWrite = 15_000;
const fewestExamples = 500;
const suggestionRows = 50;
const patience = 10_000;

/**
 * One slice does all of it: a lesson cannot be stopped and gone on with. Where the time is too short for all examples,
 * the next slice learns from half of them.
 */
export const learnAtNight: Chore = {
  name: learnChore,
  work: (night, left) => {
    const most = left === null ? mostExamples : Number(left);
    const found = lookedThrough(night);
    const after = afterToday(found, night.now);
    const examples = stillKnown(examplesOf(after.kept, most), night.rules);
    const isFewer = examples.length < (found.stored.about?.examples ?? 0);
    const made = isFewer || isDue(found, after, night) ? modelOf(examples, night) : 'same';
    if (made === 'too long') {
      if (examples.length <= fewestExamples) throw new Error('Too slow to learn');
      return String(Math.floor(examples.length / 2));
    }
    const about: About = { words: wordsOf(night.rules), at: night.now, examples: examples.length };
    return writtenLocked(night, found, after, made === 'same' ? [] : modelRequests(found.stored, made, about))
      ? null
      : String(most);
  },
};

interface Found {
  readonly keys: readonly string[];
  readonly rows: readonly LearningRow[];
  readonly stored: StoredModel;
  readonly lessonRows: readonly LearningRow[];
  readonly lessons: Lessons;
}

function lookedThrough({ memo: { workbook } }: Night): Found {
  const [keys = [], cells = [], lessonRows = []] = rowsIn(
    askOne(rangesAsk(workbook, [keysRange, modelRange, lessonsRange])),
  );
  const rows: LearningRow[] = [];
  for (let size = firstRows; rows.length < keys.length; ) {
    const from = rows.length + 2;
    const to = Math.min(from + size - 1, keys.length + 1);
    const range = `${tabs.learning.name}!A${from}:D${to}`;
    const [read = []] = rowsIn(askOne(rangesAsk(workbook, [range])));
    // Rows that somebody emptied are rows all the same: Google leaves the last of them out.
    for (let at = 0; at <= to - from; at++) rows.push(read[at] ?? []);
    const length = read.reduce((sum, row) => sum + row.join('').length, 0);
    size = Math.max(50, Math.floor((mostAnswered * read.length) / Math.max(1, length)));
  }
  return {
    keys: keys.map(([key = '']) => key),
    rows,
    stored: storedModel(cells),
    lessonRows,
    lessons: lessonsIn(lessonRows),
  };
}

interface After {
  /** Everything that stays remembered in Learning. */
  readonly kept: readonly Remembered[];
  readonly requests: readonly SheetRequest[];
  /** Rows of Lessons (0 is its first) that are no longer needed there. */
  readonly done: readonly number[];
  /** All that is remembered, today's untold mails too. */
  readonly all: readonly Remembered[];
  readonly isNew: boolean;
}

function afterToday({ rows, lessons, lessonRows }: Found, now: Instant): After {
  const before = new Map<string, Remembered>();
  const placeOf = new Map<string, number>();
  rows.forEach((row, at) => {
    const remembered = rememberedOf(row);
    if (!remembered) return;
    before.set(remembered.example.key, remembered);
    placeOf.set(remembered.example.key, at);
  });
  const staying = recentRows(lessonRows, now);
  const today = new Map<string, Remembered>();
  const waiting: Remembered[] = [];
  lessons.mails.forEach((row, ticket) => {
    const own = before.get(ticket) ?? rememberedOf(row);
    if (!own) return;
    const told = lessons.told.get(ticket);
    if (told) today.set(ticket, { ...own, example: afterFeedback(own.example, told) });
    else if (before.has(ticket)) return;
    else if (staying.has(ticket)) waiting.push(own);
    else today.set(ticket, own);
  });
  lessons.told.forEach((told, ticket) => {
    const own = before.get(ticket);
    if (own && !today.has(ticket)) today.set(ticket, { ...own, example: afterFeedback(own.example, told) });
  });
  const all = [...new Map([...before, ...today]).values()];
  const kept = retained(all, now);
  const keeps = new Set(kept.map(({ example }) => example.key));
  const gone = rows.flatMap(([key = ''], at) => (placeOf.get(key) === at && keeps.has(key) ? [] : [at + 1]));
  const { sheetId } = tabs.learning;
  const changed = [...today.values()].filter(({ example: { key } }) => keeps.has(key));
  return {
    kept,
    all: [...all, ...waiting],
    isNew: lessons.told.size > 0 || gone.length > 0,
    requests: [
      ...changed.flatMap((one) => {
        const at = placeOf.get(one.example.key);
        return at === undefined ? [] : [overwrite(sheetId, { row: at + 1, column: 0 }, [rememberedRow(one)])];
      }),
      ...append(sheetId, changed.filter(({ example }) => !placeOf.has(example.key)).map(rememberedRow)),
      ...dropRows(sheetId, gone),
    ],
    done: lessonRows.flatMap(([ticket = '', is], at) =>
      is === 'mail' && staying.has(ticket) && lessons.mails.get(ticket) === lessonRows[at] ? [] : [at],
    ),
  };
}

/** Tickets whose mails stay in Lessons, where every tick sees them. */
function recentRows(rows: readonly LearningRow[], now: Instant): ReadonlySet<string> {
  const mails = rows.filter(([, is]) => is === 'mail').slice(-mostRecent);
  return new Set(
    mails.flatMap((row) => {
      const example = rememberedOf(row)?.example;
      return example && now - example.at <= recentFor ? [example.key] : [];
    }),
  );
}

/** Nothing told, nothing forgotten, the same words and a sound model: it would come out the same. */
function isDue({ stored }: Found, { isNew, kept }: After, { rules }: Night): boolean {
  const isSound = stored.model !== null && stored.about?.words === wordsOf(rules);
  const hasExamples = kept.some(({ example }) => example.trust > 0);
  return isNew || (!isSound && (hasExamples || stored.rows > 0));
}

/** Without examples there is none to keep: the admin's words are learned in no time. */
function modelOf(examples: readonly Example[], { rules, until }: Night): Model | null | 'too long' {
  if (examples.length === 0) return null;
  const lesson = learning(examples, rules);
  for (;;) {
    const { done, value } = lesson.next();
    if (done) return byHeart(value, examples);
    if (Date.now() > until - toWrite) return 'too long';
  }
}

function modelRequests({ rows }: StoredModel, made: Model | null, about: About): readonly SheetRequest[] {
  const cells = (made === null ? [] : pack(made)).map((cell, at) => [
    cell,
    at === 0 ? JSON.stringify(about) : '',
  ]);
  return [overwrite(tabs.model.sheetId, { row: 1, column: 0 }, padded(cells, Math.max(1, rows), 2))];
}

/** False where somebody changed what was read meanwhile: then it is done again. What came since is left alone. */
function writtenLocked(
  { memo: { workbook }, rules }: Night,
  found: Found,
  after: After,
  model: readonly SheetRequest[],
): boolean {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(patience)) return false;
  leaveToErasure();
  const [keys = [], lessonRows = []] = rowsIn(askOne(rangesAsk(workbook, [keysRange, lessonsRange])));
  const isSame =
    keys.length === found.keys.length &&
    keys.every(([key = ''], at) => key === found.keys[at]) &&
    found.lessonRows.every((row, at) => row.join('|') === lessonRows[at]?.join('|'));
  if (isSame) {
    const rows = suggestionsFor(after.all, rules)
      .slice(0, suggestionRows)
      .map(({ row, keyword, corrected, of, to, proposal }) => [
        row,
        keyword,
        `${corrected} of ${of} times`,
        to,
        proposal,
      ]);
    update(workbook, [
      ...after.requests,
      ...dropRows(
        tabs.lessons.sheetId,
        after.done.map((at) => at + 1),
      ),
      ...model,
      overwrite(tabs.suggestions.sheetId, { row: 1, column: 0 }, padded(rows, suggestionRows, 5)),
    ]);
  }
  lock.releaseLock();
  return isSame;
}
