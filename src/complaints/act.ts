// A person asked for something: the plan that does it, or a refusal with words.
import { mayHandle } from './assignment.ts';
import { calendarOf, nameOf, personOf } from './availability.ts';
import { escalate } from './escalate.ts';
import type { Happening } from './event.ts';
import { isLinkRequest, linkObstacle, performLink } from './incident/ask.ts';
import { solveMembers } from './incident/update.ts';
import { policyFor } from './matrix.ts';
import { leadOf, tell } from './notices.ts';
import type { Plan, Refusal } from './plan.ts';
import { relabel } from './relabel.ts';
import type { Asked, Fact, Request } from './request.ts';
import type { OwnerStrategy } from './rules.ts';
import { settle } from './settle.ts';
import { isLive, lifecycle, pathText, type Status, type Ticket } from './ticket.ts';
import type { Instant } from './time.ts';
import { lookAt } from './watch.ts';
import { begin, finish, governing, record, type Seen, type Work } from './work.ts';
import { dueOf } from './working-time.ts';

/** Working seconds in which a handover must be accepted. */
const handoverSeconds = 3_600;

export const isRefusal = (result: Plan | Refusal): result is Refusal => 'refused' in result;

/** What follows from the request. A refusal changes nothing. */
export function act(seen: Seen, asked: Asked, now: Instant): Plan | Refusal {
  const work = begin(seen, now);
  const refused = actOn(work, asked);
  if (refused !== null) return { refused };
  relabel(work);
  return finish(work);
}

/** As `act`, on work that goes on; returns why it is refused, or null when done. */
export function actOn(whole: Work, asked: Asked): string | null {
  const ticket = whole.tickets.get(asked.ticket);
  if (!ticket) return `There is no ticket ${asked.ticket}, or it is archived`;
  if (asked.version !== null && asked.version !== ticket.version)
    return `${ticket.id} has changed since you opened it: look at what happened, then ask again`;
  const work = governing(whole, ticket);
  const { actor, request } = asked;
  const obstacle =
    forbids(asked, ticket, work) ??
    impossible(request, ticket, work) ??
    (isLinkRequest(request) ? linkObstacle(request, ticket, work, actor) : null);
  if (obstacle !== null) return obstacle;
  perform(work, asked, ticket);
  lookAt(work, ticket.id);
  return null;
}

function forbids({ actor, request }: Asked, ticket: Ticket, work: Work): string | null {
  if (actor === 'gmail') return null;
  const person = personOf(actor, work.rules);
  if (!person) return `${actor} is not in People: ask an admin to add you`;
  if (person.role !== 'agent') return null;
  if (request.do === 'assign' && request.to !== actor)
    return 'Only a lead may assign a ticket to somebody else: hand it over instead';
  if (!mayHandle(person, ticket)) return `You may not handle ${pathText(ticket)} (People, May handle)`;
  const receiver = ticket.handover?.to ?? actor;
  if ((request.do === 'accept' || request.do === 'return') && receiver !== actor)
    return `${ticket.id} is being handed over to ${nameOf(receiver, work.rules)}, not to you`;
  return null;
}

const target: Partial<Record<Request['do'], Status>> = {
  resolve: 'resolved',
  reopen: 'reopened',
  'not a ticket': 'closed',
};

function impossible(request: Request, ticket: Ticket, work: Work): string | null {
  if (request.do === 'reopen' && ticket.merged) return `${ticket.id} goes on in ${ticket.merged.into}`;
  const to = target[request.do];
  if (to && !lifecycle[ticket.status].includes(to))
    return `${ticket.id} is ${ticket.status}, so it cannot become ${to}`;
  const needsLife =
    !to &&
    !['unlink', 'not same', 'take apart'].includes(request.do) &&
    !['note', 'record fact', 'record facts', 'set category', 'confirm category', 'set severity'].includes(
      request.do,
    );
  if (needsLife && !isLive(ticket)) return `${ticket.id} is ${ticket.status}: reopen it first`;
  switch (request.do) {
    case 'assign':
    case 'hand over':
      return (
        unfit(request.to, ticket, work) ??
        (request.do === 'hand over'
          ? (missingFacts(ticket, request.facts ?? [], work) ?? tooMuch(ticket, request.facts ?? []))
          : null)
      );
    case 'note':
      return stranger(request.mentions, work);
    case 'add co-owner':
      return stranger([request.person], work);
    case 'accept':
    case 'return':
      return ticket.handover ? null : `${ticket.id} is not being handed over`;
    case 'set category':
      return categoryExists(request, work) ? null : `${pathText(request)} is not in Categories`;
    case 'confirm category':
      return ticket.sureness ? null : `The category of ${ticket.id} was confirmed already`;
    case 'escalate':
      return escalationObstacle(request, ticket, work);
    case 'record fact':
      return tooMuch(ticket, [request]);
    case 'record facts':
      return request.facts.length > 0 ? tooMuch(ticket, request.facts) : 'Nothing was filled in';
    case 'wait':
    case 'promise':
      return request.until !== null && request.until <= work.now ? 'That time has passed already' : null;
    case 'go on':
      return ticket.status.startsWith('waiting') ? null : `${ticket.id} is not waiting`;
    default:
      return null;
  }
}

