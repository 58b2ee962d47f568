// A ticket as one line of a list.
import type { TicketLine } from '../door/views.ts';
import { press } from './actions.ts';
import type { Widget } from './card.ts';
import { leftHtml, leftText, signOf } from './deadline.ts';
import type { Reader } from './reader.ts';
import { bold, oneLine, plain, quoted } from './text.ts';
import { fact, icon } from './widgets.ts';

/** The customer stands last: Google cuts a long label off at its end. Who has it is left out where the list is one person's. */
export function line(
  ticket: TicketLine,
  reader: Reader,
  whose: 'with owner' | 'mine' = 'with owner',
): Widget {
  const { words } = reader;
  const { deadline, owner } = ticket;
  const left = deadline ? leftHtml(deadline, reader) : plain(words.statuses[ticket.status]);
  const grave = ticket.severity === 'critical' ? [bold(plain(words.severities.critical))] : [];
  const who = quoted(owner?.name ?? words.nobody, 40);
  return fact({
    icon: deadline ? signOf(deadline, reader) : icon('schedule', words.statuses[ticket.status]),
    label: plain(
      [oneLine(ticket.id, 40), `${words.tier} ${ticket.tier}`, oneLine(ticket.customer, 40)]
        .filter(Boolean)
        .join(' · '),
    ),
    text: quoted(ticket.subject, 90) || plain(words.noSubject),
    below: [left, ...(whose === 'mine' ? [] : [who]), ...grave].join(' · '),
    opens: press('open ticket', { ticket: ticket.id, row: '' }),
  });
}

/** The same for a box to tick, without HTML. */
export function lineText(ticket: TicketLine, reader: Reader): string {
  const { words } = reader;
  const left = ticket.deadline ? leftText(ticket.deadline, reader) : words.statuses[ticket.status];
  const owner = oneLine(ticket.owner?.name ?? words.nobody, 30);
  return `${oneLine(ticket.id, 40)} · ${oneLine(ticket.subject, 60) || words.noSubject} · ${left} · ${owner}`;
}

/** Where Gmail finds the conversation, in anybody's mailbox. */
export function mailAddress(messageId: string, account: string): string {
  const id = messageId.replace(/^\s*<|>\s*$/g, '').trim();
  const search = encodeURIComponent(`rfc822msgid:${id}`);
  return `https://mail.google.com/mail/?authuser=${encodeURIComponent(account)}#search/${search}`;
}
