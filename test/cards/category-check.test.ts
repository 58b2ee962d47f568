// Is the category right? What the card asks, and what each button asks of the desk.
import type { Button, DecoratedText, OnClick, Widget } from '../../src/cards/card.ts';
import { categoryCheck } from '../../src/cards/ticket/category-check.ts';
import type { TicketView } from '../../src/door/views.ts';
import { readers, tickets } from './every-card.ts';
import { ticket } from './views.ts';

const [english] = readers;

function widgetsFor(view: TicketView): readonly Widget[] {
  if (!english) throw new Error('no reader');
  return categoryCheck(view, english);
}

const buttonsFor = (view: TicketView): readonly Button[] =>
  widgetsFor(view).flatMap((widget) => ('buttonList' in widget ? widget.buttonList.buttons : []));

const rowsFor = (view: TicketView): readonly DecoratedText[] =>
  widgetsFor(view).flatMap((widget) => ('decoratedText' in widget ? [widget.decoratedText] : []));

const deedOf = ({ onClick }: { readonly onClick?: OnClick }): unknown => {
  const parameters = onClick && 'action' in onClick ? (onClick.action.parameters ?? []) : [];
  const deed = parameters.find(({ key }) => key === 'deed')?.value;
  return deed === undefined ? null : JSON.parse(deed);
};

const named = (name: string): TicketView => tickets[name] ?? ticket;

test('a likely category is confirmed with one tap, or another one is looked for', () => {
  const all = buttonsFor(named('of a likely category'));
  expect(all.map(({ text }) => text)).toEqual(['That’s right', 'Something else']);
  expect(all.map(deedOf)).toEqual([{ do: 'confirm category' }, null]);
});

test('where the desk is not sure its two best guesses are a row each to tap, long names wrapped', () => {
  const view = named('of an unsure category');
  expect(buttonsFor(view).map(({ text }) => text)).toEqual(['Something else']);
  const rows = rowsFor(view).filter(({ onClick }) => onClick);
  expect(rows.map(({ text, wrapText }) => [text, wrapText])).toEqual([
    ['Product and service quality › Service', true],
    ['Other', true],
  ]);
  expect(rows.map(deedOf)).toEqual([
    { do: 'set category', category: 'Product and service quality', subcategory: 'Service' },
    { do: 'set category', category: 'Other', subcategory: null },
  ]);
});

test('nobody is asked about a category that is sure, told by a person, archived, or not theirs to handle', () => {
  const likely = named('of a likely category');
  for (const view of [
    ticket,
    { ...likely, guess: null },
    { ...likely, archiveRow: 4 },
    { ...likely, barred: 'no' },
  ])
    expect(widgetsFor(view)).toEqual([]);
});
