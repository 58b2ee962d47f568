// The card beside an open mail.
import type { Card, Widget } from './card.ts';
import { type DeskState, deskStateSection } from './desk-state.ts';
import { plain, shortened } from './text.ts';

/** What the sidebar knows of the open mail: headers only, never its text. */
export interface OpenMail {
  readonly subject: string;
  /** With its angle brackets, or null: some mails have none. */
  readonly messageId: string | null;
  /** Earlier mails of the conversation, oldest first. */
  readonly references: readonly string[];
}

export function messageCard(mail: OpenMail, desk: DeskState): Card {
  return {
    header: { title: 'Tierline', subtitle: shortened(mail.subject || '(no subject)', 80) },
    sections: [deskStateSection(desk), { header: 'This mail', collapsible: true, widgets: facts(mail) }],
  };
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
