// Folds events into a ticket: the only place where a ticket changes.
import { withoutCustomer } from './erase.ts';
import type { Event, Happening } from './event.ts';
import type { Recent, Ticket, TicketMessage, Wait } from './ticket.ts';
import type { Instant } from './time.ts';

type Of<T extends Happening['type']> = Extract<Happening, { type: T }>;

/** The ticket after the event; `null` before the first one, which must be `opened`. */
export function evolve(ticket: Ticket | null, event: Event): Ticket {
  const { what } = event;
  if (what.type === 'opened') return begin(event, what);
  if (!ticket) throw new Error(`A ticket's first event is 'opened', not '${what.type}'`);
  const version = ticket.version + 1;
  const changed = { ...ticket, ...change(ticket, event) };
  const next = { ...changed, version, recent: remembered(changed.recent, event, version) };
  return once(what) ? { ...next, done: [...next.done, event.key] } : next;
}

const mostRecent = 8;
const reasonLength = 160;

function remembered(before: readonly Recent[], event: Event, version: number): readonly Recent[] {
  const { at, actor, reason, what } = event;
  const one = { version, at, actor, type: what.type, reason: reason.slice(0, reasonLength) };
  return [...before, one].slice(-mostRecent);
}

/** Events that may happen only once: their keys stay with the ticket. */
function once(what: Happening): boolean {
  return ['warned', 'step taken', 'breached', 'customer told'].includes(what.type);
}

function begin(event: Event, what: Of<'opened'>): Ticket {
  return {
    id: event.ticket,
    version: 1,
    subject: what.subject,
    requester: what.requester,
    customer: what.customer,
    customerTier: what.customerTier,
    language: what.language,
    mayAnswer: what.mayAnswer,
    status: 'new',
    category: '',
    subcategory: null,
    categoryWhy: '',
    severity: 'medium',
    severityWhy: '',
    mood: 'green',
    moodWhy: '',
    flags: [],
    tier: what.tier,
    tierSince: what.message.at,
    owner: null,
    ownerSince: what.message.at,
    coOwners: [],
    lastWork: what.message.at,
    handover: null,
    opened: what.message.at,
    resolvedAt: null,
    closedAt: null,
    reopened: 0,
    restartedAt: null,
    rootCause: null,
    solution: null,
    promise: null,
    facts: {},
    messages: [what.message],
    replyTo: what.messageId,
    waits: [],
    rests: [],
    regimes: [],
    labels: [],
    done: [],
    breaches: [],
    escalations: 0,
    recent: remembered([], event, 1),
    follows: what.follows,
    ...(what.said === undefined ? {} : { said: what.said }),
    ...(what.incident ? { incident: true } : {}),
    ...(what.pilot === undefined ? {} : { pilot: what.pilot }),
  };
}

