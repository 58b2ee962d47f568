// Control: what an admin asks for by ticking a box, through the shipped desk in the imitated world.
import type { Office } from '../../src/local/office.ts';
import {
  callsOfTick,
  journal,
  journey,
  onlyTicket,
  post,
  sameBeginning,
  support,
  tickets,
  withSettings,
} from './desk-journey.ts';

const admin = support;
const published = withSettings({ 'Rules take effect': 'when published' });

const begin = sameBeginning(async () => {
  const office = await journey(undefined, published);
  minutes(office, 3);
  return office;
});

/** The same desk for every story, as it was after its first minutes. */
async function desk(): Promise<Office> {
  const office = await begin();
  office.world.faults.clear();
  return office;
}

const rowOf = (office: Office, command: string): number =>
  office.world.sheets.values(office.workbook, 'Control').findIndex(([name]) => name === command);

/** Ticks a box by hand; the edit trigger answers at once. */
function tick(office: Office, command: string, options = ''): string {
  const row = rowOf(office, command);
  const { sheets } = office.world;
  if (options !== '') sheets.edit(office.workbook, 'Control', row, 2, options, { by: admin });
  sheets.edit(office.workbook, 'Control', row, 1, true, { by: admin });
  return answerTo(office, command);
}

const answerTo = (office: Office, command: string): string =>
  office.rows('Control').find((row) => row.Command === command)?.Answer ?? '';

function type(office: Office, tab: string, row: string, column: string, value: string): void {
  const cells = office.world.sheets.values(office.workbook, tab);
  const at = cells[0]?.indexOf(column) ?? -1;
  const index = cells.findIndex(([name]) => name === row);
  office.world.sheets.edit(office.workbook, tab, index, at, value, { by: admin });
}

const minutes = (office: Office, n: number): void => office.world.advanceTo(office.world.now() + n * 60_000);

const inForce = (office: Office, setting: 'Ticket prefix'): string => {
  post(office, {});
  minutes(office, 2);
  return tickets(office).at(-1)?.id.replace(/\d+$/, '') ?? setting;
};

const versionRows = (office: Office): readonly string[] =>
  office.rows('Versions').map((row) => `${row.Version} ${row.State}`);

test('install publishes version 1 by itself, and an edit waits until it is published', async () => {
  const office = await desk();
  expect(versionRows(office)).toEqual(['1 published']);
  type(office, 'Settings', 'Ticket prefix', 'Value', 'CASE-');
  expect(inForce(office, 'Ticket prefix')).toBe('FL-');
  expect(office.rows('Health').find((row) => row.What === 'Edits not yet published')?.Value).toBe('1');
  expect(tick(office, 'Publish')).toContain('Version 2 is published');
  expect(inForce(office, 'Ticket prefix')).toBe('CASE-');
  expect(versionRows(office)).toEqual(['1 earlier', '2 published']);
  expect(office.rows('Versions')[1]?.['What changed']).toBe('Settings: Ticket prefix was FL-, is CASE-');
  expect(office.rows('Health').some((row) => row.What === 'Edits not yet published')).toBe(false);
});

test('an earlier version holds again in one step, and the tabs are left as they are', async () => {
  const office = await desk();
  type(office, 'Settings', 'Ticket prefix', 'Value', 'CASE-');
  tick(office, 'Publish');
  minutes(office, 2);
  expect(tick(office, 'Roll back')).toContain('The tabs stay as they are and say something else in 1 place');
  expect(inForce(office, 'Ticket prefix')).toBe('FL-');
  expect(versionRows(office)).toEqual(['1 earlier', '2 earlier', '3 published']);
  expect(tick(office, 'Roll back', '2')).toContain('The tabs say the same');
  expect(inForce(office, 'Ticket prefix')).toBe('CASE-');
});

