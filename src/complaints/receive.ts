// E-mails came in: each becomes a ticket, joins one, or is noted, and ends in exactly one outcome.
import { nameOf } from './availability.ts';
import { answer } from './customer-mail.ts';
import { enter, type Found, type Register, register, sameMail, ticketFor } from './find.ts';
import { heed } from './heed.ts';
import { gather } from './incident/gather.ts';
import type { Mail } from './mail.ts';
import { leadOf, tell } from './notices.ts';
import { open } from './open.ts';
import type { MailRecord, Outcome, Plan } from './plan.ts';
import { hashOf } from './reading/hash.ts';
import { relabel } from './relabel.ts';
import { settle } from './settle.ts';
import { isLive, type Ticket, type TicketMessage } from './ticket.ts';
import type { Instant } from './time.ts';
import { endSilence, lookAround } from './watch.ts';
import { begin, finish, governing, record, type Seen, safely, ticketOf, type Work } from './work.ts';

const day = 86_400_000;

export interface Parked {
  readonly gmailId: string;
  /** Where Gmail could tell it. */
  readonly messageId?: string | null;
  readonly at: Instant;
  readonly reason: string;
}

export interface Arrived {
  readonly mails: readonly Mail[];
  /** Mails that could not be read three times, with why. */
  readonly parked: readonly Parked[];
}

/** What follows from the mails, in the order in which they came. */
export function receive(seen: Seen, arrived: Arrived, now: Instant): Plan {
  const work = begin(seen, now);
  takeIn(work, arrived);
  lookAround(work, touched(work));
  relabel(work);
  return finish(work);
}

/**
 * As `receive`, on work that goes on. Deadlines are not looked at between the mails: an answer that came in time may
 * be the next one.
 */
export function takeIn(work: Work, { mails, parked }: Arrived): void {
  const entries = register(work.tickets.values());
  for (const mail of [...mails].sort((a, b) => a.at - b.at)) {
    const known = { at: mail.at, gmailId: mail.gmailId, messageId: mail.messageId };
    const trouble = safely(work, () => {
      work.mails.push({ ...known, ...takeOne(work, mail, entries) });
    });
    if (trouble !== null)
      work.mails.push({ ...known, ...parkedAs(`The desk could not decide on it (${trouble})`) });
  }
  for (const { gmailId, messageId = null, at, reason } of parked)
    work.mails.push({ at, gmailId, messageId, ...parkedAs(reason) });
  gather(
    work,
    [...work.touched].filter((id) => !work.before.has(id)),
  );
  for (const id of work.touched) acknowledge(work, id);
}

/** Whoever opened a ticket is told so, unless a colleague has answered meanwhile. */
function acknowledge(work: Work, id: string): void {
  const ticket = work.tickets.get(id);
  if (!ticket || work.before.has(id) || ticket.status !== 'new') return;
  safely(work, () => answer(governing(work, ticket), ticket, 'acknowledge', 'opened'));
}

/** Tickets that something happened to in this go. */
export const touched = (work: Work): readonly string[] => [...work.touched];

type Verdict = Pick<MailRecord, 'outcome' | 'ticket' | 'mayAnswer' | 'reason'>;

function takeOne(work: Work, mail: Mail, entries: Register): Verdict {
  const twin = sameMail(mail, entries, work);
  if (twin && twin.message.print === hashOf(mail.fingerprint)) return duplicate(mail, twin);
  const message = messageOf(mail, twin !== null);
  const found = ticketFor(mail, entries, work);
  const result =
    mail.kind === 'customer' ? byCustomer(work, mail, message, found) : byOthers(work, mail, message, found);
  if (result.ticket !== null) enter(entries, result.ticket, message);
  return { mayAnswer: mail.mayAnswer, ...result };
}

const parkedAs = (reason: string): Verdict => ({ outcome: 'parked', ticket: null, mayAnswer: false, reason });

type Handled = Omit<Verdict, 'mayAnswer'>;

function duplicate(mail: Mail, twin: { ticket: Ticket; message: TicketMessage }): Verdict {
  const again =
    twin.message.gmailId === mail.gmailId ? 'this mail was taken in before' : 'the same mail came again';
  return {
    outcome: 'duplicate',
    ticket: twin.ticket.id,
    mayAnswer: false,
    reason: `${again} (${twin.ticket.id})`,
  };
}

/** Two different mails with one Message-ID both survive: the second is known by its words as well. */
function messageOf(mail: Mail, taken: boolean): TicketMessage {
  const by = {
    customer: 'customer',
    agent: 'agent',
    own: 'desk',
    automatic: 'machine',
    bounce: 'machine',
    list: 'machine',
  } as const;
  return {
    key: taken ? hashOf(`${mail.key}|${mail.fingerprint}`) : hashOf(mail.key),
    print: hashOf(mail.fingerprint),
    gmailId: mail.gmailId,
    threadId: mail.gmailThreadId,
    at: mail.at,
    by: by[mail.kind],
    counts: mail.kind === 'customer' || mail.kind === 'agent',
  };
}

