// What agents and leads see and do: the shipped sidebar asks the shipped desk, button by button.
import type { Office } from '../../src/local/office.ts';
import { journal, onlyTicket, support, tickets } from './desk-journey.ts';
import { anna, ida, knock } from './door-journey.ts';
import { type Begun, begin, deliver, femke, lamp, type Opening, openPanel } from './sidebar-journey.ts';

let begun: Promise<Begun> | null = null;
beforeAll(beside, 30_000);

/** The same beginning for every test. */
async function beside(): Promise<Begun> {
  begun ??= begin();
  const one = await begun;
  one.office.world.restore(one.saved);
  one.office.world.faults.clear();
  return one;
}

const minutes = (count: number): number => count * 60_000;
const opens = async (opening: Opening = {}) => {
  const world = await beside();
  return { ...world, panel: openPanel(world, opening) };
};

/** Somebody does something without a sidebar. */
const meanwhile = (office: Office, actor: string): void => {
  knock(
    office,
    {
      ask: 'act',
      ticket: 'FL-1',
      version: onlyTicket(office).version,
      archiveRow: null,
      request: { do: 'take' },
    },
    { actor },
  );
};

/** Without a tick in between: they would take long, and none has anything to do. */
function passDays(office: Office, days: number): void {
  office.desk.run('uninstall');
  office.world.advance(days * 24 * minutes(60));
  office.desk.run('tick');
}

async function noticeToAnna(): Promise<string> {
  const { office } = await beside();
  const subjects = office.world.gmail
    .mailbox(anna)
    .messages()
    .map(({ payload }) => payload?.headers?.find(({ name }) => name === 'Subject')?.value ?? '');
  return subjects.find((subject) => subject.startsWith('Yours: FL-1 ')) ?? 'no notice';
}

