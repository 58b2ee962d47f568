// Undoing one's own last action, and what counts as having acted since.
import fc from 'fast-check';
import { actOn } from '../../src/complaints/act.ts';
import { evolve } from '../../src/complaints/evolve.ts';
import { isFresh, newsSince } from '../../src/complaints/quiet.ts';
import type { Request } from '../../src/complaints/request.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { type LastAction, lastAction, undo } from '../../src/complaints/undo.ts';
import { begin, finish, record, type Work } from '../../src/complaints/work.ts';
import { arrives, instant, mail, type Story, starterRules, story, ticket } from './story.ts';

const anna = 'anna@fjordlicht.example';
const ida = 'ida@fjordlicht.example';
const femke = 'femke@fjordlicht.example';
const later = instant('2026-03-24T09:05:00Z');

function opened(): Story {
  const told = story();
  arrives(told, '2026-03-24T09:00:00Z', mail({ subject: 'Invoice', words: 'I was charged twice' }));
  return told;
}

/** A lead asks; the work goes on after it, as does the ticket's story. */
function asked(told: Story, request: Request, actor = femke): { work: Work; last: LastAction | null } {
  const before = ticket(told);
  const work = begin({ rules: starterRules, tickets: [before], memory: told.memory }, later);
  const refused = actOn(work, { actor, ticket: before.id, version: null, request });
  if (refused !== null) throw new Error(refused);
  return { work, last: lastAction(before, finish(work), { actor, at: later, action: request.do }) };
}

const nobodySent = (last: LastAction): ReadonlySet<string> => new Set(last.told.map(({ id }) => id));

const ticketAfter = (work: Work): Ticket => work.tickets.get('FL-1') as Ticket;

/** What people see and clocks reckon with; not the trail. */
function state({ version: _, recent: __, lastWork: ___, done: ____, ...rest }: Ticket): object {
  return rest;
}

const request: fc.Arbitrary<Request> = fc.oneof(
  fc.constantFrom<Request>(
    { do: 'take' },
    { do: 'not a ticket' },
    { do: 'wait', on: 'customer', until: null },
  ),
  fc.constantFrom(anna, ida, femke).map((to): Request => ({ do: 'assign', to })),
  fc
    .constantFrom('low', 'medium', 'high', 'critical')
    .map((severity): Request => ({ do: 'set severity', severity })),
  fc
    .constantFrom(...starterRules.categories)
    .map(({ name, subcategory }): Request => ({ do: 'set category', category: name, subcategory })),
  fc.string().map((solution): Request => ({ do: 'resolve', rootCause: null, solution })),
  fc
    .constantFrom('authority', 'time')
    .map((because): Request => ({ do: 'escalate', way: 'hierarchical', because, to: null, note: '' })),
  fc.constant<Request>({ do: 'promise', until: later + 86_400_000 }),
  fc.constant<Request>({ do: 'add co-owner', person: ida }),
  fc
    .tuple(fc.string({ minLength: 1 }), fc.string())
    .map(([fact, value]): Request => ({ do: 'record fact', fact, value })),
);

test('whatever was done, undoing it at once leaves the ticket as it was', () => {
  fc.assert(
    fc.property(request, (one) => {
      const told = opened();
      const { work, last } = asked(told, one);
      if (last === null) expect(state(ticketAfter(work))).toEqual(state(ticket(told)));
      else {
        expect(undo(work, last, nobodySent(last))).toBeNull();
        expect(state(ticketAfter(work))).toEqual(state(ticket(told)));
      }
    }),
    { numRuns: 200 },
  );
});

test('the journal alone tells the ticket, undone actions included', () => {
  fc.assert(
    fc.property(request, (one) => {
      const told = opened();
      const { work, last } = asked(told, one);
      if (last) undo(work, last, nobodySent(last));
      const journal = JSON.parse(JSON.stringify([...told.events, ...work.events])) as typeof work.events;
      const folded = journal.reduce<Ticket | null>((ticketNow, event) => evolve(ticketNow, event), null);
      expect(folded).toEqual(ticketAfter(work));
    }),
  );
});

test('a note cannot be unsaid', () => {
  expect(asked(opened(), { do: 'note', note: 'Called', mentions: [] }).last).toBeNull();
});

test('when the customer wrote since, it is too late, and the reason says so', () => {
  const { work, last } = asked(opened(), { do: 'take' });
  record(
    work,
    'FL-1',
    { type: 'reopened', clocks: 'go on' },
    { actor: 'customer', reason: 'The customer wrote again' },
  );
  expect(last && undo(work, last, new Set())).toContain('The customer wrote again');
});

test('a warning by the desk in between does not stand in the way', () => {
  const { work, last } = asked(opened(), { do: 'take' });
  const warned = { type: 'warned', clock: 'resolution', due: later, step: '50 %' } as const;
  record(work, 'FL-1', warned, { reason: 'Half of the time is used' });
  expect(last && undo(work, last, new Set())).toBeNull();
});

test('a colleague who was told already is told that it was taken back', () => {
  const { work, last } = asked(opened(), { do: 'assign', to: ida });
  const before = work.outgoing.length;
  expect(last && undo(work, last, new Set())).toBeNull();
  const fresh = work.outgoing.slice(before).map(({ effect }) => effect);
  expect(fresh).toContainEqual(
    expect.objectContaining({ do: 'notice', to: ida, reason: expect.stringContaining('undid') }),
  );
});

describe('what has changed since somebody looked', () => {
  test('nothing, as long as only the desk warned', () => {
    const { work } = asked(opened(), { do: 'take' });
    const { version } = ticketAfter(work);
    record(
      work,
      'FL-1',
      { type: 'warned', clock: 'resolution', due: later, step: '50 %' },
      { reason: 'Half' },
    );
    expect(isFresh(ticketAfter(work), version)).toBe(true);
  });

  test('what colleagues did, in their words', () => {
    const told = opened();
    const { version } = ticket(told);
    const { work } = asked(told, { do: 'take' }, anna);
    expect(newsSince(ticketAfter(work), version)).toMatchObject({
      news: [{ actor: anna, type: 'owner set' }],
      complete: true,
    });
  });

  test('more than the ticket remembers counts as changed, even if all it remembers is quiet', () => {
    const { work } = asked(opened(), { do: 'take' });
    const { version } = ticketAfter(work);
    record(work, 'FL-1', { type: 'resumed' }, { reason: 'Went on' });
    for (let times = 0; times < 20; times++)
      record(
        work,
        'FL-1',
        { type: 'warned', clock: 'resolution', due: later, step: '' },
        { reason: 'Quiet' },
      );
    expect(newsSince(ticketAfter(work), version)).toEqual({ news: [], complete: false });
    expect(isFresh(ticketAfter(work), version)).toBe(false);
  });
});

test('an incident that was opened for one ticket goes when that is undone, and one with other members stays', () => {
  const told = opened();
  const { work, last } = asked(told, { do: 'link', to: null });
  expect(work.tickets.get('FL-2')).toMatchObject({ incident: true, status: 'new' });
  if (!last) throw new Error('nothing to undo');
  expect(undo(work, last, nobodySent(last))).toBeNull();
  expect(ticketAfter(work).parent).toBeNull();
  expect(work.tickets.get('FL-2')?.status).toBe('closed');
});
