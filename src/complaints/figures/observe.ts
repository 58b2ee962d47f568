// What each event of the journal adds to the figures of the period in which it stands. The definitions are here.
import { type Deadline, deadlinesOf } from '../deadlines.ts';
import type { Event } from '../event.ts';
import { rulesFor } from '../pilot.ts';
import type { Rules } from '../rules.ts';
import type { Ticket } from '../ticket.ts';
import type { Instant } from '../time.ts';
import type { Matter } from './matter.ts';
import { minutesOf } from './spread.ts';
import { bySide, type Count } from './tally.ts';

export interface Observed {
  readonly before: Matter | null;
  readonly after: Matter | null;
  readonly event: Event;
}

/**
 * The event's own instant decides the period: a ticket opened in March and resolved in April is one opened in March
 * and one resolved in April. Category, tier and owner are those at that instant. What is undone is taken back.
 *
 * - `opened`: tickets of customers; `aside`: closed as no ticket at all, or merged into another. The desk's own ticket for an
 *   incident is nobody's: it counts as one of `incidents` and nowhere else.
 * - `kept`, `late`: promises that ended (answered, updated, resolved) within or beyond the target, by clock. A ticket
 *   resolved without an answer was answered by resolving it. A promise still running counts only as a breach.
 * - `breached`: promises found broken, whether they were met afterwards or not.
 * - `minutes`: working time of first responses and resolutions, pauses left out.
 * - `resolved`: each time a ticket was resolved; `first contact`: of these, with one answer at most, never escalated
 *   and never reopened. `reopened`: each time one was.
 * - `escalated`: each time, by `type` (who decided: `automatic` is the desk itself) and `why`.
 * - `judged`: resolved tickets that had been escalated; `in vain`: of these, where nobody but the one who had it before
 *   did anything on it afterwards. That is the over-escalation rate: the help was not needed.
 * - `mood`: tickets that turned amber or red. `sorted`: categories the desk gave to new tickets; `corrected`: categories
 *   that people changed.
 * - `taken`, `answers`: by person, tickets they became owner of and mails they wrote to customers.
 */
export function observe(seen: Observed, rules: Rules): readonly Count[] {
  const { before, after, event } = seen;
  const { what, actor, at } = event;
  if (after?.ticket.incident) return what.type === 'opened' ? [['incidents', 1]] : [];
  switch (what.type) {
    case 'opened':
      return [['opened', 1]];
    case 'category set':
      return sorting(seen, what.category, actor);
    case 'mood seen':
      return what.mood === 'green' || what.mood === before?.ticket.mood ? [] : [[`mood|${what.mood}`, 1]];
    case 'owner set':
      return what.owner === null ? [] : [[`taken|${what.owner}`, 1]];
    case 'handover accepted':
      return [[`taken|${what.person}`, 1]];
    case 'agent wrote':
      return [[`answers|${what.person}`, 1], ...ended(seen, what.message.at, rules)];
    case 'desk wrote':
      return ended(seen, what.message.at, rules);
    case 'escalated':
      return [
        ['escalated', 1],
        [`type|${actor === 'desk' ? 'automatic' : 'by hand'}, ${what.way}`, 1],
        [`why|${what.because}`, 1],
      ];
    case 'breached':
      return [
        ['breached', 1],
        [`breached|${what.clock}`, 1],
      ];
    case 'reopened':
      return [['reopened', 1]];
    case 'resolved':
      return after ? [...solved(after, at, rules, 1), ...ended(seen, at, rules)] : [['resolved', 1]];
    case 'closed':
      return what.because === 'not a ticket' ? [['aside', 1]] : [];
    case 'merged':
      return [['aside', 1]];
    case 'taken apart':
      return [['aside', -1]];
    case 'undone':
      return before && after ? takenBack(before, after, rules) : [];
    default:
      return [];
  }
}

function sorting({ before }: Observed, category: string, actor: string): readonly Count[] {
  if (!before || before.ticket.category === '') return actor === 'desk' ? [['sorted', 1]] : [];
  return actor !== 'desk' && before.ticket.category !== category ? [['corrected', 1]] : [];
}

function solved({ ticket, before, helped }: Matter, at: Instant, rules: Rules, by: 1 | -1): readonly Count[] {
  const answers = ticket.messages.filter((one) => one.by === 'agent').length;
  const isFirst = answers <= 1 && before === undefined && ticket.reopened === 0;
  const time = promises(ticket, at, rules).find(({ clock }) => clock === 'resolution');
  const owner = ticket.owner ?? 'nobody';
  return [
    ['resolved', by],
    [`resolved|${owner}`, by],
    ...(time
      ? ([
          [`minutes of|${owner}`, by * Math.round(time.used / 60)],
          [`timed|${owner}`, by],
        ] as const)
      : []),
    ...(isFirst ? ([['first contact', by]] as const) : []),
    ...(before === undefined
      ? []
      : ([['judged', by], ...(helped ? [] : [['in vain', by] as const])] as const)),
  ];
}

/** Promises that ended with this event. */
function ended({ before, after }: Observed, at: Instant, rules: Rules): readonly Count[] {
  if (!after) return [];
  const were = new Set(before ? promises(before.ticket, at, rules).map(named) : []);
  return promises(after.ticket, at, rules)
    .filter((one) => one.metAt === at && !were.has(named(one)))
    .flatMap((one) => promised(one, after.ticket, 1));
}

const named = ({ clock, start, metAt }: Deadline): string => `${clock}|${start}|${metAt}`;

function promised({ clock, breached, used }: Deadline, ticket: Ticket, by: 1 | -1): readonly Count[] {
  const timed = clock === 'firstResponse' || clock === 'resolution';
  return [
    ...bySide(`${breached ? 'late' : 'kept'}|${clock}`, ticket, by),
    ...(timed ? ([[`minutes|${clock}|${minutesOf(used)}`, by]] as const) : []),
  ];
}

/** A resolution that was a mistake never was one. */
function takenBack(before: Matter, after: Matter, rules: Rules): readonly Count[] {
  const at = before.ticket.resolvedAt;
  if (at === null || after.ticket.resolvedAt !== null) return [];
  const met = promises(before.ticket, at, rules).filter(({ metAt }) => metAt === at);
  const still = new Set(promises(after.ticket, at, rules).map(named));
  return [
    ...solved(before, at, rules, -1),
    ...met.filter((one) => !still.has(named(one))).flatMap((one) => promised(one, before.ticket, -1)),
  ];
}

/** A ticket whose deadlines cannot be reckoned (its calendar is gone) has none to tell of. */
function promises(ticket: Ticket, now: Instant, rules: Rules): readonly Deadline[] {
  try {
    return deadlinesOf(ticket, rulesFor(ticket, rules), now).filter(({ clock }) => clock !== 'tierTime');
  } catch {
    return [];
  }
}
