// Forms: what a filled-in form asks of the desk, and what it says when something is missing.
import type { Inputs } from '../../src/cards/forms/form.ts';
import { type FormName, formOf } from '../../src/cards/forms/forms.ts';
import { bulkRequest } from '../../src/cards/home/bulk.ts';
import { readRequest } from '../../src/door/request.ts';
import { readers } from './every-card.ts';
import { anna, choices, ida, now, ticket } from './views.ts';

const [english] = readers;

function filled(name: FormName, inputs: Inputs, known: readonly string[] = []) {
  if (!english) throw new Error('no reader');
  return formOf(name).request({ inputs, known, reader: english });
}

const later = String(now + 3_600_000);
const before = String(now - 1);

test.each<readonly [FormName, Inputs, readonly string[], object]>([
  ['assign', { to: [ida.email] }, [], { do: 'assign', to: ida.email }],
  ['return', { note: ['Not mine'] }, [], { do: 'return', note: 'Not mine' }],
  [
    'hand over',
    { to: [ida.email], note: ['Please'], fact1: ['100 €'], fact2: [' yes '] },
    ['Amount', 'Statement'],
    {
      do: 'hand over',
      to: ida.email,
      note: 'Please',
      facts: [
        { fact: 'Amount', value: '100 €' },
        { fact: 'Statement', value: 'yes' },
      ],
    },
  ],
  [
    'escalate',
    { because: ['authority'], to: ['up'], note: [''] },
    [],
    { do: 'escalate', way: 'hierarchical', because: 'authority', to: null, note: '' },
  ],
  [
    'escalate',
    { because: ['knowledge'], to: ['Billing'], note: ['Refund?'] },
    [],
    { do: 'escalate', way: 'functional', because: 'knowledge', to: 'Billing', note: 'Refund?' },
  ],
  ['wait', { on: ['customer'] }, [], { do: 'wait', on: 'customer', until: null }],
  [
    'wait',
    { on: ['third party'], until: [later] },
    [],
    { do: 'wait', on: 'third party', until: Number(later) },
  ],
  ['promise', { until: [later] }, [], { do: 'promise', until: Number(later) }],
  [
    'note',
    { note: ['See this'], mentions: [ida.email] },
    [],
    { do: 'note', note: 'See this', mentions: [ida.email] },
  ],
  ['co-owner', { to: [ida.email] }, [], { do: 'add co-owner', person: ida.email }],
  ['facts', { fact2: ['x'] }, ['A', 'B'], { do: 'record facts', facts: [{ fact: 'B', value: 'x' }] }],
  [
    'category',
    { category: ['["Billing and payments","Disputes"]'] },
    [],
    { do: 'set category', category: 'Billing and payments', subcategory: 'Disputes' },
  ],
  ['severity', { severity: ['high'] }, [], { do: 'set severity', severity: 'high' }],
  [
    'resolve',
    { cause: ['Two bookings'], solution: ['Refunded'] },
    [],
    { do: 'resolve', rootCause: 'Two bookings', solution: 'Refunded' },
  ],
  ['not a ticket', {}, [], { do: 'not a ticket' }],
])('%s becomes a request that the door takes', (name, inputs, facts, request) => {
  const asked = filled(name, inputs, facts);
  expect(asked).toEqual(request);
  const sent = { ask: 'act', ticket: 'FL-12', version: 7, archiveRow: null, request: asked };
  expect(readRequest(sent)).toEqual(sent);
});

test.each<readonly [FormName, Inputs, string]>([
  ['hand over', { to: [ida.email], note: [' '] }, 'Please fill in: What should they know?'],
  ['hand over', { note: ['x'] }, 'Please fill in: To whom'],
  ['assign', {}, 'Please fill in: To whom'],
  ['return', {}, 'Please fill in: Why do you return it?'],
  ['escalate', { to: ['up'] }, 'Please fill in: Why?'],
  ['escalate', { because: ['time'] }, 'Please fill in: Where to?'],
  ['wait', {}, 'Please fill in: Waiting for'],
  ['wait', { on: ['customer'], until: [before] }, 'That time has passed already'],
  ['promise', {}, 'Please fill in: By when?'],
  ['promise', { until: [before] }, 'That time has passed already'],
  ['note', { mentions: [ida.email] }, 'Please fill in: Note'],
  ['facts', {}, 'Nothing was filled in'],
  ['category', { category: ['broken{'] }, 'Please fill in: Right category'],
  ['severity', { severity: ['gigantic'] }, 'Please fill in: New severity'],
  ['resolve', { cause: ['x'] }, 'Please fill in: Solution'],
  ['resolve', { solution: ['x'] }, 'Please fill in: Root cause'],
])('%s without what it needs says so: %#', (name, inputs, words) => {
  expect(filled(name, inputs)).toBe(words);
});

test('a handover asks for exactly the facts that are still missing', () => {
  if (!english) throw new Error('no reader');
  expect(formOf('hand over').known?.({ ticket, choices, reader: english })).toEqual([
    'Amount in question',
    'Bank statement',
  ]);
  expect(filled('hand over', { to: [ida.email], note: ['x'], fact1: ['y'] }, ['A', 'B'])).toBe(
    'Please fill in: B',
  );
});

test.each([
  ['@ida please look', [ida.email]],
  ['Ask (@anna, @ida).', [anna.email, ida.email]],
  ['@IDA@fjordlicht.example', [ida.email]],
  ['the customer is x@ida.example', []],
  ['@idabella is somebody else', []],
])('"%s" tells those who are named', (note, mentions) => {
  expect(filled('note', { note: [note] }, [anna.email, ida.email])).toEqual({ do: 'note', note, mentions });
});

test('a note as long as a book is cut to what the door takes', () => {
  const asked = filled('note', { note: ['x'.repeat(20_000)] });
  const sent = { ask: 'act', ticket: 'FL-12', version: 7, archiveRow: null, request: asked };
  expect(readRequest(sent)).not.toBeNull();
});

test('a lead’s choice of several tickets keeps the version of each', () => {
  if (!english) throw new Error('no reader');
  expect(bulkRequest({ to: [ida.email], tickets: ['7 FL-1', '12 FL-2'] }, english)).toEqual({
    ask: 'assign many',
    to: ida.email,
    tickets: [
      { ticket: 'FL-1', version: 7 },
      { ticket: 'FL-2', version: 12 },
    ],
  });
  expect(bulkRequest({ to: [ida.email] }, english)).toBe('Please fill in: Tickets');
  expect(bulkRequest({ tickets: ['7 FL-1'] }, english)).toBe('Please fill in: To whom');
});
