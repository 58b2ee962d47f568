// An action: under the script lock, one read, a decision, one write.

import { personOf } from '../complaints/availability.ts';
import type { GmailMessage, Mail } from '../complaints/mail.ts';
import { readMail } from '../complaints/message.ts';
import { netLabels } from '../complaints/net-labels.ts';
import type { Rules } from '../complaints/rules.ts';
import type { DoorAnswer } from '../door/answer.ts';
import {
  type Asking,
  type Decision,
  type DeskNow,
  decide,
  notAllowed,
  turnedAway,
} from '../door/desk/decide.ts';
import { register } from '../door/desk/register.ts';
import type { Action } from '../door/request.ts';
import type { Waiting } from '../rules/desk/desk-state.ts';
import { type Answer, type Ask, ask, askOne, gmail, read } from './answers.ts';
import { recallArchived } from './archive.ts';
import { type DoorBook, doorBookAsk, readDoorBook, type Wanted, writeDoorBook } from './door-book.ts';
import type { DoorKeys } from './door-keys.ts';
import { firstTickToCome, refusal } from './door-words.ts';
import { identityOf } from './identity.ts';
import { learnedAsk, taughtBy } from './learned.ts';
import { mend } from './mend.ts';

/** The person at the card waits 30 seconds at most; a tick mostly needs three. */
const patience = 12_000;

export function carryOutAction(asked: Asking, { workbook }: DoorKeys): DoorAnswer {
  const { request: one } = asked;
  if (one.ask === 'erase') return eraseNow(asked.actor, one.address, workbook);
  if (!LockService.getScriptLock().tryLock(patience)) return refusal('busy');
  const { request } = asked as Asking<Exclude<Action, { ask: 'erase' }>>;
  return request.ask === 'register'
    ? takeInNow({ ...asked, request }, workbook)
    : actNow({ ...asked, request }, workbook);
}

function actNow(asked: Asking<Exclude<Action, { ask: 'register' | 'erase' }>>, workbook: string): DoorAnswer {
  const { request } = asked;
  const wanted: Wanted = {
    knowledge: request.ask !== 'assign many',
    archiveRow: request.ask === 'act' ? request.archiveRow : null,
  };
  const known = whole(askOne(doorBookAsk(workbook, wanted)), workbook, wanted);
  if (!known) return firstTickToCome;
  const desk = deskNow(known, known.recalled ? [known.recalled] : [], Date.now());
  return carryOut(decide(asked, desk), known, workbook, desk.now);
}

/** What a hand did to Tickets is repaired before anything is decided. */
export function whole(answer: Answer, workbook: string, wanted: Wanted): DoorBook | null {
  const known = readDoorBook(answer, workbook, wanted);
  if (!known || !mend(workbook, known.book, Date.now())) return known;
  return readDoorBook(askOne(doorBookAsk(workbook, wanted)), workbook, wanted);
}

/** A web app ends after six minutes; whoever asks waits five at most. */
const eraseFor = 3 * 60_000;

function eraseNow(actor: string, address: string, workbook: string): DoorAnswer {
  const known = readDoorBook(askOne(doorBookAsk(workbook, {})), workbook, {});
  if (!known) return firstTickToCome;
  const person = personOf(actor, known.rules);
  if (person?.role !== 'admin')
    return turnedAway({ actor }, known) ?? notAllowed('Only an admin may have a customer forgotten');
  if (personOf(address, known.rules) || known.rules.settings.supportAddresses.includes(address))
    return notAllowed(`${address} is in People or the desk's own: only customers are forgotten`);
  const { erase } = require('./erase.ts') as typeof import('./erase.ts');
  return { answer: 'erased', receipt: erase(workbook, address, actor, Date.now() + eraseFor) };
}

/** Two calls more than other actions: the mail must be looked for and fetched. */
function takeInNow(asked: Asking<Extract<Action, { ask: 'register' }>>, workbook: string): DoorAnswer {
  const wanted: Wanted = { knowledge: true };
  const [bookAnswer, found, lessons] = ask([
    doorBookAsk(workbook, wanted),
    lookFor(asked.request.messageId),
    learnedAsk(workbook),
  ]);
  const known = bookAnswer ? whole(bookAnswer, workbook, wanted) : null;
  if (!known || !found) return firstTickToCome;
  const { messages = [] } = read<{ messages?: { id?: string }[] }>(found, 'Looking for the mail');
  const id = messages[0]?.id;
  const there = id === undefined ? null : fetched(id, known.rules);
  // A Message-ID may hold words that mean something to Gmail's search: only the mail of that very id is meant.
  const mail = there?.key === bare(asked.request.messageId) ? there : null;
  const archived = mail ? recallArchived(workbook, known.book, [mail]) : [];
  const now = Date.now();
  const taught = taughtBy(lessons ?? null, { workbook, rules: known.rules });
  const desk = { ...deskNow(known, archived, now), ...(taught ? { learned: taught.learned } : {}) };
  return carryOut(register(asked, mail, desk), known, workbook, desk.now);
}

const bare = (messageId: string): string => messageId.replace(/^\s*<|>\s*$/g, '').trim();

const lookFor = (messageId: string): Ask => ({
  method: 'get',
  url: `${gmail}/messages?q=${encodeURIComponent(`rfc822msgid:${bare(messageId)}`)}&maxResults=1`,
});

function fetched(id: string, rules: Rules): Mail {
  const message = read<GmailMessage>(
    askOne({ method: 'get', url: `${gmail}/messages/${id}?format=full` }),
    'Reading the mail',
  );
  return readMail(message, identityOf(rules));
}

function deskNow(known: DoorBook, recalled: DeskNow['tickets'], now: number): DeskNow {
  const { rules, book, state, door, knowledge } = known;
  const live = book.tickets.map(({ ticket }) => ticket);
  const there = new Set(live.map(({ id }) => id));
  return {
    rules,
    tickets: [...live, ...recalled.filter(({ id }) => !there.has(id))],
    memory: state.memory,
    door,
    knowledge,
    unsent: new Set(state.waiting.filter(isUntried).map(({ outgoing }) => outgoing.id)),
    now,
  };
}

const isUntried = ({ tried }: Waiting): boolean => tried === null;

function carryOut(decision: Decision, known: DoorBook, workbook: string, now: number): DoorAnswer {
  if (decision.do === 'write') {
    const { plan, door } = decision;
    const waiting = waitingAfter(known.state.waiting, decision);
    writeDoorBook(workbook, known, { plan, door, waiting, outgoing: plan.outgoing, now });
  }
  return decision.answer;
}

/** What waits after the decision: without what was withdrawn, with what was decided, label changes summed up. */
function waitingAfter(
  before: readonly Waiting[],
  { plan, withdrawn }: Extract<Decision, { do: 'write' }>,
): readonly Waiting[] {
  const kept = before.filter(({ outgoing }) => !withdrawn.includes(outgoing.id));
  const known = new Map(kept.map((one) => [one.outgoing.id, one]));
  const net = netLabels(
    kept.map(({ outgoing }) => outgoing),
    plan.outgoing,
  );
  return net.map((outgoing) => known.get(outgoing.id) ?? { outgoing, tried: null, tries: 0 });
}
