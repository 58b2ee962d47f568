// The Dashboard tab: open tickets by urgency and by severity, counted by formulas, each with a chart.
import { severities } from '../../../complaints/rules.ts';
import { deskTabs } from '../../../rules/desk/tabs.ts';
import { lettersOf } from '../../../rules/letters.ts';
import type { Requests } from '../google.ts';
import { nowAsText } from './colours.ts';
import { type SeenBook, tabIn } from './seen.ts';

export const dashboard = { name: 'Dashboard', sheetId: 7201 } as const;

const { name, header } = deskTabs.tickets;
const column = (title: (typeof header)[number]): string => {
  const letter = lettersOf(header.indexOf(title));
  return `${name}!${letter}2:${letter}`;
};
const due = column('Due');
const open = `(${column('Ticket')}<>"")*(${column('Status')}<>"resolved")*(${column('Status')}<>"closed")`;
const count = (condition: string): string => `=SUMPRODUCT(${open}*${condition})`;

interface Block {
  readonly title: string;
  readonly chart: 'column' | 'pie';
  readonly rows: readonly (readonly [label: string, formula: string])[];
}

const blocks: readonly Block[] = [
  {
    title: 'Open tickets by urgency',
    chart: 'column',
    rows: [
      ['Overdue', count(`(${due}<>"")*(${due}<=${nowAsText()})`)],
      ['Due within 2 hours', count(`(${due}>${nowAsText()})*(${due}<=${nowAsText('+2/24')})`)],
      ['Due later', count(`(${due}>${nowAsText('+2/24')})`)],
      ['No deadline', count(`(${due}="")`)],
    ],
  },
  {
    title: 'Open tickets by severity',
    chart: 'pie',
    rows: severities.map((one) => [one, count(`(${column('Severity')}="${one}")`)] as const),
  },
];

/** Each block has its rows under each other, with room between them. */
const top = (index: number): number => index * 18;

export function dashboardRequests(book: SeenBook): Requests {
  const seen = tabIn(book, dashboard.name);
  const sheetId = seen?.sheetId ?? dashboard.sheetId;
  const charts = blocks.flatMap((block, index) =>
    seen?.charts.includes(block.title) ? [] : [chart(block, sheetId, top(index))],
  );
  return [...(seen ? [] : [made, ...blocks.map((block, index) => written(block, top(index)))]), ...charts];
}

const made: Requests[number] = {
  addSheet: {
    properties: {
      sheetId: dashboard.sheetId,
      title: dashboard.name,
      index: 0,
      gridProperties: { rowCount: 60, columnCount: 12, hideGridlines: true },
    },
  },
};

const written = ({ title, rows }: Block, row: number): Requests[number] => ({
  updateCells: {
    start: { sheetId: dashboard.sheetId, rowIndex: row, columnIndex: 0 },
    rows: [
      {
        values: [
          { userEnteredValue: { stringValue: title }, userEnteredFormat: { textFormat: { bold: true } } },
          { userEnteredValue: { stringValue: 'Tickets' }, userEnteredFormat: { textFormat: { bold: true } } },
        ],
      },
      ...rows.map(([label, formula]) => ({
        values: [
          { userEnteredValue: { stringValue: label } },
          { userEnteredValue: { formulaValue: formula } },
        ],
      })),
    ],
    fields: 'userEnteredValue,userEnteredFormat.textFormat.bold',
  },
});

function chart({ title, chart: kind, rows }: Block, sheetId: number, row: number): Requests[number] {
  const source = (columnIndex: number, from: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: from,
          endRowIndex: row + 1 + rows.length,
          startColumnIndex: columnIndex,
          endColumnIndex: columnIndex + 1,
        },
      ],
    },
  });
  const spec =
    kind === 'pie'
      ? {
          title,
          pieChart: {
            legendPosition: 'RIGHT_LEGEND',
            domain: source(0, row + 1),
            series: source(1, row + 1),
          },
        }
      : {
          title,
          basicChart: {
            chartType: 'COLUMN',
            legendPosition: 'NO_LEGEND',
            headerCount: 1,
            domains: [{ domain: source(0, row) }],
            series: [{ series: source(1, row), targetAxis: 'LEFT_AXIS' }],
          },
        };
  const anchorCell = { sheetId, rowIndex: row, columnIndex: 3 };
  const overlayPosition = { anchorCell, widthPixels: 480, heightPixels: 300 };
  return { addChart: { chart: { spec, position: { overlayPosition } } } };
}
