import { act } from '../../src/complaints/act.ts';
import { begin, finish, lookAround, wakeOf } from '../../src/complaints/desk.ts';
import type { LadderStep, Policy, Rules } from '../../src/complaints/rules.ts';
import type { Allowance } from '../../src/complaints/time.ts';
import {
  agentReply,
  arrives,
  asks,
  happened,
  instant,
  mail,
  notices,
  passes,
  reply,
  type Story,
  starterRules,
  story,
  ticket,
} from './story.ts';

const seconds = (amount: number): Allowance => ({ unit: 'seconds', amount });
const hour = 3_600;

/** The starter rules with one policy for everything. */
function only(policy: Partial<Policy>): Rules {
  const base = starterRules.matrix.at(-1);
  if (!base) throw new Error('no matrix');
  const none = { firstResponse: null, nextResponse: null, customerUpdate: null, resolution: null };
  return { ...starterRules, matrix: [{ ...base, targets: none, tierTimes: [], ladder: [], ...policy }] };
}

const step = (when: LadderStep['when'], ...actions: LadderStep['actions']): LadderStep => ({
  text: `${JSON.stringify(when)} ${actions.map((one) => one.do).join()}`,
  when,
  conditions: [],
  actions,
});

/** What the category of the first ticket requires before a handover. */
const requiredOf = (told: Story): readonly string[] =>
  starterRules.categories.find(
    (one) => one.name === ticket(told).category && one.subcategory === ticket(told).subcategory,
  )?.required ?? [];

const complaint = mail({ subject: 'Invoice', words: 'I was charged twice on my invoice' });

describe('a ticket begins', () => {
  test('a first complaint opens a ticket with category, owner and a reason for each', () => {
    const told = story();
    const outcome = arrives(told, '2026-03-24T09:00:00Z', complaint);
    expect(outcome).toMatchObject({ outcome: 'opened', ticket: 'FL-1', mayAnswer: true });
    expect(ticket(told).category).toBe('Billing and payments');
    expect(ticket(told).owner).not.toBeNull();
    for (const type of ['category set', 'severity set', 'policy applied', 'owner set'] as const)
      expect(happened(told, type)[0]?.reason).toMatch(/\w{3}/);
  });

  test('what no row of the matrix names goes to the catch-all row and never has no owner', () => {
    const told = story();
    arrives(told, '2026-03-24T09:00:00Z', mail({ subject: 'zzz', words: 'qqq' }));
    expect(ticket(told).category).toBe('Other');
    expect(ticket(told).owner).not.toBeNull();
  });

  test('nobody available: the fallback owner takes it and the journal says so', () => {
    const rules = only({ owners: [[{ by: 'least loaded', team: 'No such team', skill: null }]] });
    const told = story(rules);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    expect(ticket(told).owner).toBe(rules.settings.fallbackOwner);
    expect(happened(told, 'owner set')[0]?.reason).toMatch(/fallback owner/);
  });

  test('two mails in one go about one matter make one ticket', () => {
    const told = story();
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    const second = arrives(told, '2026-03-24T09:05:00Z', reply(complaint));
    expect(second).toMatchObject({ outcome: 'joined', ticket: 'FL-1' });
    expect(told.tickets.size).toBe(1);
  });

  test('the same mail twice is a duplicate; another mail with the same Message-ID opens a ticket of its own', () => {
    const told = story();
    const first = mail({ messageId: 'same@example.com', fingerprint: 'a' });
    arrives(told, '2026-03-24T09:00:00Z', first);
    expect(arrives(told, '2026-03-24T09:01:00Z', { ...first, gmailId: 'copy' }).outcome).toBe('duplicate');
    const other = mail({ messageId: 'same@example.com', fingerprint: 'b', words: 'Something else entirely' });
    expect(arrives(told, '2026-03-24T09:02:00Z', other)).toMatchObject({ outcome: 'opened', ticket: 'FL-2' });
  });

  test('what the desk writes about one of two mails with one Message-ID counts for that one', () => {
    const told = story();
    const first = mail({ messageId: 'same@example.com', fingerprint: 'a' });
    arrives(told, '2026-03-24T09:00:00Z', first);
    const other = mail({ messageId: 'same@example.com', fingerprint: 'b', words: 'Something else entirely' });
    arrives(told, '2026-03-24T09:02:00Z', other);
    const own = {
      ...reply(first),
      kind: 'own' as const,
      to: [first.from],
      subject: `Re: ${first.subject} [FL-2]`,
    };
    expect(arrives(told, '2026-03-24T09:03:00Z', own)).toMatchObject({ outcome: 'own', ticket: 'FL-2' });
    const toUs = { ...own, ...reply(first), subject: own.subject, to: [], kind: 'own' as const };
    expect(arrives(told, '2026-03-24T09:04:00Z', toUs)).toMatchObject({ outcome: 'own', ticket: 'FL-1' });
  });

  test('a number in the subject is believed only from the requester', () => {
    const told = story();
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    const stranger = { name: '', address: 'stranger@example.com' };
    expect(arrives(told, '2026-03-24T10:00:00Z', mail({ subject: 'x [FL-1]', from: stranger })).ticket).toBe(
      'FL-2',
    );
    expect(arrives(told, '2026-03-24T10:00:00Z', mail({ subject: 'x [FL-1]' })).ticket).toBe('FL-1');
  });

  test('machines, lists and bounces open no ticket', () => {
    const told = story();
    for (const kind of ['automatic', 'bounce', 'list', 'own'] as const)
      expect(arrives(told, '2026-03-24T09:00:00Z', mail({ kind, mayAnswer: false })).outcome).toBe(kind);
    expect(told.tickets.size).toBe(0);
  });

  test('a web form opens a ticket that no machine ever answers', () => {
    const rules = { ...starterRules, settings: { ...starterRules.settings, acknowledge: 'send' as const } };
    const told = story(rules);
    expect(arrives(told, '2026-03-24T09:00:00Z', mail({ mayAnswer: false }))).toMatchObject({
      outcome: 'opened',
      mayAnswer: false,
    });
    expect(told.outgoing.filter(({ effect }) => effect.do === 'send')).toEqual([]);
    expect(happened(told, 'noted')[0]?.reason).toMatch(/machine/);
  });
});

