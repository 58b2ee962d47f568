import type { Office } from '../../src/local/office.ts';
import type { Cell } from '../../src/rules/sheet.ts';
import { rowOf } from '../rules/workbooks.ts';
import { callsOfTick, journey, post, support, tickets } from './desk-journey.ts';

const minutes = (count: number): number => count * 60_000;
const scopes = ['https://www.googleapis.com/auth/spreadsheets'];

interface Grid {
  readonly sheets: readonly {
    readonly properties: { readonly sheetId: number; readonly title: string };
    readonly conditionalFormats?: readonly {
      readonly ranges: readonly { startRowIndex?: number; startColumnIndex?: number }[];
      readonly booleanRule: {
        readonly condition: { readonly values: readonly { userEnteredValue: string }[] };
      };
    }[];
    readonly data?: readonly {
      readonly rowData?: readonly {
        readonly values?: readonly { note?: string; userEnteredFormat?: object }[];
      }[];
    }[];
  }[];
}

function rest(office: Office, method: 'GET' | 'POST', path: string, body?: unknown): unknown {
  const url = `https://sheets.googleapis.com/v4/spreadsheets/${office.workbook}${path}`;
  const request = { method, url, headers: {}, body: body === undefined ? null : JSON.stringify(body) };
  const answer = office.world.sheets.handle(request, { email: support, scopes });
  if (answer.status !== 200) throw new Error(String(answer.body));
  return JSON.parse(String(answer.body));
}

/** An admin does something in the sheet that is not typing a value. */
const byHand = (office: Office, ...requests: readonly object[]): void =>
  void rest(office, 'POST', ':batchUpdate', { requests });

const gridOf = (office: Office, tab: string) => {
  const { sheets } = rest(office, 'GET', `?ranges=${tab}!A1:AZ&includeGridData=true`) as Grid;
  const [sheet] = sheets;
  if (!sheet) throw new Error(`There is no ${tab}`);
  return sheet;
};
const noteAt = (office: Office, tab: string, row: number, column: number): string =>
  gridOf(office, tab).data?.[0]?.rowData?.[row]?.values?.[column]?.note ?? '';
const colouredIn = (office: Office, tab: string): readonly string[] =>
  (gridOf(office, tab).conditionalFormats ?? []).flatMap(({ ranges, booleanRule }) =>
    ranges.map(
      ({ startRowIndex = 0, startColumnIndex = 0 }) =>
        `${booleanRule.condition.values[0]?.userEnteredValue} ${startRowIndex},${startColumnIndex}`,
    ),
  );

const edit = (office: Office, tab: string, row: number, column: number, value: Cell): void =>
  office.world.sheets.edit(office.workbook, tab, row, column, value as string, { by: support });

const row = rowOf('Customers', 'Aurora Hotels') - 1;
const manager = 3;

async function opened(): Promise<Office> {
  const office = await journey();
  office.world.advance(minutes(2));
  return office;
}

test('a wrong cell gets a note, a colour and a row in Problems with a link; repaired, all of it is gone', async () => {
  const office = await opened();
  edit(office, 'Customers', row, manager, 'gorg@fjordlicht.example');
  office.world.advance(minutes(2));
  expect(noteAt(office, 'Customers', row, manager)).toBe(
    "\u26a0 Tierline: 'gorg@fjordlicht.example' is nobody in People. Did you mean georg@fjordlicht.example?",
  );
  expect(colouredIn(office, 'Customers')).toEqual([`=N("Tierline error")=0 ${row},${manager}`]);
  const [problem, ...others] = office.rows('Problems');
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    Cell: `D${row + 1}`,
    Tab: 'Customers',
    Row: String(row + 1),
    Column: 'Account manager',
    Kind: 'error',
  });
  const { sheetId } = gridOf(office, 'Customers').properties;
  expect(office.world.sheets.values(office.workbook, 'Problems', 'FORMULA')[1]?.[0]).toBe(
    `=HYPERLINK("#gid=${sheetId}&range=D${row + 1}";"D${row + 1}")`,
  );
  edit(office, 'Customers', row, manager, 'georg@fjordlicht.example');
  office.world.advance(minutes(2));
  expect(noteAt(office, 'Customers', row, manager)).toBe('');
  expect(colouredIn(office, 'Customers')).toEqual([]);
  expect(office.rows('Problems')).toEqual([]);
});

