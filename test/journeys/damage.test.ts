import fc from 'fast-check';
import type { Office } from '../../src/local/office.ts';
import { starterDefault } from '../../src/rules/starter.ts';
import { journey, post, support, tickets } from './desk-journey.ts';

const minutes = (count: number): number => count * 60_000;
const scopes = ['https://www.googleapis.com/auth/spreadsheets'];
const ruleTabs = Object.keys(starterDefault);

interface Tab {
  readonly sheetId: number;
  readonly title: string;
}

function send(office: Office, method: 'GET' | 'POST', path: string, body?: unknown) {
  const url = `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}${path}`;
  const request = { method, url, headers: {}, body: body === undefined ? null : JSON.stringify(body) };
  return office.world.sheets.handle(request, { email: support, scopes });
}

const tabsIn = (office: Office): readonly Tab[] => {
  const answer = send(office, 'GET', '?fields=sheets(properties(sheetId,title))');
  const { sheets } = JSON.parse(String(answer.body)) as { sheets: { properties: Tab }[] };
  return sheets.map(({ properties }) => properties);
};

/** What Google refuses, such as a second tab of one name, does no damage. */
const byHand = (office: Office, ...requests: readonly object[]): void =>
  void send(office, 'POST', ':batchUpdate', { requests });

/** A value somebody types, and the tab, row and column it lands in. */
const nonsense = fc.constantFrom<string | number>(
  '=#REF!',
  '=NA()',
  '=1/0',
  '#N/A',
  '',
  -1,
  1e21,
  'x'.repeat(40_000),
  'first response '.repeat(1_000),
  'Name',
  'Severity',
  'owner tier 1',
  '=HYPERLINK("http://x.example";"x")',
  '__proto__',
  '2d',
  '\u26a0 Tierline: mine',
  'helen@fjordlicht.example',
);
const place = { tab: fc.constantFrom(...ruleTabs), row: fc.nat(12), column: fc.nat(8) };
const damage = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), ...place, value: nonsense }) },
  fc.record({ do: fc.constantFrom('delete row', 'delete column', 'move column', 'merge'), ...place }),
  fc.record({ do: fc.constantFrom('rename', 'duplicate'), ...place }),
  fc.record({
    do: fc.constantFrom('rename', 'delete tab', 'shorten'),
    ...place,
    tab: fc.constantFrom('Phrases', 'Macros', 'Health', 'Problems', 'Journal', 'Outbox', 'Matrix'),
  }),
  fc.record({ do: fc.constant('rename'), ...place, tab: fc.constantFrom('Tickets', 'State', 'Mails') }),
);
type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

function harm(office: Office, given: Damage): void {
  const tab = tabsIn(office).find(({ title }) => title === given.tab);
  if (!tab) return;
  const { sheetId, title } = tab;
  const { row, column } = given;
  const cells = (dimension: 'ROWS' | 'COLUMNS', at: number) => ({
    sheetId,
    dimension,
    startIndex: at,
    endIndex: at + 1,
  });
  if (given.do === 'type') {
    if ('value' in given)
      office.world.sheets.edit(office.workbook, title, row, column, given.value, { by: support });
    return;
  }
  const requests: Readonly<Record<string, object>> = {
    'delete row': { deleteDimension: { range: cells('ROWS', row) } },
    'delete column': { deleteDimension: { range: cells('COLUMNS', column) } },
    'move column': { moveDimension: { source: cells('COLUMNS', column), destinationIndex: 0 } },
    merge: {
      mergeCells: {
        range: { sheetId, startRowIndex: row, endRowIndex: row + 2, startColumnIndex: 0, endColumnIndex: 3 },
        mergeType: 'MERGE_ALL',
      },
    },
    rename: {
      updateSheetProperties: { properties: { sheetId, title: `${title} ${row}` }, fields: 'title' },
    },
    duplicate: { duplicateSheet: { sourceSheetId: sheetId, newSheetName: `Copy of ${title} ${row}` } },
    'delete tab': { deleteSheet: { sheetId } },
    shorten: {
      deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 20, endIndex: 900 } },
    },
  };
  byHand(office, requests[given.do] ?? {});
}

test('whatever people do to the workbook, the desk goes on and each mail becomes a ticket', async () => {
  const office = await journey();
  office.world.advance(minutes(2));
  let posted = 0;
  const rounds = fc.sample(fc.array(damage, { minLength: 3, maxLength: 8 }), { numRuns: 6, seed: 20261122 });
  for (const round of rounds) {
    for (const one of round) harm(office, one);
    office.world.advance(minutes(3));
    posted += 1;
    post(office, {
      id: `damage-${posted}@example.com`,
      from: `Guest ${posted} <guest-${posted}@example.com>`,
    });
    office.world.advance(minutes(4));
    expect({ round, tickets: tickets(office).length }).toEqual({ round, tickets: posted });
  }
  office.world.advance(minutes(100));
  const last = office.desk.executions.slice(-20);
  expect(last.filter(({ error }) => error !== null)).toEqual([]);
  const told = office.rows('Problems');
  expect(told.length).toBeGreaterThan(3);
  for (const row of told) {
    expect(ruleTabs).toContain(row.Tab);
    expect(row['What is wrong']).toMatch(/\S/);
    expect(row['What to do']).toMatch(/\S/);
  }
}, 60_000);

test.each(['Tickets', 'State'])(
  'the tab %s of the desk comes back under its name when somebody renames it',
  async (name) => {
    const office = await journey();
    office.world.advance(minutes(2));
    harm(office, { do: 'rename', tab: name, row: 1, column: 0 });
    post(office, {});
    office.world.advance(minutes(4));
    expect(office.world.sheets.tabs(office.workbook)).toContain(name);
    expect(tickets(office)).toHaveLength(1);
  },
);
