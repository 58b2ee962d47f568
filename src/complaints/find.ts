// Which ticket a mail belongs to: by Message-ID and References, then by Gmail's thread, then by the number in its subject.

import type { Mail } from './mail.ts';
import { hashOf } from './reading/hash.ts';
import type { Ticket, TicketMessage } from './ticket.ts';
import type { Work } from './work.ts';

export interface Found {
  readonly ticket: Ticket;
  readonly why: string;
}

/** Lookups over all tickets in sight, kept current while mails come in. */
export interface Register {
  readonly byKey: Map<string, string>;
  readonly byThread: Map<string, string>;
}

export function register(tickets: Iterable<Ticket>): Register {
  const found: Register = { byKey: new Map(), byThread: new Map() };
  for (const ticket of tickets) for (const message of ticket.messages) enter(found, ticket.id, message);
  return found;
}

export function enter(to: Register, id: string, message: TicketMessage): void {
  if (message.key) to.byKey.set(message.key, id);
  if (message.threadId) to.byThread.set(message.threadId, id);
}

export function ticketFor(mail: Mail, entries: Register, work: Work): Found | null {
  const reference = [...mail.references].reverse().find((one) => entries.byKey.has(hashOf(one)));
  const byReference = reference === undefined ? undefined : entries.byKey.get(hashOf(reference));
  return (
    ofOwn(mail, work) ??
    found(byReference, 'it answers a mail of the ticket (References)', work) ??
    found(entries.byThread.get(mail.gmailThreadId), "it is in the ticket's Gmail thread", work) ??
    bySubject(mail, work) ??
    byConversation(mail, work)
  );
}

/** The same mail as one known already, by Message-ID (or made key). */
export function sameMail(
  mail: Mail,
  entries: Register,
  work: Work,
): { ticket: Ticket; message: TicketMessage } | null {
  const ticket = work.tickets.get(entries.byKey.get(hashOf(mail.key)) ?? '');
  const message = ticket?.messages.find((one) => one.key === hashOf(mail.key));
  return ticket && message ? { ticket, message } : null;
}

/** Two tickets may have begun with one Message-ID: the desk's own mail to a customer ends its subject with the number. */
function ofOwn(mail: Mail, work: Work): Found | null {
  const ticket = mail.kind === 'own' && work.tickets.get(/\[([^\]\s]+)\]$/.exec(mail.subject)?.[1] ?? '');
  return ticket && mail.to.some(({ address }) => address === ticket.requester.address)
    ? { ticket: goingOn(ticket, work), why: `its subject names ${ticket.id}` }
    : null;
}

function bySubject(mail: Mail, work: Work): Found | null {
  const prefix = work.rules.settings.ticketPrefix;
  for (const [, id = ''] of mail.subject.slice(0, 500).matchAll(/\[([^\]\s]{1,40})\]/g)) {
    const ticket = id.startsWith(prefix) ? work.tickets.get(id) : undefined;
    // Anybody can write a number; only the ticket's own people are believed.
    if (ticket && mail.authentication !== 'fail' && ticket.requester.address === mail.from.address)
      return { ticket: goingOn(ticket, work), why: `its subject names ${id} and the requester wrote it` };
  }
  return null;
}

/** Where the mails of a merged ticket are. */
function goingOn(ticket: Ticket, work: Work): Ticket {
  const into = work.tickets.get(ticket.merged?.into ?? '');
  return into ? goingOn(into, work) : ticket;
}

/** A colleague's answer to a mail without Message-ID refers to nothing: it is known by whom it answers, and on what. */
function byConversation(mail: Mail, work: Work): Found | null {
  if (mail.kind !== 'agent' || mail.references.length > 0) return null;
  const readers = new Set([...mail.to, ...mail.cc].map(({ address }) => address));
  const about = [...work.tickets.values()].filter(
    (ticket) =>
      readers.has(ticket.requester.address) && ticket.subject === mail.subject && ticket.status !== 'closed',
  );
  const ticket = about.at(-1);
  return ticket ? { ticket, why: 'it answers its requester under its subject' } : null;
}

function found(id: string | undefined, why: string, work: Work): Found | null {
  const ticket = id === undefined ? undefined : work.tickets.get(id);
  return ticket ? { ticket, why } : null;
}
