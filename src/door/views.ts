// What the desk tells a sidebar about tickets: everything a card needs, nothing it has to reckon out.
import * as z from 'zod/mini';
import { clockNames, moods, roles, severities } from '../complaints/rules.ts';
import { statuses } from '../complaints/ticket.ts';

const instant = z.int();
const text = z.string();
const count = z.int();
const maybe = <T extends z.core.$ZodType>(type: T) => z.nullable(type);
const list = <T extends z.core.$ZodType>(type: T) => z.readonly(z.array(type));

/** A colleague; the name is the address where nobody knows a better one. */
const person = z.object({ email: text, name: text });

/** The person who asks, as the desk knows them. */
const me = z.object({
  email: text,
  name: text,
  role: z.enum(roles),
  /** The desk's: for who does not tell Gmail their own. */
  timeZone: text,
});

const deadline = z.object({
  clock: z.enum([...clockNames, 'tierTime']),
  /** Null while a wait stops the clock. */
  due: maybe(instant),
  /** Working seconds left; negative when overdue. */
  left: count,
  /** Working seconds allowed in all. */
  target: count,
  state: z.enum(['on time', 'at risk', 'overdue', 'stopped']),
  /** Since when the clock runs. */
  start: instant,
  why: text,
});

const happened = z.object({
  /** The ticket's version after it. */
  version: count,
  at: instant,
  /** A name, `customer` or `desk`. */
  actor: text,
  what: text,
  reason: text,
});

/** One line of a list. */
const line = z.object({
  id: text,
  version: count,
  subject: text,
  customer: text,
  category: text,
  severity: z.enum(severities),
  mood: z.enum(moods),
  tier: count,
  owner: maybe(person),
  status: z.enum(statuses),
  deadline: maybe(z.pick(deadline, { clock: true, due: true, left: true, state: true })),
  /** Message-ID of the customer's last mail: it finds the conversation in anybody's mailbox. */
  mail: maybe(text),
});

const ticket = z.object({
  me,
  id: text,
  version: count,
  /** The row of the archive that holds it; null: not archived. */
  archiveRow: maybe(count),
  subject: text,
  requester: z.object({ name: text, address: text }),
  customer: maybe(z.object({ name: text, link: maybe(text), accountManager: maybe(person) })),
  customerTier: text,
  language: text,
  status: z.enum(statuses),
  category: text,
  subcategory: maybe(text),
  categoryWhy: text,
  /** Where the desk is not sure of the category: what else it may be. Null: nothing to ask. */
  guess: z.optional(
    maybe(
      z.object({
        verdict: z.enum(['likely', 'unsure']),
        others: list(z.object({ category: text, subcategory: maybe(text) })),
      }),
    ),
  ),
  severity: z.enum(severities),
  severityWhy: text,
  mood: z.enum(moods),
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
  handover: maybe(z.object({ from: maybe(person), to: person, acceptBy: maybe(instant), note: text })),
  opened: instant,
  resolvedAt: maybe(instant),
  promise: maybe(instant),
  waiting: maybe(z.object({ on: z.enum(['customer', 'third party']), until: maybe(instant) })),
  /** Running ones, the nearest first. */
  deadlines: list(deadline),
  breaches: list(z.object({ clock: z.enum(clockNames), due: instant })),
  /** What the category requires before a handover; null: not recorded yet. */
  required: list(z.object({ fact: text, value: maybe(text) })),
  guideline: maybe(text),
  checklist: list(text),
  rootCause: maybe(text),
  solution: maybe(text),
  history: z.object({ before: count, open: list(line) }),
  /** `alike`: solved a ticket in much the same words, not only one of the same category. */
  similar: list(z.object({ ticket: text, problem: text, solution: text, alike: z.optional(z.boolean()) })),
  /** Of an incident: the most urgent members, and how many there are; absent: it is none. */
  members: z.optional(z.object({ all: count, open: count, customers: count, lines: list(line) })),
  /** The incident it belongs to. */
  parent: z.optional(maybe(line)),
  /** An older ticket of the customer that may be about the same matter. */
  sameAs: z.optional(maybe(line)),
  mergedInto: z.optional(maybe(text)),
  /** The last events, the newest first. */
  events: list(happened),
  /** Why the person may not act on it; null: they may. */
  barred: maybe(text),
  /** What the person did last and may still undo, in words; null: nothing. */
  undo: maybe(text),
  mail: maybe(text),
});

/** A closed ticket as the archive lists it; asking again with its row gives all of it. */
const archived = z.object({
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

const load = z.object({ person, open: count, cap: maybe(count) });

const home = z.object({
  me,
  tiers: list(text),
  /** The most urgent ticket that I may take or have. */
  next: maybe(line),
  mine: list(line),
  team: list(line),
  handovers: list(z.object({ ticket: line, from: maybe(person), acceptBy: maybe(instant), note: text })),
  /** Lists end at a hundred tickets: these figures count all. */
  figures: z.object({
    open: count,
    mine: count,
    overdue: count,
    atRisk: count,
    waiting: count,
    unassigned: count,
    parked: count,
  }),
  load: list(load),
  health: list(z.object({ what: text, value: text, advice: text })),
  /** What is wrong in the workbook, the first few; the desk goes on with the sound rows. */
  problems: list(z.object({ where: text, what: text, advice: text })),
});

const choices = z.object({
  me,
  /** The ticket that was asked about, or the most urgent of the addresses that were named. */
  ticket: maybe(ticket),
  /** Other live tickets of these addresses. */
  others: list(line),
  people: list(
    z.object({ ...person.shape, role: text, teams: list(text), skills: list(text), away: z.boolean() }),
  ),
  teams: list(text),
  categories: list(z.object({ category: text, subcategory: maybe(text) })),
  tiers: list(text),
  /** Open ones, that a ticket may be put to. */
  incidents: z.optional(list(z.object({ id: text, subject: text }))),
  /** With the variables filled in where there is a ticket, those in its language first. */
  macros: list(z.object({ name: text, language: text, use: maybe(text), subject: maybe(text), body: text })),
});

export const views = { line, ticket, archived, home, choices, happened };
export type PersonView = z.infer<typeof person>;
export type DeadlineView = z.infer<typeof deadline>;
export type EventView = z.infer<typeof happened>;
export type TicketLine = z.infer<typeof line>;
export type TicketView = z.infer<typeof ticket>;
export type ArchivedView = z.infer<typeof archived>;
export type HomeView = z.infer<typeof home>;
export type ChoicesView = z.infer<typeof choices>;
