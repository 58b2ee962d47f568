// The Reports tab as the workbench shows it: its blocks as they are formatted, its charts from their source cells.
import { blocks } from '../../rules/desk/report-rows.ts';
import { deskTabs } from '../../rules/desk/tabs.ts';
import type { Bench } from './bench.ts';
import type { ReportChart, ReportView } from './views.ts';

interface Source {
  readonly sourceRange: {
    readonly sources: readonly {
      readonly startRowIndex: number;
      readonly endRowIndex: number;
      readonly startColumnIndex: number;
    }[];
  };
}
interface Spec {
  readonly title?: string;
  readonly basicChart?: {
    readonly chartType: 'COLUMN' | 'LINE';
    readonly domains: readonly { readonly domain: Source; readonly reversed?: boolean }[];
    readonly series: readonly { readonly series: Source }[];
  };
}

const { name, sheetId } = deskTabs.reports;

export function reportView({ office: { world, workbook, support } }: Bench): ReportView {
  const shown = world.sheets.values(workbook, name, 'FORMATTED_VALUE').map((row) => row.map(String));
  const plain = world.sheets.values(workbook, name);
  const answer = world.sheets.handle(
    {
      method: 'GET',
      url: `https://sheets.googleapis.com/v4/spreadsheets/${workbook}?fields=sheets(properties,charts)`,
      headers: {},
      body: '',
    },
    { email: support, scopes: ['https://www.googleapis.com/auth/spreadsheets'] },
  );
  const { sheets } = JSON.parse(answer.body) as {
    sheets: { properties: { sheetId: number }; charts?: { spec: Spec }[] }[];
  };
  const charts = sheets.find(({ properties }) => properties.sheetId === sheetId)?.charts ?? [];
  return {
    blocks: blocks.flatMap(({ name: block, top, height }) => {
      const rows = shown.slice(top, top + height).filter((row) => row.some((cell) => cell !== ''));
      const least = block === 'summary' ? 2 : 3;
      return rows.length < least ? [] : [blockOf(block, rows)];
    }),
    charts: charts.flatMap(({ spec }) => chartOf(spec, plain, shown) ?? []),
  };
}

/** Without the column that is the desk's, and columns that are empty throughout. */
function blockOf(block: string, rows: readonly (readonly string[])[]): ReportView['blocks'][number] {
  const state = deskTabs.reports.header.indexOf('state');
  const width = Math.max(...rows.map((row) => row.slice(0, state).findLastIndex((cell) => cell !== '') + 1));
  const cut = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  const [first = [], ...rest] = cut;
  if (block !== 'summary') return { title: first[0] ?? '', head: rest[0] ?? [], rows: rest.slice(1) };
  const head = deskTabs.reports.header
    .slice(0, width)
    .map((title, at) => `${title} ${first[at] ?? ''}`.trim());
  return { title: 'At a glance', head: ['', ...head.slice(1)], rows: rest };
}

function chartOf({ title = '', basicChart }: Spec, plain: Cells, shown: Cells): ReportChart | null {
  const domain = basicChart?.domains[0];
  if (!basicChart || !domain) return null;
  const labels = cellsOf(domain.domain, shown).slice(1);
  const turned = <T>(values: readonly T[]): readonly T[] =>
    domain.reversed ? [...values].reverse() : values;
  const filled = labels.map((label) => label !== '' && label !== undefined);
  const only = <T>(values: readonly T[]): readonly T[] => turned(values.filter((_, at) => filled[at]));
  return {
    title,
    kind: basicChart.chartType === 'LINE' ? 'line' : 'column',
    labels: only(labels).map(String),
    series: basicChart.series.map(({ series }) => {
      const [head = '', ...values] = cellsOf(series, plain);
      return {
        name: String(head),
        values: only(values).map((value) => (typeof value === 'number' ? value : null)),
        shown: only(cellsOf(series, shown).slice(1)).map((value) => String(value ?? '')),
      };
    }),
  };
}

type Cells = readonly (readonly unknown[])[];

function cellsOf({ sourceRange: { sources } }: Source, cells: Cells): readonly unknown[] {
  return sources.flatMap(({ startRowIndex, endRowIndex, startColumnIndex }) =>
    Array.from(
      { length: endRowIndex - startRowIndex },
      (_, at) => cells[startRowIndex + at]?.[startColumnIndex],
    ),
  );
}