describe('beside a mail', () => {
  test('an agent reads who, what and why, whose, which tier, and what is due next', async () => {
    const { panel } = await opens();
    expect(panel.card.header).toEqual({ title: 'FL-1 · New', subtitle: lamp });
    const text = panel.text();
    expect(text).toContain('kari@example.com');
    expect(text).toContain('Product and service quality › Defect');
    expect(text).toMatch(/Because: .*Categories row/);
    expect(text).toContain('Tier 1 of 3');
    expect(text).toMatch(/First answer\nDue .*, in working time/);
    expect(text).toMatch(/Matrix row \d+: 4 working hours/);
    expect(text).toContain('Required information: 0 of 4');
    expect(text).toContain('Ticket opened');
  });

  test('opening costs one request to the desk, one read of the mail and two looks into the cache', async () => {
    const world = await beside();
    const before = world.office.desk.executions.length;
    const calls = world.office.world.calls.during(() => void openPanel(world));
    expect(world.office.desk.executions.length - before).toBe(1);
    expect(calls.byMethod).toMatchObject({ 'urlfetch.fetch': 1, 'cache.get': 1, 'cache.put': 1 });
    expect(calls.byMethod).toMatchObject({ 'properties.get': 2, 'gmail.users.messages.get': 1 });
    // The desk’s own two calls are part of it.
    expect(calls.total).toBe(7);
  });

  test('in German, with the dates of a German', async () => {
    const { panel } = await opens({ locale: 'de' });
    expect(panel.card.header?.title).toBe('FL-1 · Neu');
    expect(panel.text()).toMatch(/noch \d h \d+ min/);
    expect(panel.text()).toContain('Erste Antwort');
    expect(panel.text()).toMatch(/Fällig (heute|morgen) \d/);
  });

  test('who does not tell Gmail their zone reads times in the desk’s', async () => {
    const { sidebar } = await beside();
    const card = sidebar.runAs(anna, 'press', {
      commonEventObject: {
        userLocale: 'en-GB',
        parameters: { press: 'open ticket', ticket: 'FL-1', row: '' },
      },
    });
    // Four hours from 9:00 in Oslo; in UTC it would be 12:00.
    expect((card as { printJson(): string }).printJson()).toContain('Due today 13:00');
  });

  test('a mail without a ticket can be registered at once', async () => {
    const world = await beside();
    deliver(world.office, { id: 'new@example.com', subject: 'Something else' });
    const panel = openPanel(world, { subject: 'Something else' });
    expect(panel.text()).toContain('No ticket yet');
    panel.press('Register now');
    expect(panel.card.header).toEqual({ title: 'FL-2 · New', subtitle: 'Something else' });
    expect(tickets(world.office)).toHaveLength(2);
  });

  test('a notice of the desk shows the ticket that it is about', async () => {
    const { panel } = await opens({ subject: await noticeToAnna() });
    expect(panel.card.header).toEqual({ title: 'FL-1 · New', subtitle: lamp });
  });

  test.each([
    ['from outside', 'Fjordlicht <support@fjordlicht.example.evil.example>', ['X-Tierline: x']],
    ['with our name only', '"support@fjordlicht.example" <evil@example.com>', ['X-Tierline: x']],
    ['that the desk did not write', 'Ida <ida@fjordlicht.example>', []],
  ])('a mail %s that looks like a notice shows no ticket', async (_, from, more) => {
    const world = await beside();
    const subject = 'Escalated: FL-1 "My lamp" (tier 3)';
    deliver(world.office, { id: 'evil@example.com', subject, from, more });
    expect(openPanel(world, { subject }).text()).toContain('No ticket yet');
  });

  test('who has it open at the same time is told', async () => {
    const { office, sidebar, saved } = await beside();
    openPanel({ office, sidebar, saved }, { person: ida });
    const panel = openPanel({ office, sidebar, saved }, { person: anna });
    expect(panel.text()).toContain('Ida Solberg has this open right now');
    office.world.advance(minutes(6));
    panel.press('Refresh');
    expect(panel.text()).not.toContain('right now');
  });

  test('from the card beside a mail, all a phone shows, everything else is reached', async () => {
    const { panel } = await opens();
    panel.press('Home');
    expect(panel.text()).toContain('Next case');
    panel.press('Search', { words: 'lamp' });
    panel.open('FL-1');
    expect(panel.depth).toBe(4);
    panel.press('Resolve');
    panel.press('Resolve', { cause: 'x', solution: 'y' });
    expect(panel.card.header?.title).toBe('FL-1 · Resolved');
    expect(panel.depth).toBe(4);
  });

  test('a closed ticket is found in the archive, shown in full and reopened', async () => {
    const { office, sidebar, saved, panel } = await opens();
    panel.press('Not a ticket');
    panel.press('Not a ticket');
    expect(panel.card.header?.title).toBe('FL-1 · Closed');
    passDays(office, 100);
    expect(tickets(office)).toHaveLength(0);
    const again = openPanel({ office, sidebar, saved });
    expect(again.text()).toContain('In the archive');
    again.press('Show ticket');
    expect(again.buttons()[0]).toBe('Reopen');
    again.press('Reopen');
    expect(again.card.header?.title).toBe('FL-1 · Reopened');
    expect(onlyTicket(office).status).toBe('reopened');
  });
});

