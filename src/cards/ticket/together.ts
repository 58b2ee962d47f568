// Tickets that belong together: an incident with its members, an old matter in a new thread, a merged ticket.
import type { Request } from '../../complaints/request.ts';
import type { TicketLine, TicketView } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Action, Section, Widget } from '../card.ts';
import { line } from '../line.ts';
import type { Reader } from '../reader.ts';
import { bold, oneLine, plain, quoted } from '../text.ts';
import { button, buttons, fact, icon, section } from '../widgets.ts';

/** Near the top: what this ticket is part of. */
export const belonging = (ticket: TicketView, reader: Reader): readonly Widget[] => [
  ...incident(ticket, reader),
  ...merged(ticket, reader),
  ...sameMatter(ticket, reader),
];

/** Of an incident: whom it hits, the most urgent first. */
export function membersSection({ members }: TicketView, reader: Reader): readonly Section[] {
  if (!members) return [];
  const { together } = reader.words;
  const shown = members.lines.map((one) => line(one, reader));
  const more = members.all - shown.length;
  const rest = more > 0 ? [fact({ text: plain(together.moreMembers(more)) })] : [];
  const header = together.members(members.customers, members.open, members.all);
  return section(header, [...shown, ...rest], 3);
}

function incident({ parent }: TicketView, reader: Reader): readonly Widget[] {
  if (!parent) return [];
  return [pointer(parent, reader.words.together.partOf(oneLine(parent.id, 40)), reader)];
}

const pointer = (other: TicketLine, what: string, { words }: Reader): Widget =>
  fact({
    icon: icon('hub', what),
    label: plain(what),
    text: quoted(other.subject, 90) || plain(words.noSubject),
    below: plain([words.statuses[other.status], oneLine(other.owner?.name ?? words.nobody, 40)].join(' · ')),
    opens: opening(other.id),
  });

const opening = (ticket: string): Action => press('open ticket', { ticket, row: '' });

function merged(ticket: TicketView, { words }: Reader): readonly Widget[] {
  const { mergedInto: into } = ticket;
  if (!into) return [];
  return [
    fact({
      icon: icon('hub', words.together.merged),
      text: bold(plain(words.together.mergedInto(oneLine(into, 40)))),
      below: plain(words.together.mergedHint),
      opens: opening(into),
    }),
  ];
}

/** One tap makes one ticket of the two; it can be taken apart again. */
function sameMatter(ticket: TicketView, reader: Reader): readonly Widget[] {
  const { sameAs: other } = ticket;
  if (!other) return [];
  const { words } = reader;
  const asked = pointer(other, words.together.sameAs(oneLine(other.id, 40)), reader);
  if (ticket.barred !== null || ticket.archiveRow !== null) return [asked];
  const about = { ticket: ticket.id, version: String(ticket.version), row: '' };
  const deed = (request: Request): Action => press('do', { deed: JSON.stringify(request), ...about });
  return [
    asked,
    buttons(
      button(words.buttons.merge, deed({ do: 'merge', into: other.id })),
      button(words.buttons.notSame, deed({ do: 'not same' }), 'BORDERLESS'),
    ),
  ];
}
