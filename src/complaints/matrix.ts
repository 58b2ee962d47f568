// The escalation matrix: which policy a ticket falls under, and why.

import type { Policy, Rules, Severity } from './rules.ts';
import type { CategoryPath, Reasoned } from './understanding.ts';

export interface Facts extends CategoryPath {
  readonly severity: Severity;
  readonly customerTier: string;
  readonly flags?: readonly string[];
}

/**
 * The most specific row of the Matrix that fits, one with a flag before all others; ties go to the lower rank, then
 * to the upper row.
 * Never without an answer: the rules end with a row that catches everything.
 */
export function policyFor(facts: Facts, rules: Rules): Reasoned<Policy> {
  const fitting = rules.matrix.filter((policy) => fits(policy, facts));
  const best = [...fitting].sort(
    (a, b) => precision(b) - precision(a) || a.rank - b.rank || a.place.row - b.place.row,
  )[0];
  if (!best) throw new Error('The matrix has a hole: rules must end with a row that catches everything');
  return { is: best, why: `${source(best)}, for ${criteria(best)}` };
}

export const source = (policy: Policy): string =>
  policy.place.row > 0
    ? `${policy.place.tab} row ${policy.place.row}`
    : `the desk's own last row of ${policy.place.tab}`;

function fits(policy: Policy, facts: Facts): boolean {
  return (
    agrees(policy.category, facts.category) &&
    agrees(policy.subcategory, facts.subcategory) &&
    agrees(policy.severity, facts.severity) &&
    agrees(policy.customerTier, facts.customerTier) &&
    (!policy.flag || (facts.flags ?? []).includes(policy.flag))
  );
}

const agrees = (wanted: string | null, found: string | null): boolean =>
  wanted === null || wanted.toLowerCase() === (found ?? '').toLowerCase();

const precision = (policy: Policy): number =>
  [policy.category, policy.subcategory, policy.severity, policy.customerTier].filter((c) => c !== null)
    .length + (policy.flag ? 5 : 0);

function criteria(policy: Policy): string {
  const parts = [
    policy.category && (policy.subcategory ? `${policy.category} > ${policy.subcategory}` : policy.category),
    policy.severity && `severity ${policy.severity}`,
    policy.customerTier && `customer tier ${policy.customerTier}`,
    policy.flag && `what is ${policy.flag}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'everything that no other row names';
}
