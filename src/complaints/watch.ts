// Time passed: breaches are recorded, ladder steps taken, waits and handovers ended, old tickets closed.
import { calendarOf, nameOf } from './availability.ts';
import { type Deadline, deadlinesOf } from './deadlines.ts';
import { rungsOf } from './ladder.ts';
import { policyFor } from './matrix.ts';
import { leadOf, tell } from './notices.ts';
import { rulesFor } from './pilot.ts';
import type { Plan } from './plan.ts';
import { relabel } from './relabel.ts';
import type { ClockName, Rules } from './rules.ts';
import { settle } from './settle.ts';
import { takeStep } from './step.ts';
import { isLive, type Ticket } from './ticket.ts';
import type { Instant } from './time.ts';
import { clockText, durationText } from './wording.ts';
import { begin, finish, governing, record, type Seen, safely, ticketOf, type Work } from './work.ts';
import { dueOf } from './working-time.ts';

const day = 86_400_000;

/** What follows from the time being `now`. */
export function watch(seen: Seen, now: Instant): Plan {
  const work = begin(seen, now);
  lookAround(work, [...work.tickets.keys()]);
  relabel(work);
  return finish(work);
}

/** As `watch`, on work that goes on. */
export function lookAround(work: Work, ids: readonly string[]): void {
  for (const id of ids) {
    const trouble = safely(work, () => lookAt(work, id));
    if (trouble !== null) work.troubled.set(id, trouble);
  }
}

/** Does on one ticket all that is due by now; doing it again changes nothing. */
export function lookAt(whole: Work, id: string): void {
  const work = governing(whole, ticketOf(whole, id));
  if (!isLive(ticketOf(work, id))) {
    if (ticketOf(work, id).status === 'resolved') noteBreaches(work, id);
    closeWhenQuiet(work, id);
    return;
  }
  endWait(work, id, work.now);
  if (resolveSilent(work, id, work.now)) {
    noteBreaches(work, id);
    return;
  }
  endHandover(work, id);
  settle(work, id);
  noteBreaches(work, id);
  climb(work, id);
}

/** A ticket that gave trouble is looked at again after this, not at every tick. */
const patience = 1_800_000;

/** The next instant at which something may be due on the ticket; null if nothing will be by itself. */
export function wakeOf(ticket: Ticket, work: Pick<Work, 'rules' | 'now'>): Instant | null {
  try {
    return nextInstant(ticket, { rules: rulesFor(ticket, work.rules), now: work.now });
  } catch {
    return work.now + patience;
  }
}

function nextInstant(ticket: Ticket, work: Pick<Work, 'rules' | 'now'>): Instant | null {
  const { rules, now } = work;
  if (ticket.status === 'closed') return archivingTime(ticket, rules);
  if (!isLive(ticket)) return closingTime(ticket, work);
  const deadlines = deadlinesOf(ticket, rules, now);
  const steps = rungsOf(ticket, policyFor(ticket, rules).is, deadlines, rules).map((rung) => rung.when);
  const breaches = deadlines.filter((one) => !isNoted(ticket, one)).map((one) => one.at(one.target + 1));
  const wait = ticket.waits.find((one) => one.to === null)?.until ?? null;
  const instants = [
    ...steps,
    ...breaches,
    wait,
    silenceEnds(ticket, rules),
    ticket.handover?.acceptBy ?? null,
  ];
  return earliest(instants.filter((at) => at !== null));
}

const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.length > 0 ? Math.min(...instants) : null;

export const archivingTime = (ticket: Ticket, rules: Rules): Instant =>
  (ticket.closedAt ?? ticket.opened) + rules.settings.archiveAfterDays * day;

const closingTime = (ticket: Ticket, { rules }: Pick<Work, 'rules'>): Instant =>
  (ticket.resolvedAt ?? ticket.opened) + rules.settings.closeAfterDays * day;

function closeWhenQuiet(work: Work, id: string): void {
  const ticket = ticketOf(work, id);
  if (ticket.status !== 'resolved' || closingTime(ticket, work) > work.now) return;
  const { closeAfterDays } = work.rules.settings;
  record(
    work,
    id,
    { type: 'closed', because: 'quiet' },
    { reason: `Resolved for ${closeAfterDays} days without a further mail (Settings)` },
  );
}

