// What people do with incidents and with matters that are one.
import { featuresOfText } from '../../src/complaints/learning/keep.ts';
import type { Effect } from '../../src/complaints/plan.ts';
import { agentReply, arrives, asks, happened, mail, reply, type Story, story, ticket } from './story.ts';

const outage = [
  'Hello, your cloud service is down, the app says service unavailable since eight. Do you know more?',
  'The app shows "service unavailable", I think your cloud service is down. When will it be back?',
  'Is the cloud service down? Since eight o’clock the app says service unavailable in both our houses.',
];
const at = (minutes: number): string =>
  new Date(Date.parse('2026-03-24T08:00:00Z') + minutes * 60_000).toISOString();
const from = (customer: string) => ({ name: customer, address: `${customer}@${customer}.example` });
const written = (customer: string, words: string, subject = 'App') =>
  mail({ from: from(customer), subject, words, text: words });

const old = written('old', 'May I return a lamp that I do not like?', 'Return');
const members = ['anna', 'bob', 'cleo'].map((name, index) => written(name, outage[index] ?? ''));

/** FL-1 is an old matter; FL-2, FL-3 and FL-4 are members of the incident FL-5. */
function incident(): Story {
  const told = story();
  arrives(told, at(-26 * 60), old);
  for (const [index, one] of members.entries()) arrives(told, at(10 * index), one);
  expect(ticket(told, 'FL-5').incident).toBe(true);
  return told;
}

const update = (how: 'draft' | 'send') =>
  ({ do: 'update all', text: 'Dear {customer}, {ticket}: we are on it.', how }) as const;

const customerMails = (told: Story): readonly Extract<Effect, { use: string }>[] =>
  told.outgoing.flatMap(({ effect }) => ('use' in effect && effect.use === 'update' ? [effect] : []));

describe('an update of an incident', () => {
  test('reaches the customer of each open member once, in their own thread and with their own number', () => {
    const told = incident();
    expect(asks(told, at(30), 'helen', 'FL-5', update('send'))).toBeNull();
    const mails = customerMails(told);
    expect(mails.map(({ to }) => to)).toEqual(members.map(({ from: { address } }) => address));
    expect(mails[0]).toMatchObject({
      do: 'send',
      subject: 'Re: App [FL-2]',
      body: 'Dear anna, FL-2: we are on it.',
      threadId: members[0]?.gmailThreadId,
      inReplyTo: members[0]?.messageId,
    });
    expect(happened(told, 'agent wrote', 'FL-5')[0]?.reason).toBe('Helen Lie wrote to 3 of 3 customers');
  });

  test('is the first answer to each of them', () => {
    const told = incident();
    asks(told, at(30), 'helen', 'FL-5', update('send'));
    expect(ticket(told, 'FL-2').status).toBe('open');
    expect(ticket(told, 'FL-2').messages.at(-1)).toMatchObject({ by: 'agent', counts: true });
  });

  test('as a draft answers nobody until somebody sends it', () => {
    const told = incident();
    asks(told, at(30), 'helen', 'FL-5', update('draft'));
    expect(customerMails(told).map((one) => one.do)).toEqual(['draft', 'draft', 'draft']);
    expect(ticket(told, 'FL-2')).toMatchObject({ status: 'new' });
    expect(happened(told, 'agent wrote', 'FL-2')).toHaveLength(0);
  });

  test('leaves out who has had enough mails today, and names them', () => {
    const told = incident();
    for (const minutes of [30, 40, 50]) asks(told, at(minutes), 'helen', 'FL-5', update('send'));
    asks(told, at(60), 'helen', 'FL-5', update('send'));
    expect(customerMails(told)).toHaveLength(9);
    expect(happened(told, 'noted', 'FL-5').at(-1)?.reason).toMatch(
      /to 0 of 3 customers; left out: FL-2, FL-3/,
    );
    expect(happened(told, 'noted', 'FL-2').at(-1)?.reason).toMatch(/already got 3 automatic mails/);
  });

  test('is refused on a ticket that is no incident', () => {
    expect(asks(incident(), at(30), 'helen', 'FL-2', update('send'))).toBe('FL-2 is no incident');
  });
});

