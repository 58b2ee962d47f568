// Every button by name, with what it carries along. All of them call one function of the script, `press`.
import type { Action } from './card.ts';

export const actions = {
  /** Show a ticket on top; `row`: where the archive holds it, or empty. */
  'open ticket': ['ticket', 'row'],
  /** The same card anew. */
  'look again': ['ticket', 'row'],
  /** Back down to the ticket that a card lies on, drawn anew. */
  'back to ticket': ['ticket', 'row'],
  /** The home card on top: on a phone there is no other way to it. */
  'open home': [],
  'open form': ['form', 'ticket', 'version', 'row'],
  /** `known`: what the form needs to read its inputs, as a list in JSON. */
  'send form': ['form', 'ticket', 'version', 'row', 'known'],
  /** `deed`: a request to the desk as JSON. */
  do: ['deed', 'ticket', 'version', 'row'],
  /** The same from a card that lies on top of the ticket's. */
  'do anyway': ['deed', 'ticket', 'version', 'row'],
  /** A request that got no answer, once more; `nonce` lets the desk do it once at most. */
  'try again': ['request', 'nonce'],
  undo: ['ticket'],
  register: ['message'],
  search: [],
  'open queue': ['owner'],
  'filter queue': ['from'],
  'open bulk': ['from'],
  'assign many': [],
  'open replies': ['ticket'],
  /** Opens a draft that answers the open mail. */
  reply: ['ticket', 'macro'],
  /** Puts a text into the draft that is being written. */
  insert: ['ticket', 'macro'],
  'choose ticket': ['ticket'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ActionName = keyof typeof actions;
export type Carried<N extends ActionName> = Readonly<Record<(typeof actions)[N][number], string>>;

/** The top-level function behind all buttons; which one was pressed is in the parameter `press`. */
export const dispatcher = 'press';
export const whichButton = 'press';

/** Those whose answer is a draft: Gmail wants to know before the press. */
export const drafting: readonly ActionName[] = ['reply'];

export function press<N extends ActionName>(name: N, carried: Carried<N>): Action {
  const values: Readonly<Record<string, string>> = carried;
  return {
    function: dispatcher,
    parameters: [
      { key: whichButton, value: name },
      ...actions[name].map((key) => ({ key, value: values[key] ?? '' })),
    ],
  };
}

export const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name);
