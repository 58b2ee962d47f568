// What an admin sees when running `status` in the script editor.
import { isLive } from '../complaints/ticket.ts';
import { askOne } from './answers.ts';
import { recall } from './memo.ts';
import { bookAsk, readBook } from './workbook.ts';

export function status(): string {
  const memo = recall();
  if (memo === null) return 'Not installed: set the script property WORKBOOK, then run install';
  const triggers = ScriptApp.getProjectTriggers().filter(
    (trigger) => trigger.getHandlerFunction() === 'tick',
  ).length;
  const book = readBook(askOne(bookAsk(memo.workbook, [])), memo.workbook, false);
  const open = book.tickets.filter(({ ticket }) => isLive(ticket)).length;
  const text = [
    `Open tickets: ${open}`,
    `Mails not read yet: ${book.state?.unread.length ?? 0}, parked: ${book.state?.parked ?? 0}`,
    `Mails and labels waiting: ${book.state?.waiting.length ?? 0}, given up: ${book.state?.givenUp ?? 0}`,
    `Problems in the workbook: ${book.state?.problems.length ?? 0}`,
    triggers === 1 ? 'The trigger is in place' : 'The trigger is missing: run install',
  ].join('\n');
  console.log(text);
  return text;
}
