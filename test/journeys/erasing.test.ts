// A customer asks to be forgotten: nothing of them is left in the workbook, and the journal still tells each ticket.

import type { Event } from '../../src/complaints/event.ts';
import { evolve } from '../../src/complaints/evolve.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import type { Office } from '../../src/local/office.ts';
import { deskTabs } from '../../src/rules/desk/tabs.ts';
import { ticketOfRow } from '../../src/rules/desk/ticket-row.ts';
import { broken } from '../trust/promises.ts';
import { journal, journey, post, sameBeginning, support, tickets } from './desk-journey.ts';
import { expectAnswer, furnish, knock } from './door-journey.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const kari = 'kari@example.com';
const from = `Kari Trollvegg <${kari}>`;
const admin = 'petra@fjordlicht.example';
const lead = 'femke@fjordlicht.example';

/** Everything that the workbook's desk tabs hold, as text, by tab. */
function texts(office: Office): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(deskTabs).map(({ name }) => [
      name,
      JSON.stringify(office.world.sheets.values(office.workbook, name)),
    ]),
  );
}

const tabsWith = (office: Office, word: RegExp): readonly string[] =>
  Object.entries(texts(office)).flatMap(([tab, text]) => (word.test(text) ? [tab] : []));

/** Kari has an archived ticket and an open one with a note; Ola has one whose note mentions her. */
const desk = sameBeginning(async () => {
  const office = await journey();
  furnish(office);
  post(office, { from, subject: 'Elbowchair of Kari', body: 'My Elbowchair broke. Order 4711.' });
  office.desk.run('tick');
  const act = (id: string, request: object): void => {
    const version = tickets(office).find((one) => one.id === id)?.version ?? 0;
    const asked = { ask: 'act', ticket: id, version, archiveRow: null, request } as never;
    expectAnswer(knock(office, asked, { actor: admin }), 'done');
  };
  act('FL-1', {
    do: 'resolve',
    rootCause: 'Elbowchair joint',
    solution: 'Sent Kari Trollvegg a new Elbowchair',
  });
  office.desk.run('uninstall');
  office.world.advance(20 * day);
  office.desk.run('tick');
  office.world.advance(20 * day);
  office.desk.run('tick');
  post(office, { from, subject: 'Elbowchair again, says Kari', body: 'The Elbowchair is late.' });
  post(office, { from: 'Ola <ola@example.com>', subject: 'A cable' });
  office.desk.run('tick');
  const [mine, olas] = tickets(office).map(({ id }) => id);
  act(mine ?? '', { do: 'note', note: 'Kari Trollvegg called about her Elbowchair', mentions: [lead] });
  act(olas ?? '', {
    do: 'note',
    note: `Same street as\nKari@Example.com, but not okari@example.com`,
    mentions: [],
  });
  return office;
});

const erase = (office: Office, actor = admin) => knock(office, { ask: 'erase', address: kari }, { actor });

/** A ticket from its rows in the journal alone. */
function folded(office: Office, id: string): Ticket {
  let ticket: Ticket | null = null;
  for (const row of journal(office).filter((one) => one.Ticket === id)) {
    const what = { type: row.Event, ...JSON.parse(row.data ?? '{}') };
    const at = Date.parse(row.At ?? '');
    const event = { at, ticket: id, actor: row.Actor, reason: row.Reason, key: row.Key, what } as Event;
    ticket = evolve(ticket, event);
  }
  if (!ticket) throw new Error(`${id} has no journal`);
  return ticket;
}

test('before, the customer is all over the workbook', async () => {
  const office = await desk();
  expect(tabsWith(office, /kari@example\.com/i)).toEqual(
    expect.arrayContaining(['Tickets', 'Journal', 'Archive']),
  );
  expect(tabsWith(office, /elbowchair/i)).toEqual(expect.arrayContaining(['Journal', 'Outbox', 'Knowledge']));
});

