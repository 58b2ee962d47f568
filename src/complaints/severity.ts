// How severe a mail is: where its category starts, what its phrases demand, what the customer's tier adds.
import type { FoundPhrase } from './phrases.ts';
import { placed } from './reasons.ts';
import { type Rules, type Severity, severities } from './rules.ts';
import { pathText } from './ticket.ts';
import type { CategoryPath, Reasoned } from './understanding.ts';

export const isAtLeast = (severity: Severity, floor: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(floor);

export interface SeverityCase {
  readonly category: CategoryPath;
  readonly phrases: readonly FoundPhrase[];
  readonly customerTier: string;
  /** What corrections of earlier mails speak for: raises, and never lowers what the rules demand. */
  readonly learned?: Reasoned<Severity> | null;
}

/**
 * Starts at the category's severity (subcategory, else category, else Settings); a phrase can only raise it; the most
 * valuable customer tier (the last in Settings) raises medium to high and nothing else, so that a trifle of a big customer stays one.
 */
export function severityOf(
  seen: SeverityCase,
  rules: Pick<Rules, 'categories' | 'settings'>,
): Reasoned<Severity> {
  const start = startingAt(seen.category, rules);
  const byRules = raisedByPhrases(start, seen.phrases);
  const learned = seen.learned ?? byRules;
  const raised = isAtLeast(byRules.is, learned.is) ? byRules : learned;
  const { customerTiers } = rules.settings;
  const isTop = customerTiers.length > 1 && seen.customerTier === customerTiers.at(-1);
  if (!isTop || raised.is !== 'medium') return raised;
  return { is: 'high', why: `${raised.why}; raised to high for customer tier ${seen.customerTier}` };
}

function startingAt(path: CategoryPath, rules: Pick<Rules, 'categories' | 'settings'>): Reasoned<Severity> {
  const rows = rules.categories.filter(({ name, severity }) => name === path.category && severity !== null);
  const row =
    rows.find(({ subcategory }) => subcategory === path.subcategory) ??
    rows.find(({ subcategory }) => subcategory === null);
  const { defaultSeverity } = rules.settings;
  if (row?.severity == null)
    return { is: defaultSeverity, why: `${defaultSeverity}, the default in Settings` };
  const name = pathText({ category: row.name, subcategory: row.subcategory });
  return { is: row.severity, why: `${row.severity}, because ${name} starts there: ${placed([row.place])}` };
}

function raisedByPhrases(start: Reasoned<Severity>, phrases: readonly FoundPhrase[]): Reasoned<Severity> {
  let raised = start;
  for (const { phrase, why } of phrases) {
    const floor = phrase.severityAtLeast;
    if (floor !== null && !isAtLeast(raised.is, floor))
      raised = { is: floor, why: `${floor}, because ${why}` };
  }
  return raised;
}
