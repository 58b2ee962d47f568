// The figures of a simulation that a support lead asks for: counts, shares, percentiles.
import { percentile } from '../complaints/figures/spread.ts';
import type { ClockName } from '../complaints/rules.ts';
import type { SimulatedBreach, SimulatedTicket, Simulation } from '../local/simulation.ts';
import type { Count } from './layout.ts';

/** How often each name comes up, most often first; equal ones by name. */
export function counted(names: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** The same, in the order given; what never came up is left out. */
export function countedInOrder(names: readonly string[], order: readonly string[]): Count[] {
  const counts = new Map(counted(names));
  const others = [...counts.keys()].filter((name) => !order.includes(name));
  return [...order, ...others].flatMap((name) => (counts.has(name) ? [[name, counts.get(name) ?? 0]] : []));
}

export interface FirstResponses {
  readonly answered: number;
  readonly unanswered: number;
  /** Working seconds. */
  readonly median: number | null;
  readonly ninety: number | null;
  readonly late: number;
}

export function firstResponses({ tickets }: Simulation): FirstResponses {
  const clocks = tickets.flatMap(({ clocks }) => clocks.firstResponse ?? []);
  const used = clocks.filter(({ metAt }) => metAt !== null).map(({ usedSeconds }) => usedSeconds);
  return {
    answered: used.length,
    unanswered: clocks.length - used.length,
    median: percentile(used, 0.5),
    ninety: percentile(used, 0.9),
    late: clocks.filter(({ breachedAt }) => breachedAt !== null).length,
  };
}

export interface BrokenPromise {
  readonly ticket: SimulatedTicket;
  readonly breach: SimulatedBreach;
}

/** Every promise that was broken, the longest first; one unanswered mail breaks one, whatever clocks it runs. */
export function brokenPromises({ tickets }: Simulation): BrokenPromise[] {
  return tickets
    .flatMap((ticket) => ticket.breaches.filter(isOwn).map((breach) => ({ ticket, breach })))
    .sort((a, b) => b.breach.overSeconds - a.breach.overSeconds);
}

/** The answer to the first mail is the first response; the next response promises it a second time. */
const isOwn = (breach: SimulatedBreach, _: number, all: readonly SimulatedBreach[]): boolean =>
  breach.clock !== 'nextResponse' ||
  !all.some(({ clock, metAt }) => clock === 'firstResponse' && metAt === breach.metAt);

/** A ticket on which the customer waited too long for an answer, once or more. */
export interface LateAnswer {
  readonly ticket: SimulatedTicket;
  readonly answers: number;
  readonly worst: SimulatedBreach;
  /** Whose it was when the worst one broke. */
  readonly owner: string | null;
  /** One of them never came. */
  readonly isMissing: boolean;
}

/** One for each ticket, the longest wait first. The mails themselves show these: nobody need have clicked anything. */
export function lateAnswers(simulation: Simulation): LateAnswer[] {
  const byTicket = new Map<string, BrokenPromise[]>();
  for (const one of brokenPromises(simulation)) {
    if (one.breach.clock !== 'firstResponse' && one.breach.clock !== 'nextResponse') continue;
    byTicket.set(one.ticket.id, [...(byTicket.get(one.ticket.id) ?? []), one]);
  }
  return [...byTicket.values()].flatMap((those) => {
    const [first] = those;
    if (!first) return [];
    const { ticket, breach: worst } = first;
    const isMissing = those.some(({ breach }) => breach.metAt === null);
    return [{ ticket, answers: those.length, worst, owner: worst.owner, isMissing }];
  });
}

/** Whom the desk gave it to when it was new. */
export function firstOwner({ journal, owner }: SimulatedTicket): string | null {
  const given = journal.find(({ event }) => event === 'owner set')?.owner;
  return typeof given === 'string' ? given : owner;
}

/** `tier time due` of `Ladder step "tier time due: next tier, tell lead": ...`; null where no ladder step led to it. */
export function stepOf(reason: string): string | null {
  return /^Ladder step "([^":]+)/.exec(reason)?.[1] ?? null;
}

export const clockWords: Readonly<Record<ClockName, string>> = {
  firstResponse: 'first response',
  nextResponse: 'next response',
  customerUpdate: 'customer update',
  resolution: 'resolution',
};

/** All events of that kind, with their ticket. */
export function events({ tickets }: Simulation, kind: string) {
  return tickets.flatMap((ticket) =>
    ticket.journal.filter(({ event }) => event === kind).map((event) => ({ ticket, event })),
  );
}

/** Names of an address for a narrow column: the part before @. */
export const who = (address: string | null): string => address?.split('@')[0] ?? 'nobody';
