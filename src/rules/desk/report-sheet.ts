// The Reports tab as requests: its cells every night, its formats and charts once.
import { figureColumns, type Unit } from './report-figures.ts';
import { blocks, type Report, type ReportCell, reportWidth } from './report-rows.ts';
import type { SheetRequest } from './sheet-requests.ts';
import { deskTabs } from './tabs.ts';

const { sheetId, header } = deskTabs.reports;
const stateColumn = header.indexOf('state');

/** All blocks, those of the night before overwritten to the last cell. */
export const reportRequests = (report: Report): readonly SheetRequest[] =>
  blocks.map(({ top, height, rows }) => {
    const cells = rows(report).slice(0, height);
    const all = Array.from({ length: height }, (_, row) =>
      Array.from({ length: reportWidth }, (_, column) => cells[row]?.[column] ?? null),
    );
    return {
      updateCells: {
        start: { sheetId, rowIndex: top, columnIndex: 0 },
        rows: all.map((row) => ({ values: row.map(cell) })),
        fields: 'userEnteredValue',
      },
    };
  });

/** Text is never a formula; nothing is an empty cell and not a 0. */
const cell = (value: ReportCell) => {
  if (value === null) return {};
  return { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } };
};

type Name = (typeof blocks)[number]['name'];
const block = (name: Name) => blocks.find((one) => one.name === name) as (typeof blocks)[number];

/** Once, when the first report is written: what people change about it afterwards stays. */
export function reportLooks(): readonly SheetRequest[] {
  const units = figureColumns.map(({ unit }) => unit);
  const { top, height } = block('summary');
  return [
    ...blocks.flatMap((one) => [bold(one.top, one.name === 'summary' ? 1 : 2)]),
    ...units.map((unit, at) => format(unit, { row: top + 1 + at, rows: 1, column: 1, columns: 4 })),
    ...(['weeks', 'months'] as const).flatMap((name) =>
      units.map((unit, at) => format(unit, { ...below(name), column: 1 + at, columns: 1 })),
    ),
    format('share', { ...below('promises'), column: 2, columns: 8 }),
    ...[5, 9, 13].map((column) => format('hours', { ...below('people'), column, columns: 1 })),
    ...[4, 7].map((column) => format('share', { ...below('words'), column, columns: 1 })),
    wide(0, 1, 230),
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: stateColumn, endIndex: stateColumn + 1 },
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    ...charts.map((one, at) => chart(one, { row: top, column: 5 + 4 * at, pixels: height * 20 })),
  ];
}

const below = (name: Name) => ({ row: block(name).top + 2, rows: block(name).height - 2 });

const bold = (row: number, rows: number): SheetRequest => ({
  repeatCell: {
    range: {
      sheetId,
      startRowIndex: row,
      endRowIndex: row + rows,
      startColumnIndex: 0,
      endColumnIndex: reportWidth,
    },
    cell: { userEnteredFormat: { textFormat: { bold: true } } },
    fields: 'userEnteredFormat.textFormat.bold',
  },
});

interface Place {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

const formats = {
  count: { type: 'NUMBER', pattern: '#,##0' },
  share: { type: 'PERCENT', pattern: '0%' },
  hours: { type: 'NUMBER', pattern: '#,##0.0' },
} as const satisfies Record<Unit, unknown>;

const format = (unit: Unit, { row, rows, column, columns }: Place): SheetRequest => ({
  repeatCell: {
    range: {
      sheetId,
      startRowIndex: row,
      endRowIndex: row + rows,
      startColumnIndex: column,
      endColumnIndex: column + columns,
    },
    cell: { userEnteredFormat: { numberFormat: formats[unit] } },
    fields: 'userEnteredFormat.numberFormat',
  },
});

const wide = (column: number, columns: number, pixelSize: number): SheetRequest => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + columns },
    properties: { pixelSize },
    fields: 'pixelSize',
  },
});

interface Chart {
  readonly title: string;
  readonly chartType: 'COLUMN' | 'LINE';
  /** By their titles in `figureColumns`. */
  readonly series: readonly string[];
}

const charts: readonly Chart[] = [
  { title: 'Tickets by week', chartType: 'COLUMN', series: ['Tickets opened', 'Resolved'] },
  { title: 'In time by week', chartType: 'LINE', series: ['First response in time', 'Resolution in time'] },
  { title: 'Breaches and escalations by week', chartType: 'COLUMN', series: ['Breaches', 'Escalations'] },
];

/** A quarter of a year. */
const weeksShown = 13;

/** The newest week stands on top of its table: reversed, time runs from left to right. */
function chart(
  { title, chartType, series }: Chart,
  at: { row: number; column: number; pixels: number },
): SheetRequest {
  const head = block('weeks').top + 1;
  const source = (column: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: head,
          endRowIndex: head + 1 + weeksShown,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const columnOf = (name: string): number => 1 + figureColumns.findIndex((each) => each.title === name);
  return {
    addChart: {
      chart: {
        spec: {
          title,
          basicChart: {
            chartType,
            legendPosition: 'BOTTOM_LEGEND',
            headerCount: 1,
            domains: [{ domain: source(0), reversed: true }],
            series: series.map((name) => ({ series: source(columnOf(name)), targetAxis: 'LEFT_AXIS' })),
          },
        },
        position: {
          overlayPosition: {
            anchorCell: { sheetId, rowIndex: at.row, columnIndex: at.column },
            widthPixels: 390,
            heightPixels: at.pixels,
          },
        },
      },
    },
  };
}
