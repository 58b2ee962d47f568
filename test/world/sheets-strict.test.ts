// The imitated Sheets is no more lenient than Google's: names of ranges, masks, moved ranges, rights and limits.
import { createClock } from '../../src/local/world/clock.ts';
import { createChance } from '../../src/local/world/random.ts';
import { createSheets } from '../../src/local/world/sheets/sheets.ts';

const me = 'support@example.com';
const bo = 'bo@example.com';
const clock = createClock(Date.parse('2026-03-02T09:00:00Z'));
const world = createSheets({ clock, random: createChance(1).next, onHandEdit: () => {} });

function call(method: string, path: string, body: unknown = null, email = me) {
  clock.advance(5_000);
  const url = `https://sheets.googleapis.com/v4/spreadsheets${path}`;
  const { status, body: text } = world.handle(
    { method, url, headers: {}, body: body === null ? null : JSON.stringify(body) },
    { email, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
  return { status, answer: JSON.parse(text) };
}

let id = '';
beforeEach(() => {
  const grid = { gridProperties: { rowCount: 20, columnCount: 6 } };
  const titles = ['Cover', 'Desk', 'A b', 'A1', 'Q&A'];
  const sheets = titles.map((title, sheetId) => ({ properties: { sheetId, title, ...grid } }));
  id = call('POST', '', { properties: { title: 'Book' }, sheets }).answer.spreadsheetId;
  for (const title of titles) {
    const range = encodeURIComponent(`'${title}'!A1`);
    call('PUT', `/${id}/values/${range}?valueInputOption=RAW`, { values: [[title]] });
  }
});

const change = (...requests: object[]) => call('POST', `/${id}:batchUpdate`, { requests });
const asBo = (...requests: object[]) => call('POST', `/${id}:batchUpdate`, { requests }, bo);
const tab = (index = 1) => call('GET', `/${id}`).answer.sheets[index];
function first(range: string): unknown {
  const { status, answer } = call('GET', `/${id}/values/${encodeURIComponent(range)}`);
  return status === 200 ? (answer.values?.[0]?.[0] ?? '') : status;
}

// Source: Sheets API guide, "A1 notation" and its tip on objects that share a name.
test('quotes are needed where a title has spaces or special characters', () => {
  expect(["'A b'!A1", "'A b'", "'Q&A'!A1", 'Desk!A1'].map(first)).toEqual(['A b', 'A b', 'Q&A', 'Desk']);
  expect(['A b!A1', 'A b', 'Q&A!A1'].map(first)).toEqual([400, 400, 400]);
});

test('a cell without a tab is of the first tab that can be seen, and a tab called like a cell needs quotes', () => {
  expect(['A1', "'A1'"].map(first)).toEqual(['Cover', 'A1']);
  change({ updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } });
  expect(first('A1')).toBe('Desk');
});

test('a named range comes before a tab of its name', () => {
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  change({ addNamedRange: { namedRange: { name: 'Desk', range } } });
  expect(['Desk', "'Desk'", 'Desk!A1'].map(first)).toEqual(['Cover', 'Desk', 'Desk']);
});

// Source: reference of each update request, "fields".
test.each([
  ['updateSheetProperties', { properties: { sheetId: 1, hidden: true }, fields: 'hiden' }],
  ['updateSheetProperties', { properties: { sheetId: 1, hidden: true } }],
  [
    'updateDimensionProperties',
    {
      range: { sheetId: 1, dimension: 'COLUMNS' },
      properties: { hiddenByUser: true },
      fields: 'hidden',
    },
  ],
  [
    'repeatCell',
    { range: { sheetId: 1 }, cell: { userEnteredFormat: {} }, fields: 'userEnteredFormat.bold' },
  ],
  ['updateCells', { start: { sheetId: 1 }, rows: [{ values: [{ hyperlink: 'a' }] }], fields: 'hyperlink' }],
])('%s is refused with a mask that Google does not take', (kind, request) => {
  expect(change({ [kind]: request }).status).toBe(400);
});

test('what a mask does not name stays as it was', () => {
  const range = { sheetId: 1, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 };
  const properties = { hiddenByUser: true, pixelSize: 50 };
  change({ updateDimensionProperties: { range, properties, fields: 'pixelSize' } });
  change({ updateDimensionProperties: { range, properties: {}, fields: 'hiddenByUser' } });
  expect(world.snapshot().books.find((book) => book.id === id)?.tabs[1]?.columns).toEqual({
    2: { pixelSize: 50 },
  });
});

test('what of a cell the world does not keep is not passed over in silence', () => {
  const rows = [{ values: [{ textFormatRuns: [] }] }];
  expect(() => change({ updateCells: { start: { sheetId: 1 }, rows, fields: 'textFormatRuns' } })).toThrow(
    'does not imitate textFormatRuns',
  );
  const range = `/${id}/values/Desk!A1?valueInputOption=RAW&includeValuesInResponse=true`;
  expect(() => call('PUT', range, { values: [['a']] })).toThrow('does not imitate includeValuesInResponse');
});

// Source: reference of DeleteDimensionRequest and InsertDimensionRequest; what stands in the cells moves with them.
test('widths, hidden columns and the sources of charts move with their columns', () => {
  const source = (column: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId: 1,
          startRowIndex: 0,
          endRowIndex: 4,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const spec = { pieChart: { domain: source(3), series: source(4) } };
  const position = { overlayPosition: { anchorCell: { sheetId: 0 } } };
  const columns = (startIndex: number, endIndex: number) => ({
    sheetId: 1,
    dimension: 'COLUMNS',
    startIndex,
    endIndex,
  });
  change(
    { addChart: { chart: { spec, position } } },
    {
      updateDimensionProperties: {
        range: columns(4, 5),
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    { deleteDimension: { range: columns(1, 2) } },
  );
  expect(tab(0).charts[0].spec.pieChart).toEqual({ domain: source(2), series: source(3) });
  expect(world.snapshot().books.find((book) => book.id === id)?.tabs[1]?.columns).toEqual({
    3: { hiddenByUser: true },
  });
});

test('what lay over deleted rows only is gone with them', () => {
  const range = { sheetId: 1, startRowIndex: 4, endRowIndex: 6 };
  const condition = { type: 'NOT_BLANK' };
  const booleanRule = { condition, format: { textFormat: { bold: true } } };
  change(
    { addNamedRange: { namedRange: { name: 'Some', range } } },
    { addProtectedRange: { protectedRange: { range, warningOnly: true } } },
    { addConditionalFormatRule: { rule: { ranges: [range], booleanRule } } },
    { deleteDimension: { range: { sheetId: 1, dimension: 'ROWS', startIndex: 3, endIndex: 7 } } },
  );
  expect([tab().protectedRanges, tab().conditionalFormats, first('Some')]).toEqual([
    undefined,
    undefined,
    400,
  ]);
});

test('deletions of one batch are done one after the other, each in the grid that the one before left', () => {
  const values = [0, 1, 2, 3, 4, 5].map((n) => [n]);
  call('PUT', `/${id}/values/Desk!A1:A6?valueInputOption=RAW`, { values });
  const gone = (startIndex: number) => ({
    deleteDimension: { range: { sheetId: 1, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 } },
  });
  change(gone(1), gone(2));
  expect(call('GET', `/${id}/values/Desk!A1:A6`).answer.values.flat()).toEqual(['0', '2', '4', '5']);
});

// Source: reference of BooleanRule.format.
test.each([
  ['a font size', { textFormat: { fontSize: 12 } }],
  ['a number format', { numberFormat: { type: 'DATE' } }],
])('a conditional format cannot set %s', (_, format) => {
  const booleanRule = { condition: { type: 'NOT_BLANK' }, format };
  const rule = { ranges: [{ sheetId: 1 }], booleanRule };
  expect(change({ addConditionalFormatRule: { rule } }).status).toBe(400);
});

// Source: reference of ProtectedRange.editors and requestingUserCanEdit.
test('who may not edit a protected range is not told who may, cannot loosen it and cannot write into it', () => {
  world.share(id, bo);
  const range = { sheetId: 1 };
  const [reply] = change({ addProtectedRange: { protectedRange: { range, editors: { users: [me] } } } })
    .answer.replies;
  const { protectedRangeId } = reply.addProtectedRange.protectedRange;
  const seen = call('GET', `/${id}`, null, bo).answer.sheets[1].protectedRanges;
  expect(seen).toEqual([{ range, protectedRangeId, requestingUserCanEdit: false }]);
  const loosened = { protectedRange: { protectedRangeId, warningOnly: true }, fields: 'warningOnly' };
  const rows = [{ values: [{ note: 'a' }] }];
  expect([
    asBo({ updateProtectedRange: loosened }).status,
    asBo({ updateCells: { start: { sheetId: 1 }, rows, fields: 'note' } }).status,
    asBo({ updateCells: { start: { sheetId: 0 }, rows, fields: 'note' } }).status,
  ]).toEqual([400, 400, 200]);
});

test('one tab can always be seen, ids of tabs are taken once, and columns end at ZZZ', () => {
  const hide = [0, 1, 2, 3, 4].map((sheetId) => ({
    updateSheetProperties: { properties: { sheetId, hidden: true }, fields: 'hidden' },
  }));
  expect(change(...hide).status).toBe(400);
  expect(change(...hide.slice(1)).status).toBe(200);
  expect(change({ duplicateSheet: { sourceSheetId: 1, newSheetId: 2 } }).status).toBe(400);
  expect(change({ addSheet: { properties: { sheetId: 2 } } }).status).toBe(400);
  const length = 18_278 - 6;
  expect(change({ appendDimension: { sheetId: 0, dimension: 'COLUMNS', length } }).status).toBe(200);
  expect(change({ appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 1 } }).status).toBe(400);
});
