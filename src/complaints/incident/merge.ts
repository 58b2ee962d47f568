// Two tickets about one matter become one: the mails move to the older, the newer closes with a pointer.
import { nameOf } from '../availability.ts';
import { settle } from '../settle.ts';
import { isLive, type Ticket } from '../ticket.ts';
import { lookAt } from '../watch.ts';
import { record, ticketOf, type Work } from '../work.ts';
import { leave } from './link.ts';

export function merge(work: Work, ticket: Ticket, into: string, actor: string): void {
  const who = nameOf(actor, work.rules);
  const { id, messages, replyTo } = ticket;
  const before = ticketOf(work, into);
  const reason = `${who} says ${id} and ${into} are the same matter`;
  const because = { reason, actor };
  leave(work, id, because);
  record(work, id, { type: 'merged', into }, because);
  if (!isLive(before))
    record(work, into, { type: 'reopened', clocks: work.rules.settings.afterReopen }, because);
  const isLater = lastWord(ticket) > lastWord(before);
  record(work, into, { type: 'took over', from: id, messages, replyTo: isLater ? replyTo : null }, because);
  settle(work, into);
  lookAt(work, into);
}

/** The mails go back; what came since stays where it is. */
export function takeApart(work: Work, { id, merged }: Ticket, actor: string): void {
  if (!merged) return;
  const { into } = merged;
  const keys = merged.keys.filter((key) => key !== '');
  const because = { reason: `${nameOf(actor, work.rules)} took ${id} and ${into} apart again`, actor };
  const messages = ticketOf(work, into).messages.filter(({ key }) => keys.includes(key));
  record(work, into, { type: 'gave back', to: id, keys }, because);
  record(work, id, { type: 'taken apart', from: into, messages }, because);
  settle(work, id);
  lookAt(work, into);
}

const lastWord = ({ messages }: Ticket): number =>
  Math.max(0, ...messages.filter(({ by }) => by === 'customer').map(({ at }) => at));
