// What a client may count on from Google Sheets' REST API. The imitation is held to it through Google's own client.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';

export interface SheetsTarget {
  readonly api: sheets_v4.Sheets;
  /** Whether the clock can be moved past the minute of the rate limit; null on a real service. */
  readonly nextMinute: () => void;
}

export interface Expectation {
  readonly name: string;
  run(target: SheetsTarget): Promise<void>;
}

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const number = (numberValue: number) => ({ userEnteredValue: { numberValue } });

async function book({ api }: SheetsTarget, rowCount = 10, columnCount = 4): Promise<string> {
  const made = await api.spreadsheets.create({
    requestBody: {
      properties: { title: 'Desk' },
      sheets: [
        { properties: { sheetId: 1, title: 'Tickets', gridProperties: { rowCount, columnCount } } },
        { properties: { sheetId: 2, title: "People's", gridProperties: { rowCount: 5, columnCount: 3 } } },
      ],
    },
  });
  return made.data.spreadsheetId ?? '';
}

async function apply({ api }: SheetsTarget, id: string, ...requests: sheets_v4.Schema$Request[]) {
  const answer = await api.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } });
  return answer.data.replies ?? [];
}

async function read(
  { api }: SheetsTarget,
  id: string,
  range: string,
  valueRenderOption = 'UNFORMATTED_VALUE',
): Promise<unknown> {
  return (await api.spreadsheets.values.get({ spreadsheetId: id, range, valueRenderOption })).data.values;
}

