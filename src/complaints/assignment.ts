// Who owns a ticket: strategies from the Matrix, tried from left to right, fair and always with the same answer.
import { nameOf, nextShift, onShift, personOf, standIn } from './availability.ts';
import type { OwnerStrategy, Person, Policy, Rules } from './rules.ts';
import { pathText, type Ticket } from './ticket.ts';
import type { Instant } from './time.ts';
import type { Reasoned } from './understanding.ts';

/** What assignment looks at besides the ticket. */
export interface Staffing {
  readonly rules: Rules;
  readonly now: Instant;
  /** Open tickets by owner. */
  readonly load: ReadonlyMap<string, number>;
  /** Last one served, by rota name. */
  readonly rota: Readonly<Record<string, string>>;
}

export interface Choice extends Reasoned<string> {
  /** The rota that moves on with this choice; null when none does. */
  readonly rota: string | null;
}

type Candidate = Pick<Ticket, 'category' | 'subcategory' | 'customer' | 'owner' | 'tier'>;

/** The owner for a tier of the policy. The fallback owner takes what nobody else can. */
export function assign(ticket: Candidate, policy: Policy, staffing: Staffing): Choice {
  const strategies = strategiesFor(policy, ticket.tier);
  return (
    attempt(strategies, ticket, staffing, 'now') ??
    (staffing.rules.settings.nobodyAvailable === 'next shift'
      ? attempt(strategies, ticket, staffing, 'next shift')
      : null) ??
    fallback(staffing)
  );
}

export function strategiesFor(policy: Policy, tier: number): readonly OwnerStrategy[] {
  for (let index = Math.min(tier, policy.owners.length) - 1; index >= 0; index--) {
    const strategies = policy.owners[index];
    if (strategies && strategies.length > 0) return strategies;
  }
  return [];
}

export function attempt(
  strategies: readonly OwnerStrategy[],
  ticket: Candidate,
  staffing: Staffing,
  when: 'now' | 'next shift',
): Choice | null {
  for (const strategy of strategies) {
    const choice = choose(strategy, ticket, staffing, when);
    if (choice) return choice;
  }
  return null;
}

function fallback({ rules, now }: Staffing): Choice {
  const named = personOf(rules.settings.fallbackOwner, rules);
  const person = (named && standIn(named, now, rules)) ?? named;
  const email = person?.email ?? rules.settings.fallbackOwner;
  return {
    is: email,
    why: `${nameOf(email, rules)} is the fallback owner: nobody the Matrix names is available`,
    rota: null,
  };
}

function choose(
  strategy: OwnerStrategy,
  ticket: Candidate,
  staffing: Staffing,
  when: 'now' | 'next shift',
): Choice | null {
  switch (strategy.by) {
    case 'person':
      return named(strategy.person, 'named in the Matrix', ticket, staffing, when);
    case 'account manager':
      return accountManager(ticket, staffing, when);
    case 'keep':
      return ticket.owner === null ? null : named(ticket.owner, 'keeps the ticket', ticket, staffing, when);
    case 'lead':
      return lead(ticket, staffing, when);
    case 'round robin':
    case 'least loaded':
      return fromGroup(strategy, ticket, staffing, when);
    default:
      return strategy satisfies never;
  }
}

function named(
  email: string,
  why: string,
  ticket: Candidate,
  staffing: Staffing,
  when: 'now' | 'next shift',
): Choice | null {
  const { rules, now } = staffing;
  const person = personOf(email, rules);
  const present = person && standIn(person, now, rules);
  if (!person || !present || !mayHandle(present, ticket)) return null;
  if (when === 'now' && !onShift(present, now, rules) && rules.settings.nobodyAvailable === 'fallback')
    return null;
  const cover = present.email === person.email ? '' : `, covering for ${person.name} who is away`;
  return {
    is: present.email,
    why: `${present.name}: ${cover === '' ? why : `${person.name} is ${why}${cover}`}`,
    rota: null,
  };
}

