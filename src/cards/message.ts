// The card beside an open mail.
import type { Card, Section, Widget } from './card.ts';
import { type DeskState, deskStateSection } from './desk-state.ts';
import { plain, shortened } from './text.ts';
import {
  type ClosedOnCard,
  closedSection,
  noTicketSection,
  type TicketOnCard,
  ticketSection,
} from './ticket.ts';

/** What the sidebar knows of the open mail: headers only, never its text. */
export interface OpenMail {
  readonly subject: string;
  /** With its angle brackets, or null: some mails have none. */
  readonly messageId: string | null;
  /** Earlier mails of the conversation, oldest first. */
  readonly references: readonly string[];
}

/** What the desk tells about the mail, or why it tells nothing. */
export type BesideMail =
  | { readonly state: 'ticket'; readonly ticket: TicketOnCard }
  | { readonly state: 'closed'; readonly ticket: ClosedOnCard }
  | { readonly state: 'no ticket' }
  | DeskState;

export function messageCard(mail: OpenMail, desk: BesideMail): Card {
  return {
    header: { title: 'Tierline', subtitle: shortened(mail.subject || '(no subject)', 80) },
    sections: [sectionOf(desk), { header: 'This mail', collapsible: true, widgets: facts(mail) }],
  };
}

function sectionOf(desk: BesideMail): Section {
  switch (desk.state) {
    case 'ticket':
      return ticketSection(desk.ticket);
    case 'closed':
      return closedSection(desk.ticket);
    case 'no ticket':
      return noTicketSection;
    default:
      return deskStateSection(desk);
  }
}

function facts(mail: OpenMail): readonly Widget[] {
  const earlier = mail.references.length;
  return [
    fact('Message-ID', mail.messageId ?? 'none: the desk makes a key from sender, date, subject and size'),
    fact(
      'Conversation',
      earlier === 0 ? 'first mail' : `answers ${earlier} earlier mail${earlier > 1 ? 's' : ''}`,
    ),
  ];
}

function fact(topLabel: string, text: string): Widget {
  return { decoratedText: { topLabel, text: plain(text), wrapText: true } };
}

/** When Gmail does not let the sidebar read the open mail's headers. */
export function unreadableMessageCard(): Card {
  return {
    header: { title: 'Tierline' },
    sections: [
      {
        widgets: [
          { textParagraph: { text: '<b>Gmail did not let Tierline read this mail’s headers.</b>' } },
          {
            textParagraph: {
              text: 'Tierline needs them to find the ticket. Close the add-on, open it again and allow it to see the open message’s metadata; it never asks for the text.',
            },
          },
        ],
      },
    ],
  };
}
