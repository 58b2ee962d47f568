// The team's queue, twenty at a time, the most urgent first, filtered by urgency, owner and tier.
import type { HomeView, TicketLine } from '../../door/views.ts';
import { press } from '../actions.ts';
import type { Card, Choice, Section, Widget } from '../card.ts';
import { chosen, first, type Inputs } from '../forms/form.ts';
import { line } from '../line.ts';
import type { Reader } from '../reader.ts';
import { oneLine, plain, quiet } from '../text.ts';
import { button, buttons, card, paragraph, section } from '../widgets.ts';

export const queueCardName = 'queue';

const shows = ['all', 'urgent', 'unassigned', 'waiting'] as const;

export interface Filter {
  readonly show: (typeof shows)[number];
  /** An e-mail; empty: everybody. */
  readonly owner: string;
  /** Empty: all tiers. */
  readonly tier: string;
}

export const noFilter: Filter = { show: 'all', owner: '', tier: '' };

export function filterIn(inputs: Inputs): Filter {
  const show = shows.find((one) => one === first(inputs, 'show')) ?? 'all';
  return { show, owner: first(inputs, 'owner'), tier: first(inputs, 'tier') };
}

export const pageLength = 20;

export function queueCard(home: HomeView, filter: Filter, from: number, reader: Reader): Card {
  const { words } = reader;
  const fitting = home.team.filter((one) => fits(one, filter));
  const start = Math.max(0, Math.min(from, Math.max(0, fitting.length - 1)));
  const page = fitting.slice(start, start + pageLength);
  return card(queueCardName, { title: words.queueTitle, subtitle: words.figures.open(home.figures.open) }, [
    ...filters(home, filter, reader),
    ...section(
      page.length > 0 ? words.shownOf(start + 1, start + page.length, fitting.length) : null,
      page.length > 0 ? page.map((one) => line(one, reader)) : [paragraph(plain(words.queueEmpty))],
    ),
    ...turning(start, fitting.length, reader),
    ...cutOff(home, reader),
  ]);
}

function fits({ deadline, owner, status, tier }: TicketLine, filter: Filter): boolean {
  if (filter.owner && owner?.email !== filter.owner) return false;
  if (filter.tier && String(tier) !== filter.tier) return false;
  switch (filter.show) {
    case 'all':
      return true;
    case 'urgent':
      return deadline?.state === 'overdue' || deadline?.state === 'at risk';
    case 'unassigned':
      return owner === null;
    case 'waiting':
      return status.startsWith('waiting');
    default:
      return filter.show satisfies never;
  }
}

/** Every change asks anew, so that the list is never older than the choice. */
function filters({ load, tiers }: HomeView, filter: Filter, { words }: Reader): readonly Section[] {
  const choice = (text: string, value: string): Choice => ({ text, value, selected: false });
  const { filters: names } = words;
  const dropdown = (name: string, label: string, items: readonly Choice[], value: string): Widget => ({
    selectionInput: {
      name,
      label,
      type: 'DROPDOWN',
      items: chosen(items, value),
      onChangeAction: press('filter queue', { from: '0' }),
    },
  });
  const people = load.map(({ person }) => choice(oneLine(person.name, 60), person.email));
  const levels = tiers.map((name, index) => choice(oneLine(name, 40), String(index + 1)));
  return section(null, [
    dropdown(
      'show',
      names.show,
      shows.map((one) => choice(names[one], one)),
      filter.show,
    ),
    dropdown('owner', words.owner, [choice(names.ownerAll, ''), ...people], filter.owner),
    dropdown('tier', words.tier, [choice(names.tierAll, ''), ...levels], filter.tier),
  ]);
}

function turning(start: number, all: number, { words }: Reader): readonly Section[] {
  const turn = (from: number): ReturnType<typeof button> =>
    button(
      words.shownOf(from + 1, Math.min(from + pageLength, all), all),
      press('filter queue', { from: String(from) }),
    );
  const back = start > 0 ? [turn(Math.max(0, start - pageLength))] : [];
  const on = start + pageLength < all ? [turn(start + pageLength)] : [];
  const both = [...back, ...on];
  return section(null, both.length > 0 ? [buttons(...both)] : []);
}

function cutOff({ team, figures }: HomeView, { words }: Reader): readonly Section[] {
  return section(
    null,
    team.length < figures.open ? [paragraph(quiet(plain(words.cutOff(team.length))))] : [],
  );
}
