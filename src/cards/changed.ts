// Somebody was faster: what they did, and the choice to do it all the same.
import type { Request } from '../complaints/request.ts';
import type { EventView, TicketView } from '../door/views.ts';
import { press } from './actions.ts';
import type { Card } from './card.ts';
import type { Reader } from './reader.ts';
import { oneLine, plain } from './text.ts';
import { eventRow } from './ticket/events.ts';
import { button, buttons, card, fact, icon, paragraph, section } from './widgets.ts';

export interface Changed {
  readonly ticket: TicketView;
  readonly since: readonly EventView[];
}

/** `deed`: what the person asked for. */
export function changedCard({ ticket, since }: Changed, deed: Request, reader: Reader): Card {
  const { words } = reader;
  const about = {
    ticket: ticket.id,
    row: ticket.archiveRow === null ? '' : String(ticket.archiveRow),
  };
  const anyway = press('do anyway', {
    deed: JSON.stringify(deed),
    version: String(ticket.version),
    ...about,
  });
  return card(
    'changed',
    { title: words.changedTitle, subtitle: oneLine(ticket.subject, 140) || words.noSubject },
    [
      ...section(null, [
        fact({ icon: icon('warning', words.changedTitle), text: plain(words.changedHint) }),
        ...since.slice(0, 10).map((one) => eventRow(one, reader)),
        ...(since.length === 0 ? [paragraph(plain(words.changedMany))] : []),
        buttons(
          button(words.buttons.showTicket, press('back to ticket', about), 'FILLED'),
          button(words.buttons.doAnyway, anyway),
        ),
      ]),
    ],
  );
}