describe('a click', () => {
  test('takes a ticket with one request, shows it at once and can be undone', async () => {
    const { office, panel } = await opens({ person: femke });
    const owner = onlyTicket(office).owner;
    const before = office.desk.executions.length;
    panel.press('Take');
    expect(office.desk.executions.length - before).toBe(1);
    expect(onlyTicket(office).owner).toBe(femke);
    expect(panel.notice).toBe('Done');
    expect(panel.depth).toBe(1);
    expect(panel.text()).toContain('You took it.');
    panel.press('Undo');
    expect(panel.notice).toBe('Undone');
    expect(onlyTicket(office).owner).toBe(owner);
  });

  test('a handover asks for the required facts first, and is one request when sent', async () => {
    const { office, panel } = await opens();
    panel.press('Hand over');
    expect(panel.text()).toContain('First, what the category requires');
    panel.press('Hand over', { to: ida, note: 'Please look' });
    expect(panel.notice).toMatch(/^Please fill in: Order number/);
    expect(panel.depth).toBe(2);
    const before = office.desk.executions.length;
    const facts = { fact1: '4711', fact2: 'The switch', fact3: 'attached', fact4: 'S-1' };
    panel.press('Hand over', { to: ida, note: 'Please look', ...facts });
    expect(office.desk.executions.length - before).toBe(1);
    expect(panel.depth).toBe(1);
    expect(panel.text()).toContain('Offered to Ida Solberg');
    expect(onlyTicket(office).handover?.to).toBe(ida);
  });

  test('the receiver sees it on the home card, accepts it, and has it', async () => {
    const world = await opens();
    world.panel.press('Hand over');
    const facts = { fact1: '4711', fact2: 'The switch', fact3: 'attached', fact4: 'S-1' };
    world.panel.press('Hand over', { to: ida, note: 'You know her', ...facts });
    const home = openPanel(world, { person: ida, subject: null });
    expect(home.text()).toContain('Handovers waiting for you: 1');
    home.open('You know her');
    expect(home.text()).toContain('Anna Berger hands this over to you');
    home.press('Accept');
    expect(onlyTicket(world.office).owner).toBe(ida);
  });

  test('an escalation tells why, goes a tier up, and the card shows the step', async () => {
    const { office, panel } = await opens();
    panel.press('Escalate');
    panel.press('Escalate', { because: ['authority'], note: 'She wants her money back' });
    expect(onlyTicket(office).tier).toBe(2);
    expect(panel.text()).toContain('Tier 2 of 3');
    expect(panel.text()).toContain('escalated it (authority): She wants her money back');
  });

  test('waiting, promising, noting, resolving and reopening follow one another on the card', async () => {
    const { office, panel } = await opens();
    const later = office.world.now() + minutes(2_000);
    panel.press('Wait');
    panel.press('Wait', { on: ['customer'], until: { at: later } });
    expect(panel.card.header?.title).toBe('FL-1 · Waiting for the customer');
    expect(panel.text()).toMatch(/Goes on .* at the latest/);
    panel.press('Go on now');
    panel.press('Promise a date');
    panel.press('Promise a date', { until: { at: later } });
    expect(onlyTicket(office).promise).toBe(later);
    panel.press('Add note');
    panel.press('Save', { note: 'Called her, @ida please look' });
    expect(panel.text()).toContain('Note');
    expect(journal(office, 'noted').at(-1)?.Details ?? JSON.stringify(journal(office, 'noted'))).toContain(
      ida,
    );
    panel.press('Record');
    panel.press('Save', { fact1: '4711' });
    expect(panel.text()).toContain('Required information: 1 of 4');
    panel.press('Correct category');
    panel.press('Save', { category: ['["Billing and payments",null]'] });
    expect(onlyTicket(office).category).toBe('Billing and payments');
    panel.press('Change severity');
    panel.press('Save', { severity: ['high'] });
    panel.press('Ask to help');
    panel.press('Ask to help', { to: ida });
    panel.press('Resolve');
    panel.press('Resolve', { cause: 'A broken switch', solution: 'A new lamp' });
    expect(panel.card.header?.title).toBe('FL-1 · Resolved');
    expect(panel.text()).toContain('A new lamp');
    panel.press('Reopen');
    expect(onlyTicket(office)).toMatchObject({ status: 'reopened', severity: 'high', coOwners: [ida] });
    expect(panel.depth).toBe(1);
  });

  test('the second of two people sees what changed and may do it anyway', async () => {
    const { office, panel } = await opens({ person: femke });
    meanwhile(office, ida);
    panel.press('Take');
    expect(panel.text()).toContain('Somebody was faster');
    expect(panel.text()).toContain('Ida Solberg took it');
    expect(onlyTicket(office).owner).toBe(ida);
    panel.press('Do it anyway');
    expect(onlyTicket(office).owner).toBe(femke);
    expect(panel.depth).toBe(1);
  });

  test('or looks at the ticket as it is now', async () => {
    const { office, panel } = await opens({ person: femke });
    meanwhile(office, ida);
    panel.press('Take');
    panel.press('Show ticket');
    expect(panel.depth).toBe(1);
    expect(panel.text()).toContain('Ida Solberg');
    expect(onlyTicket(office).owner).toBe(ida);
  });

  test('what the rules refuse is a notice, and what was typed stays on the form', async () => {
    const { office, panel } = await opens();
    panel.press('Ask to help');
    const { depth } = panel;
    panel.press('Ask to help', { to: 'stranger@example.com' });
    expect(panel.notice).toContain('is not in People');
    expect(panel.depth).toBe(depth);
    expect(onlyTicket(office).coOwners).toEqual([]);
  });

  test('when the answer is lost it is not known whether it was done; trying again does it once', async () => {
    const { office, panel } = await opens({ person: femke });
    const events = journal(office).length;
    const lost = { status: 500, reason: 'lost' } as const;
    office.world.faults.always({ method: 'urlfetch.fetch', script: 'sidebar' }, lost);
    panel.press('Take');
    office.world.faults.clear();
    expect(panel.text()).toContain('It is not known whether your action was carried out');
    expect(panel.text()).not.toContain('FL-1');
    panel.press('Try again');
    expect(panel.card.header?.title).toBe('FL-1 · New');
    panel.press('Refresh');
    expect(onlyTicket(office).owner).toBe(femke);
    expect(
      journal(office)
        .slice(events)
        .filter((row) => row.Event === 'owner set'),
    ).toHaveLength(1);
  });
});