test('half of the new tickets are piloted, told the same each time, and both arms stand side by side', async () => {
  const office = await desk();
  type(office, 'Settings', 'Fallback owner', 'Value', 'petra@fjordlicht.example');
  type(office, 'Categories', 'Other', 'Severity', 'high');
  expect(tick(office, 'Start pilot', 'half')).toContain('Write into Options');
  expect(tick(office, 'Start pilot', '50%')).toContain('Version 2 is piloted for 50 % of new tickets');
  expect(tick(office, 'Publish')).toContain('A pilot of version 2 is running');
  for (let n = 0; n < 12; n++)
    post(office, { from: `c${n}@example.com`, subject: `Question ${n}`, body: 'Zzz qqq' });
  minutes(office, 3);
  const arms = tickets(office).map(({ pilot, severity }) => [pilot, severity]);
  expect(arms.filter(([pilot]) => pilot === 2).length).toBeGreaterThan(2);
  expect(arms.filter(([pilot]) => pilot === undefined).length).toBeGreaterThan(2);
  for (const [pilot, severity] of arms) expect(severity).toBe(pilot === 2 ? 'high' : 'low');
  expect(tick(office, 'Compare pilot')).toContain('That is too few to go by');
  const piloted = arms.filter(([pilot]) => pilot === 2).length;
  expect(office.rows('Pilot')[1]).toEqual({
    What: 'Tickets',
    Pilot: String(piloted),
    Published: String(12 - piloted),
  });
  const before = tickets(office).map(({ id, owner }) => [id, owner]);
  expect(tick(office, 'End pilot', 'discard')).toContain('The pilot of version 2 ended');
  minutes(office, 2);
  expect(tickets(office).map(({ id, owner }) => [id, owner])).toEqual(before);
  expect(versionRows(office)).toEqual(['1 published', '2 discarded']);
});

test('a pilot for one category leaves the others alone, and published it holds for all', async () => {
  const office = await desk();
  type(office, 'Settings', 'Ticket prefix', 'Value', 'CASE-');
  type(office, 'Settings', 'Acknowledge', 'Value', 'off');
  expect(tick(office, 'Start pilot', 'billing and payments')).toContain(
    'for new tickets of Billing and payments',
  );
  post(office, {
    subject: 'Wrong invoice',
    body: 'The invoice charged me twice, I want a refund of the invoice.',
  });
  post(office, { subject: 'Zzz', body: 'Qqq' });
  minutes(office, 3);
  const [billing, other] = tickets(office);
  expect([billing?.category, billing?.pilot, other?.pilot]).toEqual(['Billing and payments', 2, undefined]);
  expect(tick(office, 'End pilot', 'publish')).toContain('Version 2 is published');
  expect(inForce(office, 'Ticket prefix')).toBe('CASE-');
  expect(versionRows(office)).toEqual(['1 earlier', '2 published']);
});

test('a pasted mail is tried row by row, and no ticket comes of it', async () => {
  const office = await desk();
  const tell = (row: number, value: string): void =>
    office.world.sheets.edit(office.workbook, 'Try', row, 1, value, { by: admin });
  tell(1, 'Kari Nordmann <kari@example.com>');
  tell(2, 'My invoice');
  tell(3, 'You charged me twice on this invoice. I want to speak to a manager.');
  expect(tick(office, 'Try a mail')).toContain('The mail: opened. Category: Billing');
  const rows = office.rows('Try').filter((row) => row.Why !== '');
  const what = rows.map((row) => row.What);
  for (const one of ['Category', 'Severity', 'Mood', 'Matrix row', 'Owner', 'Due: first response'])
    expect(what).toContain(one);
  expect(rows.find((row) => row.What === 'Due: first response')?.Why).toContain('working');
  expect(tickets(office)).toEqual([]);
  expect(journal(office)).toEqual([]);
});

test('a mail that is a ticket already is tried as if it came anew', async () => {
  const office = await desk();
  const id = post(office, { subject: 'My invoice', body: 'The invoice charged me twice.' });
  minutes(office, 2);
  const before = onlyTicket(office);
  office.world.sheets.edit(office.workbook, 'Try', 4, 1, id, { by: admin });
  expect(tick(office, 'Try a mail')).toContain('The mail: opened');
  office.world.sheets.edit(office.workbook, 'Try', 4, 1, before.id, { by: admin });
  expect(tick(office, 'Try a mail', 'published')).toContain('By the rules in force: The mail: opened');
  office.world.sheets.edit(office.workbook, 'Try', 4, 1, 'nobody@example.com', { by: admin });
  expect(tick(office, 'Try a mail')).toContain('no mail');
  expect(onlyTicket(office)).toEqual(before);
});

