// What lies over the cells of the imitated Sheets: charts, conditional formats and drop-downs, and what is refused.
import { createClock } from '../../src/local/world/clock.ts';
import { createChance } from '../../src/local/world/random.ts';
import { createSheets } from '../../src/local/world/sheets/sheets.ts';

const me = 'support@example.com';
const clock = createClock(Date.parse('2026-03-02T09:00:00Z'));
const world = createSheets({ clock, random: createChance(1).next, onHandEdit: () => {} });
const caller = { email: me, scopes: ['https://www.googleapis.com/auth/spreadsheets'] };

function call(method: string, path: string, body: unknown = null) {
  clock.advance(5_000);
  const url = `https://sheets.googleapis.com/v4/spreadsheets${path}`;
  const { status, body: text } = world.handle(
    { method, url, headers: {}, body: body === null ? null : JSON.stringify(body) },
    caller,
  );
  return { status, answer: JSON.parse(text) };
}

let id = '';
beforeEach(() => {
  const sheets = [
    { properties: { sheetId: 5, title: 'A', gridProperties: { rowCount: 20, columnCount: 6 } } },
  ];
  id = call('POST', '', { properties: { title: 'Book' }, sheets }).answer.spreadsheetId;
});

const change = (...requests: object[]) => call('POST', `/${id}:batchUpdate`, { requests });
const tab = () => call('GET', `/${id}`).answer.sheets[0];

const source = (startRowIndex: number, endRowIndex: number, column: number, width = 1) => ({
  sourceRange: {
    sources: [
      { sheetId: 5, startRowIndex, endRowIndex, startColumnIndex: column, endColumnIndex: column + width },
    ],
  },
});
const pie = (domain: object, series: object) => ({ title: 'Share', pieChart: { domain, series } });
const at = { overlayPosition: { anchorCell: { sheetId: 5, rowIndex: 1, columnIndex: 3 } } };
const sound = pie(source(0, 4, 0), source(0, 4, 1));

test('a chart is added, changed and deleted by its id', () => {
  const { answer } = change({ addChart: { chart: { spec: sound, position: at } } });
  const { chartId } = answer.replies[0].addChart.chart;
  change({ updateChartSpec: { chartId, spec: { ...sound, title: 'Other' } } });
  expect(tab().charts).toEqual([{ chartId, position: at, spec: { ...sound, title: 'Other' } }]);
  change({ deleteEmbeddedObject: { objectId: chartId } });
  expect(tab().charts).toBeUndefined();
});

test.each([
  ['no kind of chart', { spec: { title: 'x' }, position: at }],
  ['two kinds at once', { spec: { ...sound, orgChart: {} }, position: at }],
  ['no place', { spec: sound }],
  [
    'a place beyond the grid',
    { spec: sound, position: { overlayPosition: { anchorCell: { sheetId: 5, rowIndex: 99 } } } },
  ],
  ['a tab that is not there', { spec: sound, position: { overlayPosition: { anchorCell: { sheetId: 6 } } } }],
  ['a source of two columns', { spec: pie(source(0, 4, 0, 2), source(0, 4, 1)), position: at }],
  ['sources of other lengths', { spec: pie(source(0, 4, 0), source(0, 5, 1)), position: at }],
  ['a source beyond the grid', { spec: pie(source(0, 40, 0), source(0, 40, 1)), position: at }],
])('a chart with %s is refused', (_, chart) => {
  expect(change({ addChart: { chart } }).status).toBe(400);
  expect(tab().charts).toBeUndefined();
});

const ranges = [{ sheetId: 5, startRowIndex: 1 }];
const rule = (type: string, ...values: string[]) => ({
  ranges,
  booleanRule: {
    condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
    format: { textFormat: { bold: true } },
  },
});

test('conditional formats keep their order, and one can be replaced or moved', () => {
  const [one, two, three] = ['=A2=1', '=A2=2', '=A2=3'].map((formula) => rule('CUSTOM_FORMULA', formula));
  change(
    { addConditionalFormatRule: { index: 0, rule: one } },
    { addConditionalFormatRule: { index: 1, rule: two } },
  );
  change({ updateConditionalFormatRule: { sheetId: 5, index: 0, rule: three } });
  expect(tab().conditionalFormats).toEqual([three, two]);
  change({ updateConditionalFormatRule: { sheetId: 5, index: 0, newIndex: 1 } });
  expect(tab().conditionalFormats).toEqual([two, three]);
});

test.each([
  ['a formula without =', rule('CUSTOM_FORMULA', 'A2=1')],
  ['a condition of drop-downs', rule('ONE_OF_LIST', 'a')],
  ['an invented condition', rule('IS_RED')],
  ['no value where one is needed', rule('NUMBER_EQ')],
  ['two kinds of rule', { ...rule('NOT_BLANK'), gradientRule: {} }],
  ['no range', { ...rule('NOT_BLANK'), ranges: [] }],
])('a conditional format with %s is refused', (_, wrong) => {
  expect(change({ addConditionalFormatRule: { index: 0, rule: wrong } }).status).toBe(400);
});

test.each([
  ['no value', 'ONE_OF_LIST', [], 400],
  ['501 values', 'ONE_OF_LIST', Array.from({ length: 501 }, (_, n) => `v${n}`), 400],
  ['a range without =', 'ONE_OF_RANGE', ['A!B2:B'], 400],
  ['a range', 'ONE_OF_RANGE', ['=A!$B$2:$B'], 200],
  ['500 values', 'ONE_OF_LIST', Array.from({ length: 500 }, (_, n) => `v${n}`), 200],
  ['a condition of conditional formats', 'NOT_BLANK', [], 400],
])('a drop-down with %s (%s) is answered as Google does', (_, type, values, status) => {
  const condition = { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) };
  const range = { sheetId: 5, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
  expect(change({ setDataValidation: { range, rule: { condition } } }).status).toBe(status);
});

test.each(['A1', 'ab12', 'R1C1', 'true', '1st', 'with space', ''])('%j is no name for a range', (name) => {
  expect(change({ addNamedRange: { namedRange: { name, range: ranges[0] } } }).status).toBe(400);
});
