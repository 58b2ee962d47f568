// Who wrote, how valuable they are, in what mood, and what else there was with them.
import type { TicketView } from '../../door/views.ts';
import type { Section, Widget } from '../card.ts';
import type { IconName } from '../icons.ts';
import { line } from '../line.ts';
import type { Reader } from '../reader.ts';
import { bold, oneLine, plain, quoted } from '../text.ts';
import { buttons, fact, icon, link, section } from '../widgets.ts';

export function customerSection(ticket: TicketView, reader: Reader): readonly Section[] {
  const { words } = reader;
  return section(words.sections.customer, [
    ...who(ticket, reader),
    ...company(ticket, reader),
    mood(ticket, reader),
  ]);
}

function who({ requester }: TicketView, { words }: Reader): readonly Widget[] {
  const name = quoted(requester.name, 80);
  const address = quoted(requester.address, 120);
  return [
    fact({
      icon: icon('person', words.from),
      text: bold(name || address),
      ...(name ? { below: address } : {}),
    }),
  ];
}

/** Customer, tier and history together, because they answer one question. */
function company({ customer, customerTier, history }: TicketView, { words }: Reader): readonly Widget[] {
  const name = customer ? quoted(customer.name, 60) : '';
  const past = [
    words.ticketsBefore(history.before),
    ...(history.open.length > 0 ? [words.openNow(history.open.length)] : []),
  ].join(', ');
  const manager = customer?.accountManager
    ? plain(words.accountManager(oneLine(customer.accountManager.name, 40)))
    : '';
  const url = customer?.link ?? null;
  const known = fact({
    icon: icon(customer ? 'star' : 'apartment', words.customer),
    label: [name, quoted(customerTier, 40)].filter(Boolean).join(' · '),
    text: plain(past),
    ...(manager ? { below: manager } : {}),
  });
  return url && isWebAddress(url) ? [known, buttons(link(words.buttons.openCustomer, url))] : [known];
}

/** A cell of the workbook may hold anything: only what a browser opens as a page becomes a link. */
const isWebAddress = (url: string): boolean => /^https:\/\/[^\s<>"]+$/.test(url);

const faces: Readonly<Record<TicketView['mood'], IconName>> = {
  green: 'sentiment_satisfied',
  amber: 'sentiment_neutral',
  red: 'sentiment_dissatisfied',
};

function mood({ mood: how, moodWhy, flags }: TicketView, { words }: Reader): Widget {
  const noticed =
    flags.length > 0 ? `${words.flags}: ${flags.map((flag) => oneLine(flag, 30)).join(', ')}` : '';
  const below = [oneLine(moodWhy, 200), noticed].filter(Boolean).join(' · ');
  return fact({
    icon: icon(faces[how], words.mood),
    text: plain(words.moods[how]),
    ...(below && (how !== 'green' || noticed) ? { below: plain(below) } : {}),
  });
}

export function otherTickets({ history }: TicketView, reader: Reader): readonly Section[] {
  const lines = history.open.map((one) => line(one, reader));
  return section(reader.words.sections.history, lines, 0);
}
