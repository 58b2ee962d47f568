// What an action comes to: a plan to be written, or an answer that changes nothing.
import { actOn } from '../../complaints/act.ts';
import { nameOf, personOf } from '../../complaints/availability.ts';
import type { Plan } from '../../complaints/plan.ts';
import { isFresh, newsSince } from '../../complaints/quiet.ts';
import { relabel } from '../../complaints/relabel.ts';
import { isLive, type Ticket } from '../../complaints/ticket.ts';
import { type LastAction, lastAction, undo } from '../../complaints/undo.ts';
import { begin, finish, type Seen, type Work } from '../../complaints/work.ts';
import type { DoorAnswer } from '../answer.ts';
import { type Action, asRequest } from '../request.ts';
import { type Acted, type DoorMemory, type ManyRefused, repeated, undoableBy, withAction } from './memory.ts';
import { eventView, ticketView } from './ticket-view.ts';

export interface Asking<A extends Action = Action> {
  readonly actor: string;
  readonly nonce: string;
  readonly request: A;
}

export interface DeskNow extends Seen {
  readonly door: DoorMemory;
  /** Outbox ids that nobody has set out to send yet. */
  readonly unsent: ReadonlySet<string>;
  readonly knowledge: readonly (readonly string[])[];
  readonly now: number;
}

export type Decision =
  | { readonly do: 'answer'; readonly answer: DoorAnswer }
  | {
      readonly do: 'write';
      readonly plan: Plan;
      readonly door: DoorMemory;
      /** Notices of an undone action that need not be sent any more. */
      readonly withdrawn: readonly string[];
      readonly answer: DoorAnswer;
    };

/** Everything but `register`, which reads a mail first, and `erase`, which goes through every tab. */
export function decide(
  asked: Asking<Exclude<Action, { ask: 'register' | 'erase' }>>,
  desk: DeskNow,
): Decision {
  const early = turnedAway(asked, desk) ?? answeredBefore(asked, desk);
  if (early) return { do: 'answer', answer: early };
  const { request } = asked;
  switch (request.ask) {
    case 'act':
      return actOnOne({ ...asked, request }, desk);
    case 'assign many':
      return assignMany({ ...asked, request }, desk);
    case 'undo':
      return undoLast({ ...asked, request }, desk);
    default:
      return request satisfies never;
  }
}

export const notAllowed = (words: string): DoorAnswer => ({ answer: 'refused', kind: 'not allowed', words });

/** Who is not in People may do nothing. */
export function turnedAway(
  { actor }: Pick<Asking, 'actor'>,
  { rules }: Pick<DeskNow, 'rules'>,
): DoorAnswer | null {
  if (personOf(actor, rules)) return null;
  const words = `${actor} is not in People: ask an admin to add you`;
  return { answer: 'refused', kind: 'unknown person', words };
}

/** The same request came before: what it did then is told, with the ticket as it is now. */
export function answeredBefore({ actor, nonce }: Asking, desk: DeskNow): DoorAnswer | null {
  const before = repeated(desk.door, nonce, actor);
  if (!before) return null;
  if (before.many) return { answer: 'done many', ...before.many, repeated: true };
  const ticket = desk.tickets.find((one) => one.id === before.ticket);
  return {
    answer: 'done',
    ticket: ticket ? viewOf(ticket, actor, desk, desk.door) : null,
    words: before.words,
    repeated: true,
  };
}

/** These overwrite nothing, so it does not matter what happened in between. */
const additive: readonly string[] = ['note', 'add co-owner'];

function actOnOne(asked: Asking<Extract<Action, { ask: 'act' }>>, desk: DeskNow): Decision {
  const { actor, request } = asked;
  const ticket = desk.tickets.find((one) => one.id === request.ticket);
  if (!ticket) return told(notAllowed(`There is no ticket ${request.ticket}, or it is archived`));
  if (!additive.includes(request.request.do) && !isFresh(ticket, request.version))
    return told(changed(ticket, request.version, actor, desk));
  const work = begin(desk, desk.now);
  const refused = actOn(work, {
    actor,
    ticket: ticket.id,
    version: null,
    request: asRequest(request.request),
  });
  if (refused !== null) return told(notAllowed(refused));
  const plan = finished(work);
  const { request: deed } = request;
  const last = lastAction(ticket, plan, { actor, at: desk.now, action: deed.do });
  const shown = deed.do === 'merge' ? deed.into : ticket.id;
  return done(asked, desk, { plan, ticket: shown, words: wordsOf(plan, ticket.id), last, withdrawn: [] });
}

