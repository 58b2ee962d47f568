// Try a mail: what would happen to the one that stands in the tab Try, row by row. Nothing is written to tickets.
import { base64, utf8 } from '../complaints/base64.ts';
import type { GmailMessage, Mail } from '../complaints/mail.ts';
import { readMail } from '../complaints/message.ts';
import type { Rules } from '../complaints/rules.ts';
import { tryMail } from '../complaints/trial.ts';
import { trialAnswerRow } from '../rules/desk/furnish.ts';
import { overwrite } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { askOne, gmail, isGood, read } from './answers.ts';
import type { Desk } from './commands.ts';
import type { Answered } from './control.ts';
import { padded } from './decided.ts';
import { identityOf } from './identity.ts';
import { taughtBy } from './learned.ts';

export function tryIt(desk: Desk): Answered {
  const { book, options, now, trial } = desk;
  const [from = '', subject = '', text = '', named = ''] = [0, 1, 2, 3].map((row) =>
    String(trial[row]?.[0] ?? '').trim(),
  );
  const { pilot: _, ...rules }: Rules = /published/i.test(options) ? desk.rules : desk.edited;
  const message = named ? known(named, desk) : pasted({ from, subject, text, now }, rules);
  if (message === null)
    return {
      answer: named
        ? `The mailbox holds no mail that '${named.slice(0, 60)}' names. Is it the mail's text? Double-click its cell before you paste.`
        : 'Write into the tab Try who wrote what, or name a mail by its Message-ID or its ticket.',
    };
  const mail = asNew(readMail(message, identityOf(rules)), now);
  const others = book.tickets
    .map(({ ticket }) => ticket)
    .filter(({ messages }) => !messages.some(({ gmailId }) => gmailId !== '' && gmailId === mail.gmailId));
  const memory = book.state?.memory ?? { lastTicket: 0, rota: {}, answered: { day: '', counts: {} } };
  const taught = taughtBy(desk.lessons, { workbook: desk.memo.workbook, rules });
  const learned = taught ? { learned: taught.learned } : {};
  const rows = tryMail({ rules, tickets: others, memory, ...learned }, mail, now);
  const whose =
    rules.version === desk.rules.version || /published/i.test(options)
      ? 'the rules in force'
      : 'the edited rules';
  return {
    answer: `By ${whose}: ${rows
      .slice(0, 2)
      .map(([what, is]) => `${what}: ${is}`)
      .join('. ')}. All of it stands in the tab Try.`,
    requests: [overwrite(deskTabs.trial.sheetId, { row: trialAnswerRow, column: 0 }, padded(rows, 60, 3))],
  };
}

/** As if it came now and belonged to nothing: what it opens is what is asked for. */
const asNew = (mail: Mail, at: number): Mail => ({ ...mail, at, references: [], gmailThreadId: '' });

function pasted(
  { from, subject, text, now }: { from: string; subject: string; text: string; now: number },
  { settings }: Rules,
): GmailMessage | null {
  if (!from || !(subject || text)) return null;
  const header = (name: string, value: string) => ({ name, value: value.replace(/\s+/g, ' ') });
  return {
    id: '',
    threadId: '',
    internalDate: String(now),
    payload: {
      mimeType: 'text/plain',
      headers: [
        header('From', from),
        header('To', settings.supportAddresses[0] ?? ''),
        header('Subject', subject),
        header('Message-ID', `<trial-${now}@tierline.invalid>`),
        header('Content-Type', 'text/plain; charset=utf-8'),
      ],
      body: { data: base64(utf8(text)).replace(/\+/g, '-').replace(/\//g, '_') },
    },
  };
}

function known(named: string, { book }: Desk): GmailMessage | null {
  const ticket = book.tickets.find(({ ticket: { id } }) => id.toLowerCase() === named.toLowerCase())?.ticket;
  const id = ticket ? ticket.messages[0]?.gmailId : found(named);
  if (!id) return null;
  const answer = askOne({ method: 'get', url: `${gmail}/messages/${encodeURIComponent(id)}?format=full` });
  return isGood(answer) ? read<GmailMessage>(answer, 'Reading the mail') : null;
}

function found(messageId: string): string | undefined {
  const id = messageId.replace(/^\s*<|>\s*$/g, '').trim();
  const url = `${gmail}/messages?q=${encodeURIComponent(`rfc822msgid:${id}`)}&maxResults=1`;
  return read<{ messages?: { id?: string }[] }>(askOne({ method: 'get', url }), 'Looking for the mail')
    .messages?.[0]?.id;
}
