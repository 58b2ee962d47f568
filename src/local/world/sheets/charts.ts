// Charts: adding, changing and deleting those that stand over a tab's cells or on a tab of their own.
import type { Book, Tab } from './book.ts';
import type { ChartSpec, EmbeddedChart, GridRange } from './google-types.ts';
import { gridArea, tabById } from './grid.ts';
import { invalid } from './refusal.ts';
import { newId, type Table } from './request-kinds.ts';

const kinds = [
  'basicChart',
  'bubbleChart',
  'candlestickChart',
  'histogramChart',
  'orgChart',
  'pieChart',
  'scorecardChart',
  'treemapChart',
  'waterfallChart',
] as const;

const basicTypes = ['BAR', 'LINE', 'AREA', 'COLUMN', 'SCATTER', 'COMBO', 'STEPPED_AREA'];

export const charts: Table = {
  addChart: (book, { chart: given }) => {
    checkSpec(book, given?.spec);
    const anchor = given?.position?.overlayPosition?.anchorCell;
    if (!anchor) throw invalid('chart.position must have an overlayPosition with an anchorCell');
    const tab = tabById(book, anchor.sheetId);
    if ((anchor.rowIndex ?? 0) >= tab.rowCount || (anchor.columnIndex ?? 0) >= tab.columnCount)
      throw invalid('The anchor cell of the chart lies beyond the grid');
    const chart = { ...given, chartId: given?.chartId ?? newId(book) };
    if (chartById(book, chart.chartId)) throw invalid(`A chart with ID ${chart.chartId} already exists.`);
    tab.charts.push(chart);
    return { addChart: { chart } };
  },
  updateChartSpec: (book, { chartId, spec }) => {
    checkSpec(book, spec);
    const found = chartById(book, chartId);
    if (!found) throw invalid(`No chart with id: ${chartId}`);
    found.tab.charts = found.tab.charts.map((one) =>
      one === found.chart ? { ...one, ...(spec ? { spec } : {}) } : one,
    );
  },
  deleteEmbeddedObject: (book, { objectId }) => {
    const found = chartById(book, objectId);
    if (!found) throw invalid(`No object with id: ${objectId}`);
    found.tab.charts = found.tab.charts.filter((one) => one !== found.chart);
  },
};

function chartById(book: Book, id: number | undefined): { tab: Tab; chart: EmbeddedChart } | null {
  for (const tab of book.tabs)
    for (const chart of tab.charts) if (chart.chartId === id) return { tab, chart };
  return null;
}

function checkSpec(book: Book, spec: ChartSpec | undefined): void {
  const given = kinds.filter((kind) => Reflect.get(spec ?? {}, kind) !== undefined);
  if (!spec || given.length !== 1) throw invalid('chart.spec must have exactly one kind of chart');
  if (spec.basicChart) {
    const { chartType, domains = [], series = [] } = spec.basicChart;
    if (!basicTypes.includes(chartType ?? '')) throw invalid(`Invalid chart type: ${chartType}`);
    if (series.length === 0) throw invalid('A basic chart needs at least one series');
    const lengths = [...domains.map(({ domain }) => domain), ...series.map((one) => one.series)].map((data) =>
      lengthOf(book, data?.sourceRange?.sources),
    );
    if (new Set(lengths).size > 1) throw invalid('Domains and series of a chart must be of one length');
  }
  if (spec.pieChart) {
    const { domain, series } = spec.pieChart;
    if (lengthOf(book, domain?.sourceRange?.sources) !== lengthOf(book, series?.sourceRange?.sources))
      throw invalid('Domain and series of a chart must be of one length');
  }
}

/** Each source must be one row or one column. */
function lengthOf(book: Book, sources: readonly GridRange[] | undefined): number {
  if (!sources || sources.length === 0) throw invalid('sourceRange.sources must not be empty');
  return sources.reduce((sum, range) => {
    const area = gridArea(book, range);
    const [rows, columns] = [area.endRow - area.row, area.endColumn - area.column];
    if (rows !== 1 && columns !== 1) throw invalid('A source of a chart must be one row or one column');
    return sum + Math.max(rows, columns);
  }, 0);
}