test('afterwards nothing of their address, name or words is left, and a receipt says what went', async () => {
  const office = await desk();
  const rows = journal(office).length;
  const { receipt } = expectAnswer(erase(office), 'erased');
  expect(tabsWith(office, /(?<!o)kari@example\.com|Trollvegg|Elbowchair/i)).toEqual([]);
  expect(Object.values(office.desk.properties).join(' ')).not.toMatch(/kari/i);
  expect(receipt).toMatch(/^E-[0-9a-f]{8}: erased-[0-9a-f]{16}\. 2 tickets; rows changed or removed: /);
  expect(receipt).toMatch(/threads [0-9a-f]{16} [0-9a-f]{16}; drafts and notices that name FL-\d FL-\d$/);
  expect(office.rows('Receipts')).toMatchObject([{ By: admin, Customer: expect.stringMatching(/^erased-/) }]);
  expect(journal(office).length).toBe(rows + 2);
  expect(office.world.gmail.mailbox('support@fjordlicht.example').messages().length).toBeGreaterThan(2);
});

test('other customers, and addresses that only look alike, stay', async () => {
  const office = await desk();
  erase(office);
  expect(tabsWith(office, /okari@example\.com/)).toContain('Journal');
  expect(tabsWith(office, /ola@example\.com/)).toContain('Tickets');
});

test('the journal has no gap, and each ticket is still what its journal tells', async () => {
  const office = await desk();
  erase(office);
  office.desk.run('tick');
  const archived = office.rows('Archive').flatMap((row) => ticketOfRow(row.state ?? '')?.ticket ?? []);
  for (const ticket of [...tickets(office), ...archived]) {
    const mine = journal(office).filter((row) => row.Ticket === ticket.id);
    expect(new Set(mine.map(({ Key }) => Key)).size).toBe(mine.length);
    const fold = folded(office, ticket.id);
    expect({ ...fold, messages: [], recent: [] }).toEqual({ ...ticket, messages: [], recent: [] });
    expect(fold.recent.map(({ version, type }) => [version, type])).toEqual(
      ticket.recent.map(({ version, type }) => [version, type]),
    );
  }
});

test('an agent, a lead and a stranger may not', async () => {
  const office = await desk();
  for (const actor of ['anna@fjordlicht.example', lead])
    expect(expectAnswer(erase(office, actor), 'refused').kind).toBe('not allowed');
  expect(expectAnswer(erase(office, 'nobody@fjordlicht.example'), 'refused').kind).toMatch(
    /unknown person|not accepted/,
  );
  expect(tabsWith(office, /kari@example/i).length).toBeGreaterThan(3);
});

test('killed at any call, asked again it ends the same', async () => {
  const office = await desk();
  const saved = office.world.snapshot();
  const calls = office.world.calls.during(() => void erase(office)).total;
  const end = journal(office).length;
  for (let call = 3; call <= calls; call += 6) {
    office.world.restore(saved);
    office.world.faults.at(call, { script: 'desk', after: call % 4 === 1 }, 'kill');
    try {
      erase(office);
    } catch {}
    office.world.faults.clear();
    erase(office);
    expect([call, tabsWith(office, /(?<!o)kari@example\.com|Trollvegg|Elbowchair/i)]).toEqual([call, []]);
    expect([call, journal(office).length]).toEqual([call, end]);
    expect([call, office.desk.properties.ERASURE]).toEqual([call, undefined]);
  }
});

test('killed and never asked again, the night goes on with it', async () => {
  const office = await desk();
  office.world.faults.at(15, { script: 'desk' }, 'kill');
  try {
    erase(office);
  } catch {}
  office.world.faults.clear();
  expect(office.desk.properties.ERASURE).toContain(kari);
  // The first days end nights that were under way.
  for (let tick = 0; tick < 12; tick++) {
    office.world.advance(tick === 4 || tick === 5 ? day : minute);
    office.desk.run('tick');
  }
  expect(office.desk.properties.ERASURE).toBeUndefined();
  expect(tabsWith(office, /(?<!o)kari@example\.com|Elbowchair/i)).toEqual([]);
});

