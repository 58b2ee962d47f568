// What agents and leads ask of the desk, through the shipped bundle, with its service calls counted.
import type { Request } from '../../src/complaints/request.ts';
import { asDeed, type DoorRequest } from '../../src/door/request.ts';
import type { Office } from '../../src/local/office.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import { journal, journey, labelsOn, onlyTicket, post, tickets } from './desk-journey.ts';
import {
  type Answered,
  anna,
  expectAnswer,
  furnish,
  ida,
  knock,
  postText,
  sealed,
  secret,
} from './door-journey.ts';

const minutes = (count: number): number => count * 60_000;
const femke = 'femke@fjordlicht.example';

let begun: { readonly office: Office; readonly mail: string; readonly saved: WorldSnapshot } | null = null;

/** A desk with one ticket, FL-1, from a mail with this Message-ID; set up once, then always the same again. */
async function withTicket(): Promise<{ office: Office; mail: string }> {
  if (begun) begun.office.world.restore(begun.saved);
  else begun = await begin();
  return begun;
}

async function begin() {
  const office = await journey();
  furnish(office);
  office.desk.run('tick');
  const mail = post(office, { subject: 'My lamp is broken' });
  office.world.advance(minutes(2));
  return { office, mail, saved: office.world.snapshot() };
}

/** So many days without a tick, and then one that does what is due. */
function passDays(office: Office, days: number): void {
  office.desk.run('uninstall');
  office.world.advance(days * 24 * minutes(60));
  office.desk.run('tick');
}

/** Notices in the outbox for somebody. */
function waitingFor(office: Office, person: string): number {
  const cells = office.rows('State').map((row) => row.state ?? '');
  const { waiting } = JSON.parse(cells.join('')) as { waiting: { outgoing: { effect: { to?: string } } }[] };
  return waiting.filter(({ outgoing }) => outgoing.effect.to === person).length;
}

const act = (office: Office, request: Request, how: { actor?: string; version?: number } = {}): Answered =>
  knock(
    office,
    {
      ask: 'act',
      ticket: 'FL-1',
      version: how.version ?? onlyTicket(office).version,
      archiveRow: null,
      request: asDeed(request),
    },
    { actor: how.actor ?? anna },
  );

const about = (mails: readonly string[]): DoorRequest => ({
  ask: 'ticket',
  id: null,
  mails: mails.map((one) => `<${one}>`),
  archiveRow: null,
});

