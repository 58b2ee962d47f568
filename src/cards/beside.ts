// Beside a mail that has no live ticket: none yet, or one that is closed and in the archive.
import type { ArchivedView } from '../door/views.ts';
import { press } from './actions.ts';
import type { Button, Card } from './card.ts';
import type { OpenMail } from './open-mail.ts';
import type { Reader } from './reader.ts';
import { bold, oneLine, plain, quoted } from './text.ts';
import { button, buttons, card, fact, icon, paragraph, section } from './widgets.ts';
import type { Words } from './words/en.ts';

/** From here too, because a phone shows nothing but the card beside a mail. */
const home = (words: Words): Button => button(words.buttons.home, press('open home', {}), 'BORDERLESS');

/** `parked`: the desk tried and could not read it. */
export function noTicketCard({ subject, messageId }: OpenMail, { words }: Reader, parked = false): Card {
  const { register, noId } = words.noTicket;
  const { title, text } = parked ? words.parked : words.noTicket;
  const again = press('look again', { ticket: '', row: '' });
  const refresh = button(words.buttons.refresh, again, messageId === null ? 'FILLED' : 'OUTLINED');
  return card('no ticket', { title, subtitle: oneLine(subject, 140) || words.noSubject }, [
    ...section(null, [
      fact({ icon: icon(parked ? 'warning' : 'search', title), text: plain(text) }),
      paragraph(plain(messageId === null ? noId : register)),
      buttons(
        ...(messageId === null
          ? []
          : [button(words.buttons.register, press('register', { message: messageId }), 'FILLED')]),
        refresh,
        home(words),
      ),
    ]),
  ]);
}

export function archivedCard(ticket: ArchivedView, { words }: Reader): Card {
  const show = press('open ticket', { ticket: ticket.id, row: String(ticket.archiveRow) });
  const row = (label: string, text: string, below = '') =>
    text ? [fact({ label: plain(label), text: quoted(text, 120), ...(below ? { below } : {}) })] : [];
  return card(
    'archived',
    {
      title: `${oneLine(ticket.id, 40)} · ${words.statuses.closed}`,
      subtitle: oneLine(ticket.subject, 140) || words.noSubject,
    },
    section(null, [
      fact({
        icon: icon('inventory_2', words.archived),
        text: bold(plain(words.archived)),
        below: plain(words.archivedHint),
      }),
      buttons(button(words.buttons.showTicket, show, 'FILLED'), home(words)),
      ...row(words.customer, ticket.customer || ticket.requester),
      ...row(words.category, ticket.category, quoted(ticket.why, 200)),
      ...row(words.owner, ticket.owner),
      ...row(words.events.opened, ticket.opened),
    ]),
  );
}
