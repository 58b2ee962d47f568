// The hidden tab State emptied or damaged by a hand: no ticket is overwritten, and published rules stay in force.
import type { Office } from '../../src/local/office.ts';
import { deskTabs } from '../../src/rules/desk/tabs.ts';
import { journal, journey, post, support, tickets, withSettings } from './desk-journey.ts';

const minutes = (office: Office, n: number): void => office.world.advance(n * 60_000);
const published = withSettings({ 'Rules take effect': 'when published' });

async function withTickets(): Promise<Office> {
  const office = await journey(undefined, published);
  minutes(office, 2);
  for (const name of ['ada', 'bo', 'cy']) post(office, { from: `${name}@example.com`, subject: name });
  minutes(office, 3);
  return office;
}

/** As a script does it, of which no trigger is told. */
function damage(office: Office, cell: string): void {
  const url = `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}/values/State!${cell}?valueInputOption=RAW`;
  const body = JSON.stringify({ values: [['{"damaged":']] });
  office.world.sheets.handle(
    { method: 'PUT', url, headers: {}, body },
    { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
}

test('a desk that lost its memory gives no new mail the number of an old ticket', async () => {
  const office = await withTickets();
  damage(office, 'A2');
  post(office, { from: 'dee@example.com', subject: 'dee' });
  minutes(office, 3);
  expect(tickets(office).map(({ id, subject }) => `${id} ${subject}`)).toEqual([
    'FL-1 ada',
    'FL-2 bo',
    'FL-3 cy',
    'FL-4 dee',
  ]);
  expect(journal(office, 'opened')).toHaveLength(4);
});

test('a desk that lost its rules takes the published ones from Versions, not what somebody is still editing', async () => {
  const office = await withTickets();
  const row = office.rows('Settings').findIndex(({ Setting }) => Setting === 'Ticket prefix') + 1;
  office.world.sheets.edit(office.workbook, 'Settings', row, 1, 'NEW-', { by: support });
  minutes(office, 3);
  damage(office, 'B2');
  post(office, { from: 'dee@example.com', subject: 'dee' });
  minutes(office, 3);
  expect(tickets(office).map(({ id }) => id)).toEqual(['FL-1', 'FL-2', 'FL-3', 'FL-4']);
  const health = (what: string) => office.rows('Health').find((one) => one.What === what);
  expect(health('Rules read')?.Advice).toBe('Version 1');
  expect(health('Edits not yet published')?.Value).toBe('1');
  minutes(office, 2);
  expect(office.world.calls.during(() => void office.desk.run('tick')).total).toBe(2);
});

/** Deletes Tickets, or one row of it. */
function take(office: Office, row: number | null): void {
  const sheetId = deskTabs.tickets.sheetId;
  const range = { sheetId, dimension: 'ROWS', startIndex: row, endIndex: (row ?? 0) + 1 };
  const request = row === null ? { deleteSheet: { sheetId } } : { deleteDimension: { range } };
  const answer = office.world.sheets.handle(
    {
      method: 'POST',
      url: `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}:batchUpdate`,
      headers: {},
      body: JSON.stringify({ requests: [request] }),
    },
    { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
  if (answer.status !== 200) throw new Error(String(answer.body));
}

test('a tab Tickets that was deleted outright comes back with every ticket, told again from the journal', async () => {
  const office = await withTickets();
  const before = tickets(office);
  take(office, null);
  post(office, { from: 'dee@example.com', subject: 'dee' });
  minutes(office, 4);
  const after = new Map(tickets(office).map((ticket) => [ticket.id, ticket]));
  expect([...after.keys()].sort()).toEqual(['FL-1', 'FL-2', 'FL-3', 'FL-4']);
  for (const { id, owner, subject } of before) expect(after.get(id)).toMatchObject({ owner, subject });
});

test('a ticket deleted whose row of the journal was damaged too keeps no other mail waiting', async () => {
  const office = await withTickets();
  const row = office.rows('Journal').findIndex(({ Ticket }) => Ticket === 'FL-2') + 2;
  office.world.sheets.edit(office.workbook, 'Journal', row, 6, '{"cut off', { by: support });
  take(office, 2);
  post(office, { from: 'dee@example.com', subject: 'dee' });
  minutes(office, 4);
  expect(tickets(office).map(({ id }) => id)).toEqual(expect.arrayContaining(['FL-1', 'FL-3', 'FL-4']));
});