describe('questions', () => {
  test('beside a mail an agent sees the ticket, its reasons and the nearest deadline, for two calls and no lock', async () => {
    const { office, mail } = await withTicket();
    const answered = knock(office, about([mail]));
    const { ticket } = expectAnswer(answered, 'ticket');
    expect(ticket).toMatchObject({ id: 'FL-1', category: 'Product and service quality', barred: null });
    expect(ticket.categoryWhy).toMatch(/Categories row/);
    expect(ticket.deadlines[0]).toMatchObject({ clock: expect.any(String), state: 'on time' });
    expect(ticket.deadlines[0]?.left).toBeGreaterThan(0);
    expect(ticket.deadlines[0]?.why).toMatch(/^Matrix row \d+: /);
    expect(ticket.events.at(-1)).toMatchObject({ what: 'opened', actor: 'customer' });
    expect(answered.calls.total).toBe(2);
    expect(Object.keys(answered.calls.byMethod)).not.toContain('lock.try');
  });

  test('an answer that refers to the mail is about the same ticket', async () => {
    const { office, mail } = await withTicket();
    const { ticket } = expectAnswer(knock(office, about([mail, 'unknown@example.com'])), 'ticket');
    expect(ticket.id).toBe('FL-1');
  });

  test('a mail that the desk never saw has no ticket', async () => {
    const { office } = await withTicket();
    expectAnswer(knock(office, about(['never@example.com'])), 'no ticket');
  });

  test('a closed ticket is found in the archive, shown in full by its row, and reopened from there', async () => {
    const { office, mail } = await withTicket();
    expectAnswer(act(office, { do: 'not a ticket' }), 'done');
    expect(expectAnswer(knock(office, about([mail])), 'ticket').ticket.status).toBe('closed');
    passDays(office, 100);
    expect(tickets(office)).toHaveLength(0);
    const answered = knock(office, about([mail]));
    const { ticket } = expectAnswer(answered, 'archived');
    expect(ticket).toMatchObject({ id: 'FL-1', subject: 'My lamp is broken', archiveRow: 2 });
    expect(answered.calls.total).toBe(2);
    const full = knock(office, { ask: 'ticket', id: 'FL-1', mails: [], archiveRow: 2 });
    expect(expectAnswer(full, 'ticket').ticket).toMatchObject({ status: 'closed', archiveRow: 2 });
    const again = knock(office, {
      ask: 'act',
      ticket: 'FL-1',
      version: expectAnswer(full, 'ticket').ticket.version,
      archiveRow: 2,
      request: { do: 'reopen' },
    });
    expect(expectAnswer(again, 'done').ticket).toMatchObject({ status: 'reopened', archiveRow: null });
    expect(again.calls.total).toBe(4);
    expect(onlyTicket(office).status).toBe('reopened');
  });

  test('home shows my tickets, the team, load, figures and the health of the desk, for two calls', async () => {
    const { office } = await withTicket();
    const owner = onlyTicket(office).owner ?? '';
    const answered = knock(office, { ask: 'home' }, { actor: owner });
    const { home } = expectAnswer(answered, 'home');
    expect(home.mine.map(({ id }) => id)).toEqual(['FL-1']);
    expect(home.next?.id).toBe('FL-1');
    expect(home.figures).toMatchObject({ open: 1, mine: 1, overdue: 0, unassigned: 0, parked: 0 });
    expect(home.load.find(({ person }) => person.email === owner)?.open).toBe(1);
    expect(home.health.map(({ what }) => what)).toContain('Open tickets');
    expect(answered.calls.total).toBe(2);
  });

  test('pick lists come from the workbook', async () => {
    const { office } = await withTicket();
    const { choices } = expectAnswer(
      knock(office, { ask: 'choices', ticket: null, addresses: [] }),
      'choices',
    );
    expect(choices.people.map(({ email }) => email)).toEqual(expect.arrayContaining([anna, ida]));
    expect(choices.macros.length).toBeGreaterThan(0);
    expect(choices.categories).toContainEqual({
      category: 'Product and service quality',
      subcategory: 'Defect',
    });
  });

  test('asked about a ticket the macros come in its language, filled in, and with what is still missing', async () => {
    const { office } = await withTicket();
    const answered = knock(office, { ask: 'choices', ticket: 'FL-1', addresses: [] });
    const { choices } = expectAnswer(answered, 'choices');
    expect(answered.calls.total).toBe(2);
    expect(choices.ticket?.id).toBe('FL-1');
    expect(choices.me).toEqual({ email: anna, name: 'Anna Berger', role: 'agent', timeZone: 'Europe/Oslo' });
    const asking = choices.macros.find(({ use }) => use === 'ask for information');
    expect(asking?.language).toBe('en');
    expect(asking?.body).toContain('- Order number\n- ');
    expect(asking?.body).toContain('FL-1');
    expect(asking?.body).toContain('Anna Berger goes on');
    expect(new Set(choices.macros.map(({ name }) => name)).size).toBe(choices.macros.length);
  });

  test('asked about an address the most urgent live ticket of that requester comes', async () => {
    const { office } = await withTicket();
    const of = (address: string) =>
      expectAnswer(knock(office, { ask: 'choices', ticket: null, addresses: [address] }), 'choices').choices;
    expect(of('kari@example.com').ticket?.id).toBe('FL-1');
    expect(of('nobody@example.com').ticket).toBeNull();
  });

  test('search finds tickets by number, word and customer, closed ones too', async () => {
    const { office } = await withTicket();
    const find = (words: string) => expectAnswer(knock(office, { ask: 'search', words }), 'found');
    expect(find('lamp').tickets.map(({ id }) => id)).toEqual(['FL-1']);
    expect(find('fl-1 kari').tickets).toHaveLength(1);
    expect(find('sofa').tickets).toHaveLength(0);
    expectAnswer(act(office, { do: 'not a ticket' }), 'done');
    expect(find('lamp').tickets.map(({ status }) => status)).toEqual(['closed']);
    passDays(office, 100);
    expect(find('lamp')).toMatchObject({ tickets: [], closed: [{ id: 'FL-1' }] });
  });
});