describe('resolving an incident', () => {
  const solve = { do: 'resolve', rootCause: 'A disk was full', solution: 'Cleaned up' } as const;

  test('resolves the members whose customers have had an answer to their last mail', () => {
    const told = incident();
    asks(told, at(30), 'helen', 'FL-5', update('send'));
    arrives(told, at(40), reply(members[1] ?? old, { from: from('bob'), words: 'And my thermostat?' }));
    asks(told, at(50), 'helen', 'FL-5', solve);
    expect(['FL-2', 'FL-3', 'FL-4'].map((id) => ticket(told, id).status)).toEqual([
      'resolved',
      'open',
      'resolved',
    ]);
    expect(ticket(told, 'FL-2')).toMatchObject({ solution: 'Cleaned up', rootCause: 'A disk was full' });
    const owner = ticket(told, 'FL-3').owner;
    expect(told.outgoing.map(({ effect }) => effect)).toContainEqual(
      expect.objectContaining({
        to: owner,
        reason: 'FL-5 is solved, but this customer still waits for an answer',
      }),
    );
  });

  test('leaves all open where nobody was told anything', () => {
    const told = incident();
    asks(told, at(50), 'helen', 'FL-5', solve);
    expect(['FL-2', 'FL-3', 'FL-4'].map((id) => ticket(told, id).status)).toEqual(['new', 'new', 'new']);
  });
});

describe('who may handle some categories only', () => {
  const member = { category: 'Technical problems', subcategory: 'Outage' };
  const restricted = (told: Story): Story => {
    const people = told.rules.people.map((one) =>
      one.email.startsWith('ida@')
        ? { ...one, role: 'agent' as const, mayHandle: ['Billing and payments'] }
        : one,
    );
    told.rules = { ...told.rules, people };
    asks(told, at(29), 'helen', 'FL-1', {
      do: 'set category',
      category: 'Billing and payments',
      subcategory: null,
    });
    return told;
  };

  test('puts nothing into an incident of another', () => {
    const told = restricted(incident());
    asks(told, at(30), 'helen', 'FL-5', { do: 'set category', ...member });
    expect(asks(told, at(31), 'ida', 'FL-1', { do: 'link', to: 'FL-5' })).toMatch(
      /You may not handle Technical/,
    );
  });

  test('writes to none of its members in another, and solves none', () => {
    const told = restricted(incident());
    const billing = { do: 'set category', category: 'Billing and payments', subcategory: null } as const;
    for (const id of ['FL-2', 'FL-5']) asks(told, at(30), 'helen', id, billing);
    for (const id of ['FL-3', 'FL-4']) asks(told, at(30), 'helen', id, { do: 'set category', ...member });
    expect(asks(told, at(31), 'ida', 'FL-5', update('send'))).toBeNull();
    expect(customerMails(told).map(({ to }) => to)).toEqual(['anna@anna.example']);
    expect(happened(told, 'agent wrote', 'FL-5')[0]?.reason).toMatch(
      /1 of 3 customers; left out: FL-3, FL-4/,
    );
    asks(told, at(32), 'helen', 'FL-5', update('send'));
    asks(told, at(33), 'ida', 'FL-5', { do: 'resolve', rootCause: null, solution: 'Cleaned up' });
    expect(['FL-2', 'FL-3'].map((id) => ticket(told, id).status)).toEqual(['resolved', 'open']);
  });
});

describe('what an incident keeps', () => {
  test('is of no customer alone, who may ask to be forgotten', () => {
    const told = incident();
    const said = (id: string) => [...(featuresOfText(ticket(told, id).said ?? '')?.ids ?? [])];
    const theirs = ['FL-2', 'FL-3', 'FL-4'].map((id) => new Set(said(id)));
    expect(said('FL-5').length).toBeGreaterThan(20);
    for (const id of said('FL-5')) expect(theirs.filter((ids) => ids.has(id)).length).toBeGreaterThan(1);
    asks(told, at(30), 'helen', 'FL-1', { do: 'link', to: null });
    expect(said('FL-6')).toEqual([]);
  });
});

describe('members', () => {
  test('may be taken out, and the desk does not put them back', () => {
    const told = incident();
    expect(asks(told, at(30), 'helen', 'FL-3', { do: 'unlink' })).toBeNull();
    expect(ticket(told, 'FL-3').parent).toBeNull();
    arrives(told, at(35), written('dora', outage[1] ?? ''));
    expect(ticket(told, 'FL-6').parent).toBe('FL-5');
    expect(ticket(told, 'FL-3').parent).toBeNull();
  });

  test('may be put in by hand, and into a new incident too', () => {
    const told = incident();
    expect(asks(told, at(30), 'helen', 'FL-1', { do: 'link', to: 'FL-5' })).toBeNull();
    expect(ticket(told, 'FL-1').parent).toBe('FL-5');
    arrives(told, at(35), written('emil', 'The catalogue shows a wrong price for the lamp Nova.'));
    expect(asks(told, at(40), 'helen', 'FL-6', { do: 'link', to: null })).toBeNull();
    expect(ticket(told, 'FL-7').incident).toBe(true);
    expect(ticket(told, 'FL-6').parent).toBe('FL-7');
  });

  test('cannot be put into what is no incident', () => {
    const told = incident();
    expect(asks(told, at(30), 'helen', 'FL-2', { do: 'link', to: 'FL-1' })).toBe('FL-1 is no open incident');
    expect(asks(told, at(30), 'helen', 'FL-5', { do: 'link', to: null })).toBe('FL-5 is an incident itself');
  });

  test('that are graver make the incident graver', () => {
    const told = incident();
    asks(told, at(30), 'helen', 'FL-1', { do: 'set severity', severity: 'critical' });
    asks(told, at(31), 'helen', 'FL-1', { do: 'link', to: 'FL-5' });
    expect(ticket(told, 'FL-5').severity).toBe('critical');
  });
});

