// The workbook that setup makes or adopts, and what it never touches.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from '../../src/cli/setup/setup.ts';
import { prerequisites } from '../../src/cli/setup/steps/prerequisites.ts';
import { workbook } from '../../src/cli/setup/steps/workbook.ts';
import { firstWorkbook } from '../../src/cli/setup/workbook/first-workbook.ts';
import { deskTabs } from '../../src/rules/desk/tabs.ts';
import { readRules } from '../../src/rules/read.ts';
import { tables } from '../../src/rules/tables.ts';
import { endState } from './end-state.ts';
import { admin, bundles, openTestGoogle, support, type TestGoogle } from './google.ts';
import { calls, changesIn } from './interruptions.ts';

let google: TestGoogle;
beforeAll(async () => void (await bundles()), 60_000);
beforeEach(async () => {
  google = await openTestGoogle();
});
afterEach(() => google?.close());

async function made(adopt?: string): Promise<string> {
  const ground = google.ground(adopt ? { adopt } : {});
  await prerequisites.run(ground);
  await workbook.run(ground);
  return ground.memory.now.workbook ?? '';
}

/** What lies over the cells. */
async function whole(spreadsheetId: string) {
  const { data } = await google.ground().google.sheets.spreadsheets.get({ spreadsheetId });
  return data;
}

/** One tab with its cells. */
async function sheet(spreadsheetId: string, title: string) {
  const asked = { spreadsheetId, ranges: [`'${title}'`], includeGridData: true };
  const { data } = await google.ground().google.sheets.spreadsheets.get(asked);
  return data.sheets?.[0];
}

test('the first workbook has no problem and nobody of the sample team', () => {
  const first = firstWorkbook({ account: support, admin, timeZone: 'Europe/Berlin' });
  expect(readRules(first, null).problems).toEqual([]);
  expect(JSON.stringify(first)).not.toMatch(/fjordlicht/i);
});

test('setting up changes something in a known number of calls, and running it again in none', async () => {
  await setUp(google.ground());
  expect(changesIn(google)).toBe(calls);
  const before = endState(google);
  await setUp(google.ground());
  expect(changesIn(google)).toBe(calls);
  expect(endState(google)).toEqual(before);
}, 30_000);

test('every header has its help note, and choices are drop-downs', async () => {
  const id = await made();
  for (const { tab } of tables) {
    const [header] = (await sheet(id, tab))?.data?.[0]?.rowData ?? [];
    const notes = (header?.values ?? [])
      .filter((cell) => cell.userEnteredValue)
      .map(({ note }) => note ?? '');
    expect(notes.filter((note) => note.length < 5)).toEqual([]);
  }
  const role = (await sheet(id, 'People'))?.data?.[0]?.rowData?.[1]?.values?.[2];
  expect(role?.dataValidation).toMatchObject({
    strict: true,
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'agent' }, {}, {}] },
  });
  const lead = (await sheet(id, 'People'))?.data?.[0]?.rowData?.[1]?.values?.[5];
  expect(lead?.dataValidation?.condition?.values).toEqual([{ userEnteredValue: "='People'!$B$2:$B" }]);
});

test('each setting with choices has its own drop-down, the others have none', async () => {
  const rows = (await sheet(await made(), 'Settings'))?.data?.[0]?.rowData ?? [];
  const offered = Object.fromEntries(
    rows.flatMap(({ values }) => {
      const name = values?.[0]?.userEnteredValue?.stringValue;
      const choices = values?.[1]?.dataValidation?.condition?.values?.map((one) => one.userEnteredValue);
      return name ? [[name, choices]] : [];
    }),
  );
  expect(offered['Check every']).toEqual(['1', '5', '10']);
  expect(offered.Company).toBeUndefined();
});

test('what an admin types stays the text it is: 08:00 is no fraction of a day', async () => {
  const id = await made();
  const [, row] = (await sheet(id, 'Calendars'))?.data?.[0]?.rowData ?? [];
  expect(row?.values?.[2]?.userEnteredFormat?.numberFormat?.type).toBe('TEXT');
});

test('only the desk writes into its tabs', async () => {
  const id = await made();
  google.world.sheets.share(id, admin);
  expect(() => google.world.sheets.edit(id, 'Tickets', 1, 1, 'x', { by: admin })).toThrow(/protected/);
  google.world.sheets.edit(id, 'Macros', 1, 0, 'Ours', { by: admin });
  expect(google.world.sheets.values(id, 'Macros')[1]?.[0]).toBe('Ours');
});