test("an admin's own note, colour and conditional format stay as they are", async () => {
  const office = await opened();
  const { sheetId } = gridOf(office, 'Customers').properties;
  const range = {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: manager,
    endColumnIndex: manager + 1,
  };
  const own = { backgroundColorStyle: { rgbColor: { green: 1 } } };
  const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$C2="VIP"' }] };
  byHand(
    office,
    {
      repeatCell: {
        range,
        cell: { note: 'Ask Georg first.\n\nHe knows them.', userEnteredFormat: own },
        fields: 'note,userEnteredFormat.backgroundColorStyle',
      },
    },
    {
      addConditionalFormatRule: {
        index: 0,
        rule: { ranges: [range], booleanRule: { condition, format: own } },
      },
    },
  );
  const before = gridOf(office, 'Customers');
  edit(office, 'Customers', row, manager, 'gorg@fjordlicht.example');
  office.world.advance(minutes(2));
  expect(noteAt(office, 'Customers', row, manager)).toMatch(
    /^Ask Georg first\.\n\nHe knows them\.\n\u26a0 Tierline: /,
  );
  expect(colouredIn(office, 'Customers')).toHaveLength(2);
  edit(office, 'Customers', row, manager, 'georg@fjordlicht.example');
  office.world.advance(minutes(2));
  expect(gridOf(office, 'Customers')).toEqual(before);
});

test('a mark follows its row, and one that was copied elsewhere goes', async () => {
  const office = await opened();
  edit(office, 'Customers', row, manager, 'gorg@fjordlicht.example');
  office.world.advance(minutes(2));
  const { sheetId } = gridOf(office, 'Customers').properties;
  const note = noteAt(office, 'Customers', row, manager);
  byHand(
    office,
    { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ note }] }],
        fields: 'note',
      },
    },
  );
  office.world.advance(minutes(100));
  expect(noteAt(office, 'Customers', 0, 0)).toBe('');
  expect(noteAt(office, 'Customers', row + 2, manager)).toBe(note);
  expect(colouredIn(office, 'Customers')).toEqual([`=N("Tierline error")=0 ${row + 2},${manager}`]);
});

test('what people typed never becomes a formula in Problems', async () => {
  const office = await opened();
  edit(office, 'Customers', row, manager, '\'=IMPORTXML("http://x.example")');
  office.world.advance(minutes(2));
  const cells = office.world.sheets.values(office.workbook, 'Problems', 'FORMULA').slice(1).flat();
  expect(cells.filter((cell) => String(cell).startsWith('='))).toHaveLength(1);
  expect(cells.some((cell) => String(cell).includes('IMPORTXML'))).toBe(true);
});

test('conflicts between rows are marked too, in a colour of their own', async () => {
  const office = await opened();
  edit(office, 'Categories', 1, 13, '2026-01-01');
  office.world.advance(minutes(2));
  expect(noteAt(office, 'Categories', 1, 13)).toContain('was to be looked at again by 2026-01-01');
  expect(colouredIn(office, 'Categories')).toEqual(['=N("Tierline warning")=0 1,13']);
});

test('a workbook without the tab Problems gets one when there is a problem', async () => {
  const office = await opened();
  byHand(office, { deleteSheet: { sheetId: gridOf(office, 'Problems').properties.sheetId } });
  edit(office, 'Customers', row, manager, 'gorg@fjordlicht.example');
  office.world.advance(minutes(2));
  expect(office.rows('Problems')).toHaveLength(1);
});

test('marking costs one call more, in the tick that reads the rules', async () => {
  const office = await opened();
  office.world.advance(minutes(3));
  edit(office, 'Settings', 4, 1, 'FL-');
  const plain = callsOfTick(office);
  office.world.advance(minutes(3));
  edit(office, 'Customers', row, manager, 'gorg@fjordlicht.example');
  post(office, {});
  const marking = callsOfTick(office);
  expect(tickets(office)).toHaveLength(1);
  expect(marking).toBeGreaterThan(plain);
  office.world.advance(minutes(3));
  expect(callsOfTick(office)).toBe(2);
});
