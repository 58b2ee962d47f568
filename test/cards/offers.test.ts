// Which actions a card offers: the two likeliest as buttons, the others one tap away.
import { whichButton } from '../../src/cards/actions.ts';
import type { Card } from '../../src/cards/card.ts';
import { ticketCard } from '../../src/cards/ticket/ticket.ts';
import type { TicketView } from '../../src/door/views.ts';
import { readers, tickets } from './every-card.ts';
import { ida, ticket } from './views.ts';

const [english] = readers;

function drawn(view: TicketView): Card {
  if (!english) throw new Error('no reader');
  return ticketCard({ ticket: view, watchers: [], beside: true }, english);
}

const buttonsIn = (card: Card, from: number, to?: number): readonly string[] =>
  card.sections
    .slice(from, to)
    .flatMap(({ widgets }) => widgets)
    .flatMap((widget) => ('buttonList' in widget ? widget.buttonList.buttons : []))
    .filter(({ onClick }) => 'action' in onClick)
    .map(({ text }) => text);

const likely = (view: TicketView): readonly string[] => buttonsIn(drawn(view), 0, 1);
const others = (view: TicketView): readonly string[] => buttonsIn(drawn(view), 1, 2);
const named = (name: string): TicketView => tickets[name] ?? ticket;

test.each<readonly [string, TicketView, readonly string[]]>([
  ['a ticket of nobody is taken or handed over', named('new'), ['Take', 'Hand over']],
  [
    'a lead assigns a ticket of nobody',
    { ...named('new'), me: { ...ticket.me, role: 'lead' } },
    ['Assign', 'Take'],
  ],
  ['my unanswered ticket at risk is answered or escalated', named('in work'), ['Reply with…', 'Escalate']],
  [
    'my answered ticket in time is resolved, or waits',
    { ...ticket, deadlines: ticket.deadlines.slice(1) },
    ['Resolve', 'Wait'],
  ],
  ['a ticket of somebody else may be taken', named('of somebody else'), ['Take', 'Add note']],
  ['what is offered to me I accept or return', named('offered to me'), ['Accept', 'Return']],
  ['what waits goes on or is resolved', named('waiting for the customer'), ['Go on now', 'Resolve']],
  ['what is resolved may be reopened', named('resolved'), ['Reopen', 'Add note']],
  ['what is archived may be reopened', named('archived'), ['Reopen']],
  ['what I may not handle offers nothing', named('not mine to handle'), []],
])('%s', (_, view, buttons) => {
  expect(likely(view)).toEqual(buttons);
});

test('every action that the desk would allow is on the card, and none twice', () => {
  const all = [...likely(ticket), ...others(ticket)];
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(
    expect.arrayContaining([
      'Hand over',
      'Escalate',
      'Resolve',
      'Wait',
      'Promise a date',
      'Add note',
      'Ask to help',
      'Correct category',
      'Change severity',
      'Not a ticket',
    ]),
  );
});

test('only a lead assigns, and only what lives is handed on', () => {
  expect(others(ticket)).not.toContain('Assign');
  expect(others(named('resolved'))).not.toContain('Hand over');
  expect(others(named('of somebody else'))).not.toContain('Accept');
  expect(likely({ ...ticket, owner: ida, me: { ...ticket.me, role: 'lead' } })).toEqual([
    'Assign',
    'Add note',
  ]);
});

test('the ticket’s version travels with every action, so that nothing is overwritten unseen', () => {
  const json = JSON.stringify(drawn(ticket));
  const deeds = json.match(new RegExp(`"key":"${whichButton}","value":"(do|open form)"[^\\]]*`, 'g')) ?? [];
  expect(deeds.length).toBeGreaterThan(5);
  for (const deed of deeds) expect(deed).toContain('"key":"version","value":"7"');
});
