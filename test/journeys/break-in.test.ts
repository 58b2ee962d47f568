// People and mails that try to break in through what the desk allows: sizes, places, names and patterns.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../build/root.ts';
import { variables } from '../../src/complaints/customer-mail.ts';
import type { Request } from '../../src/complaints/request.ts';
import { asDeed } from '../../src/door/request.ts';
import type { Office } from '../../src/local/office.ts';
import { ticketOfRow, ticketRow } from '../../src/rules/desk/ticket-row.ts';
import { readRules } from '../../src/rules/read.ts';
import {
  journal,
  journey,
  onlyTicket,
  post,
  sameBeginning,
  support,
  tickets,
  withSettings,
} from './desk-journey.ts';
import { anna, expectAnswer, furnish, ida, knock, postText, sealed } from './door-journey.ts';

const minute = 60_000;
const petra = 'petra@fjordlicht.example';
/** One open ticket of Kari's, FL-1. */
const desk = sameBeginning(async () => {
  const office = await journey();
  furnish(office);
  office.desk.run('tick');
  post(office, { id: 'first@example.com' });
  office.desk.run('tick');
  return office;
});

function act(office: Office, request: Request, actor = petra, archiveRow: number | null = null) {
  const version = tickets(office).find(({ id }) => id === 'FL-1')?.version ?? 0;
  return knock(
    office,
    { ask: 'act', ticket: 'FL-1', version, archiveRow, request: asDeed(request) },
    { actor },
  );
}

test('facts, notes and solutions of the greatest length leave the ticket whole', async () => {
  const office = await desk();
  const value = 'x'.repeat(5_000);
  const facts = Array.from({ length: 11 }, (_, index) => ({ fact: `Fact ${index}`, value }));
  for (const request of [
    { do: 'record facts', facts } as const,
    { do: 'record facts', facts: facts.slice(0, 1) } as const,
    { do: 'record fact', fact: 'Another', value } as const,
  ])
    act(office, request);
  expect(Object.keys(onlyTicket(office).facts)).toEqual(['Fact 0']);
  act(office, { do: 'note', note: value, mentions: [] });
  act(office, { do: 'resolve', rootCause: value, solution: value });
  expect(onlyTicket(office).id).toBe('FL-1');
  office.world.advance(3 * minute);
  expect(onlyTicket(office).status).toBe('resolved');
});

test('a mail with an endless name, subject and Message-ID leaves the ticket whole', async () => {
  const office = await desk();
  post(office, {
    from: `${'Eve '.repeat(5_000)}<eve@evil.example>`,
    subject: 'Lamp '.repeat(10_000),
    id: `${'a'.repeat(60_000)}@evil.example`,
  });
  office.world.advance(3 * minute);
  expect(tickets(office)).toHaveLength(2);
});