test('edited rules are run over the tickets of the last days before anybody is bound by them', async () => {
  const office = await desk();
  for (let n = 0; n < 5; n++)
    post(office, { from: `c${n}@example.com`, subject: 'My invoice', body: 'The invoice charged me twice.' });
  post(office, { from: 'o@example.com', subject: 'Zzz', body: 'Qqq' });
  minutes(office, 3);
  expect(tick(office, 'What would change')).toContain(
    '6 tickets of the last 30 days told again, the text of 6 read: 0 would differ',
  );
  type(office, 'Categories', 'Other', 'Severity', 'critical');
  const before = tickets(office);
  const answer = tick(office, 'What would change');
  expect(answer).toContain('1 would differ');
  const rows = office.rows('What would change').filter((row) => row.Ticket !== '');
  expect(rows.map((row) => [row.Subject, row.Severity])).toEqual([['Zzz', 'low → critical']]);
  expect(rows[0]?.['First response due']).toContain(' → ');
  expect(tickets(office)).toEqual(before);
});

test('a paused desk leaves mail alone, also where rules wait to be published, and then catches up', async () => {
  const office = await desk();
  expect(tick(office, 'Pause desk')).toContain('The desk pauses');
  minutes(office, 2);
  post(office, {});
  minutes(office, 5);
  expect(tickets(office)).toEqual([]);
  expect(tick(office, 'Health')).toContain('The desk is paused');
  tick(office, 'Resume desk');
  minutes(office, 3);
  expect(tickets(office)).toHaveLength(1);
});

test('rules with a cell that cannot be read are not published unless forced', async () => {
  const office = await desk();
  type(office, 'Settings', 'Default severity', 'Value', 'enormous');
  expect(tick(office, 'Check rules')).toContain('enormous');
  expect(tick(office, 'Publish')).toContain('Not published: 1 problem');
  expect(versionRows(office)).toEqual(['1 published']);
  type(office, 'Settings', 'Ticket prefix', 'Value', 'CASE-');
  expect(tick(office, 'Publish', 'force')).toContain('Version 2 is published');
});

test('a box that a script ticked is found by the next tick, and quiet ticks stay at two calls', async () => {
  const office = await desk();
  expect(callsOfTick(office)).toBe(2);
  tickByScript(office, 'Health');
  minutes(office, 2);
  expect(answerTo(office, 'Health')).toContain('The desk is at work');
  minutes(office, 2);
  expect(callsOfTick(office)).toBe(2);
});

test('killed before or after any call, publishing is done once, by a later tick', async () => {
  const office = await desk();
  type(office, 'Settings', 'Ticket prefix', 'Value', 'CASE-');
  minutes(office, 2);
  const saved = office.world.snapshot();
  let calls = 0;
  for (const after of [false, true])
    for (let call = 1, struck = true; struck; call++) {
      office.world.restore(saved);
      office.world.faults.at(call, { script: 'desk', after }, 'kill');
      tick(office, 'Publish');
      struck = office.world.faults.struck();
      office.world.faults.clear();
      minutes(office, 4);
      expect(versionRows(office)).toEqual(['1 earlier', '2 published']);
      expect(office.rows('Health').find((row) => row.What === 'Rules read')?.Advice).toBe('Version 2');
      calls = Math.max(calls, call);
    }
  expect(calls).toBeGreaterThan(5);
});

/** As the menu does: no trigger is told. */
function tickByScript(office: Office, command: string): void {
  const url = `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}/values/Control!B${rowOf(office, command) + 1}?valueInputOption=RAW`;
  office.world.sheets.handle(
    {
      method: 'PUT',
      url,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ values: [[true]] }),
    },
    { email: admin, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
}
