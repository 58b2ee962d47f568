// What a sidebar can ask of the desk: four questions and five kinds of action, checked when they come in.
import * as z from 'zod/mini';
import { escalationReasons } from '../complaints/event.ts';
import type { Request } from '../complaints/request.ts';
import { severities } from '../complaints/rules.ts';

const id = z.string().check(z.minLength(1), z.maxLength(60));
const name = z.string().check(z.minLength(1), z.maxLength(200));
const email = z.string().check(z.minLength(3), z.maxLength(320), z.toLowerCase());
const text = z.string().check(z.maxLength(5_000));
const said = z.string().check(z.minLength(1), z.maxLength(5_000));
const instant = z.int().check(z.gte(0));
const version = z.int().check(z.gte(0));
const messageId = z.string().check(z.minLength(1), z.maxLength(1_000));
const maybe = <T extends z.core.$ZodType>(type: T) => z.nullable(type);

const facts = z.readonly(z.array(z.strictObject({ fact: name, value: said })).check(z.maxLength(30)));

/** What a person can do with a ticket: `Request` of the domain, field by field. */
const deed = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('take') }),
  z.strictObject({ do: z.literal('assign'), to: email }),
  z.strictObject({ do: z.literal('hand over'), to: email, note: text, facts: z.optional(facts) }),
  z.strictObject({ do: z.literal('accept') }),
  z.strictObject({ do: z.literal('return'), note: text }),
  z.strictObject({
    do: z.literal('escalate'),
    way: z.enum(['hierarchical', 'functional']),
    because: z.enum(escalationReasons),
    to: maybe(name),
    note: text,
  }),
  z.strictObject({ do: z.literal('set category'), category: name, subcategory: maybe(name) }),
  z.strictObject({ do: z.literal('confirm category') }),
  z.strictObject({ do: z.literal('set severity'), severity: z.enum(severities) }),
  z.strictObject({
    do: z.literal('wait'),
    on: z.enum(['customer', 'third party']),
    until: maybe(instant),
  }),
  z.strictObject({ do: z.literal('go on') }),
  z.strictObject({ do: z.literal('promise'), until: instant }),
  z.strictObject({
    do: z.literal('note'),
    note: said,
    mentions: z.readonly(z.array(email).check(z.maxLength(20))),
  }),
  z.strictObject({ do: z.literal('add co-owner'), person: email }),
  z.strictObject({ do: z.literal('record fact'), fact: name, value: said }),
  z.strictObject({ do: z.literal('record facts'), facts }),
  z.strictObject({ do: z.literal('resolve'), rootCause: maybe(text), solution: maybe(text) }),
  z.strictObject({ do: z.literal('reopen') }),
  z.strictObject({ do: z.literal('not a ticket') }),
  z.strictObject({ do: z.literal('link'), to: maybe(id) }),
  z.strictObject({ do: z.literal('unlink') }),
  z.strictObject({ do: z.literal('update all'), text: said, how: z.enum(['draft', 'send']) }),
  z.strictObject({ do: z.literal('merge'), into: id }),
  z.strictObject({ do: z.literal('not same') }),
  z.strictObject({ do: z.literal('take apart') }),
]);

/** A ticket with the version that the person saw. */
const seen = { ticket: id, version };

const request = z.discriminatedUnion('ask', [
  /**
   * The ticket of a mail (the mails it refers to, oldest first, then its own Message-ID), or one by its id.
   * `archiveRow`: where a closed ticket was found, as an earlier answer told.
   */
  z.strictObject({
    ask: z.literal('ticket'),
    id: maybe(id),
    mails: z.array(messageId).check(z.maxLength(220)),
    archiveRow: maybe(z.int().check(z.gte(2))),
  }),
  z.strictObject({ ask: z.literal('home') }),
  /** People, teams, categories, macros and the like, for pick lists. */
  z.strictObject({
    ask: z.literal('choices'),
    /** The ticket that the choice is about; null: none, or one of these requesters'. */
    ticket: maybe(id),
    addresses: z.array(email).check(z.maxLength(50)),
  }),
  z.strictObject({ ask: z.literal('search'), words: z.string().check(z.minLength(1), z.maxLength(200)) }),
  z.strictObject({
    ask: z.literal('act'),
    ...seen,
    archiveRow: maybe(z.int().check(z.gte(2))),
    request: deed,
  }),
  z.strictObject({
    ask: z.literal('assign many'),
    tickets: z.array(z.strictObject(seen)).check(z.minLength(1), z.maxLength(100)),
    to: email,
  }),
  /** Take this mail of the support mailbox in at once. */
  z.strictObject({ ask: z.literal('register'), messageId }),
  /** Undo what I did last with the ticket. */
  z.strictObject({ ask: z.literal('undo'), ticket: id }),
  /** Forget this customer everywhere: for admins. */
  z.strictObject({ ask: z.literal('erase'), address: email }),
]);

export type DoorRequest = z.infer<typeof request>;
export type Question = Extract<DoorRequest, { ask: 'ticket' | 'home' | 'choices' | 'search' }>;
export type Action = Exclude<DoorRequest, Question>;

export const isQuestion = (one: DoorRequest): one is Question =>
  ['ticket', 'home', 'choices', 'search'].includes(one.ask);

/** Null where it is no request that this version knows. */
export function readRequest(value: unknown): DoorRequest | null {
  const read = request.safeParse(value);
  return read.success ? read.data : null;
}

/** Both directions: a compile error here says that the protocol and the domain have drifted apart. */
type Deed = z.infer<typeof deed>;
export const asRequest = (one: Deed): Request => one;
export const asDeed = (one: Request): Deed => one;