describe('clocks', () => {
  const rules = only({
    targets: {
      firstResponse: seconds(2 * hour),
      nextResponse: seconds(hour),
      customerUpdate: null,
      resolution: seconds(8 * hour),
    },
  });

  test('an answer in time is no breach, a late one is, even if nobody looked in between', () => {
    const prompt = story(rules);
    arrives(prompt, '2026-03-24T09:00:00Z', complaint);
    arrives(prompt, '2026-03-24T10:30:00Z', agentReply(complaint, 'anna'));
    expect(
      happened(prompt, 'breached').filter(
        (e) => e.what.type === 'breached' && e.what.clock === 'firstResponse',
      ),
    ).toEqual([]);
    const late = story(rules);
    arrives(late, '2026-03-24T09:00:00Z', complaint);
    const answer = { ...agentReply(complaint, 'anna'), at: instant('2026-03-24T11:30:00Z') };
    late.now = '';
    arrives(late, '2026-03-24T11:30:00Z', answer);
    expect(happened(late, 'breached').map((e) => e.what.type === 'breached' && e.what.clock)).toContain(
      'firstResponse',
    );
    expect(happened(late, 'breached')[0]?.reason).toMatch(/30 min of working time late/);
  });

  test('a breach is recorded once, however often the desk looks', () => {
    const told = story(rules);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    passes(told, '2026-03-24T12:00:00Z');
    passes(told, '2026-03-24T13:00:00Z');
    expect(happened(told, 'breached')).toHaveLength(2);
    expect(new Set(told.events.map((event) => event.key)).size).toBe(told.events.length);
  });

  test('a bare thank-you starts no clock and does not reopen', () => {
    const told = story(rules);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    arrives(told, '2026-03-24T09:30:00Z', agentReply(complaint, 'anna'));
    expect(
      asks(told, '2026-03-24T10:00:00Z', 'anna', 'FL-1', {
        do: 'resolve',
        rootCause: 'typo',
        solution: 'refund',
      }),
    ).toBeNull();
    expect(arrives(told, '2026-03-24T11:00:00Z', reply(complaint, { thanksOnly: true })).outcome).toBe(
      'thanks',
    );
    expect(ticket(told).status).toBe('resolved');
    arrives(told, '2026-03-24T12:00:00Z', reply(complaint, { words: 'It happened again' }));
    expect(ticket(told).status).toBe('reopened');
  });

  test('waiting for the customer stops the clocks that Settings name, and the wait never counts', () => {
    const told = story(rules);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    arrives(told, '2026-03-24T09:30:00Z', agentReply(complaint, 'anna'));
    asks(told, '2026-03-24T10:00:00Z', 'anna', 'FL-1', { do: 'wait', on: 'customer', until: null });
    passes(told, '2026-03-26T10:00:00Z');
    arrives(told, '2026-03-26T10:00:00Z', reply(complaint, { words: 'Here is the number' }));
    expect(ticket(told).status).toBe('open');
    expect(happened(told, 'breached')).toEqual([]);
    passes(told, '2026-03-26T12:00:00Z');
    expect(happened(told, 'breached').map((e) => e.what.type === 'breached' && e.what.clock)).toEqual([
      'nextResponse',
    ]);
  });

  test('an answer leaves the next word to the customer; five silent working days resolve, a mail reopens', () => {
    const told = story(rules);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    arrives(told, '2026-03-24T09:30:00Z', agentReply(complaint, 'anna'));
    expect(ticket(told).status).toBe('waiting for customer');
    // Thu 2 April is a holiday: five working days on from Tue 24 March is Tue 31 March.
    passes(told, '2026-03-31T08:29:00Z');
    expect(ticket(told).status).toBe('waiting for customer');
    passes(told, '2026-03-31T08:31:00Z');
    expect(ticket(told)).toMatchObject({ status: 'resolved', breaches: [] });
    arrives(told, '2026-04-01T09:00:00Z', reply(complaint, { words: 'It broke again' }));
    expect(ticket(told).status).toBe('reopened');
  });

  test('time used up under one policy stays used under the next', () => {
    const base = rules.matrix[0];
    if (!base) throw new Error('no policy');
    const strict = {
      ...base,
      severity: 'critical' as const,
      targets: { ...base.targets, resolution: seconds(3 * hour) },
    };
    const told = story({ ...rules, matrix: [strict, base] });
    arrives(told, '2026-03-24T07:00:00Z', complaint);
    asks(told, '2026-03-24T09:00:00Z', 'anna', 'FL-1', { do: 'set severity', severity: 'critical' });
    passes(told, '2026-03-24T10:30:00Z');
    const resolution = happened(told, 'breached').find(
      (e) => e.what.type === 'breached' && e.what.clock === 'resolution',
    );
    expect(resolution?.what).toMatchObject({ due: instant('2026-03-24T10:00:00Z') });
  });
});

