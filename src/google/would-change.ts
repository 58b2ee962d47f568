// What would change: the tickets of the last days told again under the edited rules and under those in force.

import { type Difference, type DryRun, dryRun, type Outcome } from '../complaints/dry-run.ts';
import type { Mail } from '../complaints/mail.ts';
import { readMail } from '../complaints/message.ts';
import type { By, Told } from '../complaints/replay.ts';
import type { Rules } from '../complaints/rules.ts';
import type { Ticket } from '../complaints/ticket.ts';
import { counted } from '../complaints/wording.ts';
import { overwrite } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { timestamp } from '../rules/desk/timestamp.ts';
import { ask } from './answers.ts';
import { archivedLately } from './archive.ts';
import { batchSize, messageBatches, messagesOf } from './batch.ts';
import type { Desk } from './commands.ts';
import type { Answered } from './control.ts';
import { padded } from './decided.ts';
import { identityOf } from './identity.ts';
import { taughtBy } from './learned.ts';
import { isMessage } from './see.ts';

const day = 86_400_000;
/** Gmail allows 6,000 units a minute and a mail costs 20: the desk's own ticks need the rest. */
const mostMails = 200;
const mostRows = 500;
const enough = 4 * 60_000;

export function whatWouldChange(desk: Desk): Answered {
  const { memo, book, rules, edited, options, now } = desk;
  const days = Math.min(90, Math.max(1, Number(/\d+/.exec(options)?.[0] ?? 30)));
  const { pilot: _, ...published } = rules;
  const live = book.tickets.map(({ ticket }) => ticket);
  const there = new Set(live.map(({ id }) => id));
  const tickets = [...live, ...archivedLately(memo.workbook).filter(({ id }) => !there.has(id))]
    .filter(({ opened }) => opened >= now - days * day)
    .sort((a, b) => b.opened - a.opened);
  const told = withMails(tickets, edited);
  const by = (side: Rules): By => {
    const { learned } = taughtBy(desk.lessons, { workbook: memo.workbook, rules: side }) ?? {};
    // Each mail is told alone: what came beside it is no part of the question.
    return { rules: side, ...(learned ? { learned } : {}) };
  };
  const sides = { published: by(published), edited: by(edited) };
  const run = dryRun(told, sides, now, () => Date.now() - now > enough);
  const zone = rules.settings.timeZone;
  const rows = run.differing.slice(0, mostRows).map((one) => rowOf(one, zone));
  const { sheetId, header } = deskTabs.dryRun;
  return {
    answer: answerOf(run, { tickets: tickets.length, days }),
    requests: [overwrite(sheetId, { row: 1, column: 0 }, padded(rows, mostRows, header.length))],
  };
}

/** The newest with their text; of older ones the category stays. */
function withMails(tickets: readonly Ticket[], rules: Rules): readonly Told[] {
  const ids = tickets.slice(0, mostMails).flatMap(({ messages }) => messages[0]?.gmailId || []);
  const answers = ask(messageBatches(ids));
  const fetched = answers.flatMap((answer, index) =>
    messagesOf(answer, ids.slice(index * batchSize, (index + 1) * batchSize)),
  );
  const mails = new Map(
    fetched.flatMap((one) => (isMessage(one) ? [[one.id, readable(one.message, rules)] as const] : [])),
  );
  return tickets.map((ticket) => ({ ticket, mail: mails.get(ticket.messages[0]?.gmailId ?? '') ?? null }));
}

function readable(message: Parameters<typeof readMail>[0], rules: Rules): Mail | null {
  try {
    return readMail(message, identityOf(rules));
  } catch {
    return null;
  }
}

const change = (before: string, after: string): string =>
  before === after ? before : `${before || '-'} → ${after || '-'}`;

function rowOf({ ticket, read, before, after }: Difference, zone: string): readonly string[] {
  const of = (text: (outcome: Outcome) => string): string => change(text(before), text(after));
  const due = (clock: 'firstResponse' | 'resolution') => (outcome: Outcome) =>
    outcome.due[clock] ? timestamp(outcome.due[clock], zone) : '';
  return [
    ticket.id,
    timestamp(ticket.opened, zone),
    ticket.subject.slice(0, 200),
    read ? of(({ category }) => category) : `${before.category} (text not read)`,
    of(({ severity }) => severity),
    of(({ owner }) => owner ?? ''),
    of(due('firstResponse')),
    of(due('resolution')),
    of(({ breaches }) => String(breaches)),
    of(({ escalations }) => String(escalations)),
  ];
}

function answerOf(run: DryRun, { tickets, days }: { tickets: number; days: number }): string {
  const { looked, read, left, differing, before, after } = run;
  const counts = (of: (outcome: Outcome) => unknown): number =>
    differing.filter((one) => JSON.stringify(of(one.before)) !== JSON.stringify(of(one.after))).length;
  return [
    `${counted(looked, 'ticket')} of the last ${days} days told again, the text of ${read} read: ${differing.length} would differ.`,
    `Another category: ${counts(({ category }) => category)}, owner: ${counts(({ owner }) => owner)}, deadline: ${counts(({ due }) => due)}.`,
    `Breaches ${before.breaches} → ${after.breaches}, escalations ${before.escalations} → ${after.escalations}.`,
    looked + left < tickets ? `There was no time for ${tickets - looked - left} older ones.` : '',
    left > 0 ? `${counted(left, 'ticket')} could not be told again.` : '',
    read < looked ? 'Where the text was not read, the category counts as it is.' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
