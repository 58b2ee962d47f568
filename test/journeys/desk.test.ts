import type { Office } from '../../src/local/office.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import {
  callsOfTick,
  journal,
  journey,
  labelsOn,
  mailIds,
  onlyTicket,
  post,
  support,
  tickets,
  withSettings,
} from './desk-journey.ts';

/** An office whose first tick (reading the rules) is over. */
async function opened(start?: string, rules = withSettings({})): Promise<Office> {
  const office = await journey(start, rules);
  office.desk.run('tick');
  return office;
}

const minutes = (count: number): number => count * 60_000;

describe('from a mail to a ticket', () => {
  test('a complaint becomes a ticket with category, owner, deadline and labels in Gmail', async () => {
    const office = await opened();
    post(office, { subject: 'My lamp is broken' });
    office.world.advance(minutes(1));
    const ticket = onlyTicket(office);
    expect(ticket).toMatchObject({ id: 'FL-1', category: 'Product and service quality', status: 'new' });
    expect(ticket.owner).toMatch(/@fjordlicht\.example$/);
    expect(labelsOn(office, 'My lamp is broken')).toEqual(
      expect.arrayContaining(['Quality/Defect', 'Tier 1']),
    );
    expect(office.rows('Tickets')[0]).toMatchObject({ Ticket: 'FL-1', 'Next deadline': 'first response' });
    expect(office.rows('Mails')[0]).toMatchObject({ Outcome: 'opened', Ticket: 'FL-1', 'May answer': 'yes' });
  });

  test('the answer of a colleague stops the first response, and a follow-up joins and gets the labels too', async () => {
    const office = await opened();
    const first = post(office, { subject: 'My lamp is broken' });
    office.world.advance(minutes(1));
    post(office, {
      from: 'Anna <anna@fjordlicht.example>',
      to: `kari@example.com, ${support}`,
      subject: 'Re: My lamp is broken',
      inReplyTo: first,
      body: 'Have you tried another socket?',
    });
    office.world.advance(minutes(1));
    expect(onlyTicket(office)).toMatchObject({ status: 'waiting for customer' });
    post(office, { subject: 'Re: My lamp is broken', inReplyTo: first, body: 'Yes, the same.' });
    office.world.advance(minutes(1));
    expect(onlyTicket(office).messages).toHaveLength(3);
    const ids = mailIds(office, 'Re: My lamp is broken');
    for (const id of ids)
      expect(office.world.gmail.mailbox(support).labelsOn(id)).toContain('Tierline/Tier 1');
  });

  test('what comes before the installation is left alone', async () => {
    const office = await journey();
    office.world.advance(minutes(3));
    expect(tickets(office)).toEqual([]);
  });

  test('two triggers at once, or a tick that runs again, change nothing', async () => {
    const office = await opened();
    post(office, {});
    office.world.faults.trigger({ kind: 'double', function: 'tick' });
    office.world.advance(minutes(2));
    office.desk.run('tick');
    expect(tickets(office)).toHaveLength(1);
    expect(journal(office, 'opened')).toHaveLength(1);
  });
});

