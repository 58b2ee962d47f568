// What the desk tells a sidebar about tickets: everything a card needs, nothing it has to reckon out.
import * as v from 'valibot';
import { clockNames, moods, roles, severities } from '../complaints/rules.ts';
import { statuses } from '../complaints/ticket.ts';

const instant = v.pipe(v.number(), v.safeInteger());
const text = v.string();
const count = v.pipe(v.number(), v.safeInteger());
const maybe = <T extends v.GenericSchema>(type: T) => v.nullable(type);
const list = <T extends v.GenericSchema>(type: T) => v.pipe(v.array(type), v.readonly());

/** A colleague; the name is the address where nobody knows a better one. */
const person = v.object({ email: text, name: text });

/** The person who asks, as the desk knows them. */
const me = v.object({
  email: text,
  name: text,
  role: v.picklist(roles),
  /** The desk's: for who does not tell Gmail their own. */
  timeZone: text,
});

const deadline = v.object({
  clock: v.picklist([...clockNames, 'tierTime']),
  /** Null while a wait stops the clock. */
  due: maybe(instant),
  /** Working seconds left; negative when overdue. */
  left: count,
  /** Working seconds allowed in all. */
  target: count,
  state: v.picklist(['on time', 'at risk', 'overdue', 'stopped']),
  /** Since when the clock runs. */
  start: instant,
  why: text,
});

const happened = v.object({
  /** The ticket's version after it. */
  version: count,
  at: instant,
  /** A name, `customer` or `desk`. */
  actor: text,
  what: text,
  reason: text,
});

/** One line of a list. */
const line = v.object({
  id: text,
  version: count,
  subject: text,
  customer: text,
  category: text,
  severity: v.picklist(severities),
  mood: v.picklist(moods),
  tier: count,
  owner: maybe(person),
  status: v.picklist(statuses),
  deadline: maybe(v.pick(deadline, ['clock', 'due', 'left', 'state'])),
  /** Message-ID of the customer's last mail: it finds the conversation in anybody's mailbox. */
  mail: maybe(text),
});

const ticket = v.object({
  me,
  id: text,
  version: count,
  /** The row of the archive that holds it; null: not archived. */
  archiveRow: maybe(count),
  subject: text,
  requester: v.object({ name: text, address: text }),
  customer: maybe(v.object({ name: text, link: maybe(text), accountManager: maybe(person) })),
  customerTier: text,
  language: text,
  status: v.picklist(statuses),
  category: text,
  subcategory: maybe(text),
  categoryWhy: text,
  /** Where the desk is not sure of the category: what else it may be. Null: nothing to ask. */
  guess: v.optional(
    maybe(
      v.object({
        verdict: v.picklist(['likely', 'unsure']),
        others: list(v.object({ category: text, subcategory: maybe(text) })),
      }),
    ),
  ),
  severity: v.picklist(severities),
  severityWhy: text,
  mood: v.picklist(moods),
  moodWhy: text,
  flags: list(text),
  /** Paths below the root, as the support mailbox shows them. */
  labels: list(text),
  labelRoot: text,
  tier: count,
  /** Names of all tiers, first line first. */
  tiers: list(text),
  owner: maybe(person),
  coOwners: list(person),
  handover: maybe(v.object({ from: maybe(person), to: person, acceptBy: maybe(instant), note: text })),
  opened: instant,
  resolvedAt: maybe(instant),
  promise: maybe(instant),
  waiting: maybe(v.object({ on: v.picklist(['customer', 'third party']), until: maybe(instant) })),
  /** Running ones, the nearest first. */
  deadlines: list(deadline),
  breaches: list(v.object({ clock: v.picklist(clockNames), due: instant })),
  /** What the category requires before a handover; null: not recorded yet. */
  required: list(v.object({ fact: text, value: maybe(text) })),
  guideline: maybe(text),
  checklist: list(text),
  rootCause: maybe(text),
  solution: maybe(text),
  history: v.object({ before: count, open: list(line) }),
  /** `alike`: solved a ticket in much the same words, not only one of the same category. */
  similar: list(v.object({ ticket: text, problem: text, solution: text, alike: v.optional(v.boolean()) })),
  /** Of an incident: the most urgent members, and how many there are; absent: it is none. */
  members: v.optional(v.object({ all: count, open: count, customers: count, lines: list(line) })),
  /** The incident it belongs to. */
  parent: v.optional(maybe(line)),
  /** An older ticket of the customer that may be about the same matter. */
  sameAs: v.optional(maybe(line)),
  mergedInto: v.optional(maybe(text)),
  /** The last events, the newest first. */
  events: list(happened),
  /** Why the person may not act on it; null: they may. */
  barred: maybe(text),
  /** What the person did last and may still undo, in words; null: nothing. */
  undo: maybe(text),
  mail: maybe(text),
});

/** A closed ticket as the archive lists it; asking again with its row gives all of it. */
const archived = v.object({
  id: text,
  archiveRow: count,
  subject: text,
  requester: text,
  customer: text,
  category: text,
  severity: text,
  tier: text,
  owner: text,
  /** In the desk's time zone, `2026-03-30 10:30`. */
  opened: text,
  why: text,
});

const load = v.object({ person, open: count, cap: maybe(count) });

const home = v.object({
  me,
  tiers: list(text),
  /** The most urgent ticket that I may take or have. */
  next: maybe(line),
  mine: list(line),
  team: list(line),
  handovers: list(v.object({ ticket: line, from: maybe(person), acceptBy: maybe(instant), note: text })),
  /** Lists end at a hundred tickets: these figures count all. */
  figures: v.object({
    open: count,
    mine: count,
    overdue: count,
    atRisk: count,
    waiting: count,
    unassigned: count,
    parked: count,
  }),
  load: list(load),
  health: list(v.object({ what: text, value: text, advice: text })),
  /** What is wrong in the workbook, the first few; the desk goes on with the sound rows. */
  problems: list(v.object({ where: text, what: text, advice: text })),
});

const choices = v.object({
  me,
  /** The ticket that was asked about, or the most urgent of the addresses that were named. */
  ticket: maybe(ticket),
  /** Other live tickets of these addresses. */
  others: list(line),
  people: list(
    v.object({ ...person.entries, role: text, teams: list(text), skills: list(text), away: v.boolean() }),
  ),
  teams: list(text),
  categories: list(v.object({ category: text, subcategory: maybe(text) })),
  tiers: list(text),
  /** Open ones, that a ticket may be put to. */
  incidents: v.optional(list(v.object({ id: text, subject: text }))),
  /** With the variables filled in where there is a ticket, those in its language first. */
  macros: list(v.object({ name: text, language: text, use: maybe(text), subject: maybe(text), body: text })),
});

export const views = { line, ticket, archived, home, choices, happened };
export type PersonView = v.InferOutput<typeof person>;
export type DeadlineView = v.InferOutput<typeof deadline>;
export type EventView = v.InferOutput<typeof happened>;
export type TicketLine = v.InferOutput<typeof line>;
export type TicketView = v.InferOutput<typeof ticket>;
export type ArchivedView = v.InferOutput<typeof archived>;
export type HomeView = v.InferOutput<typeof home>;
export type ChoicesView = v.InferOutput<typeof choices>;
