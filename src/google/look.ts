// The cards that Gmail asks for: at home, beside a mail, beside a draft, and one ticket by its number.

import { press } from '../cards/actions.ts';
import { archivedCard, noTicketCard } from '../cards/beside.ts';
import type { Card } from '../cards/card.ts';
import { homeCard } from '../cards/home/home.ts';
import type { OpenMail } from '../cards/open-mail.ts';
import { atDesk, type Reader } from '../cards/reader.ts';
import { composeCard } from '../cards/texts.ts';
import { ticketCard } from '../cards/ticket/ticket.ts';
import { type Trouble, troubleCard, unreadableCard } from '../cards/trouble.ts';
import type { DoorRequest } from '../door/request.ts';
import type { TicketView } from '../door/views.ts';
import { type AddOnEvent, recipientsIn } from './addon-event.ts';
import { askDesk, type Told } from './ask-desk.ts';
import { openMail } from './open-mail.ts';
import { lookAt } from './watching.ts';

const lookAgain = press('look again', { ticket: '', row: '' });

export const isTrouble = (reply: Told | Trouble): reply is Trouble => 'trouble' in reply;

/** A desk that answers something else than asked is one that cannot be understood. */
export const misunderstood: Trouble = { trouble: 'unreachable', unsure: null };

export function atHome(reader: Reader): Card {
  const reply = askDesk({ ask: 'home' });
  if (isTrouble(reply)) return troubleCard(reply, lookAgain, reader);
  return reply.answer === 'home'
    ? homeCard(reply.home, atDesk(reader, reply.home.me))
    : troubleCard(misunderstood, lookAgain, reader);
}

/** `seen` is told of the ticket before its card is drawn. */
export function besideMail(
  event: AddOnEvent,
  reader: Reader,
  seen: (ticket: TicketView) => void = () => undefined,
): Card {
  let mail: OpenMail;
  try {
    mail = openMail(event);
  } catch {
    return unreadableCard(reader);
  }
  const reply = askDesk(aboutMail(mail));
  if (isTrouble(reply)) return troubleCard(reply, lookAgain, reader);
  switch (reply.answer) {
    case 'ticket':
      seen(reply.ticket);
      return drawn(reply.ticket, true, reader);
    case 'archived':
      return archivedCard(reply.ticket, reader);
    case 'no ticket':
      return noTicketCard(mail, reader, reply.parked ?? false);
    default:
      return troubleCard(misunderstood, lookAgain, reader);
  }
}

const mostMails = 100;
const longestId = 500;

/** The mail's own id goes last: the newest decides. A notice belongs to no conversation: it names its ticket. */
function aboutMail({ messageId, references, noticeOf }: OpenMail): DoorRequest {
  const mails = [...references, ...(messageId === null ? [] : [messageId])]
    .filter((id) => id.length <= longestId)
    .slice(-mostMails);
  return { ask: 'ticket', id: noticeOf, mails, archiveRow: null };
}

/** `row`: where the archive holds it, as text; empty for a live one. */
export function oneTicket(id: string, row: string, beside: boolean, reader: Reader): Card {
  const again = press('look again', { ticket: id, row });
  const reply = askDesk({ ask: 'ticket', id, mails: [], archiveRow: row === '' ? null : Number(row) });
  if (isTrouble(reply)) return troubleCard(reply, again, reader);
  if (reply.answer === 'ticket') return drawn(reply.ticket, beside, reader);
  if (reply.answer === 'archived') return archivedCard(reply.ticket, reader);
  const gone: OpenMail = { subject: id, messageId: null, references: [], noticeOf: null };
  return reply.answer === 'no ticket'
    ? noTicketCard(gone, reader)
    : troubleCard(misunderstood, again, reader);
}

/** The card of a ticket, with who else looks at it. */
export function drawn(ticket: TicketView, beside: boolean, reader: Reader): Card {
  const watchers = ticket.archiveRow === null ? lookAt(ticket.id, ticket.me, reader.now) : [];
  return ticketCard({ ticket, watchers, beside }, atDesk(reader, ticket.me));
}

/** `ticket`: the one that was chosen among several. */
export function besideDraft(event: AddOnEvent, ticket: string | null, reader: Reader): Card {
  const again = press('choose ticket', { ticket: ticket ?? '' });
  const addresses = ticket === null ? [...recipientsIn(event)] : [];
  const reply = askDesk({ ask: 'choices', ticket, addresses });
  if (isTrouble(reply)) return troubleCard(reply, again, reader);
  return reply.answer === 'choices'
    ? composeCard(reply.choices, atDesk(reader, reply.choices.me))
    : troubleCard(misunderstood, again, reader);
}
