// The card people see when no mail is open: what is most urgent, and how much there is.
import type { Card, Section, Widget } from './card.ts';
import { type DeskState, deskStateSection } from './desk-state.ts';
import { plain, shortened } from './text.ts';
import { deadlineText, type TimeLeft } from './time-left.ts';

/** As much of the desk as this card draws; the door tells more. */
export interface DeskAtHome {
  readonly next: LineOnCard | null;
  readonly mine: readonly LineOnCard[];
  readonly figures: {
    readonly open: number;
    readonly mine: number;
    readonly overdue: number;
    readonly atRisk: number;
    readonly unassigned: number;
    readonly parked: number;
  };
}

export interface LineOnCard {
  readonly id: string;
  readonly subject: string;
  readonly customer: string;
  readonly deadline: TimeLeft | null;
}

export type AtHome = { readonly state: 'home'; readonly home: DeskAtHome } | DeskState;

export function homeCard(desk: AtHome): Card {
  return {
    header: { title: 'Tierline', subtitle: 'Escalations of this support mailbox' },
    sections: [
      ...(desk.state === 'home' ? atHome(desk.home) : [deskStateSection(desk)]),
      { widgets: [{ textParagraph: { text: 'Open a mail to see what Tierline knows about it.' } }] },
    ],
  };
}

/** Of a hundred tickets the first ten: the others are behind them. */
const mostLines = 10;

function atHome({ next, mine, figures }: DeskAtHome): readonly Section[] {
  const more = figures.mine - Math.min(mine.length, mostLines);
  return [
    { header: 'Next case', widgets: next ? [line(next)] : [text('Nothing waits for you.')] },
    ...(mine.length > 0
      ? [
          {
            header: `My tickets: ${figures.mine}`,
            widgets: [...mine.slice(0, mostLines).map(line), ...(more > 0 ? [text(`and ${more} more`)] : [])],
          },
        ]
      : []),
    { header: 'Team', widgets: [text(figuresText(figures))] },
  ];
}

function figuresText({ open, overdue, atRisk, unassigned, parked }: DeskAtHome['figures']): string {
  return [
    `${open} open`,
    `${overdue} overdue`,
    `${atRisk} at risk`,
    `${unassigned} without an owner`,
    ...(parked > 0 ? [`${parked} mails the desk could not read`] : []),
  ].join(', ');
}

function line({ id, subject, customer, deadline }: LineOnCard): Widget {
  return {
    decoratedText: {
      topLabel: plain(shortened(`${id}, ${customer}`, 80)),
      text: plain(shortened(subject || '(no subject)', 120)),
      wrapText: true,
      ...(deadline ? { bottomLabel: deadlineText(deadline) } : {}),
    },
  };
}

const text = (words: string): Widget => ({ textParagraph: { text: words } });
