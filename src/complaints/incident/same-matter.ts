// The same customer with the same matter in a new thread: noted on the ticket, for a person to say so.
import type { RecentMail } from '../learning/incident.ts';
import { isLive, type Ticket } from '../ticket.ts';
import { record, ticketOf, type Work } from '../work.ts';
import { saysTheSame } from './alike.ts';
import { voiceOf } from './hearing.ts';

/** What was last spoken of earlier comes again: that is another matter. */
const days = 3;

export function noteSameMatter(work: Work, mail: RecentMail, all: readonly RecentMail[]): void {
  const ticket = ticketOf(work, mail.id);
  const [best] = all
    .map((other) => ({ other: ticketOf(work, other.id), how: likenessTo(other) }))
    .filter(({ how }) => how > 0)
    .sort((a, b) => b.how - a.how || b.other.opened - a.other.opened);
  if (!best) return;
  const who = best.other.requester.address === ticket.requester.address ? 'The same person' : ticket.customer;
  const how = best.how > 1 ? 'under the same subject' : 'in much the same words';
  record(
    work,
    mail.id,
    { type: 'same matter seen', ticket: best.other.id },
    { reason: `${who} wrote ${how} in ${best.other.id}: it may be the same matter` },
  );

  function likenessTo(one: RecentMail): number {
    const other = ticketOf(work, one.id);
    if (other.id === ticket.id || !isLive(other) || voiceOf(other) !== voiceOf(ticket)) return 0;
    const last = Math.max(...other.messages.map(({ at }) => at));
    if (mail.at - last > days * 86_400_000) return 0;
    return sameSubject(ticket, other) ? 2 : saysTheSame(mail, one, work);
  }
}

const sameSubject = (one: Ticket, other: Ticket): boolean =>
  one.requester.address === other.requester.address &&
  one.subject.trim().split(/\s+/).length > 1 &&
  one.subject.trim().toLowerCase() === other.subject.trim().toLowerCase();
