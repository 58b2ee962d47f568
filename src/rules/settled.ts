// The last look at the rules: nothing may name what is not there, also where parts are the last good ones.
import type { LadderStep, OwnerStrategy, Person, Policy, Rules, StepAction } from '../complaints/rules.ts';
import { cutCircles } from './circles.ts';

type Parts = Omit<Rules, 'version'>;

/** Takes out dangling names silently: whoever wrote them was told when their tab was read. */
export function settled(parts: Parts): Parts {
  const emails = new Set(parts.people.map(({ email }) => email));
  const calendars = new Set(parts.calendars.map(({ name }) => name));
  const known = (email: string | null) => (email !== null && emails.has(email) ? email : null);
  const people = parts.people.map((person) => ({
    ...person,
    lead: known(person.lead),
    cover: known(person.cover),
    calendar: person.calendar !== null && calendars.has(person.calendar) ? person.calendar : null,
  }));
  return {
    ...parts,
    people: withoutCircles(withoutCircles(people, 'lead'), 'cover'),
    customers: parts.customers.map((each) => ({ ...each, accountManager: known(each.accountManager) })),
    matrix: parts.matrix.map((policy) =>
      settledPolicy(policy, { emails, calendars, settings: parts.settings }),
    ),
  };
}

function withoutCircles(people: readonly Person[], link: 'lead' | 'cover'): readonly Person[] {
  const by = new Map(people.map((person) => [person.email, person]));
  const cut = cutCircles([...by.keys()], (email) => by.get(email)?.[link] ?? null);
  return cut.size === 0
    ? people
    : people.map((person) => (cut.has(person.email) ? { ...person, [link]: null } : person));
}

interface There {
  readonly emails: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
  readonly settings: Rules['settings'];
}

function settledPolicy(policy: Policy, there: There): Policy {
  const { tiers, calendar } = there.settings;
  return {
    ...policy,
    startTier: Math.min(policy.startTier, tiers.length),
    owners: policy.owners
      .slice(0, tiers.length)
      .map((chain) => chain.filter((owner) => isThere(owner, there))),
    tierTimes: policy.tierTimes.slice(0, tiers.length),
    calendar: there.calendars.has(policy.calendar) ? policy.calendar : calendar,
    ladder: policy.ladder.flatMap((step) => settledStep(step, there)),
  };
}

function isThere(owner: OwnerStrategy, { emails }: There): boolean {
  return owner.by !== 'person' || emails.has(owner.person);
}

function settledStep(step: LadderStep, there: There): readonly LadderStep[] {
  const actions = step.actions.filter((action) => canDo(action, there));
  return actions.length === 0 ? [] : [{ ...step, actions }];
}

function canDo(action: StepAction, there: There): boolean {
  if (action.do === 'tell person') return there.emails.has(action.person);
  if (action.do === 'hand to') return isThere(action.owner, there);
  return action.do !== 'tier' || action.tier <= there.settings.tiers.length;
}