describe('the ladder', () => {
  const ladder = [
    step({ on: 'firstResponse', percent: 50 }, { do: 'tell', who: 'owner' }),
    step({ on: 'firstResponse', percent: 100 }, { do: 'next tier' }, { do: 'tell', who: 'lead' }),
  ];
  const owners: Policy['owners'] = [
    [{ by: 'person', person: 'anna@fjordlicht.example' }],
    [{ by: 'person', person: 'david@fjordlicht.example' }],
  ];
  const rules = only({
    targets: { firstResponse: seconds(2 * hour), nextResponse: null, customerUpdate: null, resolution: null },
    ladder,
    owners,
  });

  test('warns before the deadline and escalates at it, once each', () => {
    const told = story(rules);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    passes(told, '2026-03-24T10:00:00Z');
    expect(happened(told, 'warned').map((e) => e.at)).toEqual([instant('2026-03-24T10:00:00Z')]);
    expect(notices(told, 'anna').map((n) => n.kind)).toEqual(['assigned', 'warning']);
    passes(told, '2026-03-24T15:00:00Z');
    expect(happened(told, 'escalated')).toHaveLength(1);
    expect(ticket(told)).toMatchObject({ tier: 2, owner: 'david@fjordlicht.example' });
    expect(notices(told, 'david').map((n) => n.kind)).toEqual(['escalation']);
    expect(notices(told, 'anna').map((n) => n.kind)).toEqual(['assigned', 'warning', 'escalation']);
  });

  test('an answer before the deadline takes the ladder away', () => {
    const told = story(rules);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    arrives(told, '2026-03-24T10:30:00Z', agentReply(complaint, 'anna'));
    passes(told, '2026-03-25T15:00:00Z');
    expect(happened(told, 'escalated')).toEqual([]);
    expect(ticket(told).tier).toBe(1);
  });

  test('looking late gives the same end as looking at every minute', () => {
    const early = story(rules);
    arrives(early, '2026-03-24T09:00:00Z', complaint);
    for (let minute = 1; minute < 240; minute++)
      passes(early, new Date(instant('2026-03-24T09:00:00Z') + minute * 60_000).toISOString());
    const late = story(rules);
    arrives(late, '2026-03-24T09:00:00Z', complaint);
    late.now = '2026-03-24T13:00:00Z';
    passes(late, '2026-03-24T13:00:00Z');
    const keys = (told: typeof late): string[] => told.events.map((event) => event.what.type).sort();
    expect(keys(late)).toEqual(keys(early));
    expect(ticket(late).owner).toBe(ticket(early).owner);
  });

  test('20 minutes at tier 1 without a solution go to tier 2 (S55)', () => {
    const s55 = only({
      tierTimes: [seconds(20 * 60), seconds(4 * hour)],
      ladder: [step({ on: 'tierTime', percent: 100 }, { do: 'next tier' })],
      owners,
    });
    const told = story({ ...s55, settings: { ...s55.settings, afterAnswer: 'stay open' } });
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    arrives(told, '2026-03-24T09:10:00Z', agentReply(complaint, 'anna'));
    passes(told, '2026-03-24T09:19:00Z');
    expect(ticket(told).tier).toBe(1);
    passes(told, '2026-03-24T09:20:00Z');
    expect(ticket(told).tier).toBe(2);
    passes(told, '2026-03-24T13:19:00Z');
    expect(ticket(told).tier).toBe(2);
    passes(told, '2026-03-24T13:20:00Z');
    expect(ticket(told).tier).toBe(3);
  });

  test('an owner silent for two working hours is told to the lead', () => {
    const silent = only({
      ladder: [step({ on: 'ownerSilent', seconds: 2 * hour }, { do: 'tell', who: 'lead' })],
      owners,
    });
    const told = story(silent);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    passes(told, '2026-03-24T11:00:00Z');
    expect(notices(told, 'femke').map((n) => n.kind)).toEqual(['warning']);
  });

  test('warnings wait for the reader to be at work, escalations do not', () => {
    const atNight = only({
      calendar: 'Round the clock',
      targets: {
        firstResponse: seconds(2 * hour),
        nextResponse: null,
        customerUpdate: null,
        resolution: null,
      },
      ladder,
      owners,
    });
    const told = story(atNight);
    arrives(told, '2026-03-24T20:00:00Z', complaint);
    passes(told, '2026-03-24T23:00:00Z');
    const kinds = Object.fromEntries(
      told.outgoing.flatMap(({ effect, at, notBefore }) =>
        effect.do === 'notice' ? [[effect.kind, notBefore - at]] : [],
      ),
    );
    expect(kinds.warning).toBeGreaterThan(hour * 1_000);
    expect(kinds.escalation).toBe(0);
  });
});