function accountManager(ticket: Candidate, staffing: Staffing, when: 'now' | 'next shift'): Choice | null {
  const customer = staffing.rules.customers.find((one) => one.name === ticket.customer);
  if (!customer?.accountManager) return null;
  return named(customer.accountManager, `the account manager of ${customer.name}`, ticket, staffing, when);
}

function lead(ticket: Candidate, staffing: Staffing, when: 'now' | 'next shift'): Choice | null {
  const { rules } = staffing;
  const above = ticket.owner === null ? null : (personOf(ticket.owner, rules)?.lead ?? null);
  const someLead = above ?? rules.people.find((person) => person.role === 'lead')?.email ?? null;
  return someLead === null ? null : named(someLead, 'the lead', ticket, staffing, when);
}

type Group = Extract<OwnerStrategy, { by: 'round robin' | 'least loaded' }>;

function fromGroup(
  strategy: Group,
  ticket: Candidate,
  staffing: Staffing,
  when: 'now' | 'next shift',
): Choice | null {
  const { rules, now, load } = staffing;
  const members = rules.people.filter((person) => belongs(person, strategy) && mayHandle(person, ticket));
  const room = members.filter((person) => person.cap === null || (load.get(person.email) ?? 0) < person.cap);
  const ready =
    when === 'now' ? room.filter((person) => onShift(person, now, rules)) : soonest(room, staffing);
  const chosen = pick(ready, strategy, staffing);
  if (!chosen) return null;
  const tasks = load.get(chosen.email) ?? 0;
  const why =
    strategy.by === 'round robin'
      ? `next in line of ${groupText(strategy)}`
      : `has the fewest open tickets of ${groupText(strategy)} (${tasks}${chosen.cap === null ? '' : ` of at most ${chosen.cap}`})`;
  const later = when === 'now' ? '' : ', first to be back on shift';
  return { is: chosen.email, why: `${chosen.name}: ${why}${later}`, rota: rotaName(strategy) };
}

const belongs = (person: Person, { team, skill }: Group): boolean =>
  (team === null || person.teams.includes(team)) && (skill === null || person.skills.includes(skill));

const groupText = ({ team, skill }: Group): string =>
  [team ?? 'everybody', skill && `with skill ${skill}`].filter(Boolean).join(' ');

const rotaName = ({ team, skill }: Group): string => `${team ?? '*'}/${skill ?? '*'}`;

/** Some may handle some categories only (People, May handle). */
export const mayHandle = (person: Person, ticket: Pick<Ticket, 'category' | 'subcategory'>): boolean =>
  person.mayHandle.length === 0 ||
  ticket.category === '' ||
  person.mayHandle.some((path) => path === ticket.category || path === pathText(ticket));

/** Why an agent may not touch a ticket, or null. */
export function barred(
  actor: string,
  ticket: Ticket | undefined,
  { rules }: Pick<Staffing, 'rules'>,
): string | null {
  const person = personOf(actor, rules);
  return ticket && person?.role === 'agent' && !mayHandle(person, ticket)
    ? `You may not handle ${pathText(ticket)} (People, May handle)`
    : null;
}

function soonest(people: readonly Person[], { rules, now }: Staffing): readonly Person[] {
  const shifts = people.map((person) => ({ person, from: nextShift(person, now, rules) }));
  const first = Math.min(...shifts.map(({ from }) => from ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(first)
    ? shifts.filter(({ from }) => from === first).map(({ person }) => person)
    : [];
}

function pick(
  ready: readonly Person[],
  strategy: Group,
  { rules, rota, load }: Staffing,
): Person | undefined {
  const order = rules.people.filter((person) => belongs(person, strategy)).map((person) => person.email);
  const last = order.indexOf(rota[rotaName(strategy)] ?? '');
  const turn = (person: Person): number =>
    (order.indexOf(person.email) - last - 1 + order.length) % order.length;
  const tasks = (person: Person): number =>
    strategy.by === 'round robin' ? 0 : (load.get(person.email) ?? 0);
  return [...ready].sort((a, b) => tasks(a) - tasks(b) || turn(a) - turn(b))[0];
}
