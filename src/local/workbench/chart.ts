// The escalation matrix as a chart: which tier, who, within which time, and what happens when time runs short.
import { clockNames, type OwnerStrategy, type Policy, type Rules } from '../../complaints/rules.ts';
import type { Allowance } from '../../complaints/time.ts';
import { clockText, durationText } from '../../complaints/wording.ts';
import { folded } from '../../rules/cell.ts';
import type { Bench } from './bench.ts';
import { rulesNow, workbookNow } from './rules-now.ts';
import type { ChartView, PolicyView } from './views.ts';

export function chartView(bench: Bench): ChartView {
  const { rules } = rulesNow(bench);
  const calendars = workbookNow(bench).Calendars ?? [];
  return {
    company: rules.settings.company,
    tiers: rules.settings.tiers,
    policies: rules.matrix.map((policy) => policyView(policy, rules)),
    printedAt: bench.office.world.now(),
    timeZone: rules.settings.timeZone,
    calendars: calendarTexts(calendars),
    version: rules.version,
  };
}

function policyView(policy: Policy, rules: Rules): PolicyView {
  const { settings } = rules;
  return {
    row: policy.place.row,
    applies: [
      policy.category ?? 'Any category',
      ...(policy.subcategory ? [policy.subcategory] : []),
      ...(policy.severity ? [`severity ${policy.severity}`] : []),
      ...(policy.customerTier ? [`customer ${policy.customerTier}`] : []),
    ],
    calendar: policy.calendar,
    startTier: policy.startTier,
    tiers: settings.tiers.map((name, index) => ({
      name,
      owners: ownersAt(policy, index).map((owner) => ownerText(owner, rules)),
      time: allowanceText(policy.tierTimes[index] ?? null),
    })),
    targets: clockNames.flatMap((name) => {
      const time = allowanceText(policy.targets[name]);
      return time === '' ? [] : [{ clock: clockText(name), time }];
    }),
    ladder: policy.ladder.map(({ text }) => withNames(text, rules)),
  };
}

/** `tell helen@example.com` is `tell Helen Lie`. */
const withNames = (text: string, { people }: Rules): string =>
  people.reduce((words, { email, name }) => words.replaceAll(email, name), text);

/** A tier without owners has those of the tier below. */
function ownersAt({ owners }: Policy, tier: number): readonly OwnerStrategy[] {
  for (let index = tier; index >= 0; index -= 1) {
    const found = owners[index];
    if (found && found.length > 0) return found;
  }
  return [];
}

function ownerText(owner: OwnerStrategy, rules: Rules): string {
  switch (owner.by) {
    case 'person':
      return rules.people.find(({ email }) => email === owner.person)?.name ?? owner.person;
    case 'account manager':
      return 'the account manager';
    case 'keep':
      return 'whoever has it';
    case 'lead':
      return "the owner's lead";
    case 'round robin':
    case 'least loaded':
      return [
        owner.by === 'round robin' ? 'in turn' : 'least busy',
        owner.team ?? 'everybody',
        owner.skill ? `with ${owner.skill}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · ');
    default:
      return owner satisfies never;
  }
}

function allowanceText(allowance: Allowance | null): string {
  if (!allowance) return '';
  if (allowance.unit === 'seconds') return durationText(allowance.amount);
  return `${allowance.amount} working ${allowance.amount === 1 ? 'day' : 'days'}`;
}

function calendarTexts(sheet: readonly (readonly unknown[])[]): ChartView['calendars'] {
  const [header = [], ...rows] = sheet;
  const name = header.findIndex((title) => folded(String(title)) === 'name');
  return rows
    .filter((row) => String(row[name] ?? '') !== '')
    .map((row) => ({
      name: String(row[name]),
      text: header
        .flatMap((title, index) => (index === name || !row[index] ? [] : [`${title}: ${row[index]}`]))
        .join(' · '),
    }));
}
