// One problem of many customers, through the shipped desk: seen, told, answered to all, solved; and two tickets made one.
import type { Request } from '../../src/complaints/request.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { asDeed } from '../../src/door/request.ts';
import type { Office } from '../../src/local/office.ts';
import {
  journal,
  journey,
  labelsOn,
  mailIds,
  post,
  sameBeginning,
  support,
  tickets,
} from './desk-journey.ts';
import { type Answered, expectAnswer, furnish, knock } from './door-journey.ts';

const helen = 'helen@fjordlicht.example';
const day = 86_400_000;
const minute = 60_000;

const outage = [
  ['anna', 'Hello, your cloud service is down, the app says service unavailable since eight. What is wrong?'],
  ['bob', 'The app shows "service unavailable", I think your cloud service is down. When is it back?'],
  ['cleo', 'Is the cloud service down? Since eight o’clock the app says service unavailable in our house.'],
] as const;

/** A desk of yesterday with FL-1, and today three customers who write alike: FL-2 to FL-4 in the incident FL-5. */
const withIncident = sameBeginning(async () => {
  const office = await journey();
  furnish(office);
  office.desk.run('tick');
  post(office, {
    from: 'old@old.example',
    subject: 'Return',
    body: 'May I return a lamp that I do not like?',
  });
  office.desk.run('tick');
  office.desk.run('uninstall');
  office.world.advance(day + minute);
  for (const [name, body] of outage) {
    post(office, {
      from: `${name}@${name}.example`,
      subject: `App of ${name}`,
      body,
      id: `${name}@mail.example`,
    });
    office.world.advance(5 * minute);
  }
  office.desk.run('tick');
  return office;
});

