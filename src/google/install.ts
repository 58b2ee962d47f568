// Setting the desk going and stopping it: its tabs, its place in the mailbox, its triggers.
import { allLabels } from '../complaints/labels.ts';
import type { Rules } from '../complaints/rules.ts';
import { cut } from '../rules/desk/desk-state.ts';
import { append } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { newVersion } from '../rules/desk/versions.ts';
import { readRules } from '../rules/read.ts';
import { askOne, gmail, read } from './answers.ts';
import { fillColumn } from './decided.ts';
import { labelIds } from './label-ids.ts';
import { recall, settleIn } from './memo.ts';
import { nextNight } from './night.ts';
import { noNight, rememberNight } from './night-shift.ts';
import { properties } from './properties.ts';
import { ruleTabNames } from './rules-source.ts';
import { bringTabsBack } from './tabs-back.ts';
import { schedule } from './triggers.ts';
import { type Book, bookAsk, cells, readBook, update } from './workbook.ts';

/** Safe to run again: nothing that is there is made twice, and no mail is skipped. */
export function install(): string {
  const workbook = properties().getProperty('WORKBOOK');
  if (!workbook)
    throw new Error(
      "Set the script property WORKBOOK to the id of the desk's workbook, then run install again",
    );
  bringTabsBack(workbook);
  const memo = recall();
  const book = readBook(askOne(bookAsk(workbook, ruleTabNames)), workbook, true);
  const { rules } = readRules(book.ruleTabs ?? {}, book.rules);
  const minutes = rules.settings.tickMinutes;
  const labels = labelIds(allLabels(rules), {}, rules.settings.labelRoot);
  if (!memo || memo.night.at === 0) rememberNight({ ...noNight, at: nextNight(rules, Date.now()) });
  settleIn(workbook, { cursor: memo?.cursor || book.state?.cursor || mailboxNow(), labels });
  publishFirst(workbook, book, rules);
  schedule(workbook, minutes);
  return `Tierline looks at the mailbox every ${minutes === 1 ? 'minute' : `${minutes} minutes`}`;
}

/** Version 1 of the rules, where there is no version yet: what the desk goes by until somebody publishes. */
function publishFirst(workbook: string, book: Book, found: Rules): void {
  if (cells(workbook, `${deskTabs.versions.name}!A2:A`).length > 0) return;
  const rules = book.rules ?? { ...found, number: 1 };
  const version = {
    number: 1,
    state: 'published',
    by: 'install',
    now: Date.now(),
    what: ['The first version'],
  } as const;
  update(workbook, [
    ...append(deskTabs.versions.sheetId, [newVersion(version, rules)]),
    ...(book.rules ? [] : [fillColumn('rules', cut(rules), book.rows.rules)]),
  ]);
}

export function uninstall(): string {
  const triggers = ScriptApp.getProjectTriggers();
  for (const trigger of triggers) ScriptApp.deleteTrigger(trigger);
  return `${triggers.length} triggers removed; tickets and labels stay as they are`;
}

/** Only mail that comes from now on becomes tickets. */
function mailboxNow(): string {
  const profile = askOne({ method: 'get', url: `${gmail}/profile` });
  return read<{ historyId?: string }>(profile, 'Reading the mailbox').historyId ?? '';
}