test('who asks for an old row of the archive does not bring back the past', async () => {
  const office = await desk();
  const close = () => {
    expectAnswer(act(office, { do: 'not a ticket' }), 'done');
    for (let day = 0; day < 100; day++) {
      office.world.advance(24 * 60 * minute);
    }
    office.desk.run('tick');
    expect(tickets(office)).toEqual([]);
  };
  office.desk.run('uninstall');
  close();
  const old = expectAnswer(
    knock(office, { ask: 'ticket', id: 'FL-1', mails: [], archiveRow: 2 }),
    'ticket',
  ).ticket;
  const reopen = (version: number) =>
    knock(
      office,
      { ask: 'act', ticket: 'FL-1', version, archiveRow: 2, request: { do: 'reopen' } },
      { actor: petra },
    );
  expectAnswer(reopen(old.version), 'done');
  close();
  expect(office.rows('Archive').map(({ Ticket }) => Ticket)).toEqual(['FL-1', 'FL-1']);
  expectAnswer(reopen(old.version), 'refused');
  const shown = knock(office, { ask: 'ticket', id: 'FL-1', mails: [], archiveRow: 2 });
  expect(expectAnswer(shown, 'archived').ticket.archiveRow).toBe(3);
  const keys = journal(office).map(({ Key }) => Key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a row of the archive that holds another ticket shows nobody that one', async () => {
  const office = await desk();
  office.desk.run('uninstall');
  expectAnswer(act(office, { do: 'not a ticket' }), 'done');
  for (let day = 0; day < 100; day++) office.world.advance(24 * 60 * minute);
  office.desk.run('tick');
  const { answer } = knock(office, { ask: 'ticket', id: 'FL-99', mails: [], archiveRow: 2 });
  expect(answer.answer).toBe('no ticket');
});

test("only an address can be forgotten, and never the desk's own", async () => {
  const office = await desk();
  for (const address of ['lamp', 'example.com', '@example.com', support]) {
    const { answer } = knock(office, { ask: 'erase', address } as never, { actor: petra });
    expect([address, answer.answer]).toEqual([address, 'refused']);
  }
  expect(onlyTicket(office).subject).toBe('My lamp is broken');
});

test('a Message-ID that is a search in disguise registers no other mail', async () => {
  const office = await desk();
  office.desk.run('uninstall');
  post(office, { id: 'salary@example.com', subject: 'Salaries', from: 'Boss <boss@other.example>' });
  const { answer } = knock(office, {
    ask: 'register',
    messageId: '<nothing@example.com OR subject:Salaries>',
  });
  expect(answer.answer).toBe('refused');
});

test('a nonce that somebody else used before does not let a request act twice', async () => {
  const office = await desk();
  const nonce = 'a-nonce-of-sixteen-signs';
  const note = (actor: string) =>
    sealed(
      office,
      {
        ask: 'act',
        ticket: 'FL-1',
        version: 0,
        archiveRow: null,
        request: { do: 'note', note: 'Once', mentions: [] },
      },
      { actor, nonce },
    );
  postText(office, note(ida), ida);
  const mine = note(anna);
  postText(office, mine, anna);
  postText(office, mine, anna);
  expect(journal(office, 'noted')).toHaveLength(2);
});

test('a ticket that was moved to and fro two hundred times still fits into its cell', async () => {
  const office = await desk();
  const ticket = onlyTicket(office);
  const [regime] = ticket.regimes;
  if (!regime) throw new Error('no regime');
  const regimes = Array.from({ length: 200 }, (_, at) => ({ ...regime, since: regime.since + at }));
  const solution = '"'.repeat(5_000);
  const handover = { from: anna, to: ida, at: 1, acceptBy: null, note: solution };
  const long = { ...ticket, regimes, solution, rootCause: solution, handover };
  const { rules } = readRules(withSettings({}), null);
  const row = ticketRow({ ticket: long, wake: null }, null, rules);
  for (const cell of row) expect(cell.length).toBeLessThanOrEqual(50_000);
  const kept = ticketOfRow(row.at(-1) ?? '')?.ticket;
  expect(kept?.regimes.at(0)).toEqual(regimes[0]);
  expect(kept?.regimes.at(-1)).toEqual(regimes.at(-1));
});

test('a name that is a link is not what the desk calls anybody', async () => {
  const { rules } = readRules(withSettings({}), null);
  const ticket = onlyTicket(await desk());
  const called = (name: string): string | undefined =>
    variables({ ...ticket, requester: { name, address: 'eve@evil.example' } }, rules, ticket.opened).customer;
  expect(called('You won: https://evil.example/x')).toBe('eve@evil.example');
  expect(called('WWW.evil.example')).toBe('eve@evil.example');
  expect(called('Kari Nordmann')).toBe('Kari Nordmann');
});

test('what the desk writes into cells is text, numbers and boxes: its one formula links to a problem', () => {
  const formulas = ['src/google', 'src/rules', 'src/menu'].flatMap((folder) =>
    readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path}`)
      .filter((path) =>
        /formulaValue|USER_ENTERED|setFormula|findReplace|pasteData/.test(
          readFileSync(join(projectRoot(), path), 'utf8'),
        ),
      ),
  );
  expect(formulas).toEqual(['src/rules/desk/problem-rows.ts']);
});