const ticketOf = (office: Office, id: string): Ticket => {
  const found = tickets(office).find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

const act = (office: Office, id: string, request: Request): Answered =>
  knock(
    office,
    {
      ask: 'act',
      ticket: id,
      version: ticketOf(office, id).version,
      archiveRow: null,
      request: asDeed(request),
    },
    { actor: helen },
  );

const ask = (office: Office, id: string): Answered =>
  knock(office, { ask: 'ticket', id, mails: [], archiveRow: null }, { actor: helen });

describe('an incident', () => {
  test('is seen in the tick that brings the third customer, and linked both ways', async () => {
    const office = await withIncident();
    expect(ticketOf(office, 'FL-5')).toMatchObject({ incident: true, flags: ['widespread'], status: 'new' });
    for (const id of ['FL-2', 'FL-3', 'FL-4']) expect(ticketOf(office, id).parent).toBe('FL-5');
    expect(journal(office, 'linked')).toHaveLength(3);
    expect(labelsOn(office, 'App of bob')).toContain('Incident');
    const member = expectAnswer(ask(office, 'FL-2'), 'ticket').ticket;
    expect(member.parent?.id).toBe('FL-5');
    const asked = ask(office, 'FL-5');
    expect(asked.calls.total).toBeLessThanOrEqual(2);
    const { members } = expectAnswer(asked, 'ticket').ticket;
    expect(members).toMatchObject({ all: 3, open: 3, customers: 3 });
  });

  test('is told to the lead once', async () => {
    const office = await withIncident();
    const told = () => office.rows('Outbox').filter((row) => row.Kind === 'incident');
    expect(told()).toHaveLength(1);
    post(office, { from: 'dora@dora.example', body: 'service unavailable, is the cloud service down?' });
    office.desk.run('tick');
    expect(ticketOf(office, 'FL-6').parent).toBe('FL-5');
    expect(told()).toHaveLength(1);
  });

  test('one word to all reaches every customer once, in four calls and however often it is sent', async () => {
    const office = await withIncident();
    const request: Request = {
      do: 'update all',
      text: 'Dear {customer}, {ticket} is being mended.',
      how: 'send',
    };
    const answered = act(office, 'FL-5', request);
    expect(answered.calls.total).toBeLessThanOrEqual(4);
    expect(expectAnswer(answered, 'done').words).toBe('Helen Lie wrote to 3 of 3 customers');
    const before = mailIds(office, 'Re: App of bob [FL-3]').length;
    office.desk.run('tick');
    office.desk.run('tick');
    expect(mailIds(office, 'Re: App of bob [FL-3]')).toHaveLength(before + 1);
    const sent = office.world.gmail
      .mailbox(support)
      .messages()
      .filter(({ labelIds }) => labelIds?.includes('SENT'))
      .flatMap(({ payload }) => payload?.headers?.find(({ name }) => name === 'To')?.value ?? []);
    for (const [name] of outage)
      expect(sent.filter((to) => to === `${name}@${name}.example`)).toHaveLength(1);
  });

  test('solved for all who were answered, with one solution kept', async () => {
    const office = await withIncident();
    act(office, 'FL-5', { do: 'update all', text: 'It works again.', how: 'send' });
    office.desk.run('tick');
    act(office, 'FL-5', { do: 'resolve', rootCause: 'A disk was full', solution: 'Emptied the disk' });
    expect(['FL-2', 'FL-3', 'FL-4', 'FL-5'].map((id) => ticketOf(office, id).status)).toEqual(
      Array(4).fill('resolved'),
    );
    expect(office.rows('Knowledge').map((row) => row.Solution)).toEqual(['Emptied the disk']);
  });

  test('its solution is offered to who writes alike later, first and without a word of the mail in Knowledge', async () => {
    const office = await withIncident();
    act(office, 'FL-5', { do: 'resolve', rootCause: 'A disk was full', solution: 'Emptied the disk' });
    expect(office.rows('Knowledge')[0]?.said).toMatch(/^[A-Za-z0-9+/=]{40,}$/);
    post(office, {
      from: 'emil@emil.example',
      body: 'The app says service unavailable, your cloud service is down.',
    });
    office.desk.run('tick');
    const asked = ask(office, 'FL-6');
    expect(asked.calls.total).toBeLessThanOrEqual(2);
    expect(expectAnswer(asked, 'ticket').ticket.similar[0]).toMatchObject({
      ticket: 'FL-5',
      solution: 'Emptied the disk',
      alike: true,
    });
  });

  test('a ticket taken out by hand can be put back by undoing', async () => {
    const office = await withIncident();
    act(office, 'FL-3', { do: 'unlink' });
    expect(ticketOf(office, 'FL-3').parent).toBeNull();
    knock(office, { ask: 'undo', ticket: 'FL-3' }, { actor: helen });
    expect(ticketOf(office, 'FL-3').parent).toBe('FL-5');
  });
});

describe('the same matter in a new thread', () => {
  test('is one tap away from being one ticket, whose label the mail then has; and can be taken apart', async () => {
    const office = await withIncident();
    post(office, {
      from: 'old@old.example',
      subject: 'Question',
      body: 'I do not like the lamp, may I return it?',
    });
    office.desk.run('tick');
    const { ticket } = expectAnswer(ask(office, 'FL-6'), 'ticket');
    expect(ticket.sameAs?.id).toBe('FL-1');
    act(office, 'FL-6', { do: 'set category', category: 'Billing and payments', subcategory: null });
    office.desk.run('tick');
    expect(labelsOn(office, 'Question')).toContain('Billing');
    const answered = act(office, 'FL-6', { do: 'merge', into: 'FL-1' });
    expect(answered.calls.total).toBeLessThanOrEqual(4);
    expect(expectAnswer(answered, 'done').ticket?.id).toBe('FL-1');
    office.desk.run('tick');
    expect(labelsOn(office, 'Question')).not.toContain('Billing');
    expect(ticketOf(office, 'FL-1').messages).toHaveLength(2);
    expect(expectAnswer(ask(office, 'FL-6'), 'ticket').ticket.mergedInto).toBe('FL-1');
    act(office, 'FL-6', { do: 'take apart' });
    office.desk.run('tick');
    expect(ticketOf(office, 'FL-6').messages).toHaveLength(1);
    expect(labelsOn(office, 'Question')).toContain('Billing');
  });
});
