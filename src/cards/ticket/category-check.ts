// Is the category right? Asked where the desk is not sure: one tap answers, and the desk learns from it.
import type { Request } from '../../complaints/request.ts';
import type { TicketView } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Action, Widget } from '../card.ts';
import type { Reader } from '../reader.ts';
import { bold, plain, quoted } from '../text.ts';
import { button, buttons, fact, icon } from '../widgets.ts';

export function categoryCheck(ticket: TicketView, reader: Reader): readonly Widget[] {
  const { guess, barred, archiveRow } = ticket;
  if (!guess || barred !== null || archiveRow !== null) return [];
  return guess.verdict === 'likely' ? likely(ticket, reader) : unsure(ticket, guess.others, reader);
}

const likely = (ticket: TicketView, { words }: Reader): readonly Widget[] => [
  fact({
    icon: icon('folder', words.category),
    label: plain(words.likelyCategory),
    text: quoted(pathOf(ticket), 120),
  }),
  buttons(
    button(words.buttons.confirmCategory, does({ do: 'confirm category' }, ticket)),
    button(words.buttons.otherCategory, correcting(ticket), 'BORDERLESS'),
  ),
];

const unsure = (ticket: TicketView, others: readonly Path[], { words }: Reader): readonly Widget[] => [
  fact({
    icon: icon('folder', words.category),
    label: plain(words.category),
    text: bold(plain(words.unsureCategory)),
    ...(others.length > 0 ? { below: plain(words.unsureHint) } : {}),
  }),
  ...others.map((path) => guessRow(path, ticket, words.category)),
  buttons(button(words.buttons.otherCategory, correcting(ticket), 'BORDERLESS')),
];

/** A row and no button, because a long path wraps in it. */
const guessRow = (path: Path, ticket: TicketView, what: string): Widget =>
  fact({
    icon: icon('radio_button_unchecked', what),
    text: quoted(pathOf(path), 120),
    opens: does({ do: 'set category', category: path.category, subcategory: path.subcategory }, ticket),
  });

type Path = Pick<TicketView, 'category' | 'subcategory'>;

export const pathOf = ({ category, subcategory }: Path): string =>
  subcategory ? `${category} › ${subcategory}` : category;

const does = (deed: Request, { id, version }: TicketView): Action =>
  press('do', { deed: JSON.stringify(deed), ticket: id, version: String(version), row: '' });

const correcting = ({ id, version }: TicketView): Action =>
  press('open form', { form: 'category', ticket: id, version: String(version), row: '' });
