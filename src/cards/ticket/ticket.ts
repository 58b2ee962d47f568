// The card of one ticket: beside its mail, on a phone, or opened from a list.
import type { TicketView } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Button, Card, Section } from '../card.ts';
import { mailAddress } from '../line.ts';
import type { Reader } from '../reader.ts';
import { oneLine } from '../text.ts';
import { button, buttons, card, link, section } from '../widgets.ts';
import { categoryCheck } from './category-check.ts';
import { customerSection, otherTickets } from './customer.ts';
import { deadlineReasons, nearestDeadline } from './deadlines.ts';
import { eventsSection } from './events.ts';
import { guidelineSection, requiredSection, similarSection } from './knowledge.ts';
import { reminders, warnings } from './notices.ts';
import { likelyButtons, otherActions } from './offers.ts';
import { standingSection } from './standing.ts';
import { belonging, membersSection } from './together.ts';

export interface TicketOnCard {
  readonly ticket: TicketView;
  /** Colleagues who have it open right now. */
  readonly watchers: readonly string[];
  /** Whether the mail is open beside the card; from a list it is a click away. */
  readonly beside: boolean;
}

export const ticketCardName = (id: string): string => `ticket ${id}`;

export function ticketCard({ ticket, watchers, beside }: TicketOnCard, reader: Reader): Card {
  const { words } = reader;
  return card(
    ticketCardName(ticket.id),
    {
      title: `${oneLine(ticket.id, 40)} · ${words.statuses[ticket.status]}`,
      subtitle: oneLine(ticket.subject, 140) || words.noSubject,
    },
    [
      ...top(ticket, watchers, reader),
      ...membersSection(ticket, reader),
      ...otherActions(ticket, reader),
      ...deadlineReasons(ticket, reader),
      ...(ticket.members ? [] : customerSection(ticket, reader)),
      ...standingSection(ticket, reader),
      ...requiredSection(ticket, reader),
      ...guidelineSection(ticket, reader),
      ...similarSection(ticket, reader),
      ...otherTickets(ticket, reader),
      ...eventsSection(ticket.events, reader),
      ...foot(ticket, beside, reader),
    ],
  );
}

const top = (ticket: TicketView, watchers: readonly string[], reader: Reader): readonly Section[] =>
  section(null, [
    ...warnings(ticket, watchers, reader),
    ...belonging(ticket, reader),
    ...nearestDeadline(ticket, reader),
    ...likelyButtons(ticket, reader),
    ...categoryCheck(ticket, reader),
    ...reminders(ticket, reader),
  ]);

function foot(
  { id, archiveRow, mail, me }: TicketView,
  beside: boolean,
  { words }: Reader,
): readonly Section[] {
  const row = archiveRow === null ? '' : String(archiveRow);
  const all: Button[] = [
    button(words.buttons.refresh, press('look again', { ticket: id, row }), 'BORDERLESS'),
    button(words.buttons.home, press('open home', {}), 'BORDERLESS'),
  ];
  if (!beside && mail !== null) all.push(link(words.buttons.openMail, mailAddress(mail, me.email)));
  return section(null, [buttons(...all)]);
}
