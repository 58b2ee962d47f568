// Questions: answered from what is in the workbook, without writing anything.
import { personOf } from '../../complaints/availability.ts';
import { hashOf } from '../../complaints/reading/hash.ts';
import type { Ticket } from '../../complaints/ticket.ts';
import type { DoorAnswer } from '../answer.ts';
import type { Question } from '../request.ts';
import type { ArchivedView, HomeView } from '../views.ts';
import { choicesView } from './choices-view.ts';
import { turnedAway } from './decide.ts';
import { homeView } from './home-view.ts';
import { byUrgency, lineOf } from './lines.ts';
import { type Looking, ticketView } from './ticket-view.ts';

/** A closed ticket as a row of the archive tells it. */
export interface ArchivedRow extends ArchivedView {
  readonly keys: readonly string[];
}

export interface Known extends Looking {
  readonly archive: readonly ArchivedRow[];
  /** The ticket in full that the asked archive row holds. */
  readonly recalled: Ticket | null;
  readonly parked: number;
  /** Hashes of Message-IDs of mails that could not be read. */
  readonly parkedKeys: readonly string[];
  readonly health: HomeView['health'];
  readonly problems: HomeView['problems'];
}

export function answer(question: Question, actor: string, known: Known): DoorAnswer {
  const { rules } = known;
  const me = personOf(actor, rules);
  const away = turnedAway({ actor }, known);
  if (away || !me) return away ?? { answer: 'no ticket' };
  switch (question.ask) {
    case 'ticket':
      return theTicket(question, actor, known);
    case 'home':
      return { answer: 'home', home: homeView(me, known) };
    case 'choices':
      return { answer: 'choices', choices: choicesView(question, actor, known) };
    case 'search':
      return search(question.words, known);
    default:
      return question satisfies never;
  }
}

function theTicket(question: Extract<Question, { ask: 'ticket' }>, actor: string, known: Known): DoorAnswer {
  const live =
    question.id === null ? byMails(question.mails, known.tickets) : byId(question.id, known.tickets);
  if (live) return { answer: 'ticket', ticket: ticketView(live, actor, known) };
  // Rows move up when old ones are removed at night.
  const { recalled } = known;
  if (recalled && (question.id === null || byId(question.id, [recalled])))
    return { answer: 'ticket', ticket: ticketView(recalled, actor, known, question.archiveRow) };
  const keys = new Set(question.mails.map(keyOf));
  // The last row is the ticket as it was last.
  const closed = [...known.archive]
    .reverse()
    .find((row) => (question.id === null ? row.keys.some((key) => keys.has(key)) : row.id === question.id));
  if (closed) return { answer: 'archived', ticket: withoutKeys(closed) };
  const last = question.mails.at(-1);
  return { answer: 'no ticket', parked: last !== undefined && known.parkedKeys.includes(keyOf(last)) };
}

const keyOf = (messageId: string): string => hashOf(messageId.replace(/^\s*<|>\s*$/g, '').trim());

const byId = (id: string, tickets: readonly Ticket[]): Ticket | undefined => {
  const wanted = id.toLowerCase();
  return tickets.find((one) => one.id.toLowerCase() === wanted);
};

/** The newest of the mails decides, as it does for the desk. */
function byMails(mails: readonly string[], tickets: readonly Ticket[]): Ticket | undefined {
  const ofKey = new Map(tickets.flatMap((one) => one.messages.map(({ key }) => [key, one] as const)));
  for (const mail of [...mails].reverse()) {
    const ticket = ofKey.get(keyOf(mail));
    if (ticket) return ticket;
  }
  return undefined;
}

const mostFound = 50;

/** Every word must be somewhere in the id, subject, people, customer, category or owner; live tickets come first. */
function search(words: string, known: Known): DoorAnswer {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (texts: readonly (string | null)[]): boolean => {
    const all = texts.join(' ').toLowerCase();
    return wanted.every((word) => all.includes(word));
  };
  const live = known.tickets
    .filter((one) => fits(textsOf(one)))
    .map((one) => lineOf(one, known.rules, known.now))
    .sort(byUrgency);
  const there = new Set(known.tickets.map(({ id }) => id));
  const last = new Map(known.archive.filter(({ id }) => !there.has(id)).map((row) => [row.id, row]));
  const closed = [...last.values()]
    .filter((row) => fits([row.id, row.subject, row.requester, row.customer, row.category, row.owner]))
    .reverse();
  const room = Math.max(0, mostFound - live.length);
  return {
    answer: 'found',
    tickets: live.slice(0, mostFound),
    closed: closed.slice(0, room).map(withoutKeys),
    more: Math.max(0, live.length + closed.length - mostFound),
  };
}

const textsOf = (ticket: Ticket): readonly (string | null)[] => [
  ticket.id,
  ticket.subject,
  ticket.requester.name,
  ticket.requester.address,
  ticket.customer,
  ticket.category,
  ticket.subcategory,
  ticket.owner,
];

const withoutKeys = ({ keys: _, ...view }: ArchivedRow): ArchivedView => view;