function byOthers(whole: Work, mail: Mail, message: TicketMessage, found: Found | null): Handled {
  const work = found ? governing(whole, found.ticket) : whole;
  const id = found?.ticket.id ?? null;
  const handled = (outcome: Outcome): Handled => ({
    outcome,
    ticket: id,
    reason: found ? `${mail.kindReason}; ${found.why}` : mail.kindReason,
  });
  switch (mail.kind) {
    case 'agent':
      return agentWrote(work, mail, message, found);
    case 'own':
      if (found)
        record(
          work,
          found.ticket.id,
          { type: 'desk wrote', message: toCustomer(work, mail, message) },
          { at: mail.at, reason: mail.kindReason },
        );
      return handled('own');
    case 'bounce':
      if (found) bounced(work, mail, message, found.ticket);
      return handled('bounce');
    case 'automatic':
      if (found)
        record(
          work,
          found.ticket.id,
          { type: 'machine wrote', message },
          { at: mail.at, actor: 'machine', reason: mail.kindReason },
        );
      return handled('automatic');
    case 'list':
      return { outcome: 'list', ticket: null, reason: mail.kindReason };
    case 'customer':
      throw new Error('Customer mail is taken in by byCustomer');
    default:
      return mail.kind satisfies never;
  }
}

/** Our own mail counts as an update to the customer if it went to one. */
const toCustomer = (work: Work, mail: Mail, message: TicketMessage): TicketMessage => ({
  ...message,
  counts: goesOutside(work, mail),
});

function goesOutside(work: Work, mail: Mail): boolean {
  const { people, settings } = work.rules;
  const ours = new Set([...people.map((person) => person.email), ...settings.supportAddresses]);
  return [...mail.to, ...mail.cc].some(({ address }) => !ours.has(address));
}

function agentWrote(work: Work, mail: Mail, message: TicketMessage, found: Found | null): Handled {
  if (!found)
    return { outcome: 'agent', ticket: null, reason: `${mail.kindReason}; it belongs to no ticket` };
  const { id } = found.ticket;
  const person = mail.from.address;
  const outside = goesOutside(work, mail);
  const because = {
    at: mail.at,
    actor: person,
    reason: `${nameOf(person, work.rules)} wrote ${outside ? 'to the customer' : 'to colleagues'}`,
  };
  if (outside) {
    record(work, id, { type: 'agent wrote', message, person }, because);
    waitAfterAnswer(work, id, mail);
  } else
    record(
      work,
      id,
      { type: 'colleague wrote', message: { ...message, by: 'internal', counts: false }, person },
      because,
    );
  return { outcome: 'agent', ticket: id, reason: `${mail.kindReason}; ${found.why}` };
}

/** Settings may say that an answer leaves the ticket waiting for the customer. */
function waitAfterAnswer(work: Work, id: string, mail: Mail): void {
  const ticket = ticketOf(work, id);
  const later = ticket.messages.some((one) => one.by === 'customer' && one.counts && one.at > mail.at);
  if (work.rules.settings.afterAnswer !== 'wait for the customer' || later) return;
  if (!isLive(ticket) || ticket.status.startsWith('waiting')) return;
  record(
    work,
    id,
    { type: 'waiting', on: 'customer', until: null },
    { at: mail.at, reason: 'Our answer leaves the next word to the customer (Settings, After our answer)' },
  );
}

function bounced(work: Work, mail: Mail, message: TicketMessage, ticket: Ticket): void {
  const after = record(
    work,
    ticket.id,
    { type: 'mail bounced', message },
    { at: mail.at, actor: 'machine', reason: mail.kindReason },
  );
  tell(work, after, after.owner ?? leadOf(after, work), {
    kind: 'bounce',
    reason: 'A mail to the customer came back: check the address',
    key: `bounce|${message.key}`,
  });
}

function byCustomer(whole: Work, mail: Mail, message: TicketMessage, found: Found | null): Handled {
  if (!found) return opened(whole, mail, message, null, mail.kindReason);
  const { why } = found;
  const work = governing(whole, found.ticket);
  const ticket = endSilence(work, found.ticket.id, mail.at);
  if (mail.thanksOnly) return thanked(work, mail, { ...message, counts: false }, ticket);
  if (isLive(ticket)) return joined(work, mail, message, ticket.id, why);
  const since = mail.at - (ticket.closedAt ?? ticket.resolvedAt ?? mail.at);
  const days = work.rules.settings.reopenWithinDays;
  if (since > days * day)
    return opened(
      whole,
      mail,
      message,
      ticket.id,
      `${ticket.id} was ${ticket.status} more than ${days} days before, so this is a new ticket`,
    );
  reopen(work, mail, ticket);
  return joined(
    work,
    mail,
    message,
    ticket.id,
    `${why}; the customer wrote again after it was ${ticket.status}`,
  );
}

function thanked(work: Work, mail: Mail, message: TicketMessage, ticket: Ticket): Handled {
  const reason = `A bare thank-you: it ${isLive(ticket) ? 'starts no clock' : 'does not reopen the ticket'}`;
  record(work, ticket.id, { type: 'customer thanked', message }, { at: mail.at, actor: 'customer', reason });
  return { outcome: 'thanks', ticket: ticket.id, reason };
}

function reopen(work: Work, mail: Mail, ticket: Ticket): void {
  const { afterReopen } = work.rules.settings;
  record(
    work,
    ticket.id,
    { type: 'reopened', clocks: afterReopen },
    { at: mail.at, actor: 'customer', reason: `The customer wrote again; clocks ${afterReopen} (Settings)` },
  );
}

function joined(work: Work, mail: Mail, message: TicketMessage, id: string, why: string): Handled {
  record(
    work,
    id,
    { type: 'customer wrote', message, messageId: mail.messageId },
    { at: mail.at, actor: 'customer', reason: why },
  );
  heed(work, id, mail);
  settle(work, id);
  return { outcome: 'joined', ticket: id, reason: why };
}

function opened(
  work: Work,
  mail: Mail,
  message: TicketMessage,
  follows: string | null,
  why: string,
): Handled {
  const id = open(work, mail, message, follows, why);
  return { outcome: 'opened', ticket: id, reason: why };
}