test('overdue, soon due and critical tickets are coloured, problems too, and two charts count them', async () => {
  const data = await whole(await made());
  const formats = (title: string) =>
    data.sheets
      ?.find(({ properties }) => properties?.title === title)
      ?.conditionalFormats?.map(({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue);
  const due = `$${String.fromCharCode(65 + deskTabs.tickets.header.indexOf('Due'))}2`;
  expect(formats('Tickets')?.[0]).toBe(`=AND(${due}<>"";${due}<=TEXT(NOW();"yyyy-mm-dd hh:mm"))`);
  expect(formats('Tickets')).toHaveLength(3);
  expect(formats('Health')).toHaveLength(2);
  const [first] = data.sheets ?? [];
  expect(first?.properties?.title).toBe('Dashboard');
  expect(first?.charts).toHaveLength(2);
  expect(data.namedRanges?.map(({ name }) => name)).toContain('People_Email');
});

test('an adopted workbook keeps its rows, its own columns and their order', async () => {
  const own = google.world.sheets.create(support, 'Our rules', ['people', 'Notes']);
  const cells = [
    ['Shoe size', 'Email', 'Name'],
    ['43', 'jo@acme.example', 'Jo'],
  ];
  cells.forEach((row, r) => {
    row.forEach((value, c) => {
      google.world.sheets.edit(own, 'people', r, c, value, { by: support });
    });
  });
  expect(await made(own)).toBe(own);
  const [header = [], jo = []] = google.world.sheets.values(own, 'people');
  expect(header.slice(0, 5)).toEqual(['Shoe size', 'Email', 'Name', 'Role', 'Teams']);
  expect(jo).toEqual([43, 'jo@acme.example', 'Jo']);
  const rows = (await sheet(own, 'people'))?.data?.[0]?.rowData;
  expect(rows?.[0]?.values?.[1]?.note).toContain('The address of this person');
  expect(rows?.[0]?.values?.[0]?.note).toBeUndefined();
  expect(google.world.sheets.tabs(own)).toContain('Notes');
  const before = changesIn(google);
  await made();
  expect(changesIn(google)).toBe(before);
});

test('another workbook than the one the desk works with is refused before anything is changed', async () => {
  const id = await made();
  const own = google.world.sheets.create(support, 'Our rules', ['People']);
  const before = changesIn(google);
  await expect(made(own)).rejects.toThrow(new RegExp(`another workbook \\(${id}\\)`));
  expect(changesIn(google)).toBe(before);
});

test('a menu whose making was interrupted is made again, and the one that may be left over is named', async () => {
  let made = 0;
  google.breakAt(({ method, url, body }) => {
    const isMenu =
      method === 'POST' && /\/projects(\?|$)/.test(url) && String(body).includes('Tierline menu');
    made += isMenu ? 1 : 0;
    return isMenu && made === 1 ? 'after' : null;
  });
  await expect(setUp(google.ground())).rejects.toThrow(/run this again/i);
  expect(google.said.join('')).not.toContain('empty project');
  await setUp(google.ground());
  expect(made).toBe(2);
  expect(google.said.join('')).toContain("an empty project 'Tierline menu'");
}, 30_000);

test('a tab of one’s own that has a name of the desk stops it with words, before anything is changed', async () => {
  const own = google.world.sheets.create(support, 'Our rules', ['Tickets']);
  await expect(made(own)).rejects.toThrow(/tabs of your own called Tickets.*Rename/);
  expect(changesIn(google)).toBe(0);
});

test('a dry run tells every call and makes none', async () => {
  await setUp(google.ground({ dry: true }));
  expect(changesIn(google)).toBe(0);
  const told = google.said.join('').match(/would call \S+( \S+)?:?/g) ?? [];
  expect(told).toHaveLength(calls);
  await setUp(google.ground());
  expect(changesIn(google)).toBe(calls);
});

test('the secret of the door is in no line that setup says, and nobody else may read the file it is in', async () => {
  const ground = google.ground();
  await setUp(ground);
  const { doorSecret = '' } = ground.memory.now;
  expect(doorSecret.length).toBeGreaterThanOrEqual(24);
  expect(google.said.join('')).not.toContain(doorSecret);
  expect(google.script('desk').properties.DOOR_SECRET).toBe(doorSecret);
  expect(statSync(join(google.home, '.tierline', 'setup.json')).mode & 0o077).toBe(0);
  const pushed = readdirSync(join(google.home, '.tierline', 'push'), { recursive: true, encoding: 'utf8' });
  expect(pushed.filter((path) => path.endsWith('settings.js'))).toEqual([]);
});

test('the account, its permissions and the Apps Script API are looked at before anything is made', async () => {
  google.scripts.off.add(support);
  await expect(setUp(google.ground())).rejects.toThrow(/usersettings/);
  google.scripts.off.clear();
  const gmail = 'https://www.googleapis.com/auth/gmail.modify';
  google.scopes.delete(gmail);
  await expect(setUp(google.ground())).rejects.toThrow(/gmail\.modify.*test mail/s);
  expect(changesIn(google)).toBe(0);
});

test('an admin who leaves at install is told where it goes on', async () => {
  await expect(setUp(google.ground({ absent: true }))).rejects.toThrow(/install has not run yet/);
  await setUp(google.ground());
  expect(google.script('desk').properties.WORKBOOK).toBeDefined();
});
