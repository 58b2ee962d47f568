// A lead gives several tickets to one person at once: those without an owner come first.

import type { DoorRequest } from '../../door/request.ts';
import type { HomeView, TicketLine } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Card } from '../card.ts';
import { chosen, dropdown, first, type Inputs } from '../forms/form.ts';
import { lineText } from '../line.ts';
import type { Reader } from '../reader.ts';
import { bold, oneLine, plain, quoted } from '../text.ts';
import { button, buttons, card, fact, icon, paragraph, section } from '../widgets.ts';

const pageLength = 25;

export function bulkCard(home: HomeView, from: number, reader: Reader): Card {
  const { words } = reader;
  const lines = [...home.team].sort((a, b) => Number(a.owner !== null) - Number(b.owner !== null));
  const page = lines.slice(from, from + pageLength);
  const more = lines.length > from + pageLength;
  return card(
    'bulk',
    { title: words.bulkTitle, subtitle: words.shownOf(from + 1, from + page.length, lines.length) },
    section(
      null,
      page.length === 0
        ? [paragraph(plain(words.queueEmpty))]
        : [
            dropdown('to', words.forms.to, chosen(team(home, reader), null)),
            buttons(button(words.buttons.assign, press('assign many', {}), 'FILLED')),
            {
              selectionInput: {
                name: 'tickets',
                label: words.bulkPick,
                type: 'CHECK_BOX',
                items: page.map((one) => ({
                  text: lineText(one, reader),
                  value: boxOf(one),
                  selected: false,
                })),
              },
            },
            ...(more
              ? [buttons(button(words.buttons.more, press('open bulk', { from: String(from + pageLength) })))]
              : []),
          ],
    ),
  );
}

/** With how much everybody has already. */
const team = ({ load }: HomeView, { words }: Reader) =>
  load.map(({ person, open, cap }) => ({
    text: `${oneLine(person.name, 50)} (${words.loadOf(open, cap)})`,
    value: person.email,
    selected: false,
  }));

const boxOf = ({ id, version }: TicketLine): string => `${version} ${id}`;

/** A text instead of a request says what is missing. */
export function bulkRequest(
  inputs: Inputs,
  { words }: Reader,
): Extract<DoorRequest, { ask: 'assign many' }> | string {
  const to = first(inputs, 'to');
  if (!to) return words.forms.missing(words.forms.to);
  const tickets = (inputs.tickets ?? []).flatMap((value) => {
    const [, version, ticket] = /^(\d+) (.+)$/.exec(value) ?? [];
    return version && ticket ? [{ ticket, version: Number(version) }] : [];
  });
  if (tickets.length === 0) return words.forms.missing(words.bulkPick);
  return { ask: 'assign many', tickets, to };
}

export interface BulkDone {
  readonly done: readonly string[];
  readonly refused: readonly { readonly ticket: string; readonly words: string }[];
}

export function bulkDoneCard({ done, refused }: BulkDone, { words }: Reader): Card {
  return card('bulk done', { title: words.bulkDone(done.length, refused.length) }, [
    ...section(
      null,
      done.length > 0
        ? [
            fact({
              icon: icon('check_circle', words.done),
              text: bold(plain(words.bulkDone(done.length, 0))),
              below: quoted(done.join(', '), 600),
            }),
          ]
        : [],
    ),
    ...section(
      words.notAssigned,
      refused.map(({ ticket, words: why }) =>
        fact({
          icon: icon('warning', words.notAssigned),
          text: quoted(ticket, 40),
          below: quoted(why, 300),
          opens: press('open ticket', { ticket, row: '' }),
        }),
      ),
    ),
  ]);
}
