// Mail to customers by the desk itself: the acknowledgement and the holding reply, from Macros, never in a loop.
import { nameOf } from './availability.ts';
import { deadlinesOf, nearest } from './deadlines.ts';
import type { CustomerMail } from './plan.ts';
import { hashOf } from './reading/hash.ts';
import type { Macro, Rules } from './rules.ts';
import type { Ticket } from './ticket.ts';
import { localDay, localTime } from './wording.ts';
import { record, send, type Work } from './work.ts';

/** Writes to the customer if Settings, the kind of sender and the day's limit allow it; the journal tells either way. */
export function answer(work: Work, ticket: Ticket, use: 'acknowledge' | 'holding reply', key: string): void {
  const { rules } = work;
  const how = use === 'acknowledge' ? rules.settings.acknowledge : rules.settings.holdingReply;
  if (how === 'off' || ticket.incident) return;
  const macro = macroFor(use, ticket.language, rules);
  const obstacle = why(work, ticket, macro);
  if (obstacle !== null || macro === null) {
    record(
      work,
      ticket.id,
      { type: 'noted', note: '', mentions: [] },
      { reason: `No ${use} to the customer: ${obstacle}` },
    );
    return;
  }
  put(work, ticket, {
    use,
    how,
    subject: macro.subject,
    body: macro.body,
    reason: `${macro.place.tab} row ${macro.place.row} (${macro.name}), because Settings say ${use}: ${how}`,
    key: `${ticket.id}|${use}|${key}`,
  });
}

export interface Letter extends Pick<CustomerMail, 'use'> {
  readonly how: 'draft' | 'send';
  /** Variables are filled in; null: an answer under the ticket's own subject. */
  readonly subject: string | null;
  readonly body: string;
  readonly reason: string;
  /** The same key is never written twice. */
  readonly key: string;
}

/** What a person asked the desk to write: the same limits hold. False where they forbid it; the journal tells why. */
export function write(work: Work, ticket: Ticket, letter: Letter): boolean {
  const obstacle = limit(work, ticket);
  if (obstacle === null) return put(work, ticket, letter);
  const reason = `No ${letter.use} to the customer: ${obstacle}`;
  record(work, ticket.id, { type: 'noted', note: '', mentions: [] }, { reason });
  return false;
}

function put(work: Work, ticket: Ticket, { use, how, subject, body, reason, key }: Letter): boolean {
  if (ticket.done.includes(key)) return false;
  record(
    work,
    ticket.id,
    { type: 'customer told', how: use, as: how === 'draft' ? 'draft' : 'mail' },
    { reason, key },
  );
  if (how === 'send') count(work, ticket.requester.address);
  const text = (template: string): string => fill(template, variables(ticket, work.rules, work.now));
  send(
    work,
    {
      do: how,
      use,
      to: ticket.requester.address,
      subject: numbered(ticket, subject ? text(subject) : `Re: ${ticket.subject}`),
      body: text(body),
      threadId: ticket.messages[0]?.threadId ?? '',
      inReplyTo: ticket.replyTo,
    },
    { ticket: ticket.id, key },
  );
  return true;
}

/** With the ticket's number, so that an answer finds its ticket even without References. */
function numbered(ticket: Ticket, subject: string): string {
  return subject.includes(ticket.id) ? subject : `${subject} [${ticket.id}]`;
}

function macroFor(use: CustomerMail['use'], language: string, rules: Rules): Macro | null {
  const fitting = rules.macros.filter((macro) => macro.use === use);
  const inLanguage = (wanted: string): Macro | undefined =>
    fitting.find((macro) => macro.language === wanted);
  return inLanguage(language) ?? inLanguage(rules.settings.language) ?? fitting[0] ?? null;
}

const why = (work: Work, ticket: Ticket, macro: Macro | null): string | null =>
  limit(work, ticket) ?? (macro === null ? 'Macros has none for this use' : null);

function limit(work: Work, ticket: Ticket): string | null {
  const { settings, people } = work.rules;
  const { address } = ticket.requester;
  if (!ticket.mayAnswer) return 'a machine wrote, and machines get no automatic answer';
  if (!address.includes('@')) return 'the sender has no address';
  if (settings.supportAddresses.includes(address)) return 'the sender is the support mailbox itself';
  if (people.some((person) => person.email === address)) return 'the sender is a colleague';
  const today = sentToday(work, address);
  if (today >= settings.mailsPerAddressAndDay)
    return `this address already got ${today} automatic mails today`;
  return null;
}

function sentToday(work: Work, address: string): number {
  const { day, counts } = work.memory.answered;
  return day === localDay(work.now, work.rules.settings.timeZone) ? (counts[hashOf(address)] ?? 0) : 0;
}

function count(work: Work, address: string): void {
  const day = localDay(work.now, work.rules.settings.timeZone);
  const counts = work.memory.answered.day === day ? work.memory.answered.counts : {};
  const total = sentToday(work, address) + 1;
  work.memory = { ...work.memory, answered: { day, counts: { ...counts, [hashOf(address)]: total } } };
}

export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The variables that Macros may use, for one ticket. */
export function variables(ticket: Ticket, rules: Rules, now: number): Readonly<Record<string, string>> {
  const { settings } = rules;
  const when = (at: number | null): string =>
    at === null ? '' : localTime(at, settings.timeZone, ticket.language);
  const deadline = nearest(deadlinesOf(ticket, rules, now));
  const { name, address } = ticket.requester;
  return {
    // A name that leads somewhere is no name: nobody makes the desk send a link to a stranger.
    customer: (/\/|www\./i.test(name) ? '' : name) || address,
    ticket: ticket.id,
    promise: when(ticket.promise ?? deadline?.due ?? null),
    agent: ticket.owner === null ? settings.company : nameOf(ticket.owner, rules),
    company: settings.company,
    due: when(deadline?.due ?? null),
  };
}
