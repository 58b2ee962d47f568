// The Gmail labels a ticket's mails carry, as paths below the desk's root.
import type { Rules } from './rules.ts';
import type { Ticket } from './ticket.ts';
import { isLive, isWaiting } from './ticket.ts';

export const waitingLabel = 'Waiting';
export const escalatedLabel = 'Escalated';
export const breachedLabel = 'Breached';
/** On the mails of an incident's members. */
export const incidentLabel = 'Incident';

/** The label of a category: its own from Categories, else `Category/Subcategory`. */
export function categoryLabel(category: string, subcategory: string | null, rules: Rules): string {
  const row = rules.categories.find((one) => one.name === category && one.subcategory === subcategory);
  return (
    row?.label ??
    [category, subcategory]
      .filter((part) => part !== null)
      .map(labelName)
      .join('/')
  );
}

/** A name as one level of a label: a slash would make another level. */
export const labelName = (name: string): string =>
  name.replace(/\//g, '-').replace(/\s+/g, ' ').trim().slice(0, 60).trim();

export function labelsOf(ticket: Ticket, rules: Rules): readonly string[] {
  const live = isLive(ticket);
  return [
    ...(ticket.category ? [categoryLabel(ticket.category, ticket.subcategory, rules)] : []),
    `Tier ${ticket.tier}`,
    ...(live && isWaiting(ticket) ? [waitingLabel] : []),
    ...(ticket.escalations > 0 ? [escalatedLabel] : []),
    ...(ticket.breaches.length > 0 ? [breachedLabel] : []),
    ...(ticket.parent ? [incidentLabel] : []),
    ...ticket.labels.map(labelName),
  ];
}

/** The category that a label (path below the root) stands for; null if for none. */
export function categoryOfLabel(
  path: string,
  rules: Rules,
): { category: string; subcategory: string | null } | null {
  const wanted = path.toLowerCase();
  const row = rules.categories.find(
    (one) => categoryLabel(one.name, one.subcategory, rules).toLowerCase() === wanted,
  );
  return row ? { category: row.name, subcategory: row.subcategory } : null;
}

/** Every label the desk may need by these rules, so that they can be made before the first mail. */
export const allLabels = (rules: Rules): readonly string[] => [
  ...new Set([
    ...rules.categories.map((one) => categoryLabel(one.name, one.subcategory, rules)),
    ...rules.settings.tiers.map((_, index) => `Tier ${index + 1}`),
    waitingLabel,
    escalatedLabel,
    breachedLabel,
    incidentLabel,
    ...rules.matrix.flatMap(({ ladder }) =>
      ladder.flatMap(({ actions }) =>
        actions.flatMap((action) => (action.do === 'label' ? [labelName(action.label)] : [])),
      ),
    ),
  ]),
];

/** Gmail changes the labels of at most 1,000 mails in one request. */
export function portions(ids: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let from = 0; from < ids.length; from += 1_000) parts.push(ids.slice(from, from + 1_000));
  return parts;
}
