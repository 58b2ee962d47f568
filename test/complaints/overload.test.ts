import { begin, finish, noMemory, tellOverload } from '../../src/complaints/desk.ts';
import type { Memory, Plan } from '../../src/complaints/plan.ts';
import type { Rules } from '../../src/complaints/rules.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { arrives, instant, mail, starterRules, story } from './story.ts';

const monday = instant('2026-03-23T10:00:00+01:00');

/** The starter's team, where nobody but `who` has a cap. */
const capped = (caps: Readonly<Record<string, number>>): Rules => ({
  ...starterRules,
  people: starterRules.people.map((person) => ({ ...person, cap: caps[person.email] ?? null })),
});

const agents = starterRules.people.filter(({ role }) => role === 'agent').slice(0, 2);
const [one, two] = agents.map(({ email }) => email) as [string, string];
const leads = starterRules.people.filter(({ role }) => role === 'lead').map(({ email }) => email);

function ticketsOf(owners: readonly string[]): readonly Ticket[] {
  const told = story();
  for (const _ of owners) arrives(told, '2026-03-23T09:00:00+01:00', mail({}));
  return [...told.tickets.values()].map((ticket, at) => ({ ...ticket, owner: owners[at] ?? null }));
}

function look(
  rules: Rules,
  owners: readonly string[],
  { now = monday, memory = noMemory }: { now?: number; memory?: Memory } = {},
): Plan {
  const work = begin({ rules, tickets: ticketsOf(owners), memory }, now);
  tellOverload(work);
  return finish(work);
}

const told = (plan: Plan) =>
  plan.outgoing.flatMap(({ effect }) => (effect.do === 'notice' ? [[effect.to, effect.kind]] : []));

test('leads hear that everybody has as many tickets as allowed', () => {
  const plan = look(capped({ [one]: 1, [two]: 2 }), [one, two, two]);
  expect(leads.length).toBeGreaterThan(0);
  expect(told(plan)).toEqual(leads.map((lead) => [lead, 'load']));
});

test('they hear it once a day, and again the next day', () => {
  const rules = capped({ [one]: 1 });
  const { memory } = look(rules, [one]);
  expect(told(look(rules, [one], { memory, now: monday + 3_600_000 }))).toEqual([]);
  expect(told(look(rules, [one], { memory, now: monday + 86_400_000 }))).toHaveLength(leads.length);
});

test('nobody is told while somebody has room, and where there are no caps', () => {
  expect(told(look(capped({ [one]: 1, [two]: 2 }), [one, two]))).toEqual([]);
  expect(told(look(capped({}), [one, two]))).toEqual([]);
});

test('who is away gives no room', () => {
  const rules = capped({ [one]: 1, [two]: 9 });
  const away = rules.people.map((person) =>
    person.email === two ? { ...person, away: [{ from: monday - 1, to: monday + 86_400_000 }] } : person,
  );
  expect(told(look({ ...rules, people: away }, [one]))).toHaveLength(leads.length);
});
