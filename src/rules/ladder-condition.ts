// The conditions of a ladder step: "severity high", "category Billing > Disputes", "reopened 2".
import { moods, type StepCondition, severities } from '../complaints/rules.ts';
import { categoryPath, customerTier, flag, tier } from './known.ts';
import type { Names } from './names.ts';
import { didYouMean } from './near.ts';
import { choice, short, whole } from './plain.ts';
import { mapped, type Reading, unsound } from './reading.ts';

const kinds = ['severity', 'customer tier', 'category', 'tier', 'reopened', 'mood', 'phrase'] as const;
type Kind = (typeof kinds)[number];

export function readCondition(text: string, names: Names): Reading<StepCondition> {
  const kind = kinds.find((each) => new RegExp(`^${each}\\b`, 'i').test(text));
  if (kind === undefined) {
    const [, word = text] = /^(\S+)/.exec(text) ?? [];
    return unsound(
      `'${short(text)}' is no condition.`,
      didYouMean(word, kinds, `Start with one of ${kinds.join(', ')}.`),
    );
  }
  const rest = text
    .slice(kind.length)
    .trim()
    .replace(/^(is|at least|>=|=)\s*/i, '')
    .replace(/^"(.*)"$/, '$1');
  if (rest === '')
    return unsound(`'${short(text)}' does not say which.`, `Write for example ${examples[kind]}.`);
  return readRest(kind, rest, names);
}

const examples: Readonly<Record<Kind, string>> = {
  severity: 'severity high',
  'customer tier': 'customer tier VIP',
  category: 'category Billing',
  tier: 'tier 2',
  reopened: 'reopened 2',
  mood: 'mood red',
  phrase: 'phrase manager',
};

function readRest(kind: Kind, rest: string, names: Names): Reading<StepCondition> {
  switch (kind) {
    case 'severity':
      return mapped(choice(severities)(rest.replace(/ or (higher|more|above)$/i, ''), names), (atLeast) => ({
        if: kind,
        atLeast,
      }));
    case 'customer tier':
      return mapped(customerTier(rest, names), (is) => ({ if: kind, is }));
    case 'category':
      return mapped(categoryPath(rest, names), (is) => ({ if: kind, is }));
    case 'tier':
      return mapped(tier(rest, names), (is) => ({ if: kind, is }));
    case 'reopened':
      return mapped(whole(1, 99)(rest.replace(/\s*(times?|x)$/i, ''), names), (atLeast) => ({
        if: kind,
        atLeast,
      }));
    case 'mood':
      return mapped(choice(moods)(rest, names), (atLeast) => ({ if: kind, atLeast }));
    case 'phrase':
      return mapped(flag(rest, names), (found) => ({ if: kind, flag: found }));
    default:
      return kind satisfies never;
  }
}

export function conditionText(condition: StepCondition): string {
  switch (condition.if) {
    case 'severity':
    case 'reopened':
    case 'mood':
      return `${condition.if} ${condition.atLeast}`;
    case 'customer tier':
    case 'category':
    case 'tier':
      return `${condition.if} ${condition.is}`;
    case 'phrase':
      return `phrase ${condition.flag}`;
    default:
      return condition satisfies never;
  }
}
