// Words of which Google takes one: the published types call them texts, the reference lists them.
// Source: reference of each schema of Sheets API v4. Those of conditions and charts' kinds are checked with their rules.

const dimension = 'ROWS COLUMNS';
const axis = 'BOTTOM_AXIS LEFT_AXIS RIGHT_AXIS';
const legend = 'BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND';
const theme = 'TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 LINK';
const rendered = 'FORMATTED_VALUE UNFORMATTED_VALUE FORMULA';
const times = 'SERIAL_NUMBER FORMATTED_STRING';

/** By schema, or by method for its query. */
export const sheetsEnumerations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  NumberFormat: { type: 'TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC' },
  CellFormat: {
    horizontalAlignment: 'LEFT CENTER RIGHT',
    verticalAlignment: 'TOP MIDDLE BOTTOM',
    wrapStrategy: 'OVERFLOW_CELL LEGACY_WRAP CLIP WRAP',
    textDirection: 'LEFT_TO_RIGHT RIGHT_TO_LEFT',
    hyperlinkDisplayType: 'LINKED PLAIN_TEXT',
  },
  Border: { style: 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK NONE DOUBLE' },
  ColorStyle: { themeColor: theme },
  ThemeColorPair: { colorType: theme },
  SheetProperties: { sheetType: 'GRID OBJECT DATA_SOURCE' },
  SpreadsheetProperties: { autoRecalc: 'ON_CHANGE MINUTE HOUR' },
  DimensionRange: { dimension },
  AppendDimensionRequest: { dimension },
  DeleteRangeRequest: { shiftDimension: dimension },
  ValueRange: { majorDimension: dimension },
  SortSpec: { sortOrder: 'ASCENDING DESCENDING' },
  MergeCellsRequest: { mergeType: 'MERGE_ALL MERGE_COLUMNS MERGE_ROWS' },
  InterpolationPoint: { type: 'MIN MAX NUMBER PERCENT PERCENTILE' },
  DeveloperMetadata: { visibility: 'DOCUMENT PROJECT' },
  BasicChartSpec: {
    legendPosition: `${legend} INSIDE_LEGEND`,
    stackedType: 'NOT_STACKED STACKED PERCENT_STACKED',
    compareMode: 'DATUM CATEGORY',
  },
  BasicChartAxis: { position: axis },
  BasicChartSeries: {
    targetAxis: axis,
    type: 'BAR LINE AREA COLUMN SCATTER COMBO STEPPED_AREA',
  },
  PieChartSpec: { legendPosition: `${legend} LABELED_LEGEND` },
  'spreadsheets.values.append': { insertDataOption: 'OVERWRITE INSERT_ROWS' },
  'spreadsheets.values.get': { valueRenderOption: rendered, dateTimeRenderOption: times },
  'spreadsheets.values.batchget': { valueRenderOption: rendered, dateTimeRenderOption: times },
};
