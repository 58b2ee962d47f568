// What the desk answers. A refusal is an answer with words for a card; an answer names the request it belongs to.
import * as z from 'zod/mini';
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

const text = z.string();
const list = <T extends z.core.$ZodType>(type: T) => z.readonly(z.array(type));

const answer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('ticket'), ticket: views.ticket }),
  z.object({ answer: z.literal('archived'), ticket: views.archived }),
  /** `parked`: the desk could not read this mail, so a person must answer it. */
  z.object({ answer: z.literal('no ticket'), parked: z.optional(z.boolean()) }),
  z.object({ answer: z.literal('home'), home: views.home }),
  z.object({ answer: z.literal('choices'), choices: views.choices }),
  z.object({
    answer: z.literal('found'),
    tickets: list(views.line),
    closed: list(views.archived),
    more: z.int(),
  }),
  /** Done; `repeated`: it had been done before by the same request. `ticket` is null where there is none. */
  z.object({
    answer: z.literal('done'),
    ticket: z.nullable(views.ticket),
    words: text,
    repeated: z.boolean(),
  }),
  z.object({
    answer: z.literal('done many'),
    done: list(text),
    refused: list(z.object({ ticket: text, words: text })),
    repeated: z.boolean(),
  }),
  /** Nothing was done: others acted since the person looked. Asking again with the new version does it. */
  z.object({
    answer: z.literal('changed'),
    ticket: views.ticket,
    since: list(views.happened),
    words: text,
  }),
  /** `receipt` is null where time ran out: asked again, the desk goes on. */
  z.object({ answer: z.literal('erased'), receipt: z.nullable(text) }),
  z.object({ answer: z.literal('refused'), kind: z.enum(refusalKinds), words: text }),
]);

export type DoorAnswer = z.infer<typeof answer>;

const reply = z.object({ v: z.literal(doorVersion), nonce: z.string(), at: z.int(), answer });

export interface Reply {
  /** Of the request that is answered; empty where none could be read. */
  readonly nonce: string;
  readonly at: number;
  readonly answer: DoorAnswer;
}

export const writeReply = ({ nonce, at, answer }: Reply): string =>
  JSON.stringify({ v: doorVersion, nonce, at, answer });

/** Null where the text is no reply of a desk, or one to another request. A refusal may come without a nonce. */
export function readReply(posted: string, nonce: string): DoorAnswer | null {
  const read = reply.safeParse(parsed(posted));
  if (!read.success) return null;
  const refused = read.data.answer.answer === 'refused' && read.data.nonce === '';
  return read.data.nonce === nonce || refused ? read.data.answer : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
