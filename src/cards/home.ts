// The card people see when no mail is open.
import type { Card } from './card.ts';
import { type DeskState, deskStateSection } from './desk-state.ts';

export function homeCard(desk: DeskState): Card {
  return {
    header: { title: 'Tierline', subtitle: 'Escalations of this support mailbox' },
    sections: [
      deskStateSection(desk),
      { widgets: [{ textParagraph: { text: 'Open a mail to see what Tierline knows about it.' } }] },
    ],
  };
}
