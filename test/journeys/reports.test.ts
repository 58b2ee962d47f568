// Reports: a night counts what the journal says, and the tab shows the same figures as the journal told directly.
import { describe, expect, test } from '@jest/globals';
import { entered, noLedger } from '../../src/complaints/figures/ledger.ts';
import type { Office } from '../../src/local/office.ts';
import { figureCells } from '../../src/rules/desk/report-figures.ts';
import { eventOf } from '../../src/rules/desk/rows.ts';
import { starterRules } from '../complaints/story.ts';
import { journal, journey, post, support } from './desk-journey.ts';

type Cells = readonly (readonly unknown[])[];
const hour = 3_600_000;

const values = (office: Office, tab: string): Cells => office.world.sheets.values(office.workbook, tab);
const shown = (office: Office): Cells => values(office, 'Reports').map((row) => row.slice(0, 19));

/** Monday and Tuesday: a complaint each morning, the first one answered in the afternoon. Ends on Tuesday at 22:00. */
async function twoDays(): Promise<Office> {
  const office = await journey('2026-03-23T08:00:00Z');
  office.world.faults.trigger({ kind: 'dead', function: 'tick' });
  const first = post(office, { subject: 'Lamp one', from: 'Ola <ola@firm.example>' });
  later(office, 4);
  post(office, {
    from: 'Anna <anna@fjordlicht.example>',
    to: `ola@firm.example, ${support}`,
    subject: 'Re: Lamp one',
    inReplyTo: first,
    body: 'Please send us a picture of it.',
  });
  later(office, 9);
  night(office);
  later(office, 5);
  post(office, { subject: 'Lamp two', from: 'Eva <eva@shop.example>' });
  later(office, 13);
  return office;
}

/** Hours pass; the desk looks every three of them. */
function later(office: Office, hours: number): void {
  for (let left = hours; left > 0; left -= 3) {
    office.world.advance(Math.min(3, left) * hour);
    office.desk.run('tick');
  }
}

/** From 22:00 to 4:00: the chores are done, a slice a tick. */
function night(office: Office): void {
  later(office, 6);
  for (let slices = 0; slices < 9; slices++) office.desk.run('tick');
}

function toldDirectly(office: Office): Readonly<Record<string, readonly (number | string)[]>> {
  const events = values(office, 'Journal')
    .slice(1)
    .flatMap((row) => eventOf(row.map(String)) ?? []);
  const { tallies } = entered(noLedger, events, starterRules);
  return Object.fromEntries(
    Object.entries(tallies).map(([period, tally]) => [period, figureCells(tally).map((cell) => cell ?? '')]),
  );
}

const columnOf = (rows: Cells, at: number): readonly unknown[] =>
  rows.slice(2, 20).map((row) => row[at] ?? '');

describe('after a night the Reports tab', () => {
  test('holds the figures of the week and of the month as the journal tells them', async () => {
    const office = await twoDays();
    expect(columnOf(shown(office), 1)[0]).toBe(1);
    night(office);
    const direct = toldDirectly(office);
    const rows = shown(office);
    expect(rows[1]?.slice(1, 5)).toEqual(['2026-W13', '2026-W12', '2026-03', '2026-02']);
    expect(rows[2]?.slice(0, 5)).toEqual(['Tickets opened', 2, 0, 2, 0]);
    expect(direct['2026-W13']?.[0]).toBe(2);
    expect(columnOf(rows, 1)).toEqual(direct['2026-W13']);
    expect(columnOf(rows, 3)).toEqual(direct['2026-03']);
    expect(rows[24]?.[0]).toBe('2026-W13');
    expect(rows[24]?.slice(1).map((cell) => cell ?? '')).toEqual(direct['2026-W13']);
    expect(journal(office, 'opened')).toHaveLength(2);
  });
});

/** Friday afternoon: six customers who demand a manager because of one thing, and a dozen with nothing in common. */
async function friday(): Promise<Office> {
  const office = await journey('2026-03-27T14:30:00Z');
  office.world.faults.trigger({ kind: 'dead', function: 'tick' });
  for (let n = 0; n < 6; n++)
    post(office, {
      subject: `Order ${n}`,
      from: `Customer <c${n}@firm${n}.example>`,
      body: 'I want to speak to your manager. The dimmer hums.',
    });
  for (let n = 0; n < 12; n++)
    post(office, {
      subject: `Question ${n}`,
      from: `Buyer <b${n}@shop${n}.example>`,
      body: 'Is it sold in blue?',
    });
  office.desk.run('tick');
  return office;
}

/** All slices of a night, whose first one is due. */
function slices(office: Office): void {
  for (let each = 0; each < 9; each++) office.desk.attempt('tick');
}