describe('actions', () => {
  test('taking a ticket is four calls, one atomic write, and shown at once', async () => {
    const { office } = await withTicket();
    const answered = act(office, { do: 'take' });
    const { ticket } = expectAnswer(answered, 'done');
    expect(ticket).toMatchObject({ owner: { email: anna }, undo: 'take' });
    expect(answered.calls.total).toBe(4);
    expect(answered.calls.byMethod['lock.try']).toBe(1);
    expect(onlyTicket(office).owner).toBe(anna);
    expect(journal(office, 'owner set').at(-1)).toMatchObject({ Actor: anna });
  });

  test.each<Request>([
    { do: 'set severity', severity: 'high' },
    { do: 'set category', category: 'Billing and payments', subcategory: null },
    { do: 'wait', on: 'customer', until: null },
    { do: 'promise', until: Date.parse('2026-03-26T12:00:00Z') },
    { do: 'note', note: 'Called her', mentions: [ida] },
    { do: 'add co-owner', person: ida },
    { do: 'record fact', fact: 'Order number', value: '4711' },
    { do: 'resolve', rootCause: 'A broken switch', solution: 'A new lamp' },
    { do: 'escalate', way: 'hierarchical', because: 'authority', to: null, note: 'She asks for a refund' },
    { do: 'assign', to: ida },
  ])('$do costs four calls and stands in the journal', async (request) => {
    const { office } = await withTicket();
    const before = journal(office).length;
    const answered = act(office, request, { actor: femke });
    expectAnswer(answered, 'done');
    expect(answered.calls.total).toBe(4);
    expect(journal(office).length).toBeGreaterThan(before);
    expect(
      journal(office)
        .slice(before)
        .some((row) => row.Actor === femke),
    ).toBe(true);
  });

  test('facts told while handing over are recorded first, in the same request', async () => {
    const { office } = await withTicket();
    const facts = ['Order number', 'What is broken, and since when', 'Photo or short film', 'Serial number'];
    const told = facts.map((fact) => ({ fact, value: 'as in the mail' }));
    const hand = { do: 'hand over', to: ida, note: 'Please look' } as const;
    expectAnswer(act(office, { ...hand, facts: told.slice(1) }, { actor: femke }), 'refused');
    const answered = act(office, { ...hand, facts: told }, { actor: femke });
    const { ticket } = expectAnswer(answered, 'done');
    expect(ticket?.handover).toMatchObject({ to: { email: ida }, note: 'Please look' });
    expect(ticket?.required.map(({ value }) => value)).toEqual(facts.map(() => 'as in the mail'));
    expect(answered.calls.total).toBe(4);
    expect(journal(office, 'fact recorded')).toHaveLength(4);
  });

  test('the second of two people sees what changed and is asked, and may then go on', async () => {
    const { office } = await withTicket();
    const { version } = onlyTicket(office);
    expectAnswer(act(office, { do: 'take' }, { actor: anna, version }), 'done');
    const late = expectAnswer(act(office, { do: 'take' }, { actor: ida, version }), 'changed');
    expect(late.since.map(({ actor, what }) => [actor, what])).toEqual([['Anna Berger', 'owner set']]);
    expect(late.words).toContain('took it');
    expect(onlyTicket(office).owner).toBe(anna);
    const again = act(office, { do: 'take' }, { actor: ida, version: late.ticket.version });
    expect(expectAnswer(again, 'done').ticket?.owner?.email).toBe(ida);
  });

  test('a note never gets lost because somebody else was faster', async () => {
    const { office } = await withTicket();
    const { version } = onlyTicket(office);
    expectAnswer(act(office, { do: 'take' }, { actor: ida, version }), 'done');
    expectAnswer(act(office, { do: 'note', note: 'She called', mentions: [] }, { version }), 'done');
  });

  test('the same request delivered twice acts once', async () => {
    const { office } = await withTicket();
    const { version } = onlyTicket(office);
    const text = sealed(office, {
      ask: 'act',
      ticket: 'FL-1',
      version,
      archiveRow: null,
      request: { do: 'note', note: 'Only once', mentions: [] },
    });
    expect(expectAnswer(postText(office, text), 'done').repeated).toBe(false);
    const second = postText(office, text);
    expect(expectAnswer(second, 'done')).toMatchObject({ repeated: true, ticket: { id: 'FL-1' } });
    expect(second.calls.total).toBe(4);
    expect(journal(office, 'noted')).toHaveLength(1);
    expect(JSON.parse(office.desk.properties.DOOR_REFUSED ?? '{}').counts).toEqual({ repeated: 1 });
  });

  test('an agent may not assign to others, a lead may assign many at once', async () => {
    const { office } = await withTicket();
    post(office, { subject: 'My other lamp is broken', from: 'Ola <ola@example.com>' });
    office.world.advance(minutes(2));
    const all = tickets(office).map(({ id, version }) => ({ ticket: id, version }));
    const many: DoorRequest = { ask: 'assign many', tickets: all, to: ida };
    const no = expectAnswer(knock(office, many, { actor: anna }), 'refused');
    expect(no).toMatchObject({ kind: 'not allowed', words: expect.stringContaining('Only a lead') });
    const answered = knock(office, many, { actor: femke });
    expect(expectAnswer(answered, 'done many')).toMatchObject({ done: ['FL-1', 'FL-2'], refused: [] });
    expect(answered.calls.total).toBe(4);
    expect(tickets(office).map(({ owner }) => owner)).toEqual([ida, ida]);
  });

  test('who is not in People is told so', async () => {
    const { office } = await withTicket();
    const stranger = 'new@fjordlicht.example';
    expect(expectAnswer(knock(office, { ask: 'home' }, { actor: stranger }), 'refused')).toMatchObject({
      kind: 'unknown person',
      words: expect.stringContaining('not in People'),
    });
    const { kind } = expectAnswer(act(office, { do: 'take' }, { actor: stranger }), 'refused');
    expect(kind).toBe('unknown person');
  });

  test('while a tick holds the lock, the agent is told that the desk is busy and nothing happens', async () => {
    const { office } = await withTicket();
    office.desk.lockUntil(office.world.now() + minutes(1));
    expect(expectAnswer(act(office, { do: 'take' }), 'refused').kind).toBe('busy');
    expect(onlyTicket(office).owner).not.toBe('nobody');
    expect(journal(office).some(({ Actor }) => Actor === anna)).toBe(false);
  });

  test('when Google loses the write, the agent is told and nothing has changed', async () => {
    const { office } = await withTicket();
    const before = onlyTicket(office);
    office.world.faults.at(
      1,
      { method: 'sheets.spreadsheets.batchUpdate' },
      { status: 503, reason: 'backendError' },
    );
    expect(expectAnswer(act(office, { do: 'take' }), 'refused').kind).toBe('failed');
    expect(onlyTicket(office)).toEqual(before);
  });
});

