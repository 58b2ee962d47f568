// The home card: what is mine, what is the team's, and whether the desk is well.
import { mayHandle } from '../../complaints/assignment.ts';
import type { Person, Rules } from '../../complaints/rules.ts';
import { isLive, isWaiting, type Ticket } from '../../complaints/ticket.ts';
import type { Instant } from '../../complaints/time.ts';
import type { HomeView, TicketLine } from '../views.ts';
import { byUrgency, lineOf, maybePerson, meView, personView } from './lines.ts';

/** Longer lists do not fit on a card; the figures count all. */
const mostLines = 100;

export interface AtHome {
  readonly rules: Rules;
  readonly tickets: readonly Ticket[];
  readonly parked: number;
  readonly health: HomeView['health'];
  readonly problems: HomeView['problems'];
  readonly now: Instant;
}

export function homeView(me: Person, { rules, tickets, parked, health, problems, now }: AtHome): HomeView {
  const live = tickets.filter(isLive);
  const pairs = live
    .map((ticket) => ({ ticket, line: lineOf(ticket, rules, now) }))
    .sort((a, b) => byUrgency(a.line, b.line));
  const mine = pairs.filter(({ ticket }) => isMine(ticket, me));
  const lines = pairs.map(({ line }) => line);
  return {
    me: meView(me.email, rules),
    tiers: rules.settings.tiers,
    next: pairs.find(({ ticket }) => isForMe(ticket, me))?.line ?? null,
    mine: mine.map(({ line }) => line).slice(0, mostLines),
    team: lines.slice(0, mostLines),
    handovers: pairs
      .filter(({ ticket }) => ticket.handover?.to === me.email)
      .map(({ ticket, line }) => handoverLine(ticket, line, rules)),
    figures: {
      open: live.length,
      mine: mine.length,
      overdue: counted(lines, 'overdue'),
      atRisk: counted(lines, 'at risk'),
      waiting: live.filter(isWaiting).length,
      unassigned: live.filter((ticket) => ticket.owner === null).length,
      parked,
    },
    load: loadOf(live, rules),
    health,
    problems,
  };
}

const isMine = (ticket: Ticket, me: Person): boolean =>
  ticket.owner === me.email || ticket.coOwners.includes(me.email);

/** Nobody else's, not waiting, and of a category that I may handle. */
const isForMe = (ticket: Ticket, me: Person): boolean =>
  !isWaiting(ticket) && (ticket.owner === null || ticket.owner === me.email) && mayHandle(me, ticket);

function handoverLine(ticket: Ticket, line: TicketLine, rules: Rules): HomeView['handovers'][number] {
  const { from = null, acceptBy = null, note = '' } = ticket.handover ?? {};
  return { ticket: line, from: maybePerson(from, rules), acceptBy, note };
}

const counted = (lines: readonly TicketLine[], state: string): number =>
  lines.filter(({ deadline }) => deadline?.state === state).length;

/** Everybody with tickets, and everybody who could have some. */
function loadOf(live: readonly Ticket[], rules: Rules): HomeView['load'] {
  return rules.people.map(({ email, cap }) => ({
    person: personView(email, rules),
    open: live.filter((ticket) => ticket.owner === email).length,
    cap,
  }));
}
