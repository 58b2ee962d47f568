// The tickets of a simulation by what they were and where they went, and the people who had them.
import { percentile } from '../complaints/figures/spread.ts';
import { severities } from '../complaints/rules.ts';
import { statuses } from '../complaints/ticket.ts';
import type { SimulatedTicket, Simulation } from '../local/simulation.ts';
import { counted, countedInOrder, events, firstOwner, lateAnswers, who } from './figures.ts';
import { bars, duration, inALine, table } from './layout.ts';

export function ticketLines(simulation: Simulation): string[] {
  const { tickets } = simulation;
  const each = (of: (ticket: SimulatedTicket) => string): string[] => tickets.map(of);
  const done = tickets.filter(({ status }) => status === 'resolved' || status === 'closed').length;
  return [
    ' by category',
    ...bars(counted(each(({ category }) => category))),
    ' by tier',
    ...tiers(simulation),
    ` by severity: ${inALine(
      countedInOrder(
        each(({ severity }) => severity),
        [...severities].reverse(),
      ),
    )}`,
    ` by customer tier: ${inALine(counted(each(({ customerTier }) => customerTier)))}`,
    ` by status at the end: ${inALine(
      countedInOrder(
        each(({ status }) => status),
        statuses,
      ),
    )}`,
    `  ${done} of ${tickets.length} are resolved or closed.`,
  ];
}

function tiers({ tickets, period }: Simulation): string[] {
  const at = (tier: (ticket: SimulatedTicket) => number, wanted: number): string =>
    String(tickets.filter((ticket) => tier(ticket) === wanted).length);
  const rows = period.tiers.map((name, index) => [
    `${index + 1} ${name}`,
    at(firstTier, index + 1),
    at(highestTier, index + 1),
    at(({ tier }) => tier, index + 1),
  ]);
  return table(['tier', '>started at', '>highest', '>at the end'], rows);
}

const firstTier = ({ journal, tier }: SimulatedTicket): number =>
  numbersOf(journal.find(({ event }) => event === 'opened')?.tier)[0] ?? tier;

const highestTier = (ticket: SimulatedTicket): number =>
  Math.max(
    firstTier(ticket),
    ticket.tier,
    ...ticket.journal.filter(({ event }) => event === 'escalated').flatMap(({ to }) => numbersOf(to)),
  );

const numbersOf = (value: unknown): readonly number[] => (typeof value === 'number' ? [value] : []);

/** One line a person: what they were given, what they wrote, how soon, and what was late in their hands. */
export function peopleLines(simulation: Simulation): string[] {
  const { tickets, mails } = simulation;
  const given = tickets.map((ticket) => who(firstOwner(ticket)));
  const kept = tickets.filter(isOpen).map(({ owner }) => who(owner));
  const written = mails.filter(({ outcome }) => outcome === 'agent').map(({ from }) => who(from));
  const late = lateAnswers(simulation).map(({ owner }) => who(owner));
  const resolved = events(simulation, 'resolved').map(({ ticket }) => who(ticket.owner));
  const rows = counted([...given, ...kept, ...written]).map(([name]) => [
    name,
    ...[given, written].map((names) => times(names, name)),
    halfWithin(tickets, name),
    ...[late, resolved, kept].map((names) => times(names, name)),
  ]);
  return table(
    [
      'person',
      '>given first',
      '>mails written',
      '>half first answered in',
      '>late',
      '>resolved',
      '>open at end',
    ],
    rows,
  );
}

const isOpen = ({ status }: SimulatedTicket): boolean => status !== 'resolved' && status !== 'closed';

const times = (names: readonly string[], name: string): string =>
  String(names.filter((one) => one === name).length);

/** Working time until their first answers, by whoever wrote it. */
function halfWithin(tickets: readonly SimulatedTicket[], name: string): string {
  const theirs = tickets.filter(({ journal }) => {
    const person = journal.find(({ event }) => event === 'agent wrote')?.person;
    return typeof person === 'string' && who(person) === name;
  });
  const used = theirs.flatMap(({ clocks }) => clocks.firstResponse ?? []).map((clock) => clock.usedSeconds);
  const median = percentile(used, 0.5);
  return median === null ? '-' : duration(median);
}
