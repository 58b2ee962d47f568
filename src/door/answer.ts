// What the desk answers. A refusal is an answer with words for a card; an answer names the request it belongs to.
import * as v from 'valibot';
import { doorVersion } from './envelope.ts';
import { views } from './views.ts';

export const refusalKinds = [
  /** The door itself refused: too large, malformed, unsigned. Says no more to whom it does not know. */
  'not accepted',
  'late',
  'other version',
  'unknown person',
  /** The rules of the desk do not allow it. */
  'not allowed',
  /** Somebody else holds the desk at this moment: ask again. */
  'busy',
  'not set up',
  /** A service of Google failed. */
  'failed',
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

const text = v.string();
const list = <T extends v.GenericSchema>(type: T) => v.pipe(v.array(type), v.readonly());

const answer = v.variant('answer', [
  v.object({ answer: v.literal('ticket'), ticket: views.ticket }),
  v.object({ answer: v.literal('archived'), ticket: views.archived }),
  /** `parked`: the desk could not read this mail, so a person must answer it. */
  v.object({ answer: v.literal('no ticket'), parked: v.optional(v.boolean()) }),
  v.object({ answer: v.literal('home'), home: views.home }),
  v.object({ answer: v.literal('choices'), choices: views.choices }),
  v.object({
    answer: v.literal('found'),
    tickets: list(views.line),
    closed: list(views.archived),
    more: v.pipe(v.number(), v.safeInteger()),
  }),
  /** Done; `repeated`: it had been done before by the same request. `ticket` is null where there is none. */
  v.object({
    answer: v.literal('done'),
    ticket: v.nullable(views.ticket),
    words: text,
    repeated: v.boolean(),
  }),
  v.object({
    answer: v.literal('done many'),
    done: list(text),
    refused: list(v.object({ ticket: text, words: text })),
    repeated: v.boolean(),
  }),
  /** Nothing was done: others acted since the person looked. Asking again with the new version does it. */
  v.object({
    answer: v.literal('changed'),
    ticket: views.ticket,
    since: list(views.happened),
    words: text,
  }),
  /** `receipt` is null where time ran out: asked again, the desk goes on. */
  v.object({ answer: v.literal('erased'), receipt: v.nullable(text) }),
  v.object({ answer: v.literal('refused'), kind: v.picklist(refusalKinds), words: text }),
]);

export type DoorAnswer = v.InferOutput<typeof answer>;

const reply = v.object({
  v: v.literal(doorVersion),
  nonce: v.string(),
  at: v.pipe(v.number(), v.safeInteger()),
  answer,
});

/** Null where the text is no reply of a desk, or one to another request. A refusal may come without a nonce. */
export function readReply(posted: string, nonce: string): DoorAnswer | null {
  const read = v.safeParse(reply, parsed(posted));
  if (!read.success) return null;
  const refused = read.output.answer.answer === 'refused' && read.output.nonce === '';
  return read.output.nonce === nonce || refused ? read.output.answer : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
