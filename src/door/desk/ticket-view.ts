// One ticket as its card needs it.
import { mayHandle } from '../../complaints/assignment.ts';
import { personOf } from '../../complaints/availability.ts';
import { deadlinesOf } from '../../complaints/deadlines.ts';
import { labelsOf } from '../../complaints/labels.ts';
import { rulesFor } from '../../complaints/pilot.ts';
import type { Category, Rules } from '../../complaints/rules.ts';
import { isLive, pathText, type Recent, type Ticket } from '../../complaints/ticket.ts';
import type { Instant } from '../../complaints/time.ts';
import { whyDeadline } from '../../complaints/why-deadline.ts';
import type { DeadlineView, EventView, TicketView } from '../views.ts';
import { byUrgency, lineOf, maybePerson, meView, personView, stateOf } from './lines.ts';
import { type DoorMemory, undoableBy } from './memory.ts';
import { similarTo } from './similar.ts';
import { togetherOf } from './together-view.ts';

export interface Looking {
  readonly rules: Rules;
  /** All that are not archived. */
  readonly tickets: readonly Ticket[];
  /** Solutions of earlier tickets, as rows of Knowledge. */
  readonly knowledge: readonly (readonly string[])[];
  readonly memory: DoorMemory;
  readonly now: Instant;
}

export function ticketView(
  ticket: Ticket,
  actor: string,
  looking: Looking,
  archiveRow: number | null = null,
): TicketView {
  const { now, memory } = looking;
  const rules = rulesFor(ticket, looking.rules);
  const row = categoryRow(ticket, rules);
  const wait = ticket.waits.find((one) => one.to === null);
  const last = archiveRow === null ? undoableBy(memory, actor, ticket.id, now) : null;
  const { id, version, subject, requester, customerTier, language, status, category, subcategory } = ticket;
  const { categoryWhy, severity, severityWhy, mood, moodWhy, flags, tier, opened, resolvedAt, promise } =
    ticket;
  return {
    me: meView(actor, rules),
    id,
    version,
    archiveRow,
    subject,
    requester,
    customerTier,
    language,
    status,
    category,
    subcategory,
    categoryWhy,
    guess: guessOf(ticket),
    severity,
    severityWhy,
    mood,
    moodWhy,
    flags,
    tier,
    opened,
    resolvedAt,
    promise,
    labels: labelsOf(ticket, rules),
    labelRoot: rules.settings.labelRoot,
    customer: customerView(ticket, rules),
    tiers: rules.settings.tiers,
    owner: maybePerson(ticket.owner, rules),
    coOwners: ticket.coOwners.map((one) => personView(one, rules)),
    handover: handoverView(ticket, rules),
    waiting: wait ? { on: wait.on, until: wait.until } : null,
    deadlines: deadlineViews(ticket, rules, now),
    breaches: ticket.breaches,
    required: (row?.required ?? []).map((fact) => ({ fact, value: ticket.facts[fact] ?? null })),
    guideline: row?.guideline ?? null,
    checklist: row?.checklist ?? [],
    rootCause: ticket.rootCause,
    solution: ticket.solution,
    history: historyOf(ticket, looking),
    ...togetherOf(ticket, looking),
    similar: similarTo(ticket, looking.knowledge, rules),
    events: [...ticket.recent].reverse().map((one) => eventView(one, rules)),
    barred: barred(actor, ticket, rules),
    undo: last && last.version <= ticket.version ? last.action : null,
    mail: ticket.replyTo,
  };
}

const categoryRow = (ticket: Ticket, { categories }: Rules): Category | undefined =>
  categories.find((one) => one.name === ticket.category && one.subcategory === ticket.subcategory);

function guessOf({ sureness }: Ticket): TicketView['guess'] {
  if (!sureness || sureness.verdict === 'sure') return null;
  return { verdict: sureness.verdict, others: sureness.others };
}

function customerView(ticket: Ticket, rules: Rules): TicketView['customer'] {
  if (ticket.customer === null) return null;
  const known = rules.customers.find((one) => one.name === ticket.customer);
  return {
    name: ticket.customer,
    link: known?.link ?? null,
    accountManager: maybePerson(known?.accountManager ?? null, rules),
  };
}

function handoverView({ handover }: Ticket, rules: Rules): TicketView['handover'] {
  if (!handover) return null;
  const { from, to, acceptBy, note } = handover;
  return { from: maybePerson(from, rules), to: personView(to, rules), acceptBy, note };
}

function deadlineViews(ticket: Ticket, rules: Rules, now: Instant): readonly DeadlineView[] {
  if (!isLive(ticket)) return [];
  return deadlinesOf(ticket, rules, now)
    .filter((one) => one.metAt === null)
    .sort((a, b) => (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER))
    .map((one) => ({
      clock: one.clock,
      due: one.due,
      left: Math.round(one.target - one.used),
      target: Math.round(one.target),
      state: stateOf(one),
      start: one.start,
      why: whyDeadline(one, ticket, rules),
    }));
}

/** Other tickets of the same customer or requester. */
function historyOf(ticket: Ticket, { tickets, rules, now }: Looking): TicketView['history'] {
  const others = tickets.filter(
    (other) =>
      other.id !== ticket.id &&
      (other.requester.address === ticket.requester.address ||
        (ticket.customer !== null && other.customer === ticket.customer)),
  );
  const open = others.filter(isLive).map((one) => lineOf(one, rules, now));
  return { before: others.length, open: [...open].sort(byUrgency).slice(0, 5) };
}

export function eventView({ version, at, actor, type, reason }: Recent, rules: Rules): EventView {
  return { version, at, actor: personOf(actor, rules)?.name ?? actor, what: type, reason };
}

function barred(actor: string, ticket: Ticket, rules: Rules): string | null {
  const person = personOf(actor, rules);
  if (!person) return `${actor} is not in People: ask an admin to add you`;
  if (person.role !== 'agent' || mayHandle(person, ticket)) return null;
  return `You may not handle ${pathText(ticket)} (People, May handle)`;
}