describe('budgets, in service calls', () => {
  test('a tick in which nothing happened makes 2', async () => {
    const office = await opened();
    expect(callsOfTick(office)).toBe(2);
    post(office, {});
    office.desk.run('tick');
    expect(callsOfTick(office)).toBe(2);
  });

  test.each([1, 50, 120])(
    'a tick with %i new mails makes at most 6 + one per 50 mails + one per set of labels',
    async (count) => {
      const office = await opened();
      for (let n = 0; n < count; n++)
        post(office, { subject: `Lamp ${n} is broken`, from: `c${n}@example.com` });
      const calls = callsOfTick(office);
      const sets = new Set(tickets(office).map((ticket) => labelsOn(office, ticket.subject).join())).size;
      expect(tickets(office)).toHaveLength(count);
      expect(calls).toBeLessThanOrEqual(6 + Math.ceil(count / 50) + sets);
    },
  );

  test.each([1, 20])(
    'a tick that escalates %i tickets makes at most 5 + one per mail sent',
    async (count) => {
      const office = await opened();
      for (let n = 0; n < count; n++)
        post(office, {
          subject: `I was charged twice ${n}`,
          from: `c${n}@example.com`,
          body: 'My invoice is wrong.',
        });
      office.desk.run('tick');
      const due = '2026-03-24T09:00:30Z';
      for (const trigger of ['tick']) office.world.faults.trigger({ kind: 'dead', function: trigger });
      office.world.advanceTo(due);
      const before = office.world.gmail.sent().length;
      const calls = callsOfTick(office);
      expect(journal(office, 'escalated')).toHaveLength(count);
      const mails = office.world.gmail.sent().length - before;
      expect(mails).toBeGreaterThan(0);
      expect(calls).toBeLessThanOrEqual(5 + mails);
    },
  );

  test('a mail that no rule needs costs no more than one that opens a ticket', async () => {
    const office = await opened();
    post(office, {
      headers: [
        'List-Id: <news.example.com>',
        'List-Unsubscribe: <mailto:x@news.example.com>',
        'Precedence: bulk',
      ],
    });
    expect(callsOfTick(office)).toBeLessThanOrEqual(8);
    expect(tickets(office)).toEqual([]);
  });
});

