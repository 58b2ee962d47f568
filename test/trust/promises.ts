// What must hold whenever the desk has come to rest, however it got there. Each broken promise is a sentence.
import type { Event, Happening } from '../../src/complaints/event.ts';
import { evolve } from '../../src/complaints/evolve.ts';
import { labelsOf } from '../../src/complaints/labels.ts';
import type { Rules } from '../../src/complaints/rules.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import type { Office } from '../../src/local/office.ts';
import { ticketOfRow } from '../../src/rules/desk/ticket-row.ts';
import { difference } from './alike.ts';

type Row = Readonly<Record<string, string>>;

/** The journal as rows of text, to see later that it only grew. */
export const journalText = (office: Office): readonly string[] =>
  office.rows('Journal').map((row) => JSON.stringify(row));

/** `before`: the journal at an earlier time. */
export function broken(office: Office, before: readonly string[] = []): readonly string[] {
  return [
    ...onlyGrew(before, journalText(office)),
    ...keysOnce(office.rows('Journal')),
    ...ticketsAreFolds(office),
    ...mailsOnce(office),
    ...leftOnce(office),
    ...labelsAsDecided(office),
  ];
}

function onlyGrew(before: readonly string[], after: readonly string[]): readonly string[] {
  const at = before.findIndex((row, index) => after[index] !== row);
  return at < 0 ? [] : [`the journal's row ${at + 2} was changed or taken out`];
}

function keysOnce(journal: readonly Row[]): readonly string[] {
  const seen = new Set<string>();
  return journal.flatMap(({ Key = '' }) => {
    const twice = seen.has(Key);
    seen.add(Key);
    return twice ? [`the journal has ${Key} twice`] : [];
  });
}

const eventOf = (row: Row): Event => ({
  at: Date.parse(row.At ?? ''),
  ticket: row.Ticket ?? '',
  actor: row.Actor ?? '',
  reason: row.Reason ?? '',
  key: row.Key ?? '',
  what: { type: row.Event, ...JSON.parse(row.data || '{}') } as Happening,
});

/** Each ticket told again from the journal: no gap, no event too many, one row, one owner. */
function ticketsAreFolds(office: Office): readonly string[] {
  const told = new Map<string, Ticket>();
  const wrong: string[] = [];
  for (const row of office.rows('Journal'))
    try {
      const event = eventOf(row);
      told.set(event.ticket, evolve(told.get(event.ticket) ?? null, event));
    } catch {
      wrong.push(`the journal of ${row.Ticket} has a gap at ${row.Key}`);
    }
  const rows = office.rows('Tickets').filter((row) => row.Ticket !== '' || row.state !== '');
  const stored = rows.map((row) => ({ id: row.Ticket ?? '', ticket: ticketOfRow(row.state ?? '')?.ticket }));
  const archived = new Set(office.rows('Archive').map((row) => row.Ticket));
  for (const { id, ticket } of stored) {
    const fold = told.get(id);
    if (!ticket || ticket.id !== id) wrong.push(`the row of ${id} holds no such ticket`);
    else if (!fold) wrong.push(`${id} is in no journal`);
    else {
      const where = difference(fold, ticket, 0);
      if (where) wrong.push(`${id} is not what its journal tells: ${where}`);
    }
    if (stored.filter((other) => other.id === id).length > 1) wrong.push(`${id} has two rows`);
  }
  const there = new Set(stored.map(({ id }) => id));
  for (const id of told.keys()) if (!there.has(id) && !archived.has(id)) wrong.push(`${id} is lost`);
  return [...new Set(wrong)];
}

/** Every mail that counts as mail ended in one outcome. */
function mailsOnce(office: Office): readonly string[] {
  const noted = office.rows('Mails').map((row) => row['Gmail id'] ?? '');
  const mailbox = office.world.gmail.mailbox(office.support);
  const arrived = mailbox
    .messages('in:anywhere -in:drafts -in:spam -in:trash')
    .filter(({ labelIds = [] }) => !labelIds?.includes('SENT'))
    .flatMap(({ id }) => id ?? []);
  return [
    ...noted.filter((id, index) => noted.indexOf(id) !== index).map((id) => `mail ${id} was taken in twice`),
    ...arrived.filter((id) => !noted.includes(id)).map((id) => `mail ${id} was never taken in`),
  ];
}

/** Mail the desk decided on left once; what is not due yet may wait. */
function leftOnce(office: Office): readonly string[] {
  const left = leftIds(office);
  const waiting = new Set(waitingIds(office));
  const decided = office.rows('Outbox').filter(({ Kind = '' }) => !Kind.includes('(draft)'));
  const withdrawn = office.rows('Journal').some(({ Event }) => Event === 'undone');
  return decided.flatMap(({ Id = '', Kind }) => {
    const times = left.filter((id) => id === Id).length;
    if (times > 1) return [`${Kind} left ${times} times`];
    return times === 1 || waiting.has(Id) || withdrawn ? [] : [`${Kind} never left`];
  });
}

/** Of all mail that the desk sent; one twice where it left twice. */
export const leftIds = (office: Office): readonly string[] =>
  office.world.gmail
    .sent()
    .filter(({ by }) => by === office.support)
    .flatMap(({ raw }) => outboxIdsOf(raw));

export function outboxIdsOf(raw: Uint8Array): readonly string[] {
  const header = /^X-Tierline: ((?:.|\r\n[ \t])*)/im.exec(Buffer.from(raw).toString())?.[1] ?? '';
  return header.split(/\s+/).filter(Boolean);
}

interface State {
  readonly waiting?: readonly {
    readonly outgoing: {
      readonly id: string;
      readonly notBefore: number;
      readonly effect: { readonly do: string };
    };
  }[];
  readonly unread?: readonly { readonly id: string }[];
  readonly givenUp?: number;
}

export const stateOf = (office: Office): State =>
  JSON.parse(
    office
      .rows('State')
      .map((row) => row.state ?? '')
      .join('') || '{}',
  ) as State;

const waitingIds = (office: Office): readonly string[] =>
  (stateOf(office).waiting ?? []).map(({ outgoing }) => outgoing.id);

function labelsAsDecided(office: Office): readonly string[] {
  const mailbox = office.world.gmail.mailbox(office.support);
  const there = new Set(mailbox.messages().flatMap(({ id }) => id ?? []));
  const column = office.rows('State').map((row) => row.rules ?? '');
  const rules = JSON.parse(column.join('')) as Rules;
  return office.rows('Tickets').flatMap((row) => {
    const ticket = ticketOfRow(row.state ?? '')?.ticket;
    const wanted = ticket ? labelsOf(ticket, rules).map((label) => `Tierline/${label}`) : [];
    return (ticket?.messages ?? [])
      .filter(({ gmailId }) => there.has(gmailId))
      .flatMap(({ gmailId }) => {
        const shown = mailbox.labelsOn(gmailId).filter((name) => name.startsWith('Tierline/'));
        const missing = wanted.filter((label) => !shown.includes(label));
        const extra = shown.filter((label) => !wanted.includes(label));
        return missing.length + extra.length === 0
          ? []
          : [`a mail of ${row.Ticket} lacks [${missing.join()}] and should not have [${extra.join()}]`];
      });
  });
}