describe('when something breaks', () => {
  test('the answer is lost after the write: the same request again acts once and tells the truth', async () => {
    const { office } = await withTicket();
    const { version } = onlyTicket(office);
    const text = sealed(office, {
      ask: 'act',
      ticket: 'FL-1',
      version,
      archiveRow: null,
      request: { do: 'take' },
    });
    office.world.faults.at(1, { method: 'sheets.spreadsheets.batchUpdate', after: true }, 'kill');
    expect(() => postText(office, text)).toThrow('No reply of a desk');
    expect(onlyTicket(office).owner).toBe(anna);
    const again = expectAnswer(postText(office, text), 'done');
    expect(again).toMatchObject({ repeated: true, ticket: { owner: { email: anna } } });
    expect(journal(office, 'owner set').filter(({ Actor }) => Actor === anna)).toHaveLength(1);
  });

  test('killed before the write nothing has happened, and the same request again does it', async () => {
    const { office } = await withTicket();
    const { version } = onlyTicket(office);
    const request: DoorRequest = {
      ask: 'act',
      ticket: 'FL-1',
      version,
      archiveRow: null,
      request: { do: 'take' },
    };
    const text = sealed(office, request);
    office.world.faults.at(1, { method: 'sheets.spreadsheets.batchUpdate' }, 'kill');
    expect(() => postText(office, text)).toThrow('No reply of a desk');
    expect(expectAnswer(postText(office, text), 'done').repeated).toBe(false);
  });

  test('a tick between two clicks loses neither', async () => {
    const { office } = await withTicket();
    expectAnswer(act(office, { do: 'take' }), 'done');
    post(office, { subject: 'A second thing', from: 'Ola <ola@example.com>' });
    office.world.advance(minutes(2));
    expectAnswer(knock(office, { ask: 'undo', ticket: 'FL-1' }), 'done');
    expect(tickets(office).map(({ id }) => id)).toEqual(['FL-1', 'FL-2']);
  });
});

