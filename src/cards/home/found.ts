// What a search found: live tickets first, then closed ones from the archive.
import type { ArchivedView, TicketLine } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Card, Widget } from '../card.ts';
import { line } from '../line.ts';
import type { Reader } from '../reader.ts';
import { oneLine, plain, quoted } from '../text.ts';
import { card, fact, icon, paragraph, section } from '../widgets.ts';

export interface Found {
  readonly tickets: readonly TicketLine[];
  readonly closed: readonly ArchivedView[];
  readonly more: number;
}

export function foundCard(asked: string, { tickets, closed, more }: Found, reader: Reader): Card {
  const { words } = reader;
  const count = tickets.length + closed.length + more;
  return card('found', { title: words.found(count), subtitle: oneLine(asked, 80) }, [
    ...section(null, count === 0 ? [paragraph(plain(words.searchHint))] : []),
    ...section(
      null,
      tickets.map((one) => line(one, reader)),
    ),
    ...section(
      words.closedTickets,
      closed.map((one) => closedLine(one, reader)),
    ),
    ...section(null, more > 0 ? [paragraph(plain(words.foundMore(more)))] : []),
  ]);
}

export function closedLine(one: ArchivedView, { words }: Reader): Widget {
  return fact({
    icon: icon('inventory_2', words.archived),
    label: plain(`${oneLine(one.id, 40)} · ${oneLine(one.customer || one.requester, 60)}`),
    text: quoted(one.subject, 90) || plain(words.noSubject),
    below: plain(
      [one.opened, one.owner]
        .filter(Boolean)
        .map((text) => oneLine(text, 60))
        .join(' · '),
    ),
    opens: press('open ticket', { ticket: one.id, row: String(one.archiveRow) }),
  });
}
