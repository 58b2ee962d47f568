// One word to all customers of an incident, and what becomes of its members when it is solved.
import { barred } from '../assignment.ts';
import { nameOf } from '../availability.ts';
import { write } from '../customer-mail.ts';
import { tell } from '../notices.ts';
import { hashOf } from '../reading/hash.ts';
import { isLive, type Ticket } from '../ticket.ts';
import { lookAt } from '../watch.ts';
import { record, type Work } from '../work.ts';
import { membersOf } from './link.ts';

export interface Update {
  readonly actor: string;
  /** May hold the variables of Macros: each customer reads their own. */
  readonly text: string;
  readonly how: 'draft' | 'send';
}

/** A mail or a draft to each member's customer. Who may not get one is named, and their tickets tell why. */
export function updateAll(
  work: Work,
  incident: Ticket,
  members: readonly Ticket[],
  { actor, text, how }: Update,
): void {
  const who = nameOf(actor, work.rules);
  const reason = `${who} wrote to all customers of ${incident.id}`;
  const leftOut = members.filter((member) => {
    const key = `${member.id}|update|${incident.id}|${incident.version}`;
    const wrote =
      !barred(actor, member, work) &&
      write(work, member, { use: 'update', how, subject: null, body: text, reason, key });
    if (wrote && how === 'send')
      record(
        work,
        member.id,
        { type: 'agent wrote', message: ours(work.now, hashOf(key)), person: actor },
        { reason, actor },
      );
    return !wrote;
  });
  const count = members.length - leftOut.length;
  const names = leftOut.length > 0 ? `; left out: ${leftOut.map(({ id }) => id).join(', ')}` : '';
  const told = `${who} ${how === 'send' ? 'wrote to' : 'drafted a mail to'} ${count} of ${members.length} customers${names}`;
  if (how === 'send' && count > 0)
    record(
      work,
      incident.id,
      { type: 'agent wrote', message: ours(work.now, ''), person: actor },
      { reason: told, actor },
    );
  else record(work, incident.id, { type: 'noted', note: text, mentions: [] }, { reason: told, actor });
  for (const { id } of members) lookAt(work, id);
}

/** What the desk sends for a person counts as that person's answer from now on. */
const ours = (at: number, key: string) =>
  ({ key, print: '', gmailId: '', threadId: '', at, by: 'agent', counts: true }) as const;

/**
 * Solved with the incident is each member whose customer has had an answer to their last mail. The others wait for
 * one: they stay open, and their owners hear of it.
 */
export function solveMembers(
  work: Work,
  incident: Ticket,
  { actor, rootCause, solution }: { actor: string; rootCause: string | null; solution: string | null },
): void {
  for (const member of membersOf(incident.id, work.tickets.values()).filter(isLive)) {
    const answered = isAnswered(member);
    if (answered && !barred(actor, member, work)) {
      const reason = `Solved with the incident ${incident.id}`;
      record(work, member.id, { type: 'resolved', rootCause, solution }, { reason, actor });
      lookAt(work, member.id);
    } else if (member.owner !== null)
      tell(work, member, member.owner, {
        kind: 'incident',
        reason: answered
          ? `${incident.id} is solved: is this too?`
          : `${incident.id} is solved, but this customer still waits for an answer`,
        key: `solved|${incident.id}|${incident.version}`,
      });
  }
}

function isAnswered({ messages }: Ticket): boolean {
  const last = (who: 'customer' | 'agent'): number =>
    Math.max(0, ...messages.filter(({ by, counts }) => by === who && counts).map(({ at }) => at));
  return last('agent') >= last('customer');
}