function endWait(work: Work, id: string, now: Instant): void {
  const wait = ticketOf(work, id).waits.find((one) => one.to === null);
  if (!wait || wait.until === null || wait.until > now) return;
  const ticket = record(
    work,
    id,
    { type: 'resumed' },
    { at: wait.until, reason: `The wait for the ${wait.on} was set to end now` },
  );
  if (ticket.owner !== null)
    tell(work, ticket, ticket.owner, {
      kind: 'warning',
      reason: `The wait for the ${wait.on} is over`,
      key: `wait|${wait.until}`,
    });
}

/** When a wait without an end counts as solved; null: never by itself. */
function silenceEnds(ticket: Ticket, rules: Rules): Instant | null {
  const days = rules.settings.resolveAfterSilentDays;
  const wait = ticket.waits.find((one) => one.to === null);
  if (days === 0 || wait?.on !== 'customer' || wait.until !== null) return null;
  const calendar = calendarOf(ticket.regimes.at(-1)?.calendar ?? null, rules);
  return dueOf(calendar, wait.from, { unit: 'working days', amount: days }, []);
}

/** A silence or a wait that was over before this instant, at which the next mail came. */
export function endSilence(work: Work, id: string, at: Instant): Ticket {
  endWait(work, id, at);
  resolveSilent(work, id, at);
  return ticketOf(work, id);
}

function resolveSilent(work: Work, id: string, now: Instant): boolean {
  const end = silenceEnds(ticketOf(work, id), work.rules);
  if (end === null || end > now) return false;
  const { resolveAfterSilentDays } = work.rules.settings;
  record(
    work,
    id,
    { type: 'resolved', rootCause: null, solution: null },
    {
      at: end,
      reason: `The customer was silent for ${resolveAfterSilentDays} working days after our answer (Settings)`,
    },
  );
  return true;
}

/** A handover nobody accepted in time goes back, and the lead is told. */
function endHandover(work: Work, id: string): void {
  const before = ticketOf(work, id);
  const { handover } = before;
  if (!handover?.acceptBy || handover.acceptBy > work.now) return;
  const reason = `${nameOf(handover.to, work.rules)} did not accept it in time`;
  const ticket = record(work, id, { type: 'handover returned', to: handover.from }, { reason });
  const key = `handover|${handover.at}`;
  for (const person of new Set([leadOf(before, work), handover.from ?? leadOf(before, work)]))
    tell(work, ticket, person, { kind: 'handover', reason, key });
}

const breachKey = (ticket: Ticket, { clock, start }: Deadline): string =>
  `${ticket.id}|${clock}|${start}|breach`;

/** Time at a tier has its ladder steps but is no promise to the customer, so it never counts as a breach. */
const isNoted = (ticket: Ticket, deadline: Deadline): boolean =>
  deadline.clock === 'tierTime' ||
  deadline.metAt !== null ||
  ticket.done.includes(breachKey(ticket, deadline));

function noteBreaches(work: Work, id: string): void {
  const ticket = ticketOf(work, id);
  for (const deadline of deadlinesOf(ticket, work.rules, work.now)) {
    const { clock, due, metAt, breached, used, target } = deadline;
    const key = breachKey(ticket, deadline);
    if (clock === 'tierTime' || !breached || due === null || ticket.done.includes(key)) continue;
    record(
      work,
      id,
      { type: 'breached', clock: clock as ClockName, due, metAt },
      { reason: breachText(clock, used - target, metAt), key },
    );
  }
}

function breachText(clock: ClockName, over: number, metAt: Instant | null): string {
  const late = metAt === null ? 'nothing had happened' : `it came ${durationText(over)} of working time late`;
  return `The ${clockText(clock)} was due and ${late}`;
}

/** Steps are taken in the order of their instants; each may change what the next ones are. */
function climb(work: Work, id: string): void {
  for (let steps = 0; steps < 50; steps++) {
    const ticket = ticketOf(work, id);
    const deadlines = deadlinesOf(ticket, work.rules, work.now);
    const policy = policyFor(ticket, work.rules).is;
    const next = rungsOf(ticket, policy, deadlines, work.rules)[0];
    if (!next || next.when > work.now) return;
    takeStep(work, id, next);
    settle(work, id);
  }
}
