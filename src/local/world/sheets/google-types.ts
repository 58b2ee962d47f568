// Google's own names for what the Sheets API takes and gives.

export type CellData = GoogleAppsScript.Sheets.Schema.CellData;
export type CellFormat = GoogleAppsScript.Sheets.Schema.CellFormat;
export type ExtendedValue = GoogleAppsScript.Sheets.Schema.ExtendedValue;
export type GridRange = GoogleAppsScript.Sheets.Schema.GridRange;
export type SheetProperties = GoogleAppsScript.Sheets.Schema.SheetProperties;
export type SpreadsheetProperties = GoogleAppsScript.Sheets.Schema.SpreadsheetProperties;
export type NamedRange = GoogleAppsScript.Sheets.Schema.NamedRange;
export type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;
export type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
export type FilterView = GoogleAppsScript.Sheets.Schema.FilterView;
export type BasicFilter = GoogleAppsScript.Sheets.Schema.BasicFilter;
export type BandedRange = GoogleAppsScript.Sheets.Schema.BandedRange;
export type BooleanCondition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
export type EmbeddedChart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
export type ChartSpec = GoogleAppsScript.Sheets.Schema.ChartSpec;
export type DimensionProperties = GoogleAppsScript.Sheets.Schema.DimensionProperties;
export type DimensionRange = GoogleAppsScript.Sheets.Schema.DimensionRange;
export type DeveloperMetadata = GoogleAppsScript.Sheets.Schema.DeveloperMetadata;
export type Request = GoogleAppsScript.Sheets.Schema.Request;
export type Response = GoogleAppsScript.Sheets.Schema.Response;
export type RowData = GoogleAppsScript.Sheets.Schema.RowData;
export type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
export type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;

/** What a kind of request of `spreadsheets.batchUpdate` takes. */
export type Asked<K extends keyof Request> = NonNullable<Request[K]>;