describe('people act', () => {
  test('an agent takes, hands over with the required facts, and the receiver accepts', () => {
    const told = story();
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    expect(asks(told, '2026-03-24T09:05:00Z', 'anna', 'FL-1', { do: 'take' })).toBeNull();
    const refused = asks(told, '2026-03-24T09:06:00Z', 'anna', 'FL-1', {
      do: 'hand over',
      to: 'elena@fjordlicht.example',
      note: 'please',
    });
    expect(refused).toMatch(/needs:/);
    for (const fact of requiredOf(told))
      asks(told, '2026-03-24T09:07:00Z', 'anna', 'FL-1', { do: 'record fact', fact, value: 'known' });
    expect(
      asks(told, '2026-03-24T09:08:00Z', 'anna', 'FL-1', {
        do: 'hand over',
        to: 'elena@fjordlicht.example',
        note: 'please',
      }),
    ).toBeNull();
    expect(asks(told, '2026-03-24T09:10:00Z', 'elena', 'FL-1', { do: 'accept' })).toBeNull();
    expect(ticket(told)).toMatchObject({ owner: 'elena@fjordlicht.example', handover: null });
  });

  test('a handover nobody accepts goes back and the lead is told', () => {
    const told = story(only({ owners: [[{ by: 'person', person: 'anna@fjordlicht.example' }]] }));
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    for (const fact of requiredOf(told))
      asks(told, '2026-03-24T09:07:00Z', 'anna', 'FL-1', { do: 'record fact', fact, value: 'known' });
    const asked = asks(told, '2026-03-24T09:08:00Z', 'anna', 'FL-1', {
      do: 'hand over',
      to: 'elena@fjordlicht.example',
      note: 'please',
    });
    expect(asked).toBeNull();
    passes(told, '2026-03-24T11:00:00Z');
    expect(ticket(told)).toMatchObject({ owner: 'anna@fjordlicht.example', handover: null });
    expect(notices(told, 'femke').map((n) => n.kind)).toContain('handover');
  });

  test('strangers, wrong roles and impossible wishes are refused with words', () => {
    const told = story();
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    expect(asks(told, '2026-03-24T09:01:00Z', 'nobody', 'FL-1', { do: 'take' })).toMatch(/not in People/);
    expect(
      asks(told, '2026-03-24T09:01:00Z', 'anna', 'FL-1', { do: 'assign', to: 'bram@fjordlicht.example' }),
    ).toMatch(/Only a lead/);
    expect(asks(told, '2026-03-24T09:01:00Z', 'anna', 'FL-9', { do: 'take' })).toMatch(/no ticket FL-9/);
    expect(asks(told, '2026-03-24T09:01:00Z', 'anna', 'FL-1', { do: 'reopen' })).toMatch(
      /cannot become reopened/,
    );
    expect(
      asks(told, '2026-03-24T09:01:00Z', 'anna', 'FL-1', {
        do: 'escalate',
        way: 'functional',
        because: 'knowledge',
        to: null,
        note: '',
      }),
    ).toMatch(/expertise/);
  });

  test('a person who saw an older state is told that it changed', () => {
    const told = story();
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    const result = act(
      { rules: told.rules, tickets: [...told.tickets.values()], memory: told.memory },
      { actor: 'anna@fjordlicht.example', ticket: 'FL-1', version: 1, request: { do: 'take' } },
      instant('2026-03-24T09:10:00Z'),
    );
    expect(result).toMatchObject({ refused: expect.stringMatching(/has changed/) });
  });

  test('escalating by hand needs a reason and says who did it', () => {
    const told = story();
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    expect(
      asks(told, '2026-03-24T09:05:00Z', 'anna', 'FL-1', {
        do: 'escalate',
        way: 'hierarchical',
        because: 'authority',
        to: null,
        note: 'refund above 500',
      }),
    ).toBeNull();
    const [event] = happened(told, 'escalated');
    expect(event).toMatchObject({
      actor: 'anna@fjordlicht.example',
      what: { way: 'hierarchical', because: 'authority' },
    });
  });
});