describe('merging', () => {
  const first = written('anna', 'The tracking of parcel 4711 has not moved since Monday.', 'Parcel');
  const second = written('anna', 'Where is parcel 4711? Its tracking does not move.', 'Question');

  function two(): Story {
    const told = story();
    arrives(told, at(0), first);
    arrives(told, at(60), second);
    return told;
  }

  test('moves the mails to the older ticket and closes the newer with a pointer', () => {
    const told = two();
    expect(asks(told, at(70), 'helen', 'FL-2', { do: 'merge', into: 'FL-1' })).toBeNull();
    expect(ticket(told, 'FL-2')).toMatchObject({ status: 'closed', messages: [], merged: { into: 'FL-1' } });
    expect(ticket(told, 'FL-1').messages.map(({ gmailId }) => gmailId)).toEqual([
      first.gmailId,
      second.gmailId,
    ]);
    expect(ticket(told, 'FL-1').replyTo).toBe(second.messageId);
  });

  test('lets answers in either thread find the older ticket', () => {
    const told = two();
    asks(told, at(70), 'helen', 'FL-2', { do: 'merge', into: 'FL-1' });
    expect(arrives(told, at(80), agentReply(second, 'ida')).ticket).toBe('FL-1');
    expect(arrives(told, at(90), reply(second, { from: from('anna') })).ticket).toBe('FL-1');
    expect(arrives(told, at(95), reply(first, { from: from('anna') })).ticket).toBe('FL-1');
    expect(told.tickets.size).toBe(2);
  });

  test('can be taken apart, and each has its own mails again', () => {
    const told = two();
    const before = ticket(told, 'FL-2').status;
    asks(told, at(70), 'helen', 'FL-2', { do: 'merge', into: 'FL-1' });
    expect(asks(told, at(75), 'helen', 'FL-2', { do: 'take apart' })).toBeNull();
    expect(ticket(told, 'FL-2')).toMatchObject({ status: before, merged: null });
    expect(ticket(told, 'FL-2').messages.map(({ gmailId }) => gmailId)).toEqual([second.gmailId]);
    expect(ticket(told, 'FL-1').messages.map(({ gmailId }) => gmailId)).toEqual([first.gmailId]);
    expect(arrives(told, at(80), reply(second, { from: from('anna') })).ticket).toBe('FL-2');
  });

  test('gives the moved mail the labels of its new ticket, and takes those of the old', () => {
    const told = two();
    asks(told, at(65), 'helen', 'FL-2', {
      do: 'set category',
      category: 'Billing and payments',
      subcategory: null,
    });
    told.outgoing.length = 0;
    asks(told, at(70), 'helen', 'FL-2', { do: 'merge', into: 'FL-1' });
    const labels = told.outgoing.flatMap(({ effect }) =>
      effect.do === 'label' && effect.ids.includes(second.gmailId) ? [effect] : [],
    );
    expect(labels.flatMap(({ add }) => add).join()).toMatch(/Shipping/);
    expect(labels.flatMap(({ remove }) => remove)).toContain('Billing');
  });

  test('never mixes two customers', () => {
    const told = two();
    arrives(told, at(70), written('bob', 'The tracking of parcel 4711 has not moved.', 'Parcel'));
    expect(asks(told, at(75), 'helen', 'FL-3', { do: 'merge', into: 'FL-1' })).toBe(
      "FL-1 is another customer's",
    );
  });

  test('is not offered again once somebody said they are not the same', () => {
    const told = two();
    expect(ticket(told, 'FL-2').sameAs).toBe('FL-1');
    expect(asks(told, at(70), 'helen', 'FL-2', { do: 'not same' })).toBeNull();
    expect(ticket(told, 'FL-2').sameAs).toBeNull();
  });
});