test('the receipt names the tabs of the admin that still hold the address', async () => {
  const office = await desk();
  const tab = 'Customers';
  const header = office.world.sheets.values(office.workbook, tab)[0] ?? [];
  const match = header.findIndex((cell) => /match/i.test(String(cell)));
  office.world.sheets.edit(office.workbook, tab, 1, Math.max(0, match), 'Kari@Example.com', {
    by: 'support@fjordlicht.example',
  });
  const { receipt } = expectAnswer(erase(office), 'erased');
  expect(receipt).toContain('; still named by you in Customers.');
  expect(office.rows('Receipts').at(-1)?.Removed).toContain('still named by you in Customers');
});

test('who is forgotten may write again, and is a new customer then', async () => {
  const office = await desk();
  erase(office);
  post(office, { from, subject: 'A new lamp' });
  office.desk.run('tick');
  expect(tickets(office).at(-1)).toMatchObject({ subject: 'A new lamp', requester: { address: kari } });
});

test('nor is anything left in a mail on trial, in what would change, or in a tab that was renamed', async () => {
  const office = await desk();
  const { sheets } = office.world;
  const type = (tab: string, row: number, cells: readonly string[]): void =>
    cells.forEach((cell, column) => {
      sheets.edit(office.workbook, tab, row, column, cell, { by: support });
    });
  type('Try', 1, ['From', from]);
  type('Try', 3, ['Text', 'The Elbowchair of Kari Trollvegg is late']);
  type('Try', 8, ['Category', 'Shipping', "because of 'Elbowchair'"]);
  type('What would change', 1, ['FL-1', '2026-03-24 09:00', 'Elbowchair of Kari Trollvegg']);
  renamed(office, 'Outbox', 'Sent things');
  erase(office);
  expect(tabsWith(office, /(?<!o)kari@example\.com|Trollvegg|Elbowchair/i)).toEqual([]);
  expect(sheets.values(office.workbook, 'Try')[3]?.[0]).toBe('Text');
});

function renamed(office: Office, from: string, title: string): void {
  const { sheetId } = Object.values(deskTabs).find(({ name }) => name === from) ?? {};
  const requests = [{ updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } }];
  const { status } = office.world.sheets.handle(
    {
      method: 'POST',
      url: `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}:batchUpdate`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests }),
    },
    { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
  expect(status).toBe(200);
}

/** Whatever happens at a call of the erasure: the desk's promises hold, and no old words are left. */
function during(office: Office, call: number, happens: () => void): readonly string[] {
  let count = 0;
  office.world.faults.beforeCall(({ script }) => {
    if (script !== 'desk') return;
    count += 1;
    if (count === call) happens();
  });
  expectAnswer(erase(office), 'erased');
  office.world.faults.clear();
  office.world.advance(2 * minute);
  office.desk.run('tick');
  return broken(office).filter((sentence) => !/ lacks | left|taken in/.test(sentence));
}

test('a ticket brought back in the middle of it is erased once, whenever that was', async () => {
  const office = await desk();
  const saved = office.world.snapshot();
  for (let call = 3; call < 15; call++) {
    office.world.restore(saved);
    const wrong = during(office, call, () => {
      const [row] = office.rows('Archive');
      const { id, version } = ticketOfRow(row?.state ?? '')?.ticket ?? { id: '', version: 0 };
      const asked = { ask: 'act', ticket: id, version, archiveRow: 2, request: { do: 'reopen' } } as never;
      knock(office, asked, { actor: admin });
    });
    expect([call, ...wrong]).toEqual([call]);
    expect([call, ...tabsWith(office, /(?<!o)kari@example\.com|Trollvegg|Elbowchair/i)]).toEqual([call]);
  }
});