describe('time', () => {
  test('a complaint nobody answers is warned about, breaches, and goes up, once each', async () => {
    const office = await opened();
    post(office, { subject: 'I was charged twice', body: 'My invoice is wrong.' });
    office.world.advanceTo('2026-03-24T12:00:00Z');
    expect(journal(office, 'warned').filter((row) => row.data?.includes('firstResponse'))).toHaveLength(1);
    expect(journal(office, 'breached').filter((row) => row.data?.includes('firstResponse'))).toHaveLength(1);
    expect(journal(office, 'escalated').length).toBeGreaterThanOrEqual(1);
    expect(onlyTicket(office).tier).toBeGreaterThan(1);
    expect(labelsOn(office, 'I was charged twice')).toEqual(
      expect.arrayContaining(['Breached', 'Escalated', 'Tier 2']),
    );
    const keys = journal(office).map((row) => row.Key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('notices to one person in one tick are one mail, marked as automatic, and never become tickets', async () => {
    const office = await opened();
    for (let n = 0; n < 5; n++)
      post(office, {
        subject: `I was charged twice ${n}`,
        from: `c${n}@example.com`,
        body: 'My invoice is wrong.',
      });
    office.world.advanceTo('2026-03-24T09:05:00Z');
    const breaches = office.rows('Outbox').filter((row) => row.Kind === 'breach');
    const reader = breaches[0]?.To ?? '';
    const toLead = office.world.gmail.sent().filter((mail) => mail.to.includes(reader));
    expect(toLead.length).toBeGreaterThan(0);
    expect(toLead.length).toBeLessThan(breaches.filter((row) => row.To === reader).length);
    for (const mail of toLead) {
      const text = Buffer.from(mail.raw).toString();
      expect(text).toMatch(/^Auto-Submitted: auto-generated$/m);
      expect(text).toMatch(/^X-Tierline: /m);
    }
    expect(tickets(office)).toHaveLength(5);
  });

  test('a quiet day costs little and Health shows that the desk is alive', async () => {
    const office = await opened();
    office.world.advance(minutes(60 * 12));
    const { triggerSeconds } = office.world.quota(support);
    expect(triggerSeconds?.share).toBeLessThan(0.05);
    const beat = office.rows('Health').find((row) => row.What === 'Last tick that had work')?.Value ?? '';
    expect(Date.parse(`${beat.replace(' ', 'T')}:00+01:00`)).toBeGreaterThan(
      office.world.now() - minutes(45),
    );
  });
});

describe('people in Gmail', () => {
  test('another category label put on by hand is a correction, and the old label goes', async () => {
    const office = await opened();
    post(office, { subject: 'My lamp is broken' });
    office.world.advance(minutes(1));
    const [id = ''] = mailIds(office, 'My lamp is broken');
    office.world.gmail.mailbox(support).modify([id], ['Tierline/Shipping/Lost'], []);
    office.world.advance(minutes(1));
    expect(onlyTicket(office)).toMatchObject({ category: 'Shipping and delivery', subcategory: 'Lost' });
    expect(journal(office, 'category set').at(-1)).toMatchObject({ Actor: 'gmail' });
    const labels = labelsOn(office, 'My lamp is broken');
    expect(labels).toContain('Shipping/Lost');
    expect(labels).not.toContain('Quality/Defect');
  });

  test('taking the category label off leaves the fallback category', async () => {
    const office = await opened();
    post(office, { subject: 'My lamp is broken' });
    office.world.advance(minutes(1));
    const [id = ''] = mailIds(office, 'My lamp is broken');
    office.world.gmail.mailbox(support).modify([id], [], ['Tierline/Quality/Defect']);
    office.world.advance(minutes(1));
    expect(onlyTicket(office).category).toBe('Other');
  });

  test('reading, starring and archiving mails wakes nobody', async () => {
    const office = await opened();
    post(office, {});
    office.desk.run('tick');
    const [id = ''] = mailIds(office, 'My lamp is broken');
    office.world.gmail.mailbox(support).modify([id], ['STARRED'], ['UNREAD', 'INBOX']);
    expect(callsOfTick(office)).toBe(2);
  });
});

describe('when Google says no', () => {
  test('an expired history loses no mail and doubles none', async () => {
    const office = await opened();
    post(office, { subject: 'Before' });
    office.world.advance(minutes(1));
    office.world.faults.trigger({ kind: 'skip', function: 'tick', times: 5 });
    post(office, { subject: 'Meanwhile', from: 'b@example.com' });
    office.world.gmail.expireHistory(support);
    office.world.advance(minutes(8));
    expect(
      tickets(office)
        .map((ticket) => ticket.subject)
        .sort(),
    ).toEqual(['Before', 'Meanwhile']);
    expect(journal(office, 'opened')).toHaveLength(2);
    expect(callsOfTick(office)).toBe(2);
  });

  test('a rate limit ends the tick, and the next one goes on from the same place', async () => {
    const office = await opened();
    post(office, {});
    office.world.faults.at(1, { method: 'gmail.users.history.list' }, 'rateLimit');
    office.desk.run('tick');
    expect(tickets(office)).toEqual([]);
    office.desk.run('tick');
    expect(tickets(office)).toHaveLength(1);
  });

  test.each(['gmail.users.messages.batchModify', 'gmail.users.messages.send'])(
    '%s refused once is done later',
    async (method) => {
      const office = await opened('2026-03-24T08:00:00Z', withSettings({ Acknowledge: 'send' }));
      office.world.faults.at(1, { method }, { status: 503, reason: 'backendError' });
      post(office, { subject: 'My lamp is broken' });
      office.world.advance(minutes(4));
      expect(labelsOn(office, 'My lamp is broken')).toContain('Tier 1');
      expect(office.world.gmail.outside('kari@example.com')).toHaveLength(1);
    },
  );

  test('a day without sending quota loses no mail: it rests as long as Gmail says, and leaves when Gmail allows', async () => {
    const office = await opened('2026-03-24T08:00:00Z', withSettings({ Acknowledge: 'send' }));
    const message = 'User-rate limit exceeded.  Retry after 2026-03-25T08:01:00.000Z';
    const spent = { status: 429, reason: 'rateLimitExceeded', message };
    office.world.faults.always({ method: 'gmail.users.messages.send' }, spent);
    post(office, { subject: 'My lamp is broken' });
    const before = office.desk.executions.length;
    const calls = office.world.calls.during(() => office.world.advance(minutes(240)));
    expect(office.desk.executions.length - before).toBeGreaterThan(200);
    expect(calls.requestsByMethod['gmail.users.messages.send']).toBeLessThan(12);
    expect(labelsOn(office, 'My lamp is broken')).toContain('Tier 1');
    expect(office.world.gmail.outside('kari@example.com')).toHaveLength(0);
    office.world.faults.clear();
    office.world.advance(minutes(35));
    expect(office.world.gmail.outside('kari@example.com')).toHaveLength(1);
    expect(office.rows('Health').find((row) => row.What === 'Given up')?.Value).toBe('0');
  });

  test('while Gmail sends nothing one mail is tried a tick; when it sends again, three ticks bring out all', async () => {
    const office = await opened('2026-03-24T08:00:00Z', withSettings({ Acknowledge: 'send' }));
    office.world.faults.always(
      { method: 'gmail.users.messages.send' },
      { status: 503, reason: 'backendError' },
    );
    for (let n = 0; n < 5; n++) post(office, { subject: `Lamp ${n}`, from: `c${n}@example.com` });
    office.world.advance(minutes(3));
    const calls = office.world.calls.during(() => office.world.advance(minutes(60)));
    expect(calls.requestsByMethod['gmail.users.messages.send']).toBeLessThan(64);
    expect(labelsOn(office, 'Lamp 3')).toContain('Tier 1');
    expect(office.rows('Health').map(({ What }) => What)).toContain('Mails and labels held up');
    office.world.faults.clear();
    office.world.advance(minutes(3));
    for (let n = 0; n < 5; n++) expect(office.world.gmail.outside(`c${n}@example.com`)).toHaveLength(1);
  });

  test('three hundred customers at once are all answered, a minute’s worth at a time', async () => {
    const office = await opened('2026-03-24T08:00:00Z', withSettings({ Acknowledge: 'send' }));
    for (let n = 0; n < 300; n++) post(office, { subject: `Lamp ${n}`, from: `c${n}@example.com` });
    office.world.advance(minutes(15));
    expect(tickets(office)).toHaveLength(300);
    for (let n = 0; n < 300; n++) expect(office.world.gmail.outside(`c${n}@example.com`)).toHaveLength(1);
  });

  test('killed before or after any call, the next ticks end in the same state', async () => {
    const quiet = await played(null);
    let points = 0;
    for (const after of [false, true]) {
      for (let call = 1; ; call++) {
        const { office, struck } = await playedWith(call, after);
        if (!struck) break;
        points += 1;
        expect(outcome(office)).toEqual(quiet);
      }
    }
    expect(points).toBeGreaterThan(10);
  });

  test('a label that somebody made at the same moment is used, not made twice', async () => {
    const office = await opened();
    const mailbox = office.world.gmail.mailbox(support);
    const row = (starterDefault.Categories ?? []).findIndex((cells) => cells[1] === 'Defect');
    const column = (starterDefault.Categories?.[0] ?? []).indexOf('Label');
    office.world.sheets.edit(office.workbook, 'Categories', row, column, 'Faults/Broken', { by: support });
    let made = false;
    const lists = (): number => office.world.calls.requestsByMethod['gmail.users.labels.list'] ?? 0;
    const before = lists();
    office.world.faults.beforeCall(() => {
      if (made || lists() === before) return;
      made = true;
      mailbox.createLabel('tierline/FAULTS');
    });
    post(office, { subject: 'My lamp is broken' });
    office.world.advance(minutes(3));
    office.world.faults.beforeCall(null);
    expect(made).toBe(true);
    expect(labelsOn(office, 'My lamp is broken')).toContain('Faults/Broken');
  });

  test('a mail deleted before it was read disturbs nobody', async () => {
    const office = await opened();
    post(office, { subject: 'Gone' });
    post(office, { subject: 'Here', from: 'b@example.com' });
    office.world.gmail.mailbox(support).delete(mailIds(office, 'Gone'));
    office.world.advance(minutes(2));
    expect(tickets(office).map((ticket) => ticket.subject)).toEqual(['Here']);
  });
});

async function playedWith(call: number, after: boolean): Promise<{ office: Office; struck: boolean }> {
  const office = await opened('2026-03-24T08:00:00Z', withSettings({ Acknowledge: 'send' }));
  post(office, { subject: 'I was charged twice', body: 'My invoice is wrong.' });
  office.world.faults.at(call, { script: 'desk', after }, 'kill');
  office.desk.attempt('tick');
  const struck = office.world.faults.struck();
  office.world.faults.clear();
  office.world.advance(minutes(5));
  return { office, struck };
}

async function played(_: null): Promise<unknown> {
  const office = await opened('2026-03-24T08:00:00Z', withSettings({ Acknowledge: 'send' }));
  post(office, { subject: 'I was charged twice', body: 'My invoice is wrong.' });
  office.world.advance(minutes(6));
  return outcome(office);
}

const outcome = (office: Office): unknown => ({
  tickets: tickets(office).map(({ id, category, owner, status }) => ({ id, category, owner, status })),
  events: journal(office)
    .map((row) => row.Key)
    .sort(),
  labels: [...labelsOn(office, 'I was charged twice')].sort(),
  toCustomer: office.world.gmail.outside('kari@example.com').length,
  mails: office.rows('Mails').filter((row) => row.Outcome === 'opened').length,
});

describe('a Google Group in front', () => {
  const help = 'help@fjordlicht.example';

  test('mail through the Group, its From rewritten, opens a ticket for who really wrote', async () => {
    const office = await opened(
      '2026-03-24T08:00:00Z',
      withSettings({ 'Support addresses': `${support}, ${help}` }),
    );
    office.world.gmail.addGroup(help, [support, 'anna@fjordlicht.example'], {
      name: 'Help',
      strictDomains: ['strict.example'],
    });
    const raw = `From: Kari <kari@strict.example>\r\nTo: ${help}\r\nSubject: My lamp is broken\r\nMessage-ID: <through@strict.example>\r\n\r\nIt does not work.\r\n`;
    office.world.gmail.deliver({ raw: Buffer.from(raw), to: [help] });
    office.world.advance(minutes(1));
    expect(onlyTicket(office).requester).toEqual({ name: 'Kari', address: 'kari@strict.example' });
    expect(office.rows('Mails')[0]?.Outcome).toBe('opened');
  });

  test('an agent answers from the own mailbox, and the copy through the Group counts', async () => {
    const office = await opened(
      '2026-03-24T08:00:00Z',
      withSettings({ 'Support addresses': `${support}, ${help}` }),
    );
    office.world.gmail.addGroup(help, [support, 'anna@fjordlicht.example'], { name: 'Help' });
    const raw = `From: Kari <kari@example.com>\r\nTo: ${help}\r\nSubject: My lamp is broken\r\nMessage-ID: <one@example.com>\r\n\r\nIt does not work.\r\n`;
    office.world.gmail.deliver({ raw: Buffer.from(raw), to: [help] });
    office.world.advance(minutes(1));
    const answer = `From: Anna <anna@fjordlicht.example>\r\nTo: kari@example.com\r\nCc: ${help}\r\nSubject: Re: My lamp is broken\r\nIn-Reply-To: <one@example.com>\r\nReferences: <one@example.com>\r\n\r\nWe send you a new one.\r\n`;
    office.world.gmail.mailbox('anna@fjordlicht.example').sendAs(Buffer.from(answer));
    office.world.advance(minutes(1));
    expect(onlyTicket(office).messages.map((message) => message.by)).toEqual(['customer', 'agent']);
    expect(office.rows('Mails').at(-1)?.Outcome).toBe('agent');
  });
});

describe('mail that is hard to take', () => {
  test('a mail that cannot be read three times is parked and shown, and the rest goes on', async () => {
    const office = await opened();
    office.world.gmail.mailbox(support).insert(Buffer.from('\r\n'), { labels: ['INBOX'] });
    post(office, {});
    office.world.advance(minutes(5));
    expect(tickets(office)).toHaveLength(1);
    const parked = office.rows('Mails').filter((row) => row.Outcome === 'parked');
    expect(parked).toHaveLength(1);
    expect(parked[0]?.Reason).toMatch(/three|3 times/);
    expect(office.rows('Health').find((row) => row.What === 'Parked mails')?.Value).toBe('1');
    expect(callsOfTick(office)).toBe(2);
  });

  test('two machines that answer each other get no more than the day allows', async () => {
    const office = await opened(
      '2026-03-24T08:00:00Z',
      withSettings({ Acknowledge: 'send', 'Mails per address and day': '3' }),
    );
    for (let n = 0; n < 8; n++) post(office, { subject: `Case ${n}` });
    office.world.advance(minutes(2));
    expect(tickets(office)).toHaveLength(8);
    expect(office.world.gmail.outside('kari@example.com')).toHaveLength(3);
    expect(journal(office, 'noted').some((row) => row.Reason?.includes('already got 3'))).toBe(true);
  });

  test('an out-of-office reply is never answered and stops no clock', async () => {
    const office = await opened('2026-03-24T08:00:00Z', withSettings({ Acknowledge: 'send' }));
    const first = post(office, {});
    office.world.advance(minutes(1));
    post(office, {
      subject: 'Automatic reply: Re: My lamp is broken',
      inReplyTo: first,
      headers: ['Auto-Submitted: auto-replied'],
    });
    office.world.advance(minutes(2));
    expect(office.world.gmail.outside('kari@example.com')).toHaveLength(1);
    expect(office.rows('Mails').at(-1)?.Outcome).toBe('automatic');
  });

  test('a colleague answers a mail without Message-ID, and it counts', async () => {
    const office = await opened();
    const raw = `From: Kari <kari@example.com>\r\nTo: ${support}\r\nSubject: No number on it\r\n\r\nMy lamp is broken.\r\n`;
    office.world.gmail.mailbox(support).insert(Buffer.from(raw), { labels: ['INBOX'] });
    office.world.advance(minutes(1));
    post(office, {
      from: 'Anna <anna@fjordlicht.example>',
      to: `kari@example.com, ${support}`,
      subject: 'Re: No number on it',
      body: 'We send a new one.',
    });
    office.world.advance(minutes(1));
    expect(onlyTicket(office).messages.map((message) => message.by)).toEqual(['customer', 'agent']);
  });
});

describe('the workbook', () => {
  test('an edit of the rules takes effect at the next tick', async () => {
    const office = await opened();
    const row = (starterDefault.Settings ?? []).findIndex(([name]) => name === 'Ticket prefix');
    office.world.sheets.edit(office.workbook, 'Settings', row, 1, 'CASE-', { by: support });
    post(office, {});
    office.world.advance(minutes(1));
    expect(onlyTicket(office).id).toBe('CASE-1');
  });

  test('looking less often is a setting, and so is resting', async () => {
    const office = await opened();
    const rows = starterDefault.Settings ?? [];
    const at = (name: string): number => rows.findIndex(([one]) => one === name);
    office.world.sheets.edit(office.workbook, 'Settings', at('Check every'), 1, '10 minutes', {
      by: support,
    });
    office.world.advance(minutes(2));
    expect(office.desk.triggers.filter((trigger) => trigger.function === 'tick')).toHaveLength(1);
    const before = office.desk.executions.length;
    office.world.advance(minutes(30));
    expect(office.desk.executions.length - before).toBeLessThanOrEqual(4);
    office.world.sheets.edit(office.workbook, 'Settings', at('Paused'), 1, 'yes', { by: support });
    office.world.advance(minutes(11));
    post(office, {});
    office.world.advance(minutes(60));
    expect(tickets(office)).toEqual([]);
    office.world.sheets.edit(office.workbook, 'Settings', at('Paused'), 1, 'no', { by: support });
    office.world.advance(minutes(21));
    expect(tickets(office)).toHaveLength(1);
  });

  test('a broken tab leaves the desk on its last good rules, and admins hear of it once', async () => {
    const office = await opened();
    office.world.sheets.edit(office.workbook, 'Categories', 0, 0, 'Rubbish', { by: support });
    office.world.advance(minutes(2));
    post(office, {});
    office.world.advance(minutes(65));
    expect(onlyTicket(office).category).toBe('Product and service quality');
    const mails = office.world.gmail.sent().filter((mail) => mail.to.includes('petra@fjordlicht.example'));
    expect(mails).toHaveLength(1);
    expect(office.rows('Health').some((line) => line.What === 'Problem')).toBe(true);
  });

  test('a subject that looks like a formula stays text', async () => {
    const office = await opened();
    post(office, { subject: '=IMPORTXML("http://x.example","//a")' });
    office.world.advance(minutes(1));
    expect(office.rows('Tickets')[0]?.Subject).toBe('=IMPORTXML("http://x.example","//a")');
  });
});
