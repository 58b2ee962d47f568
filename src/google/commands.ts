// What each command of Control does: what it sees, whom it asks, and its answer in words.

import type { Problem, Rules } from '../complaints/rules.ts';
import { isLive } from '../complaints/ticket.ts';
import { counted } from '../complaints/wording.ts';
import type { Asked } from '../rules/desk/control.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { type Version, versionsIn } from '../rules/desk/versions.ts';
import { problemText } from '../rules/problem.ts';
import { inWeight, problemsIn } from '../rules/problems.ts';
import { type Answer, ask } from './answers.ts';
import type { Answered } from './control.ts';
import { learnedAsk } from './learned.ts';
import { type Memo, noteRules } from './memo.ts';
import { pauseRequest } from './pausing.ts';
import { comparePilot, endPilot, publish, rollBack, startPilot } from './publishing.ts';
import { reportNow } from './reports.ts';
import { ruleTabNames, unpublished } from './rules-source.ts';
import { tryIt } from './trying.ts';
import { type Book, bookAsk, cells, readBook } from './workbook.ts';
import { whatWouldChange } from './would-change.ts';

/** What a command knows. */
export interface Desk {
  readonly memo: Memo;
  readonly book: Book;
  /** In force, or published and not yet taken by a tick. */
  readonly rules: Rules;
  /** What the tabs say now. */
  readonly edited: Rules;
  readonly problems: readonly Problem[];
  readonly versions: readonly Version[];
  /** Model and lessons as they stand; null where the command does not read mail. */
  readonly lessons: Answer | null;
  /** The cells of Try. */
  readonly trial: readonly (readonly unknown[])[];
  readonly options: string;
  readonly by: string;
  readonly now: number;
}

export function carryOutCommand(memo: Memo, asked: Asked, by: string): Answered {
  const { command } = asked;
  if (command === 'Install') return { answer: install() };
  const desk = look(memo, asked, by);
  if (!desk)
    return { answer: 'The desk has not had its first tick yet: wait a minute, then tick the box again.' };
  const answered = answerTo(command, desk);
  return { timeZone: desk.rules.settings.timeZone, ...answered };
}

function answerTo(command: Exclude<Asked['command'], 'Install'>, desk: Desk): Answered {
  switch (command) {
    case 'Check rules':
      return checkRules(desk);
    case 'Try a mail':
      return tryIt(desk);
    case 'What would change':
      return whatWouldChange(desk);
    case 'Publish':
      return publish(desk);
    case 'Roll back':
      return rollBack(desk);
    case 'Start pilot':
      return startPilot(desk);
    case 'Compare pilot':
      return comparePilot(desk);
    case 'End pilot':
      return endPilot(desk);
    case 'Pause desk':
      return pauseRequest(desk, 'yes');
    case 'Resume desk':
      return pauseRequest(desk, 'no');
    case 'Health':
      return health(desk);
    case 'Reports now':
      return { answer: reportNow(desk) };
    default:
      return command satisfies never;
  }
}

const install = (): string => (require('./install.ts') as typeof import('./install.ts')).install();

/** Null before the first tick. */
function look(memo: Memo, { command, options }: Asked, by: string): Desk | null {
  const { workbook } = memo;
  // Forty versions of a large desk's rules are more than an answer may hold.
  const last = command === 'Roll back' ? 'AD' : 'E';
  const [tabs, lessons = null] = ask([
    bookAsk(workbook, ruleTabNames),
    ...(command === 'Try a mail' || command === 'What would change' ? [learnedAsk(workbook)] : []),
  ]);
  const book = readBook(tabs, workbook, true);
  const rules = book.next ?? book.rules;
  if (!rules || !book.state) return null;
  const now = Date.now();
  const { rules: edited, problems: all } = problemsIn(book.ruleTabs ?? {}, rules, now);
  const problems = inWeight(all);
  const known = {
    versions: versionsIn(cells(workbook, `${deskTabs.versions.name}!A2:${last}`)),
    trial: command === 'Try a mail' ? cells(workbook, `${deskTabs.trial.name}!B2:B5`) : [],
  };
  return { memo, book, rules, edited, problems, ...known, lessons, options, by, now };
}

function checkRules({ problems, rules, edited }: Desk): Answered {
  noteRules();
  const edits = editsText(unpublished(rules, edited));
  if (problems.length === 0) return { answer: `Nothing is wrong in the tabs. ${edits}` };
  return {
    answer: [`${counted(problems.length, 'problem')}. ${edits}`, ...first(problems.map(problemText))].join(
      '\n',
    ),
  };
}

function health({ book, rules, edited, problems, memo }: Desk): Answered {
  const { state, tickets } = book;
  const open = tickets.filter(({ ticket }) => isLive(ticket));
  const late = open.filter(({ ticket }) => ticket.breaches.length > 0).length;
  const triggers = ScriptApp.getProjectTriggers().filter((one) => one.getHandlerFunction() === 'tick').length;
  const lines = [
    rules.settings.paused ? 'The desk is paused.' : 'The desk is at work.',
    triggers === 1 ? '' : 'Its trigger is missing: tick Install.',
    `${counted(open.length, 'open ticket')}, ${late} overdue.`,
    `${counted(state?.unread.length ?? 0, 'mail')} not read yet, ${state?.parked ?? 0} parked, ${state?.waiting.length ?? 0} waiting to leave.`,
    rules.number ? `Version ${rules.number} of the rules is in force.` : 'Edits take effect at once.',
    editsText(unpublished(rules, edited)),
    problems.length > 0 ? `${counted(problems.length, 'problem')} in the tabs.` : '',
    memo.night.failed.length > 0 ? `Left undone at night: ${memo.night.failed.join(', ')}.` : '',
  ];
  return { answer: lines.filter((line) => line !== '').join('\n') };
}

const editsText = (edits: readonly string[]): string =>
  edits.length === 0 ? 'Every edit is published.' : `${counted(edits.length, 'edit')} not yet published.`;

/** The first few lines, and how many more there are. */
export const first = (lines: readonly string[], most = 12): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most), `... and ${lines.length - most} more`];