test('a ticket that was closed twice is erased with one word in its journal', async () => {
  const office = await desk();
  const [row] = office.rows('Archive');
  const { version } = ticketOfRow(row?.state ?? '')?.ticket ?? { version: 0 };
  const act = (request: object, of: number): void => {
    const asked = { ask: 'act', ticket: 'FL-1', version: of, archiveRow: 2, request } as never;
    expectAnswer(knock(office, asked, { actor: admin }), 'done');
  };
  act({ do: 'reopen' }, version);
  act({ do: 'not a ticket' }, tickets(office).find(({ id }) => id === 'FL-1')?.version ?? 0);
  office.world.advance(100 * day);
  office.desk.run('tick');
  expect(office.rows('Archive').filter(({ Ticket }) => Ticket === 'FL-1')).toHaveLength(2);
  expectAnswer(erase(office), 'erased');
  expect(journal(office, 'erased').filter(({ Ticket }) => Ticket === 'FL-1')).toHaveLength(1);
  const keys = journal(office).map(({ Key }) => Key);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test("what they write in the middle of it is a new customer's mail, or erased with the rest", async () => {
  const office = await desk();
  const saved = office.world.snapshot();
  for (const call of [4, 8, 15, 18, 20, 21, 27]) {
    office.world.restore(saved);
    const wrong = during(office, call, () => {
      post(office, { from, subject: 'Re: Elbowchair of Kari [FL-1]', body: 'It broke again' });
      office.desk.attempt('tick');
    });
    expect([call, ...wrong]).toEqual([call]);
  }
});

test('rows stay in their places while it is under way: retention and learning wait for the next night', async () => {
  const office = await desk();
  const before = office.rows('Mails').length;
  office.world.faults.at(20, { script: 'desk' }, 'kill');
  try {
    erase(office);
  } catch {}
  office.world.faults.clear();
  const { ERASURE = '' } = office.desk.properties;
  expect(ERASURE).toContain(kari);
  office.world.advance(400 * day);
  const night = JSON.parse(office.desk.properties.NIGHT ?? '{}');
  const done = ['Tabs', 'Erase who asked for it', 'Reports', 'Words of escalations'];
  const at = office.world.now();
  office.desk.properties.NIGHT = JSON.stringify({ ...night, at, done, left: null, failed: [], lost: 0 });
  for (let tick = 0; tick < 4; tick++) {
    office.desk.run('tick');
    office.world.advance(minute);
  }
  expect(JSON.parse(office.desk.properties.NIGHT ?? '{}').failed).toContain('Remove what is kept no longer');
  expect(office.rows('Mails').length).toBeGreaterThanOrEqual(before);
});

test('a command that began before it and ends after it brings no old words back, and is obeyed anew', async () => {
  const office = await desk();
  const { sheets } = office.world;
  const categories = sheets.values(office.workbook, 'Categories');
  const severity = categories[0]?.indexOf('Severity') ?? -1;
  for (const [at, [name]] of categories.entries())
    if (at > 0 && name) sheets.edit(office.workbook, 'Categories', at, severity, 'critical', { by: support });
  const row = sheets.values(office.workbook, 'Control').findIndex(([name]) => name === 'What would change');
  const saved = office.world.snapshot();
  for (const call of [14, 18]) {
    office.world.restore(saved);
    let count = 0;
    office.world.faults.beforeCall(({ script }) => {
      count += script === 'desk' ? 1 : 0;
      if (script === 'desk' && count === call) expectAnswer(erase(office), 'erased');
    });
    sheets.edit(office.workbook, 'Control', row, 1, true, { by: support });
    office.desk.run('tick');
    office.world.faults.clear();
    expect([call, sheets.values(office.workbook, 'Control')[row]?.[1]]).toEqual([call, true]);
    office.world.advance(2 * minute);
    office.desk.run('tick');
    expect(office.rows('Control')[row - 1]?.Answer).toContain('2 would differ');
    expect([call, ...tabsWith(office, /Trollvegg|Elbowchair/i)]).toEqual([call]);
  }
});