function change(ticket: Ticket, event: Event): Partial<Ticket> {
  const { what, at, reason } = event;
  switch (what.type) {
    case 'opened':
      return {};
    case 'customer wrote':
      return { ...heard(ticket, what.message), replyTo: what.messageId };
    case 'customer thanked':
    case 'machine wrote':
    case 'mail bounced':
    case 'desk wrote':
      return { messages: [...ticket.messages, what.message] };
    case 'agent wrote':
    case 'colleague wrote':
      return answered(ticket, what.message);
    case 'category set':
      return {
        category: what.category,
        subcategory: what.subcategory,
        categoryWhy: reason,
        sureness: what.sureness ?? null,
      };
    case 'category confirmed':
      return { sureness: null };
    case 'severity set':
      return { severity: what.severity, severityWhy: reason };
    case 'mood seen':
      return { mood: what.mood, moodWhy: reason };
    case 'flagged':
      return { flags: [...new Set([...ticket.flags, what.flag])] };
    case 'policy applied':
      return { regimes: [...ticket.regimes, what.regime] };
    case 'owner set':
      return { owner: what.owner, ownerSince: at, handover: null };
    case 'co-owner added':
      return { coOwners: [...new Set([...ticket.coOwners, what.person])] };
    case 'handed over':
      return { handover: { from: what.from, to: what.to, at, acceptBy: what.acceptBy, note: what.note } };
    case 'handover accepted':
      return { handover: null, owner: what.person, ownerSince: at, lastWork: at };
    case 'handover returned':
      return { handover: null, owner: what.to, ownerSince: at };
    case 'escalated':
      return {
        tier: what.to,
        ...(what.to === what.from ? {} : { tierSince: at }),
        escalations: ticket.escalations + 1,
      };
    case 'warned':
    case 'step taken':
    case 'customer told':
      return {};
    case 'breached':
      return { breaches: [...ticket.breaches, { clock: what.clock, due: what.due }] };
    case 'label added':
      return { labels: [...new Set([...ticket.labels, what.label])] };
    case 'waiting':
      return {
        status: what.on === 'customer' ? 'waiting for customer' : 'waiting for third party',
        waits: [...endWait(ticket.waits, at), { on: what.on, from: at, to: null, until: what.until }],
        lastWork: at,
      };
    case 'resumed':
      return { status: 'open', waits: endWait(ticket.waits, at) };
    case 'promised':
      return { promise: what.until, lastWork: at };
    case 'noted':
      return event.actor === 'desk' ? {} : { lastWork: at };
    case 'fact recorded':
      return { facts: { ...ticket.facts, [what.fact]: what.value } };
    case 'resolved':
      return {
        status: 'resolved',
        resolvedAt: at,
        rootCause: what.rootCause,
        solution: what.solution,
        handover: null,
        waits: endWait(ticket.waits, at),
        lastWork: at,
      };
    case 'undone':
      return what.restore;
    case 'linked':
      return { parent: what.parent };
    case 'unlinked':
      return { parent: null };
    case 'member joined':
    case 'member left':
      return {};
    case 'same matter seen':
      return { sameAs: what.ticket };
    case 'told apart':
      return { sameAs: null };
    case 'merged':
      return {
        ...ended(ticket, at),
        messages: [],
        parent: null,
        sameAs: null,
        merged: { into: what.into, was: ticket.status, keys: ticket.messages.map(({ key }) => key) },
      };
    case 'took over':
      return tookOver(ticket, what);
    case 'taken apart': {
      const was = ticket.merged?.was;
      return {
        status: was === 'new' || was === 'reopened' ? was : 'open',
        messages: what.messages,
        merged: null,
        resolvedAt: null,
        closedAt: null,
        rests: [...ticket.rests, { from: ticket.closedAt ?? at, to: at }],
        lastWork: at,
      };
    }
    case 'gave back':
      return { messages: ticket.messages.filter(({ key }) => !what.keys.includes(key)) };
    case 'reopened':
      return reopen(ticket, at, what.clocks);
    case 'closed':
      return ended(ticket, at);
    case 'erased':
      return withoutCustomer(ticket, what.as);
    default:
      return what satisfies never;
  }
}

const ended = (ticket: Ticket, at: Instant): Partial<Ticket> => ({
  status: 'closed',
  closedAt: at,
  resolvedAt: ticket.resolvedAt ?? at,
  handover: null,
  waits: endWait(ticket.waits, at),
});

/** What the customer wrote elsewhere counts as if it had been written here. */
function tookOver(ticket: Ticket, { messages, replyTo }: Of<'took over'>): Partial<Ticket> {
  const wrote = messages.filter(({ by, counts }) => by === 'customer' && counts);
  const waited = ticket.status.startsWith('waiting') && wrote.length > 0;
  const first = Math.min(...wrote.map(({ at }) => at));
  return {
    messages: [...ticket.messages, ...messages].sort((a, b) => a.at - b.at),
    replyTo: replyTo ?? ticket.replyTo,
    ...(waited ? { status: 'open' as const, waits: endWait(ticket.waits, first) } : {}),
  };
}

function heard(ticket: Ticket, message: TicketMessage): Partial<Ticket> {
  const waited = ticket.status.startsWith('waiting');
  return {
    messages: [...ticket.messages, message],
    ...(waited ? { status: 'open' as const, waits: endWait(ticket.waits, message.at) } : {}),
  };
}

function answered(ticket: Ticket, message: TicketMessage): Partial<Ticket> {
  const begun = ticket.status === 'new' || ticket.status === 'reopened';
  return {
    messages: [...ticket.messages, message],
    lastWork: Math.max(ticket.lastWork, message.at),
    ...(begun && message.by === 'agent' ? { status: 'open' as const } : {}),
  };
}

function reopen(ticket: Ticket, at: Instant, clocks: 'go on' | 'start again'): Partial<Ticket> {
  const from = ticket.resolvedAt ?? at;
  return {
    status: 'reopened',
    resolvedAt: null,
    closedAt: null,
    merged: null,
    reopened: ticket.reopened + 1,
    rests: [...ticket.rests, { from, to: at }],
    ...(clocks === 'start again' ? { restartedAt: at, tierSince: at } : {}),
    lastWork: at,
  };
}

function endWait(waits: readonly Wait[], at: Instant): readonly Wait[] {
  return waits.map((wait) => (wait.to === null ? { ...wait, to: Math.max(at, wait.from) } : wait));
}
