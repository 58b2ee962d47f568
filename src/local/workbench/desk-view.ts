// What is always on the screen: the time, the people, what is due next and what happened lately.
import { deadlinesOf, nearest } from '../../complaints/deadlines.ts';
import type { Rules } from '../../complaints/rules.ts';
import { clockText } from '../../complaints/wording.ts';
import { deskTabs } from '../../rules/desk/tabs.ts';
import { ticketOfRow } from '../../rules/desk/ticket-row.ts';
import type { Bench } from './bench.ts';
import { unreadIn } from './mailboxes.ts';
import { rulesNow } from './rules-now.ts';
import type { DeskView } from './views.ts';

const mostHappenings = 60;
const mostCustomers = 40;

export function deskView(bench: Bench, around: Pick<DeskView, 'passing' | 'smtp'>): DeskView {
  const { office, pending } = bench;
  const { rules, problems } = rulesNow(bench);
  const team = rules.people.filter(({ email }) => bench.accounts.has(email));
  const now = office.world.now();
  const [next] = pending;
  return {
    ...around,
    now,
    timeZone: rules.settings.timeZone,
    company: rules.settings.company,
    speed: bench.speed,
    support: office.support,
    address: office.address,
    people: team.map(({ email, name, role, language, teams }) => ({
      email,
      name,
      role,
      language: language ?? 'en',
      teams,
    })),
    customers: customersOf(bench),
    unread: Object.fromEntries(
      [office.support, ...team.map(({ email }) => email)].map((box) => [box, unreadIn(bench, box)]),
    ),
    problems: problems.length,
    tickets: ticketsOf(bench).length,
    nextDeadline: nextDeadline(bench, rules, now),
    nextMail: next ? { at: next.at, left: pending.length } : null,
    happenings: bench.happenings.slice(-mostHappenings),
    planted: stillPlanted(bench),
    sidebar: office.sidebar !== null,
  };
}

/** The faults that still wait for their moment; those at single calls are forgotten when all of them have struck. */
export function stillPlanted({ office, planted }: Bench): readonly string[] {
  const single = ['lose the next call', 'lose the next answer', 'kill the next tick', 'rate limit'];
  return office.world.faults.struck() ? planted.filter((name) => !single.includes(name)) : planted;
}

const ticketsOf = ({ office }: Bench) =>
  office.rows(deskTabs.tickets.name).flatMap((row) => ticketOfRow(row.state ?? '')?.ticket ?? []);

/** The first deadline still ahead, of all open tickets. */
export function nextDeadline(bench: Bench, rules: Rules, now: number): DeskView['nextDeadline'] {
  const ahead = ticketsOf(bench)
    .filter(({ status }) => status !== 'resolved' && status !== 'closed')
    .flatMap((ticket) => {
      const due = nearest(deadlinesOf(ticket, rules, now).filter((one) => (one.due ?? 0) > now));
      return due?.due ? [{ ticket: ticket.id, clock: clockText(due.clock), due: due.due }] : [];
    });
  return ahead.sort((a, b) => a.due - b.due)[0] ?? null;
}

function customersOf(bench: Bench): readonly string[] {
  const requesters = ticketsOf(bench)
    .sort((a, b) => b.opened - a.opened)
    .map(({ requester }) => requester.address);
  return [...new Set(requesters)].slice(0, mostCustomers);
}
