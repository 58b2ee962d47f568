// A ticket told again under given rules: what they would have made of it, from its opening until now.
import { customerOf } from './customer.ts';
import type { Happening } from './event.ts';
import type { Learned } from './learned.ts';
import type { Mail } from './mail.ts';
import { policyFor } from './matrix.ts';
import { open } from './open.ts';
import type { Memory } from './plan.ts';
import type { Rules } from './rules.ts';
import { settle } from './settle.ts';
import { isWaiting, type Ticket, type TicketMessage } from './ticket.ts';
import type { Instant } from './time.ts';
import { lookAt, wakeOf } from './watch.ts';
import { begin, noMemory, record, ticketOf, type Work } from './work.ts';

export interface Told {
  readonly ticket: Ticket;
  /** Its opening mail; without it, category, severity, mood and flags stay as they are. */
  readonly mail: Mail | null;
}

/** What a telling goes by. */
export interface By {
  readonly rules: Rules;
  /** Absent: keywords decide alone. */
  readonly learned?: Learned;
}

/**
 * Only what came from outside happens again: mails, waits, solving. What colleagues decided on the ticket does not, so
 * two tellings under different rules differ by the rules alone.
 */
export function replay({ ticket, mail }: Told, by: By, now: Instant): Ticket {
  const scene: Scene = { ...by, ticket: null, memory: noMemory, clock: ticket.opened };
  at(scene, ticket.opened, (work) => {
    const first = ticket.messages[0] ?? nothingWritten(ticket);
    if (mail) open(work, mail, { ...first, at: ticket.opened }, null, '');
    else openAgain(work, ticket, first);
  });
  for (const { when, what } of happenedTo(ticket)) {
    passTime(scene, Math.min(when, now));
    if (when > now) break;
    at(scene, when, (work, id) => {
      if (fits(what, ticketOf(work, id))) record(work, id, what, { reason: '', at: when });
    });
  }
  passTime(scene, ticket.closedAt ?? ticket.resolvedAt ?? now);
  if (!scene.ticket) throw new Error(`${ticket.id} could not be told again`);
  return scene.ticket;
}

interface Scene extends By {
  ticket: Ticket | null;
  memory: Memory;
  clock: Instant;
}

function at(scene: Scene, now: Instant, happen: (work: Work, id: string) => void): void {
  const { rules, learned, ticket, memory } = scene;
  const seen = { rules, tickets: ticket ? [ticket] : [], memory, ...(learned ? { learned } : {}) };
  const work = begin(seen, now);
  happen(work, ticket?.id ?? '');
  scene.ticket = [...work.tickets.values()][0] ?? null;
  scene.memory = work.memory;
  scene.clock = now;
}

const mostSteps = 200;

/** Everything that falls due on the way, at its own instant. */
function passTime(scene: Scene, until: Instant): void {
  for (let steps = 0; steps < mostSteps; steps++) {
    const { ticket, rules, clock } = scene;
    const wake = ticket && wakeOf(ticket, { rules, now: clock });
    if (wake === null || wake > until || (steps > 0 && wake <= clock)) break;
    at(scene, Math.max(wake, clock), lookAt);
  }
  scene.clock = Math.max(scene.clock, until);
}

interface Moment {
  readonly when: Instant;
  readonly what: Happening;
}

function happenedTo(ticket: Ticket): readonly Moment[] {
  const resolved = { type: 'resolved', rootCause: null, solution: null } as const;
  const moments: Moment[] = [
    ...ticket.messages.slice(1).flatMap(written),
    ...ticket.waits.flatMap(({ on, from, to, until }) => [
      { when: from, what: { type: 'waiting', on, until } as const },
      ...(to === null ? [] : [{ when: to, what: { type: 'resumed' } as const }]),
    ]),
    ...ticket.rests.flatMap(({ from, to }) => [
      { when: from, what: resolved },
      ...(to === null
        ? []
        : [
            {
              when: to,
              what: {
                type: 'reopened',
                clocks: ticket.restartedAt === to ? 'start again' : 'go on',
              } as const,
            },
          ]),
    ]),
    ...(ticket.resolvedAt === null ? [] : [{ when: ticket.resolvedAt, what: resolved }]),
  ];
  return moments.filter(({ when }) => when >= ticket.opened).sort((a, b) => a.when - b.when);
}

function written(message: TicketMessage): readonly Moment[] {
  const when = message.at;
  if (!message.counts) return [];
  if (message.by === 'customer')
    return [{ when, what: { type: 'customer wrote', message, messageId: null } }];
  if (message.by === 'agent') return [{ when, what: { type: 'agent wrote', message, person: '' } }];
  return message.by === 'desk' ? [{ when, what: { type: 'desk wrote', message } }] : [];
}

/** Under these rules it may have taken another way meanwhile. */
function fits(what: Happening, ticket: Ticket): boolean {
  const done = ticket.status === 'resolved' || ticket.status === 'closed';
  if (what.type === 'resumed') return isWaiting(ticket);
  if (what.type === 'reopened') return done;
  return what.type === 'waiting' || what.type === 'resolved' ? !done : true;
}

const nothingWritten = (ticket: Ticket): TicketMessage => ({
  key: '',
  print: '',
  gmailId: '',
  threadId: '',
  at: ticket.opened,
  by: 'customer',
  counts: true,
});

function openAgain(work: Work, ticket: Ticket, message: TicketMessage): void {
  const { id, subject, requester, language, mayAnswer, follows } = ticket;
  const { category, subcategory, severity, mood, flags } = ticket;
  const { customer, tier: customerTier } = customerOf(requester.address, work.rules);
  const tier = policyFor({ category, subcategory, severity, customerTier }, work.rules).is.startTier;
  const whose = { requester, customer: customer?.name ?? null, customerTier };
  const opened = { subject, ...whose, language, mayAnswer, tier, follows };
  const events: readonly Happening[] = [
    { type: 'opened', message, messageId: null, ...opened },
    { type: 'category set', category, subcategory },
    { type: 'severity set', severity },
    { type: 'mood seen', mood },
    ...flags.map((flag) => ({ type: 'flagged', flag }) as const),
  ];
  for (const what of events) record(work, id, what, { reason: '', at: ticket.opened });
  settle(work, id);
}
