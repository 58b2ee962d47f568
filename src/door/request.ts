// What a sidebar can ask of the desk: four questions and five kinds of action, checked when they come in.
import * as v from 'valibot';
import { escalationReasons } from '../complaints/event.ts';
import type { Request } from '../complaints/request.ts';
import { severities } from '../complaints/rules.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const email = v.pipe(v.string(), v.minLength(3), v.maxLength(320), v.toLowerCase());
/** Written as JSON a cell must hold it, so no control characters by the thousand. */
const text = v.pipe(
  v.string(),
  v.maxLength(5_000),
  v.check((one) => JSON.stringify(one).length < 11_000),
);
const said = v.pipe(text, v.minLength(1));
const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const messageId = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const maybe = <T extends v.GenericSchema>(type: T) => v.nullable(type);

const facts = v.pipe(v.array(v.strictObject({ fact: name, value: said })), v.maxLength(30), v.readonly());

/** What a person can do with a ticket: `Request` of the domain, field by field. */
const deed = v.variant('do', [
  v.strictObject({ do: v.literal('take') }),
  v.strictObject({ do: v.literal('assign'), to: email }),
  v.strictObject({ do: v.literal('hand over'), to: email, note: text, facts: v.optional(facts) }),
  v.strictObject({ do: v.literal('accept') }),
  v.strictObject({ do: v.literal('return'), note: text }),
  v.strictObject({
    do: v.literal('escalate'),
    way: v.picklist(['hierarchical', 'functional']),
    because: v.picklist(escalationReasons),
    to: maybe(name),
    note: text,
  }),
  v.strictObject({ do: v.literal('set category'), category: name, subcategory: maybe(name) }),
  v.strictObject({ do: v.literal('confirm category') }),
  v.strictObject({ do: v.literal('set severity'), severity: v.picklist(severities) }),
  v.strictObject({
    do: v.literal('wait'),
    on: v.picklist(['customer', 'third party']),
    until: maybe(instant),
  }),
  v.strictObject({ do: v.literal('go on') }),
  v.strictObject({ do: v.literal('promise'), until: instant }),
  v.strictObject({
    do: v.literal('note'),
    note: said,
    mentions: v.pipe(v.array(email), v.maxLength(20), v.readonly()),
  }),
  v.strictObject({ do: v.literal('add co-owner'), person: email }),
  v.strictObject({ do: v.literal('record fact'), fact: name, value: said }),
  v.strictObject({ do: v.literal('record facts'), facts }),
  v.strictObject({ do: v.literal('resolve'), rootCause: maybe(text), solution: maybe(text) }),
  v.strictObject({ do: v.literal('reopen') }),
  v.strictObject({ do: v.literal('not a ticket') }),
  v.strictObject({ do: v.literal('link'), to: maybe(id) }),
  v.strictObject({ do: v.literal('unlink') }),
  v.strictObject({ do: v.literal('update all'), text: said, how: v.picklist(['draft', 'send']) }),
  v.strictObject({ do: v.literal('merge'), into: id }),
  v.strictObject({ do: v.literal('not same') }),
  v.strictObject({ do: v.literal('take apart') }),
]);

/** A ticket with the version that the person saw. */
const seen = { ticket: id, version };

const request = v.variant('ask', [
  /**
   * The ticket of a mail (the mails it refers to, oldest first, then its own Message-ID), or one by its id.
   * `archiveRow`: where a closed ticket was found, as an earlier answer told.
   */
  v.strictObject({
    ask: v.literal('ticket'),
    id: maybe(id),
    mails: v.pipe(v.array(messageId), v.maxLength(220)),
    archiveRow: maybe(v.pipe(v.number(), v.safeInteger(), v.minValue(2))),
  }),
  v.strictObject({ ask: v.literal('home') }),
  /** People, teams, categories, macros and the like, for pick lists. */
  v.strictObject({
    ask: v.literal('choices'),
    /** The ticket that the choice is about; null: none, or one of these requesters'. */
    ticket: maybe(id),
    addresses: v.pipe(v.array(email), v.maxLength(50)),
  }),
  v.strictObject({ ask: v.literal('search'), words: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  v.strictObject({
    ask: v.literal('act'),
    ...seen,
    archiveRow: maybe(v.pipe(v.number(), v.safeInteger(), v.minValue(2))),
    request: deed,
  }),
  v.strictObject({
    ask: v.literal('assign many'),
    tickets: v.pipe(v.array(v.strictObject(seen)), v.minLength(1), v.maxLength(100)),
    to: email,
  }),
  /** Take this mail of the support mailbox in at once. */
  v.strictObject({ ask: v.literal('register'), messageId }),
  /** Undo what I did last with the ticket. */
  v.strictObject({ ask: v.literal('undo'), ticket: id }),
  /** Forget this customer everywhere: for admins. */
  v.strictObject({ ask: v.literal('erase'), address: v.pipe(email, v.regex(/^[^\s@]+@[^\s@]+$/)) }),
]);

export type DoorRequest = v.InferOutput<typeof request>;
export type Question = Extract<DoorRequest, { ask: 'ticket' | 'home' | 'choices' | 'search' }>;
export type Action = Exclude<DoorRequest, Question>;

export const isQuestion = (one: DoorRequest): one is Question =>
  ['ticket', 'home', 'choices', 'search'].includes(one.ask);

/** Null where it is no request that this version knows. */
export function readRequest(value: unknown): DoorRequest | null {
  const read = v.safeParse(request, value);
  return read.success ? read.output : null;
}

/** Both directions: a compile error here says that the protocol and the domain have drifted apart. */
type Deed = v.InferOutput<typeof deed>;
export const asRequest = (one: Deed): Request => one;
export const asDeed = (one: Request): Deed => one;
