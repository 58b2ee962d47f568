// See: everything a tick needs to know, in as few calls as there can be.
import type { GmailMessage } from '../complaints/mail.ts';
import type { Instant } from '../complaints/time.ts';
import type { Unread } from '../rules/desk/desk-state.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { type Answer, ask, askOne } from './answers.ts';
import { batchSize, type Fetched, messageBatches, messagesOf } from './batch.ts';
import { type Happened, happened, historyAsk, relist } from './history.ts';
import { learnedAsk } from './learned.ts';
import { rulesAgain } from './lost-state.ts';
import type { Memo } from './memo.ts';
import { mend } from './mend.ts';
import { ownNotice } from './own-move.ts';
import { ruleTabNames } from './rules-source.ts';
import { type Book, bookAsk, cells, readBook } from './workbook.ts';

/** Gmail allows 6,000 units a minute and a message costs 20: this leaves room for the rest of the tick. */
export const mostMails = 200;

export interface SeenByTick {
  readonly book: Book;
  readonly happened: Happened;
  readonly fetched: readonly { readonly unread: Unread; readonly fetched: Fetched }[];
  /** Mails for which this tick had no room. */
  readonly left: readonly Unread[];
  /** What was learned; null where no mail is to be understood. */
  readonly learned: Answer | null;
}

/** `first` is the history's answer if the tick has it already. */
export function see(memo: Memo, first: Answer | null, withRules: boolean): SeenByTick {
  const known = first === null ? null : news(happened(first, memo.cursor), memo);
  const early = known === null ? [] : known.arrived.slice(0, mostMails);
  const batches = messageBatches(early);
  const history = known === null && memo.cursor !== '' ? [historyAsk(memo.cursor)] : [];
  const answers = ask([
    bookAsk(memo.workbook, withRules ? ruleTabNames : []),
    ...history,
    ...batches,
    ...(early.length > 0 ? [learnedAsk(memo.workbook)] : []),
  ]);
  const book = whole(readBook(answers[0], memo.workbook, withRules), memo.workbook);
  const happenedNow = current(known ?? fromAnswer(answers[1], memo), memo, book);
  const got = new Map(known === null ? [] : pair(answers.slice(1, 1 + batches.length), early));
  const learned = early.length > 0 ? (answers.at(-1) ?? null) : null;
  return gather(memo, { book, happened: happenedNow, learned }, got);
}

/** What a hand did to State and Tickets is repaired before anything is decided. */
function whole(found: Book, workbook: string): Book {
  const book = found.rules ? found : withRulesAgain(found, workbook);
  if (!mend(workbook, { ...book, rules: book.rules ?? book.next }, Date.now())) return book;
  const { tickets, rowOf, state, rows } = readBook(askOne(bookAsk(workbook, [])), workbook, false);
  return { ...book, tickets, rowOf, state, rows: { ...book.rows, state: rows.state } };
}

function withRulesAgain(found: Book, workbook: string): Book {
  const book = found.ruleTabs ? found : readBook(askOne(bookAsk(workbook, ruleTabNames)), workbook, true);
  return { ...book, next: book.next ?? rulesAgain(workbook) };
}

/** Without a cursor of its own (a property was lost) the memo goes by the workbook's. */
const fromAnswer = (answer: Answer | undefined, memo: Memo): Happened =>
  answer === undefined
    ? { arrived: [], moves: [], cursor: '', expired: true, records: 0 }
    : news(happened(answer, memo.cursor), memo);

/** Without the notices that the desk sent itself. */
function news(seen: Happened, memo: Memo): Happened {
  const own = new Set(memo.own);
  return { ...seen, arrived: seen.arrived.filter((id) => !own.has(ownNotice(id))) };
}

/** The workbook's cursor is the truth: a tick that died after its write left the memo behind. */
function current(seen: Happened, memo: Memo, book: Book): Happened {
  const cursor = book.state?.cursor ?? '';
  const behind = isLater(cursor, memo.cursor);
  const expired = seen.expired && !behind;
  if (expired) return resync(book, memo.workbook);
  if (!behind) return seen;
  const again = happened(askOne(historyAsk(cursor)), cursor);
  return again.expired ? resync(book, memo.workbook) : again;
}

/** Decimal numbers too long for a double. */
const isLater = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b);

/** From a day before the last mail taken in; what stands in Mails already is left out, mail without a ticket too. */
function resync(book: Book, workbook: string): Happened {
  const since: Instant = (book.state?.lastMailAt ?? Date.now()) - 86_400_000;
  const { ids, cursor } = relist(since);
  const known = new Set(cells(workbook, `${deskTabs.mails.name}!B2:B`).map(([id]) => String(id)));
  const arrived = ids.filter((id) => !known.has(id));
  return { arrived, moves: [], cursor, expired: true, records: ids.length };
}

function gather(
  { workbook }: Memo,
  { book, happened: history, learned }: Pick<SeenByTick, 'book' | 'happened' | 'learned'>,
  got: ReadonlyMap<string, Fetched>,
): SeenByTick {
  const before = book.state?.unread ?? [];
  const queued = new Set(before.map(({ id }) => id));
  const fresh = history.arrived.filter((id) => !queued.has(id)).map((id) => ({ id, strikes: 0, reason: '' }));
  const all = [...before, ...fresh];
  const now = all.slice(0, mostMails);
  const missing = now.map(({ id }) => id).filter((id) => !got.has(id));
  const batches = messageBatches(missing);
  const wanted = learned === null && missing.length > 0 ? [learnedAsk(workbook)] : [];
  const answers = ask([...batches, ...wanted]);
  const late = new Map(pair(answers.slice(0, batches.length), missing));
  return {
    book,
    happened: history,
    fetched: now.map((unread) => ({
      unread,
      fetched: got.get(unread.id) ?? late.get(unread.id) ?? { id: unread.id, status: 0 },
    })),
    left: all.slice(mostMails),
    learned: learned ?? answers[batches.length] ?? null,
  };
}

function pair(answers: readonly Answer[], ids: readonly string[]): readonly (readonly [string, Fetched])[] {
  return answers.flatMap((answer, index) => {
    const part = ids.slice(index * batchSize, (index + 1) * batchSize);
    return messagesOf(answer, part).map((one) => [one.id, one] as const);
  });
}

export const isMessage = (fetched: Fetched): fetched is { id: string; message: GmailMessage } =>
  'message' in fetched;