describe('owners', () => {
  test('round robin is fair over time', () => {
    const told = story(only({ owners: [[{ by: 'round robin', team: 'Support', skill: null }]] }));
    for (let n = 0; n < 12; n++)
      arrives(told, '2026-03-24T09:00:00Z', mail({ subject: `case ${n}`, words: 'zzz' }));
    const counts = new Map<string, number>();
    for (const one of told.tickets.values())
      counts.set(one.owner ?? '', (counts.get(one.owner ?? '') ?? 0) + 1);
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
    expect(counts.size).toBeGreaterThan(1);
  });

  test('who is away is covered, along a chain', () => {
    const from = instant('2026-03-20T00:00:00Z');
    const away = [{ from, to: instant('2026-04-01T00:00:00Z') }];
    const people = starterRules.people.map((person) => {
      if (person.email.startsWith('anna@')) return { ...person, away, cover: 'bram@fjordlicht.example' };
      if (person.email.startsWith('bram@')) return { ...person, away, cover: 'ida@fjordlicht.example' };
      return person;
    });
    const rules = { ...only({ owners: [[{ by: 'person', person: 'anna@fjordlicht.example' }]] }), people };
    const told = story(rules);
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    expect(ticket(told).owner).toBe('ida@fjordlicht.example');
    expect(happened(told, 'owner set')[0]?.reason).toMatch(/covering for/);
  });

  test('a full cap is respected', () => {
    const people = starterRules.people.map((person) => ({
      ...person,
      cap: person.teams.includes('Support') ? 1 : person.cap,
    }));
    const rules = {
      ...only({ owners: [[{ by: 'least loaded', team: 'Support', skill: null }], []] }),
      people,
    };
    const told = story(rules);
    for (let n = 0; n < 8; n++)
      arrives(told, '2026-03-24T09:00:00Z', mail({ subject: `case ${n}`, words: 'zzz' }));
    const owners = [...told.tickets.values()].map((one) => one.owner);
    for (const person of people.filter(
      (one) => one.teams.includes('Support') && one.email !== rules.settings.fallbackOwner,
    ))
      expect(owners.filter((owner) => owner === person.email).length).toBeLessThanOrEqual(1);
    expect(owners).toContain(rules.settings.fallbackOwner);
  });
});