/** The first of them who is not in People, as a refusal. */
function stranger(people: readonly string[], { rules }: Work): string | null {
  const unknown = people.find((person) => !personOf(person, rules));
  return unknown === undefined ? null : `${unknown} is not in People`;
}

function unfit(email: string, ticket: Ticket, { rules }: Work): string | null {
  const person = personOf(email, rules);
  if (!person) return `${email} is not in People`;
  return mayHandle(person, ticket)
    ? null
    : `${person.name} may not handle ${pathText(ticket)} (People, May handle)`;
}

function categoryExists(path: { category: string; subcategory: string | null }, { rules }: Work): boolean {
  return (
    path.category === rules.settings.fallbackCategory ||
    rules.categories.some(
      (one) =>
        one.name === path.category && (path.subcategory === null || one.subcategory === path.subcategory),
    )
  );
}

function escalationObstacle(
  request: Extract<Request, { do: 'escalate' }>,
  ticket: Ticket,
  work: Work,
): string | null {
  const top = work.rules.settings.tiers.length;
  if (request.way === 'hierarchical' && ticket.tier >= top)
    return `${ticket.id} is at tier ${top} already, the highest`;
  if (request.to !== null && !personOf(request.to, work.rules) && !isTeam(request.to, work))
    return `${request.to} is neither in People nor a team`;
  return request.way === 'functional' && request.to === null
    ? 'Say which person or team has the expertise'
    : null;
}

const isTeam = (name: string, { rules }: Work): boolean =>
  rules.people.some((person) => person.teams.includes(name));

/** Facts that the category requires before a handover (Categories, Required information). */
export function missing(ticket: Ticket, { rules }: Pick<Work, 'rules'>): readonly string[] {
  const row = rules.categories.find(
    (one) => one.name === ticket.category && one.subcategory === ticket.subcategory,
  );
  return (row?.required ?? []).filter((fact) => !ticket.facts[fact]);
}

/** A ticket is one cell of the workbook. */
const mostFacts = 8_000;

function tooMuch({ facts }: Ticket, told: readonly Fact[]): string | null {
  const after = { ...facts, ...Object.fromEntries(told.map(({ fact, value }) => [fact, value])) };
  return told.length > 0 && JSON.stringify(after).length > mostFacts
    ? `The facts of a ticket hold ${mostFacts} characters in all: put longer texts into a note`
    : null;
}

function missingFacts(ticket: Ticket, told: readonly Fact[], work: Work): string | null {
  const facts = missing(ticket, work).filter((name) => !told.some(({ fact }) => fact === name));
  return facts.length > 0 ? `Before a handover ${pathText(ticket)} needs: ${facts.join(', ')}` : null;
}