/** Status and message of a refusal. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const { status, message } = error as { status?: number; message: string };
    return `${status} ${message}`;
  }
  throw new Error('it was not refused');
}

export const sheetsContract: readonly Expectation[] = [
  {
    name: 'a new spreadsheet has the tabs that were asked for, and a mask cuts the answer down',
    async run(target) {
      const id = await book(target);
      const { data } = await target.api.spreadsheets.get({
        spreadsheetId: id,
        fields: 'spreadsheetId,sheets.properties(sheetId,title,index)',
      });
      expect(data).toEqual({
        spreadsheetId: id,
        sheets: [
          { properties: { sheetId: 1, title: 'Tickets', index: 0 } },
          { properties: { sheetId: 2, title: "People's", index: 1 } },
        ],
      });
    },
  },
  {
    name: 'a text stays a text although it begins with an equals sign; what a user would enter is read as such',
    async run(target) {
      const id = await book(target);
      const rows = [{ values: [text('=1+1'), number(5), { userEnteredValue: { boolValue: true } }] }];
      await apply(target, id, { updateCells: { start: { sheetId: 1 }, rows, fields: 'userEnteredValue' } });
      await target.api.spreadsheets.values.update({
        spreadsheetId: id,
        range: 'Tickets!A2',
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: [['=1+1', '5', "'5", 'true']] },
      });
      await target.api.spreadsheets.values.update({
        spreadsheetId: id,
        range: 'Tickets!A3',
        valueInputOption: 'RAW',
        requestBody: { values: [['=1+1', '5', '2026-03-02']] },
      });
      expect(await read(target, id, 'Tickets')).toEqual([
        ['=1+1', 5, true],
        [2, 5, '5', true],
        ['=1+1', '5', '2026-03-02'],
      ]);
      expect(await read(target, id, 'Tickets!A1:A2', 'FORMULA')).toEqual([['=1+1'], ['=1+1']]);
    },
  },
  {
    name: 'a date that a user enters is a number with a format',
    async run(target) {
      const id = await book(target);
      await target.api.spreadsheets.values.update({
        spreadsheetId: id,
        range: 'Tickets!A1:C1',
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: [['2026-03-02', '09:30', '12.5%']] },
      });
      expect(await read(target, id, 'Tickets!A1:C1')).toEqual([[46083, 0.3958333333333333, 0.125]]);
      expect(await read(target, id, 'Tickets!A1:C1', 'FORMATTED_VALUE')).toEqual([
        ['2026-03-02', '09:30', '12.50%'],
      ]);
    },
  },
  {
    name: 'empty cells and rows at the end are left out, and values altogether when all are empty',
    async run(target) {
      const id = await book(target);
      const rows = [
        { values: [text('a'), {}, text('c'), {}] },
        {},
        { values: [{}, text('b')] },
        { values: [text('')] },
      ];
      await apply(target, id, { updateCells: { start: { sheetId: 1 }, rows, fields: 'userEnteredValue' } });
      const { data } = await target.api.spreadsheets.values.batchGet({
        spreadsheetId: id,
        ranges: ['Tickets!A1:D10', 'Tickets!A2:D2', "'People''s'!A:A"],
      });
      expect(data.valueRanges).toEqual([
        { range: 'Tickets!A1:D10', majorDimension: 'ROWS', values: [['a', '', 'c'], [], ['', 'b']] },
        { range: 'Tickets!A2:D2', majorDimension: 'ROWS' },
        { range: "'People''s'!A1:A5", majorDimension: 'ROWS' },
      ]);
    },
  },
  {
    name: 'a batch is applied whole or not at all, and the refusal names the request',
    async run(target) {
      const id = await book(target);
      const write = (value: string, rowIndex: number): sheets_v4.Schema$Request => ({
        updateCells: {
          start: { sheetId: 1, rowIndex },
          rows: [{ values: [text(value)] }],
          fields: 'userEnteredValue',
        },
      });
      await apply(target, id, write('before', 0));
      const broken = apply(
        target,
        id,
        write('after', 0),
        { deleteSheet: { sheetId: 2 } },
        write('beyond', 10),
      );
      expect(await refusal(broken)).toMatch(/^400 Invalid requests\[2\]\.updateCells: /);
      expect(await read(target, id, 'Tickets')).toEqual([['before']]);
      expect(await read(target, id, "'People''s'")).toBeUndefined();
    },
  },
  {
    name: 'cells are appended after the last row with a value, and the grid grows',
    async run(target) {
      const id = await book(target, 2);
      const rows = [1, 2, 3].map((n) => ({ values: [number(n)] }));
      await apply(target, id, { appendCells: { sheetId: 1, rows, fields: 'userEnteredValue' } });
      await apply(target, id, { appendCells: { sheetId: 1, rows, fields: '*' } });
      expect(await read(target, id, 'Tickets!A1:A')).toEqual([[1], [2], [3], [1], [2], [3]]);
      const { data } = await target.api.spreadsheets.get({ spreadsheetId: id });
      expect(data.sheets?.[0]?.properties?.gridProperties).toEqual({ rowCount: 6, columnCount: 4 });
    },
  },
  {
    name: 'updateCells over a range empties what it was given no cell for, and only the named fields',
    async run(target) {
      const id = await book(target);
      const cell = { ...text('a'), note: 'why' };
      await apply(target, id, {
        updateCells: {
          start: { sheetId: 1 },
          rows: [{ values: [cell, cell] }, { values: [cell] }],
          fields: '*',
        },
      });
      await apply(target, id, {
        updateCells: {
          range: { sheetId: 1, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
          rows: [{ values: [text('b')] }],
          fields: 'userEnteredValue',
        },
      });
      expect(await read(target, id, 'Tickets')).toEqual([['b']]);
      const { data } = await target.api.spreadsheets.get({
        spreadsheetId: id,
        ranges: ['Tickets!A1:B2'],
        includeGridData: true,
      });
      const notes = data.sheets?.[0]?.data?.[0]?.rowData?.map((row) => row.values?.map((one) => one.note));
      expect(notes).toEqual([['why', 'why'], ['why']]);
    },
  },
  {
    name: 'rows are deleted and inserted, and ranges with names follow',
    async run(target) {
      const id = await book(target);
      const rows = ['a', 'b', 'c', 'd'].map((letter) => ({ values: [text(letter)] }));
      const range = { sheetId: 1, startRowIndex: 2, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 };
      const span = (startIndex: number, endIndex: number) => ({
        sheetId: 1,
        dimension: 'ROWS',
        startIndex,
        endIndex,
      });
      await apply(
        target,
        id,
        { appendCells: { sheetId: 1, rows, fields: 'userEnteredValue' } },
        { addNamedRange: { namedRange: { name: 'Last', range } } },
        { deleteDimension: { range: span(1, 2) } },
        { insertDimension: { range: span(0, 1) } },
      );
      expect(await read(target, id, 'Tickets!A1:A')).toEqual([[], ['a'], ['c'], ['d']]);
      expect(await read(target, id, 'Last')).toEqual([['c'], ['d']]);
    },
  },
  {
    name: 'append finds the table below the header, and inserts rows when told',
    async run(target) {
      const id = await book(target, 4);
      const append = async (insertDataOption: string, values: string[][]) =>
        (
          await target.api.spreadsheets.values.append({
            spreadsheetId: id,
            range: 'Tickets!A1',
            valueInputOption: 'RAW',
            insertDataOption,
            requestBody: { values },
          })
        ).data;
      expect(await append('OVERWRITE', [['Id', 'Who']])).toMatchObject({
        updates: { updatedRange: 'Tickets!A1:B1', updatedRows: 1, updatedColumns: 2, updatedCells: 2 },
      });
      expect(await append('INSERT_ROWS', [['T-1', 'Ann']])).toMatchObject({
        tableRange: 'Tickets!A1:B1',
        updates: { updatedRange: 'Tickets!A2:B2' },
      });
      expect(await read(target, id, 'Tickets')).toEqual([
        ['Id', 'Who'],
        ['T-1', 'Ann'],
      ]);
    },
  },
  {
    name: 'values are cleared, their formats and notes stay',
    async run(target) {
      const id = await book(target);
      const values = [{ ...text('a'), note: 'kept' }];
      await apply(target, id, { appendCells: { sheetId: 1, rows: [{ values }], fields: '*' } });
      const { data } = await target.api.spreadsheets.values.clear({
        spreadsheetId: id,
        range: 'Tickets!A1:B2',
      });
      expect(data).toEqual({ spreadsheetId: id, clearedRange: 'Tickets!A1:B2' });
      const { data: after } = await target.api.spreadsheets.get({ spreadsheetId: id, includeGridData: true });
      expect(after.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]).toEqual({ note: 'kept' });
    },
  },
  {
    name: 'rows are sorted by columns, empty ones last',
    async run(target) {
      const id = await book(target);
      const rows = [
        ['b', 1],
        ['a', 2],
        ['', 9],
        ['a', 1],
      ].map(([letter, n]) => ({
        values: [letter === '' ? {} : text(String(letter)), number(Number(n))],
      }));
      await apply(target, id, { appendCells: { sheetId: 1, rows, fields: 'userEnteredValue' } });
      const sortSpecs = [
        { dimensionIndex: 0, sortOrder: 'ASCENDING' },
        { dimensionIndex: 1, sortOrder: 'DESCENDING' },
      ];
      await apply(target, id, { sortRange: { range: { sheetId: 1 }, sortSpecs } });
      expect(await read(target, id, 'Tickets')).toEqual([
        ['a', 2],
        ['a', 1],
        ['b', 1],
        ['', 9],
      ]);
    },
  },
  {
    name: 'set-up requests answer what they made',
    async run(target) {
      const id = await book(target);
      const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 1 };
      const [added, protection, view, , validated, replaced] = await apply(
        target,
        id,
        {
          addSheet: {
            properties: {
              sheetId: 9,
              title: 'Journal',
              hidden: true,
              gridProperties: { rowCount: 3, columnCount: 2, frozenRowCount: 1 },
            },
          },
        },
        { addProtectedRange: { protectedRange: { range, description: 'desk', warningOnly: true } } },
        { addFilterView: { filter: { title: 'Mine', range: { sheetId: 1 } } } },
        {
          addConditionalFormatRule: {
            rule: {
              ranges: [range],
              booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
            },
          },
        },
        {
          setDataValidation: {
            range,
            rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'low' }] }, strict: true },
          },
        },
        { findReplace: { find: 'x', replacement: 'y', allSheets: true } },
      );
      expect(added).toEqual({
        addSheet: {
          properties: {
            sheetId: 9,
            title: 'Journal',
            index: 2,
            sheetType: 'GRID',
            hidden: true,
            gridProperties: { rowCount: 3, columnCount: 2, frozenRowCount: 1 },
          },
        },
      });
      expect(protection?.addProtectedRange?.protectedRange).toMatchObject({
        range,
        description: 'desk',
        warningOnly: true,
      });
      expect(typeof view?.addFilterView?.filter?.filterViewId).toBe('number');
      expect([validated, replaced]).toEqual([{}, { findReplace: {} }]);
    },
  },
  ...refusals(),
];

/** What Google refuses. Sources: the reference of each request, and Google's limits for Sheets. */
function refusals(): Expectation[] {
  const cases: readonly (readonly [string, (id: string) => sheets_v4.Schema$Request, RegExp])[] = [
    [
      'an unknown tab',
      () => ({ appendCells: { sheetId: 77, rows: [], fields: '*' } }),
      /^400 Invalid requests\[0\]\.appendCells: No grid with id: 77/,
    ],
    [
      'a write without fields',
      () => ({ updateCells: { start: { sheetId: 1 }, rows: [] } }),
      /At least one field must be listed/,
    ],
    [
      'a field that does not exist',
      () => ({ updateCells: { start: { sheetId: 1 }, rows: [], fields: 'value' } }),
      /Invalid field: value/,
    ],
    [
      'a column beyond the grid',
      () => ({
        updateCells: {
          start: { sheetId: 1, columnIndex: 3 },
          rows: [{ values: [text('a'), text('b')] }],
          fields: '*',
        },
      }),
      /Attempting to write column: 4, beyond the last requested column of: 3/,
    ],
    [
      'a text of more than 50,000 characters',
      () => ({
        updateCells: { start: { sheetId: 1 }, rows: [{ values: [text('x'.repeat(50_001))] }], fields: '*' },
      }),
      /more than the maximum of 50000 characters/,
    ],
    [
      'a second tab of the same name',
      () => ({ addSheet: { properties: { title: 'tickets' } } }),
      /already exists/,
    ],
    [
      'more than ten million cells',
      () => ({ appendDimension: { sheetId: 1, dimension: 'ROWS', length: 2_500_000 } }),
      /above the limit of 10000000 cells/,
    ],
    [
      'deleting every row',
      () => ({ deleteDimension: { range: { sheetId: 1, dimension: 'ROWS' } } }),
      /can't delete all the rows/,
    ],
    [
      'a request Google does not know',
      () => ({ writeCells: {} }) as sheets_v4.Schema$Request,
      /^400 .*Unknown name "writeCells"/,
    ],
  ];
  return [
    ...cases.map(([what, request, message]) => ({
      name: `${what} is refused`,
      async run(target: SheetsTarget) {
        const id = await book(target);
        expect(await refusal(apply(target, id, request(id)))).toMatch(message);
      },
    })),
    {
      name: 'an unknown spreadsheet, tab or range is refused',
      async run(target) {
        const id = await book(target);
        expect(await refusal(read(target, 'nowhere', 'A1'))).toMatch(/^404 /);
        expect(await refusal(read(target, id, 'Nobody!A1'))).toBe('400 Unable to parse range: Nobody!A1');
        expect(await refusal(read(target, id, 'Tickets!A11'))).toMatch(
          /^400 .*exceeds grid limits\. Max rows: 10, max columns: 4/,
        );
      },
    },
    {
      name: 'the sixty-first read of a minute is refused, and a minute later all is well',
      async run(target) {
        const id = await book(target);
        target.nextMinute();
        for (let n = 0; n < 60; n++) await read(target, id, 'Tickets!A1');
        expect(await refusal(read(target, id, 'Tickets!A1'))).toMatch(/^429 /);
        target.nextMinute();
        expect(await read(target, id, 'Tickets!A1')).toBeUndefined();
      },
    },
  ];
}