describe('handing over', () => {
  const required = (office: Office): readonly string[] =>
    expectAnswer(knock(office, { ask: 'ticket', id: 'FL-1', mails: [], archiveRow: null }), 'ticket')
      .ticket.required.filter(({ value }) => value === null)
      .map(({ fact }) => fact);

  const ready = async (): Promise<Office> => {
    const { office } = await withTicket();
    for (const fact of required(office))
      expectAnswer(act(office, { do: 'record fact', fact, value: 'x' }), 'done');
    return office;
  };

  test('without the required information it is refused, and the card can say what is missing', async () => {
    const { office } = await withTicket();
    const missing = required(office);
    expect(missing.length).toBeGreaterThan(0);
    const { words } = expectAnswer(act(office, { do: 'hand over', to: ida, note: 'Please' }), 'refused');
    for (const fact of missing) expect(words).toContain(fact);
  });

  test('only the receiver accepts it, and then owns it', async () => {
    const office = await ready();
    expectAnswer(act(office, { do: 'hand over', to: ida, note: 'Please' }), 'done');
    expect(expectAnswer(act(office, { do: 'accept' }, { actor: anna }), 'refused').words).toContain(
      'not to you',
    );
    const home = expectAnswer(knock(office, { ask: 'home' }, { actor: ida }), 'home').home;
    expect(home.handovers.map(({ ticket, note }) => [ticket.id, note])).toEqual([['FL-1', 'Please']]);
    expectAnswer(act(office, { do: 'accept' }, { actor: ida }), 'done');
    expect(onlyTicket(office)).toMatchObject({ owner: ida, handover: null });
  });

  test('somebody who is not in People cannot be given it', async () => {
    const { office } = await withTicket();
    const nobody = expectAnswer(
      act(office, { do: 'assign', to: 'nobody@x.example' }, { actor: femke }),
      'refused',
    );
    expect(nobody.words).toContain('not in People');
  });
});

