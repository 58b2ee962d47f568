// Cards of tickets that belong together: what is said near the top, what is offered, what the forms ask of the desk.
import { whichButton } from '../../src/cards/actions.ts';
import type { Card } from '../../src/cards/card.ts';
import { formOf } from '../../src/cards/forms/forms.ts';
import { ticketCard } from '../../src/cards/ticket/ticket.ts';
import { readRequest } from '../../src/door/request.ts';
import type { TicketView } from '../../src/door/views.ts';
import { readers } from './every-card.ts';
import { incident, memberOfIncident, sameMatter, ticket } from './views.ts';

const [english] = readers;
if (!english) throw new Error('no reader');
const reader = english;

const drawn = (view: TicketView): Card => ticketCard({ ticket: view, watchers: [], beside: true }, reader);
const text = (card: Card): string => JSON.stringify(card);
const buttonsOf = (card: Card) =>
  card.sections
    .flatMap(({ widgets }) => widgets)
    .flatMap((widget) => ('buttonList' in widget ? widget.buttonList.buttons : []));
const names = (view: TicketView): readonly string[] => buttonsOf(drawn(view)).map((one) => one.text);

/** The request behind the button with that text. */
function deed(view: TicketView, name: string): unknown {
  const found = buttonsOf(drawn(view)).find((one) => one.text === name);
  if (!found || !('action' in found.onClick)) throw new Error(`no button ${name}`);
  const carried = Object.fromEntries(
    (found.onClick.action.parameters ?? []).map(({ key, value }) => [key, value]),
  );
  expect(carried[whichButton]).toBe('do');
  return JSON.parse(carried.deed ?? '');
}

test('an incident says how many customers it hits, and first offers to write to all', () => {
  const card = drawn(incident);
  expect(card.sections.map(({ header }) => header)).toContain('19 customers, 23 of 24 tickets open');
  expect(names(incident).slice(0, 2)).toEqual(['Update all customers', 'Resolve']);
  expect(names(incident)).not.toContain('Part of an incident');
  expect(text(card)).toContain('and 4 tickets more');
});

test('an incident without open members has nobody to write to', () => {
  const over = { ...incident, members: { all: 2, open: 0, customers: 2, lines: [] } };
  expect(names(over)).not.toContain('Update all customers');
});

test('a member shows its incident, a tap away, and can be taken out', () => {
  expect(text(drawn(memberOfIncident))).toContain('Part of the incident FL-25');
  expect(deed(memberOfIncident, 'Not part of the incident')).toEqual({ do: 'unlink' });
  expect(names(memberOfIncident)).not.toContain('Part of an incident');
});

test('what may be the same matter is merged with one tap, or said to be another', () => {
  expect(text(drawn(sameMatter))).toContain('The same matter as FL-9?');
  expect(deed(sameMatter, 'Yes, merge')).toEqual({ do: 'merge', into: 'FL-9' });
  expect(deed(sameMatter, 'No, another matter')).toEqual({ do: 'not same' });
});

test('who may not handle the ticket is told of the same matter without buttons', () => {
  expect(names({ ...sameMatter, barred: 'You may not handle this' })).not.toContain('Yes, merge');
});

test('a merged ticket points to where it goes on, and can only be taken apart or noted', () => {
  const merged: TicketView = { ...ticket, status: 'closed', mergedInto: 'FL-9', undo: null };
  expect(text(drawn(merged))).toContain('Goes on in FL-9');
  const offered = names(merged);
  expect(offered.slice(0, 2)).toEqual(['Take apart again', 'Add note']);
  expect(offered).not.toContain('Reopen');
});

test('the forms ask what the door understands', () => {
  const filled = (name: 'update all' | 'link', inputs: Record<string, string[]>) =>
    formOf(name).request({ inputs, known: [], reader });
  const asked = (request: unknown) =>
    readRequest({ ask: 'act', ticket: 'FL-25', version: 1, archiveRow: null, request });
  const update = filled('update all', { text: ['We are on it'], how: ['draft'] });
  expect(update).toEqual({ do: 'update all', text: 'We are on it', how: 'draft' });
  expect(asked(update)).not.toBeNull();
  expect(filled('update all', { text: [' '], how: ['send'] })).toBe('Please fill in: What should they know?');
  expect(filled('link', { to: ['FL-25'] })).toEqual({ do: 'link', to: 'FL-25' });
  expect(filled('link', { to: ['+'] })).toEqual({ do: 'link', to: null });
  expect(asked(filled('link', { to: ['+'] }))).not.toBeNull();
});