describe('one bad thing does not stop the rest', () => {
  /** Rules whose only calendar cannot be used: everything that counts time fails. */
  const broken: Rules = {
    ...starterRules,
    calendars: starterRules.calendars.map((calendar) => ({ ...calendar, timeZone: 'Nowhere/Land' })),
  };

  test('a mail the desk cannot decide on is parked, leaves nothing half done, and the next one is taken', () => {
    const told = story(broken);
    expect(arrives(told, '2026-03-24T09:00:00Z', complaint)).toMatchObject({
      outcome: 'parked',
      ticket: null,
    });
    expect(told.events).toEqual([]);
    expect(told.tickets.size).toBe(0);
    told.rules = starterRules;
    expect(arrives(told, '2026-03-24T09:01:00Z', mail({}))).toMatchObject({
      outcome: 'opened',
      ticket: 'FL-1',
    });
  });

  test('a ticket that cannot be looked at waits half an hour, and the others are looked at', () => {
    const told = story();
    arrives(told, '2026-03-24T09:00:00Z', complaint);
    const work = begin(
      { rules: broken, tickets: [...told.tickets.values()], memory: told.memory },
      instant('2026-03-24T10:00:00Z'),
    );
    lookAround(work, ['FL-1']);
    expect([...work.troubled.keys()]).toEqual(['FL-1']);
    expect(finish(work).events).toEqual([]);
    expect(wakeOf(ticket(told), work)).toBe(instant('2026-03-24T10:30:00Z'));
  });
});