describe('undo', () => {
  test('taking a ticket is undone: the old owner has it again, and the journal keeps both', async () => {
    const { office } = await withTicket();
    const { owner } = onlyTicket(office);
    const other = owner === anna ? ida : anna;
    expectAnswer(act(office, { do: 'take' }, { actor: other }), 'done');
    const answered = knock(office, { ask: 'undo', ticket: 'FL-1' }, { actor: other });
    expect(expectAnswer(answered, 'done').ticket).toMatchObject({ owner: { email: owner }, undo: null });
    expect(answered.calls.total).toBe(4);
    expect(journal(office, 'undone').at(-1)).toMatchObject({ Actor: other });
    expect(onlyTicket(office).owner).toBe(owner);
  });

  test('a slip of "not a ticket" is undone, and the ticket is as it was', async () => {
    const { office } = await withTicket();
    const before = onlyTicket(office);
    expectAnswer(act(office, { do: 'not a ticket' }), 'done');
    expectAnswer(knock(office, { ask: 'undo', ticket: 'FL-1' }), 'done');
    const { version: _, recent: __, ...after } = onlyTicket(office);
    expect(before).toMatchObject(after);
  });

  test('after ten minutes it is too late', async () => {
    const { office } = await withTicket();
    expectAnswer(act(office, { do: 'set severity', severity: 'high' }), 'done');
    office.world.advance(minutes(11));
    const { words } = expectAnswer(knock(office, { ask: 'undo', ticket: 'FL-1' }), 'refused');
    expect(words).toContain('nothing of yours');
  });

  test('it is refused when somebody acted since, or when there is nothing to undo', async () => {
    const { office } = await withTicket();
    expectAnswer(act(office, { do: 'set severity', severity: 'high' }), 'done');
    expectAnswer(act(office, { do: 'note', note: 'Seen', mentions: [] }, { actor: ida }), 'done');
    const late = expectAnswer(knock(office, { ask: 'undo', ticket: 'FL-1' }), 'refused');
    expect(late.words).toMatch(/can(not| no longer) be undone|nothing of yours/i);
    const none = expectAnswer(knock(office, { ask: 'undo', ticket: 'FL-1' }, { actor: femke }), 'refused');
    expect(none.words).toContain('nothing of yours');
  });

  test('a colleague who was not told yet is not told at all', async () => {
    const { office } = await withTicket();
    expectAnswer(act(office, { do: 'assign', to: ida }, { actor: femke }), 'done');
    expect(waitingFor(office, ida)).toBe(1);
    expectAnswer(knock(office, { ask: 'undo', ticket: 'FL-1' }, { actor: femke }), 'done');
    expect(waitingFor(office, ida)).toBe(0);
  });
});

describe('register this mail now', () => {
  test('a mail that just came in becomes a ticket before the next tick', async () => {
    const { office } = await withTicket();
    const mail = post(office, { subject: 'Another thing', from: 'Ola <ola@example.com>' });
    const answered = knock(office, { ask: 'register', messageId: `<${mail}>` });
    expect(expectAnswer(answered, 'done')).toMatchObject({
      words: 'FL-2 was opened',
      ticket: { id: 'FL-2' },
    });
    expect(answered.calls.total).toBe(5);
    office.world.advance(minutes(2));
    expect(tickets(office).map(({ id }) => id)).toEqual(['FL-1', 'FL-2']);
  });

  test('a newsletter becomes a ticket when a person says so, and is never answered by a machine', async () => {
    const { office } = await withTicket();
    const headers = [
      'List-Id: <offers.example.com>',
      'List-Unsubscribe: <mailto:u@example.com>',
      'Precedence: bulk',
    ];
    const mail = post(office, { subject: 'Offers', from: 'Shop <shop@example.com>', headers });
    office.world.advance(minutes(2));
    expect(tickets(office)).toHaveLength(1);
    const { ticket } = expectAnswer(knock(office, { ask: 'register', messageId: mail }), 'done');
    expect(ticket?.id).toBe('FL-2');
    expect(tickets(office).at(-1)?.mayAnswer).toBe(false);
  });

  test('a mail that is not in the support mailbox is refused with advice', async () => {
    const { office } = await withTicket();
    const { words } = expectAnswer(
      knock(office, { ask: 'register', messageId: 'nowhere@example.com' }),
      'refused',
    );
    expect(words).toContain('forward it');
  });
});