function perform(work: Work, asked: Asked, ticket: Ticket): void {
  const { actor, request } = asked;
  const who = actor === 'gmail' ? 'Somebody in Gmail' : nameOf(actor, work.rules);
  const done = (what: Happening, reason: string): Ticket => record(work, ticket.id, what, { actor, reason });
  if (isLinkRequest(request)) {
    performLink(work, ticket, actor, request);
    return;
  }
  switch (request.do) {
    case 'take':
      done({ type: 'owner set', owner: actor }, `${who} took it`);
      return;
    case 'assign': {
      const after = done(
        { type: 'owner set', owner: request.to },
        `${who} assigned it to ${nameOf(request.to, work.rules)}`,
      );
      tell(work, after, request.to, {
        kind: 'assigned',
        reason: `${who} assigned it to you`,
        key: `${after.version}`,
      });
      return;
    }
    case 'hand over':
      handOver(work, ticket, actor, request);
      return;
    case 'accept':
      done({ type: 'handover accepted', person: actor }, `${who} accepted the handover`);
      return;
    case 'return': {
      const back = ticket.handover?.from ?? leadOf(ticket, work);
      const after = done({ type: 'handover returned', to: back }, `${who} returned it: ${request.note}`);
      tell(work, after, back, {
        kind: 'handover',
        reason: `${who} returned it: ${request.note}`,
        key: `${after.version}`,
      });
      return;
    }
    case 'escalate':
      pass(work, ticket, actor, request);
      return;
    case 'set category':
      done(
        { type: 'category set', category: request.category, subcategory: request.subcategory },
        `${who} corrected the category`,
      );
      settle(work, ticket.id);
      return;
    case 'confirm category':
      done(
        { type: 'category confirmed', category: ticket.category, subcategory: ticket.subcategory },
        `${who} confirmed the category`,
      );
      return;
    case 'set severity':
      done({ type: 'severity set', severity: request.severity }, `${who} corrected the severity`);
      settle(work, ticket.id);
      return;
    case 'wait':
      done({ type: 'waiting', on: request.on, until: request.until }, `${who} waits for the ${request.on}`);
      return;
    case 'go on':
      done({ type: 'resumed' }, `${who} ended the wait`);
      return;
    case 'promise':
      done({ type: 'promised', until: request.until }, `${who} promised it to the customer`);
      return;
    case 'note': {
      const after = done({ type: 'noted', note: request.note, mentions: request.mentions }, `${who} noted`);
      for (const person of request.mentions)
        tell(work, after, person, {
          kind: 'mention',
          reason: `${who}: ${request.note}`,
          key: `${after.version}`,
        });
      return;
    }
    case 'add co-owner':
      done(
        { type: 'co-owner added', person: request.person },
        `${who} asked ${nameOf(request.person, work.rules)} to help`,
      );
      return;
    case 'record fact':
      done(...recorded(who, request));
      return;
    case 'record facts':
      for (const one of request.facts) done(...recorded(who, one));
      return;
    case 'resolve':
      done(
        { type: 'resolved', rootCause: request.rootCause, solution: request.solution },
        `${who} resolved it`,
      );
      if (ticket.incident) solveMembers(work, ticket, { actor, ...request });
      return;
    case 'reopen':
      done({ type: 'reopened', clocks: work.rules.settings.afterReopen }, `${who} reopened it`);
      return;
    case 'not a ticket':
      done({ type: 'closed', because: 'not a ticket' }, `${who} says this is not a ticket`);
      return;
    default:
      request satisfies never;
  }
}

const recorded = (who: string, { fact, value }: Fact): [Happening, string] => [
  { type: 'fact recorded', fact, value },
  `${who} recorded ${fact}`,
];

function handOver(
  work: Work,
  ticket: Ticket,
  actor: string,
  request: Extract<Request, { do: 'hand over' }>,
): void {
  const calendar = calendarOf(policyFor(ticket, work.rules).is.calendar, work.rules);
  const acceptBy = dueOf(calendar, work.now, { unit: 'seconds', amount: handoverSeconds }, []);
  const who = nameOf(actor, work.rules);
  for (const one of request.facts ?? []) {
    const [what, why] = recorded(who, one);
    record(work, ticket.id, what, { actor, reason: why });
  }
  const reason = `${who} hands it over to ${nameOf(request.to, work.rules)}: ${request.note}`;
  const after = record(
    work,
    ticket.id,
    { type: 'handed over', from: ticket.owner, to: request.to, acceptBy, note: request.note },
    { actor, reason },
  );
  tell(work, after, request.to, { kind: 'handover', reason, key: `${after.version}`, due: acceptBy });
}

function pass(
  work: Work,
  ticket: Ticket,
  actor: string,
  request: Extract<Request, { do: 'escalate' }>,
): void {
  const owner = request.to === null ? undefined : [strategyFor(request.to, work)];
  escalate(work, ticket.id, {
    way: request.way,
    to: request.way === 'hierarchical' ? ticket.tier + 1 : ticket.tier,
    because: request.because,
    reason: `${nameOf(actor, work.rules)} escalated it (${request.because})${request.note ? `: ${request.note}` : ''}`,
    actor,
    ...(owner ? { owner } : {}),
  });
}

const strategyFor = (name: string, { rules }: Work): OwnerStrategy =>
  personOf(name, rules) ? { by: 'person', person: name } : { by: 'least loaded', team: name, skill: null };
