// What comes after two tickets were made one: no mail and no ticket is left in between.
import { arrives, asks, mail, reply, type Story, story, ticket } from './story.ts';

const at = (minutes: number): string =>
  new Date(Date.parse('2026-03-24T08:00:00Z') + minutes * 60_000).toISOString();
const anna = { name: 'anna', address: 'anna@anna.example' };
const written = (words: string, subject: string) => mail({ from: anna, subject, words, text: words });

const first = written('The tracking of parcel 4711 has not moved since Monday.', 'Parcel');
const second = written('Where is parcel 4711? Its tracking does not move.', 'Question');
const third = written('The tracking of parcel 4711 still does not move.', 'Once more');

function two(): Story {
  const told = story();
  arrives(told, at(0), first);
  arrives(told, at(60), second);
  return told;
}

function merged(): Story {
  const told = two();
  asks(told, at(70), 'helen', 'FL-2', { do: 'merge', into: 'FL-1' });
  return told;
}

describe('after a merge', () => {
  test('a new mail that only names the closed ticket in its subject joins the one that goes on', () => {
    const told = merged();
    expect(arrives(told, at(80), written('Any news?', 'My parcel [FL-2]')).ticket).toBe('FL-1');
    expect(ticket(told, 'FL-2')).toMatchObject({ status: 'closed', messages: [] });
  });

  test('the closed ticket is not reopened empty', () => {
    const told = merged();
    expect(asks(told, at(80), 'helen', 'FL-2', { do: 'reopen' })).toBe('FL-2 goes on in FL-1');
  });

  test('an answer to all that the older ticket had stays with it when they are taken apart', () => {
    const told = two();
    asks(told, at(62), 'helen', 'FL-1', { do: 'link', to: null });
    asks(told, at(63), 'helen', 'FL-2', { do: 'link', to: 'FL-3' });
    asks(told, at(64), 'helen', 'FL-3', { do: 'update all', text: 'We look for it.', how: 'send' });
    asks(told, at(70), 'helen', 'FL-2', { do: 'merge', into: 'FL-1' });
    asks(told, at(75), 'helen', 'FL-2', { do: 'take apart' });
    for (const id of ['FL-1', 'FL-2'])
      expect(ticket(told, id).messages.map(({ by }) => by)).toEqual(['customer', 'agent']);
  });

  test('a ticket that waited is open when taken apart: its wait ended with the merge', () => {
    const told = two();
    asks(told, at(65), 'helen', 'FL-2', { do: 'wait', on: 'customer', until: null });
    asks(told, at(70), 'helen', 'FL-2', { do: 'merge', into: 'FL-1' });
    asks(told, at(75), 'helen', 'FL-2', { do: 'take apart' });
    expect(ticket(told, 'FL-2').status).toBe('open');
  });

  test('mails that went on to a third ticket are not taken apart from the second', () => {
    const told = merged();
    arrives(told, at(80), third);
    asks(told, at(85), 'helen', 'FL-1', { do: 'merge', into: 'FL-3' });
    expect(asks(told, at(90), 'helen', 'FL-2', { do: 'take apart' })).toBe(
      'Its mails are in FL-3 now: take FL-1 and FL-3 apart first',
    );
    expect(arrives(told, at(95), written('Any news?', 'My parcel [FL-2]')).ticket).toBe('FL-3');
    asks(told, at(100), 'helen', 'FL-1', { do: 'take apart' });
    expect(asks(told, at(101), 'helen', 'FL-2', { do: 'take apart' })).toBeNull();
    expect(ticket(told, 'FL-2').messages.map(({ gmailId }) => gmailId)).toEqual([second.gmailId]);
    expect(arrives(told, at(110), reply(second, { from: anna })).ticket).toBe('FL-2');
  });
});