describe('who may knock', () => {
  test('unsigned, altered, late and malformed requests are refused and counted, at the cost of two calls', async () => {
    const { office } = await withTicket();
    const good = sealed(office, { ask: 'home' });
    const altered = good.replace('home', 'hove');
    const old = sealed(office, { ask: 'home' }, { at: office.world.now() - minutes(6) });
    const foreign = sealed(office, { ask: 'home' }, { secret: 'another secret of twenty-four signs' });
    for (const text of [altered, foreign, 'hello', '{}', '']) {
      const { answer, calls } = postText(office, text);
      expect(answer).toMatchObject({ answer: 'refused', kind: 'not accepted' });
      expect(calls.total).toBeLessThanOrEqual(2);
    }
    expect(expectAnswer(postText(office, old), 'refused').kind).toBe('late');
    const { home } = expectAnswer(postText(office, good), 'home');
    const row = home.health.find(({ what }) => what.startsWith('Requests refused'));
    expect(row?.value).toBe('6 (2 unsigned, 3 malformed, 1 late)');
  });

  test('a flood of bad requests costs no more than one read each', async () => {
    const { office } = await withTicket();
    const day = new Date(office.world.now()).toISOString().slice(0, 10);
    const count = { day, counts: { malformed: 200 }, writtenAt: office.world.now() };
    office.desk.properties.DOOR_REFUSED = JSON.stringify(count);
    const { calls } = postText(office, '{}');
    expect(calls.byMethod).toEqual({ 'properties.get': 1 });
  });

  test('both secrets are good while one replaces the other, a short one never', async () => {
    const { office } = await withTicket();
    const next = 'the next secret, also long enough';
    office.desk.properties.DOOR_SECRET = next;
    office.desk.properties.DOOR_SECRET_OLD = secret;
    expectAnswer(knock(office, { ask: 'home' }, { secret: next }), 'home');
    expectAnswer(knock(office, { ask: 'home' }, { secret }), 'home');
    office.desk.properties.DOOR_SECRET_OLD = 'short';
    expectAnswer(knock(office, { ask: 'home' }, { secret: 'short' }), 'refused');
  });

  test('a colleague cannot sign as another: Google knows who is calling', async () => {
    const { office } = await withTicket();
    const { answer } = postText(office, sealed(office, { ask: 'home' }, { actor: femke }), ida);
    expect(answer).toMatchObject({ answer: 'refused', kind: 'not accepted' });
  });

  test('a desk that was never set up says so', async () => {
    const office = await journey();
    expect(expectAnswer(knock(office, { ask: 'home' }), 'refused').kind).toBe('not set up');
    furnish(office);
    const { words } = expectAnswer(knock(office, { ask: 'home' }), 'refused');
    expect(words).toContain('not looked at the mailbox yet');
  });
});

describe('after a click', () => {
  test('labels follow in the support mailbox with the next tick', async () => {
    const { office } = await withTicket();
    expectAnswer(
      act(office, { do: 'set category', category: 'Billing and payments', subcategory: null }),
      'done',
    );
    expectAnswer(act(office, { do: 'wait', on: 'customer', until: null }), 'done');
    office.world.advance(minutes(1));
    const labels = labelsOn(office, 'My lamp is broken');
    expect(labels).toEqual(expect.arrayContaining(['Billing', 'Waiting']));
    expect(labels).not.toContain('Product and service quality/Defect');
  });
});

describe('after it is solved', () => {
  test('the solution is kept, the ticket closes and leaves for the archive, and a late mail brings it back', async () => {
    const { office, mail } = await withTicket();
    act(office, { do: 'resolve', rootCause: 'loose contact', solution: 'Send a new lamp holder' });
    expect(office.rows('Knowledge')).toEqual([
      expect.objectContaining({
        Problem: 'My lamp is broken',
        Solution: 'Send a new lamp holder',
        Ticket: 'FL-1',
      }),
    ]);
    passDays(office, 6);
    expect(onlyTicket(office).status).toBe('closed');
    passDays(office, 4);
    expect(tickets(office)).toEqual([]);
    expect(office.rows('Archive').map((row) => row.Ticket)).toEqual(['FL-1']);
    post(office, { subject: 'Re: My lamp is broken', inReplyTo: mail, body: 'It broke again today.' });
    office.desk.run('tick');
    expect(onlyTicket(office)).toMatchObject({ id: 'FL-1', status: 'reopened', reopened: 1 });
    expect(journal(office, 'opened')).toHaveLength(1);
  });
});