describe('at home', () => {
  test('an agent reads the next case, own tickets, the figures and the load', async () => {
    const world = await beside();
    const owner = onlyTicket(world.office).owner ?? '';
    expect([anna, ida, femke]).toContain(owner);
    const panel = openPanel(world, { person: owner, subject: null });
    const text = panel.text();
    expect(text).toContain('Next case');
    expect(text).toContain('My tickets: 1');
    expect(text).toContain('1 open');
    expect(text).toContain('1 of 40');
    expect(text).toContain('Open tickets');
    panel.press('Open ticket');
    expect(panel.card.header?.title).toBe('FL-1 · New');
    expect(panel.depth).toBe(2);
  });

  test('the queue is filtered at every change', async () => {
    const world = await beside();
    const panel = openPanel(world, { subject: null });
    panel.press('Open team queue');
    expect(panel.text()).toContain('1–1 of 1');
    panel.change('show', { show: ['unassigned'] });
    expect(panel.text()).toContain('No ticket fits');
    panel.change('show', { show: ['all'], tier: ['1'] });
    expect(panel.text()).toContain('1–1 of 1');
    expect(panel.depth).toBe(2);
    panel.open('FL-1');
    expect(panel.depth).toBe(3);
  });

  test('search finds by word, and closed tickets too', async () => {
    const { panel, office } = await opens({ subject: null });
    panel.press('Search', { words: '' });
    expect(panel.notice).toBe('Please fill in: Ticket, customer or word');
    panel.press('Search', { words: 'lamp' });
    expect(panel.text()).toContain('1 found');
    panel.open('FL-1');
    expect(panel.text()).toContain('kari@example.com');
    expect(office.desk.executions.length).toBeGreaterThan(0);
  });

  test('a lead assigns several tickets at once, an agent is not offered it', async () => {
    const world = await beside();
    expect(openPanel(world, { subject: null }).buttons()).not.toContain('Assign several');
    deliver(world.office, { id: 'second@example.com', subject: 'Second' });
    world.office.world.advance(minutes(2));
    const panel = openPanel(world, { person: femke, subject: null });
    panel.press('Assign several');
    const all = tickets(world.office).map(({ id, version }) => `${version} ${id}`);
    panel.press('Assign', { to: ida, tickets: all });
    expect(panel.text()).toContain('2 tickets assigned');
    expect(tickets(world.office).every(({ owner }) => owner === ida)).toBe(true);
  });

  test('what is wrong in the workbook is told with where and what to do', async () => {
    const { office, sidebar, saved, panel } = await opens({ subject: null });
    expect(panel.text()).not.toMatch(/\d problems? in the workbook/);
    office.world.sheets.edit(office.workbook, 'People', 2, 6, 'jane@', { by: support });
    office.world.advance(minutes(2));
    const home = openPanel({ office, sidebar, saved }, { subject: null });
    expect(home.text()).toMatch(/\d problems? in the workbook/);
    expect(home.text()).toContain('People, row 3, Cap');
  });
});

describe('texts to answer with', () => {
  test('a text beside a mail opens as a draft of the answer, filled in', async () => {
    const { office, panel } = await opens();
    panel.press('Reply with…');
    expect(panel.text()).toContain('We need to know more');
    panel.press('Draft');
    expect(panel.answer.hostAppAction?.gmailAction.openCreatedDraftAction?.draftId).toMatch(/^r/);
    const draft = office.world.gmail
      .mailbox(anna)
      .messages()
      .find(({ labelIds }) => labelIds?.includes('DRAFT'));
    const body = Buffer.from(draft?.payload?.body?.data ?? '', 'base64').toString();
    expect(body).toContain('- Order number');
    expect(body).toContain('FL-1');
  });

  test('beside a draft the customer’s ticket is found by the recipient, and a text goes into the draft', async () => {
    const { panel } = await opens({ draftTo: 'Kari Nordmann <KARI@example.com>' });
    expect(panel.card.header?.subtitle).toContain('For FL-1');
    expect(panel.text()).toContain('Asks for what is still missing');
    panel.press('Insert');
    const [content] =
      panel.answer.hostAppAction?.gmailAction.updateDraftAction?.updateBody.insertContents ?? [];
    expect(content?.content).toContain('FL-1');
    expect(content?.content).toContain('<br>- Order number');
  });

  test('beside a draft to somebody unknown that is said', async () => {
    const { panel } = await opens({ draftTo: 'nobody@example.com' });
    expect(panel.text()).toContain('No open ticket belongs to these recipients');
  });
});