const wholeTab = (office: Office): Cells => values(office, 'Reports');
const countCharts = (office: Office): number =>
  (
    JSON.parse(
      office.world.sheets.handle(
        {
          method: 'GET',
          url: `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}?fields=sheets.charts`,
          headers: {},
          body: '',
        },
        { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
      ).body,
    ) as { sheets: { charts?: unknown[] }[] }
  ).sheets.flatMap(({ charts = [] }) => charts).length;

describe('over a weekend', () => {
  test('the words that the escalations of the week share are named once, and charts are made once', async () => {
    const office = await friday();
    for (const night of ['2026-03-28T02:30:00Z', '2026-03-29T02:30:00Z', '2026-03-30T02:30:00Z']) {
      office.world.advanceTo(night);
      slices(office);
    }
    const rows = shown(office);
    expect(rows[195]?.[0]).toBe('Words that stand out in escalated tickets');
    const named = rows.slice(197, 245).filter((row) => row[0] !== '' && row[0] !== undefined);
    expect(named.map((row) => row[1])).toContain('dimmer');
    expect(named.find((row) => row[1] === 'dimmer')?.slice(0, 8)).toEqual([
      '2026-W13',
      'dimmer',
      6,
      6,
      1,
      0,
      12,
      0,
    ]);
    expect(countCharts(office)).toBe(3);
    office.world.advanceTo('2026-03-31T02:30:00Z');
    slices(office);
    expect(shown(office).slice(197, 245)).toEqual(rows.slice(197, 245));
    expect(countCharts(office)).toBe(3);
  });

  test('a lead who ticks Reports now need not wait for the night, and the night counts nothing twice', async () => {
    const office = await friday();
    const row = values(office, 'Control').findIndex(([name]) => name === 'Reports now');
    office.world.sheets.edit(office.workbook, 'Control', row, 1, true, { by: support });
    expect(office.rows('Control')[row - 1]?.Answer).toBe('The tab Reports is up to date.');
    const asked = shown(office);
    expect(asked[2]?.slice(0, 2)).toEqual(['Tickets opened', 18]);
    office.world.advanceTo('2026-03-28T02:30:00Z');
    slices(office);
    expect(shown(office).slice(0, 60)).toEqual(asked.slice(0, 60));
  });

  test('what another count wrote below in the meantime spoils nothing', async () => {
    const office = await friday();
    const row = values(office, 'Control').findIndex(([name]) => name === 'Reports now');
    const column = values(office, 'Reports')[0]?.indexOf('state') ?? -1;
    const state = (): readonly string[] =>
      values(office, 'Reports')
        .slice(1)
        .map((cells) => String(cells[column] ?? ''));
    const ask = (): void =>
      office.world.sheets.edit(office.workbook, 'Control', row, 1, true, { by: support });
    ask();
    const parts = state().filter(Boolean).length;
    const saved = office.world.snapshot();
    // The last of these come between the command's reading and its writing.
    for (const call of [8, 10, 11]) {
      office.world.restore(saved);
      let count = 0;
      office.world.faults.beforeCall(({ script }) => {
        count += script === 'desk' ? 1 : 0;
        if (script === 'desk' && count === call)
          office.world.sheets.edit(office.workbook, 'Reports', 1 + parts, column, 'more', { by: support });
      });
      ask();
      office.world.faults.clear();
      expect(count).toBeGreaterThan(call);
      expect(() => JSON.parse(state().join(''))).not.toThrow();
    }
  });

  test('rows that were taken out of the journal meanwhile are neither missed nor counted twice', async () => {
    const office = await friday();
    office.world.advanceTo('2026-03-28T02:30:00Z');
    slices(office);
    const gone = { sheetId: 7002, dimension: 'ROWS', startIndex: 1, endIndex: 41 };
    const answer = office.world.sheets.handle(
      {
        method: 'POST',
        url: `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}:batchUpdate`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ requests: [{ deleteDimension: { range: gone } }] }),
      },
      { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
    );
    expect(answer.status).toBe(200);
    post(office, { subject: 'One more', from: 'Late <late@last.example>' });
    office.desk.run('tick');
    office.world.advanceTo('2026-03-29T02:30:00Z');
    slices(office);
    expect(shown(office)[2]?.slice(0, 2)).toEqual(['Tickets opened', 19]);
    const [escalations] = shown(office)
      .slice(2)
      .filter(([title]) => title === 'Escalations');
    expect(escalations?.[1]).toBe(6);
  });

  test('killed at one call or another, the night ends with the same reports', async () => {
    const office = await friday();
    office.world.advanceTo('2026-03-30T02:30:00Z');
    const before = office.world.snapshot();
    slices(office);
    const quiet = shown(office);
    expect(quiet[2]?.[2]).toBe(18);
    let struck = 0;
    for (const after of [false, true])
      for (let call = 1; call < 60; call += 9) {
        office.world.restore(before);
        office.world.faults.at(call, { script: 'desk', after }, 'kill');
        slices(office);
        if (!office.world.faults.struck()) break;
        office.world.faults.clear();
        struck += 1;
        // The slice that died is waited for before another one begins.
        office.world.advance(8 * 60_000);
        slices(office);
        expect(shown(office)).toEqual(quiet);
        expect(wholeTab(office).length).toBeGreaterThan(200);
      }
    expect(struck).toBeGreaterThan(8);
  });
});
