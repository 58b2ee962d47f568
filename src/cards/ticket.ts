// The ticket's first card: which it is, what it is about and why, whose it is, and what is due next.
import type { Section, Widget } from './card.ts';
import { plain, shortened } from './text.ts';
import { deadlineText } from './time-left.ts';

/** As much of a ticket as this card draws; the door tells more. */
export interface TicketOnCard {
  readonly id: string;
  readonly status: string;
  readonly category: string;
  readonly subcategory: string | null;
  readonly categoryWhy: string;
  readonly severity: string;
  readonly tier: number;
  readonly tiers: readonly string[];
  readonly owner: { readonly name: string } | null;
  readonly deadlines: readonly DeadlineOnCard[];
  readonly barred: string | null;
}

export interface DeadlineOnCard {
  readonly clock: 'firstResponse' | 'nextResponse' | 'customerUpdate' | 'resolution' | 'tierTime';
  /** Working seconds; negative when overdue. */
  readonly left: number;
  readonly state: 'on time' | 'at risk' | 'overdue' | 'stopped';
  readonly why: string;
}

/** A closed ticket as the archive lists it. */
export interface ClosedOnCard {
  readonly id: string;
  readonly category: string;
  readonly owner: string;
  readonly opened: string;
  readonly why: string;
}

export function ticketSection(ticket: TicketOnCard): Section {
  const { category, subcategory, categoryWhy, severity, tier, tiers, owner, deadlines, barred } = ticket;
  const path = subcategory ? `${category} > ${subcategory}` : category;
  const name = tiers[tier - 1];
  return {
    header: `${ticket.id}: ${ticket.status}`,
    widgets: [
      ...(barred === null ? [] : [{ textParagraph: { text: `<b>${plain(barred)}</b>` } }]),
      ...nextDeadline(deadlines),
      fact('Category', path, categoryWhy),
      fact('Severity', severity),
      fact('Owner', owner?.name ?? 'nobody'),
      fact('Tier', `Tier ${tier} of ${tiers.length}${name ? ` (${name})` : ''}`),
    ],
  };
}

export function closedSection({ id, category, owner, opened, why }: ClosedOnCard): Section {
  return {
    header: `${id}: closed`,
    widgets: [fact('Category', category, why), fact('Owner', owner || 'nobody'), fact('Opened', opened)],
  };
}

export const noTicketSection: Section = {
  header: 'No ticket',
  widgets: [
    {
      textParagraph: {
        text: 'The desk knows no ticket for this mail. New mail becomes a ticket within minutes, if it went to the support mailbox.',
      },
    },
  ],
};

function nextDeadline(deadlines: readonly DeadlineOnCard[]): readonly Widget[] {
  const [next] = deadlines;
  return next ? [fact('Due next', deadlineText(next), next.why)] : [];
}

function fact(topLabel: string, text: string, bottomLabel?: string): Widget {
  return {
    decoratedText: {
      topLabel,
      text: plain(text),
      wrapText: true,
      ...(bottomLabel ? { bottomLabel: plain(shortened(bottomLabel, 300)) } : {}),
    },
  };
}
