// What must be known besides what is due: who else is at it, what is offered, what stands still, what can be undone.
import type { TicketView } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { bold, oneLine, plain, quoted } from '../text.ts';
import { moment } from '../times.ts';
import { button, fact, icon } from '../widgets.ts';
import { solved } from './knowledge.ts';

/** Before anything else. `watchers`: names of colleagues who opened the ticket within the last minutes. */
export function warnings(ticket: TicketView, watchers: readonly string[], reader: Reader): readonly Widget[] {
  return [
    ...barred(ticket, reader),
    ...others(watchers, reader),
    ...handover(ticket, reader),
    ...over(ticket, reader),
    ...waiting(ticket, reader),
  ];
}

/** After the deadline and the buttons. */
export const reminders = (ticket: TicketView, reader: Reader): readonly Widget[] => [
  ...promise(ticket, reader),
  ...undo(ticket, reader),
];

function barred({ barred: why }: TicketView, { words }: Reader): readonly Widget[] {
  if (why === null) return [];
  return [
    fact({ icon: icon('lock', words.barred), text: bold(plain(words.barred)), below: quoted(why, 200) }),
  ];
}

function others(watchers: readonly string[], { words, locale }: Reader): readonly Widget[] {
  if (watchers.length === 0) return [];
  const names = new Intl.ListFormat(locale).format(watchers.slice(0, 5).map((name) => oneLine(name, 40)));
  const text = watchers.length === 1 ? words.openedJustNow(names) : words.openedByMany(names);
  return [fact({ icon: icon('visibility', text), text: plain(text) })];
}

function handover({ handover: offered, me }: TicketView, reader: Reader): readonly Widget[] {
  if (offered === null) return [];
  const { words } = reader;
  const mine = offered.to.email === me.email;
  const text = mine
    ? words.handedToYou(oneLine(offered.from?.name ?? words.somebody, 60))
    : words.handedTo(oneLine(offered.to.name, 60));
  const by = offered.acceptBy === null ? '' : words.acceptBy(moment(offered.acceptBy, reader));
  const below = [oneLine(offered.note, 300), by].filter(Boolean).map(plain).join('<br>');
  return [
    fact({
      icon: icon('swap_horiz', words.buttons.handOver),
      text: bold(plain(text)),
      ...(below ? { below } : {}),
    }),
  ];
}

function waiting({ waiting: wait, status }: TicketView, reader: Reader): readonly Widget[] {
  if (wait === null) return [];
  const { words } = reader;
  const until = wait.until === null ? words.waitingOpenEnd : words.waitingUntil(moment(wait.until, reader));
  return [
    fact({
      icon: icon('pause_circle', words.statuses[status]),
      text: plain(words.statuses[status]),
      below: plain(until),
    }),
  ];
}

function promise({ promise: until, resolvedAt }: TicketView, reader: Reader): readonly Widget[] {
  if (until === null || resolvedAt !== null) return [];
  const { words } = reader;
  return [
    fact({
      icon: icon('event_available', words.promised),
      label: plain(words.promised),
      text: bold(plain(moment(until, reader))),
    }),
  ];
}

function over(ticket: TicketView, reader: Reader): readonly Widget[] {
  const { words } = reader;
  if (ticket.status !== 'resolved' && ticket.status !== 'closed') return [];
  const when = ticket.resolvedAt === null ? '' : words.resolvedAt(moment(ticket.resolvedAt, reader));
  const archived = ticket.archiveRow !== null;
  return [
    fact({
      icon: icon(archived ? 'inventory_2' : 'check_circle', words.statuses[ticket.status]),
      text: bold(plain(when || words.statuses[ticket.status])),
      ...(archived ? { below: plain(words.archivedHint) } : {}),
    }),
    ...solved(ticket, reader),
  ];
}

function undo({ undo: deed, id, barred: why }: TicketView, { words }: Reader): readonly Widget[] {
  if (deed === null || why !== null) return [];
  const names: Readonly<Record<string, string>> = words.deeds;
  return [
    fact({
      icon: icon('history', words.buttons.undo),
      text: plain(words.youDid(names[deed] ?? oneLine(deed, 40))),
      button: button(words.buttons.undo, press('undo', { ticket: id }), 'BORDERLESS'),
    }),
  ];
}