function changed(ticket: Ticket, version: number, actor: string, desk: DeskNow): DoorAnswer {
  const { news } = newsSince(ticket, version);
  const latest = news.at(-1);
  return {
    answer: 'changed',
    ticket: viewOf(ticket, actor, desk, desk.door),
    since: [...news].reverse().map((one) => eventView(one, desk.rules)),
    words: `${ticket.id} has changed since you looked${latest ? `: ${latest.reason}` : ''}. Nothing was done yet.`,
  };
}

function assignMany(asked: Asking<Extract<Action, { ask: 'assign many' }>>, desk: DeskNow): Decision {
  const { actor, request } = asked;
  if (personOf(actor, desk.rules)?.role === 'agent')
    return told(notAllowed('Only a lead may assign several tickets at once'));
  const work = begin(desk, desk.now);
  const refused: ManyRefused[] = [];
  const did: string[] = [];
  for (const { ticket: id, version } of request.tickets) {
    const obstacle = assignOne(work, actor, id, version, request.to);
    if (obstacle === null) did.push(id);
    else refused.push({ ticket: id, words: obstacle });
  }
  const many = { done: did, refused };
  const answer: DoorAnswer = { answer: 'done many', ...many, repeated: false };
  if (did.length === 0) return told(answer);
  const words = `Assigned ${did.length} tickets to ${nameOf(request.to, desk.rules)}`;
  const acted: Acted = { nonce: asked.nonce, at: desk.now, actor, ticket: null, words, many };
  return {
    do: 'write',
    plan: finished(work),
    door: withAction(desk.door, acted, null),
    withdrawn: [],
    answer,
  };
}

function assignOne(work: Work, actor: string, id: string, version: number, to: string): string | null {
  const ticket = work.tickets.get(id);
  if (ticket && isLive(ticket) && !isFresh(ticket, version)) {
    const latest = newsSince(ticket, version).news.at(-1);
    return `It has changed since you looked${latest ? `: ${latest.reason}` : ''}`;
  }
  return actOn(work, { actor, ticket: id, version: null, request: { do: 'assign', to } });
}

function undoLast(asked: Asking<Extract<Action, { ask: 'undo' }>>, desk: DeskNow): Decision {
  const { actor, request } = asked;
  const last = undoableBy(desk.door, actor, request.ticket, desk.now);
  if (!last) return told(notAllowed('There is nothing of yours on this ticket that can still be undone'));
  const work = begin(desk, desk.now);
  const refused = undo(work, last, desk.unsent);
  if (refused !== null) return told(notAllowed(refused));
  const plan = finished(work);
  const withdrawn = last.told.map(({ id }) => id).filter((id) => desk.unsent.has(id));
  return done(asked, desk, {
    plan,
    ticket: last.ticket,
    words: wordsOf(plan, last.ticket),
    last: null,
    withdrawn,
  });
}

interface Did {
  readonly plan: Plan;
  readonly ticket: string | null;
  readonly words: string;
  readonly last: LastAction | null;
  readonly withdrawn: readonly string[];
}

/** The decision to write, with the answer that shows the ticket as it is then. */
export function done({ actor, nonce }: Asking, desk: DeskNow, did: Did): Decision {
  const { plan, ticket: id, words, last, withdrawn } = did;
  const acted: Acted = { nonce, at: desk.now, actor, ticket: id, words, many: null };
  const door = withAction(desk.door, acted, last);
  const changedNow = new Map(plan.tickets.map((one) => [one.id, one]));
  const tickets = [
    ...desk.tickets.map((one) => changedNow.get(one.id) ?? one),
    ...plan.tickets.filter((one) => !desk.tickets.some(({ id: known }) => known === one.id)),
  ];
  const after = tickets.find((one) => one.id === id);
  const ticket = after ? viewOf(after, actor, { ...desk, tickets }, door) : null;
  return { do: 'write', plan, door, withdrawn, answer: { answer: 'done', ticket, words, repeated: false } };
}

const told = (answer: DoorAnswer): Decision => ({ do: 'answer', answer });

export function finished(work: Work): Plan {
  relabel(work);
  return finish(work);
}

const viewOf = (ticket: Ticket, actor: string, desk: DeskNow, memory: DoorMemory) =>
  ticketView(ticket, actor, { ...desk, memory });

/** The first event is what the person asked for; the others follow from it. */
const wordsOf = (plan: Plan, ticket: string): string =>
  plan.events.find((event) => event.ticket === ticket)?.reason ?? '';
