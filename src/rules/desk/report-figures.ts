// The figures of a report in their order: a row each of its summary, a column each of its tables.
import { type Figures, figuresOf, rate } from '../../complaints/figures/figures.ts';
import type { Tally } from '../../complaints/figures/tally.ts';

/** Hours are working hours, shares are 0 to 1. */
export type Unit = 'count' | 'share' | 'hours';

interface Column {
  readonly title: string;
  readonly unit: Unit;
  readonly of: (figures: Figures) => number | null;
}

export const hours = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round(seconds / 36) / 100;

export const figureColumns: readonly Column[] = [
  { title: 'Tickets opened', unit: 'count', of: ({ opened }) => opened },
  { title: 'Resolved', unit: 'count', of: ({ resolved }) => resolved },
  { title: 'Resolved at first contact', unit: 'share', of: ({ firstContact }) => rate(firstContact) },
  { title: 'First response, half within (h)', unit: 'hours', of: (f) => hours(f.firstResponse.median) },
  { title: 'First response, nine of ten (h)', unit: 'hours', of: (f) => hours(f.firstResponse.ninety) },
  { title: 'Resolution, half within (h)', unit: 'hours', of: ({ resolution }) => hours(resolution.median) },
  { title: 'Resolution, nine of ten (h)', unit: 'hours', of: ({ resolution }) => hours(resolution.ninety) },
  { title: 'First response in time', unit: 'share', of: ({ kept }) => rate(kept.firstResponse) },
  { title: 'Next response in time', unit: 'share', of: ({ kept }) => rate(kept.nextResponse) },
  { title: 'Customer update in time', unit: 'share', of: ({ kept }) => rate(kept.customerUpdate) },
  { title: 'Resolution in time', unit: 'share', of: ({ kept }) => rate(kept.resolution) },
  { title: 'Breaches', unit: 'count', of: ({ breached }) => breached },
  { title: 'Escalations', unit: 'count', of: ({ escalated }) => escalated },
  { title: 'Over-escalated', unit: 'share', of: ({ inVain }) => rate(inVain) },
  { title: 'Reopened', unit: 'share', of: ({ reopened }) => rate(reopened) },
  { title: 'Turned amber', unit: 'count', of: ({ amber }) => amber },
  { title: 'Turned red', unit: 'count', of: ({ red }) => red },
  { title: 'Category right at once', unit: 'share', of: ({ sortedRight }) => rate(sortedRight) },
];

/** In the order of the columns. */
export const figureCells = (tally: Tally): readonly (number | null)[] => {
  const figures = figuresOf(tally);
  return figureColumns.map(({ of }) => of(figures));
};
