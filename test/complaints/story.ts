// Tells a desk's story in a test: mails come, people act, time passes; the tickets and the journal are kept.
import {
  act,
  begin,
  finish,
  isRefusal,
  lookAround,
  noMemory,
  receive,
  relabel,
  wakeOf,
} from '../../src/complaints/desk.ts';
import type { Event } from '../../src/complaints/event.ts';
import type { Mail } from '../../src/complaints/mail.ts';
import type { MailRecord, Memory, Notice, Outgoing, Plan } from '../../src/complaints/plan.ts';
import type { Request } from '../../src/complaints/request.ts';
import type { Rules } from '../../src/complaints/rules.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { readRules } from '../../src/rules/read.ts';
import { starterDefault } from '../../src/rules/starter.ts';

export const starterRules: Rules = readRules(starterDefault, null).rules;

export const instant = (text: string): number => new Date(text).getTime();

export interface Story {
  now: string;
  tickets: Map<string, Ticket>;
  events: Event[];
  mails: MailRecord[];
  outgoing: Outgoing[];
  memory: Memory;
  rules: Rules;
}

export function story(rules: Rules = starterRules): Story {
  return { now: '', tickets: new Map(), events: [], mails: [], outgoing: [], memory: noMemory, rules };
}

let made = 0;

/** A mail as `readMail` would give it. */
export function mail(about: Partial<Mail> & { readonly from?: Mail['from'] }): Mail {
  made += 1;
  const key = about.messageId ?? `mail-${made}@example.com`;
  return {
    gmailId: `g${made}`,
    gmailThreadId: `t${made}`,
    labelIds: ['INBOX'],
    key,
    messageId: key,
    references: [],
    fingerprint: `print-${made}`,
    at: 0,
    from: { name: 'Kari Nordmann', address: 'kari@example.com' },
    to: [{ name: '', address: 'support@fjordlicht.example' }],
    cc: [],
    subject: 'My order',
    words: 'Where is it?',
    text: 'Where is it?',
    language: 'en',
    attachments: [],
    kind: 'customer',
    kindReason: 'nothing says otherwise',
    mayAnswer: true,
    thanksOnly: false,
    authentication: 'unknown',
    ...about,
  };
}

export const reply = (to: Mail, about: Partial<Mail> = {}): Mail =>
  mail({ references: [to.key], subject: to.subject, gmailThreadId: to.gmailThreadId, ...about });

export const agentReply = (to: Mail, person: string, about: Partial<Mail> = {}): Mail =>
  reply(to, {
    kind: 'agent',
    from: { name: person, address: `${person}@fjordlicht.example` },
    to: [to.from],
    ...about,
  });

/** Time passes up to `until`: the desk looks at each instant at which something is due. */
export function passes(told: Story, until: string): void {
  for (let rounds = 0; rounds < 500; rounds++) {
    const next = Math.min(
      ...[...told.tickets.values()].map(
        (ticket) => wakeOf(ticket, { rules: told.rules, now: instant(told.now) }) ?? Number.POSITIVE_INFINITY,
      ),
    );
    if (next > instant(until)) break;
    look(told, Math.max(next, instant(told.now)));
  }
  told.now = until;
  look(told, instant(until));
}

function look(told: Story, now: number): void {
  const work = begin(seen(told), now);
  lookAround(work, [...told.tickets.keys()]);
  relabel(work);
  keep(told, finish(work), now);
}

/** A mail arrives and is taken in at that instant. */
export function arrives(told: Story, at: string, one: Mail): MailRecord {
  if (told.now !== '') passes(told, at);
  const now = instant(at);
  keep(told, receive(seen(told), { mails: [{ ...one, at: now }], parked: [] }, now), now);
  const record = told.mails.at(-1);
  if (!record) throw new Error('no outcome');
  return record;
}

/** Returns why it was refused, or null. */
export function asks(
  told: Story,
  at: string,
  actor: string,
  ticket: string,
  request: Request,
): string | null {
  passes(told, at);
  const plan = act(
    seen(told),
    { actor: `${actor}@fjordlicht.example`, ticket, version: null, request },
    instant(at),
  );
  if (isRefusal(plan)) return plan.refused;
  keep(told, plan, instant(at));
  return null;
}

const seen = (told: Story) => ({
  rules: told.rules,
  tickets: [...told.tickets.values()],
  memory: told.memory,
});

function keep(told: Story, plan: Plan, now: number): void {
  for (const ticket of plan.tickets) told.tickets.set(ticket.id, ticket);
  told.events.push(...plan.events);
  told.mails.push(...plan.mails);
  told.outgoing.push(...plan.outgoing);
  told.memory = plan.memory;
  told.now = new Date(now).toISOString();
}

export function ticket(told: Story, id = 'FL-1'): Ticket {
  const found = told.tickets.get(id);
  if (!found) throw new Error(`no ticket ${id}`);
  return found;
}

export const happened = (told: Story, type: Event['what']['type'], id = 'FL-1'): readonly Event[] =>
  told.events.filter((event) => event.ticket === id && event.what.type === type);

export const notices = (told: Story, to: string): readonly Notice[] =>
  told.outgoing.flatMap(({ effect }) =>
    effect.do === 'notice' && effect.to === `${to}@fjordlicht.example` ? [effect] : [],
  );