describe('when it does not work', () => {
  test.each([
    [
      'the address is wrong',
      { DESK_URL: 'https://script.google.com/macros/s/none/exec' },
      'Desk not reachable',
    ],
    ['the secrets differ', { DOOR_SECRET: 'another secret of twenty-four signs' }, 'compares DOOR_SECRET'],
    ['an address is missing', { DESK_URL: '' }, 'fills in DESK_URL.'],
    ['nothing is filled in', { DESK_URL: '', DOOR_SECRET: '' }, 'fills in DESK_URL, DOOR_SECRET.'],
  ])('when %s, the card says so and shows no ticket', async (_, properties, words) => {
    const world = await beside();
    Object.assign(world.sidebar.properties, properties);
    const panel = openPanel(world);
    expect(panel.text()).toContain(words);
    expect(panel.text()).not.toContain('FL-1');
    expect(panel.text()).toContain('Mail is handled all the same');
  });

  test('one lost answer is asked for again, two are said; trying again shows the ticket', async () => {
    const world = await beside();
    const { faults } = world.office.world;
    const lost = { status: 500, reason: 'lost' } as const;
    faults.at(1, { method: 'urlfetch.fetch', script: 'sidebar' }, lost);
    expect(openPanel(world).text()).toContain('FL-1');
    faults.always({ method: 'urlfetch.fetch', script: 'sidebar' }, lost);
    const panel = openPanel(world);
    faults.clear();
    expect(panel.text()).toContain('Desk not reachable');
    panel.press('Try again');
    expect(panel.card.header?.title).toBe('FL-1 · New');
  });

  test('while the desk is busy nothing is done, and the agent is told', async () => {
    const { office, panel } = await opens({ person: femke });
    office.desk.lockUntil(office.world.now() + minutes(1));
    panel.press('Take');
    expect(panel.notice).toContain('busy');
    expect(panel.card.header?.title).toBe('FL-1 · New');
    expect(onlyTicket(office).owner).not.toBe(femke);
  });

  test('who is not in People reads whom to ask', async () => {
    const world = await beside();
    const eve = 'eve@fjordlicht.example';
    world.office.world.addAccount(eve);
    world.sidebar.grant(eve);
    expect(openPanel(world, { person: eve, subject: null }).text()).toContain('adds you to the tab People');
  });

  test.each([
    ['gmail.addons.current.message.metadata', 'See the headers of the open mail'],
    ['script.external_request', 'Connect to the desk'],
    ['userinfo.email', 'See your e-mail address'],
  ])(
    'without consent to %s the card says what is missing, why, and where to allow it',
    async (scope, words) => {
      const world = await beside();
      const all = world.sidebar.manifest.oauthScopes ?? [];
      world.sidebar.grant(
        anna,
        all.filter((one) => !one.endsWith(scope)),
      );
      const panel = openPanel(world);
      expect(panel.text()).toContain('One permission is missing');
      expect(panel.text()).toContain(words);
      expect(panel.buttons()).toEqual(['Allow access']);
    },
  );

  test('when Gmail refuses the mail, the agent reads why instead of an error', async () => {
    const { sidebar } = await beside();
    const card = sidebar.runAs(anna, 'onMessage', { gmail: { messageId: 'msg-f:1', accessToken: 'wrong' } });
    expect((card as { printJson(): string }).printJson()).toContain('Mail not readable');
  });

  test('a button that no card has is refused', async () => {
    const { sidebar } = await beside();
    const event = { commonEventObject: { parameters: { press: 'constructor' } } };
    expect(() => sidebar.runAs(anna, 'press', event)).toThrow("There is no button 'constructor'");
  });

  test('support itself may have the sidebar open too', async () => {
    const world = await beside();
    world.sidebar.grant(support);
    expect(openPanel(world, { person: support, subject: null }).text()).toContain('tab People');
  });
});
