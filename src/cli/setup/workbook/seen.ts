// What is in the workbook before setup touches it: tabs, first rows, and what lies over them.
import { deskTabs } from '../../../rules/desk/tabs.ts';
import { tables } from '../../../rules/tables.ts';
import type { Google, Seen } from '../google.ts';

export interface SeenCell {
  readonly text: string;
  readonly note: string;
  readonly validation: Validation | null;
  readonly plainText: boolean;
}

export type Validation = NonNullable<
  NonNullable<NonNullable<Seen['sheets']>[number]['data']>[number]['rowData']
>[number] extends { values?: (infer C)[] }
  ? C extends { dataValidation?: infer V }
    ? NonNullable<V>
    : never
  : never;

export interface SeenTab {
  readonly title: string;
  readonly sheetId: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  /** The first rows of a rules tab; all rows of Settings. */
  readonly rows: readonly (readonly SeenCell[])[];
  readonly protections: readonly { readonly id: number; readonly warningOnly: boolean }[];
  /** Formulas of the conditional formats. */
  readonly formats: readonly string[];
  /** Titles of the charts. */
  readonly charts: readonly string[];
}

export interface SeenBook {
  readonly title: string;
  readonly tabs: readonly SeenTab[];
  readonly names: readonly string[];
}

type Sheet = NonNullable<Seen['sheets']>[number];

export async function readBook(google: Google, spreadsheetId: string): Promise<SeenBook> {
  const { data: over } = await google.sheets.spreadsheets.get({
    spreadsheetId,
    fields:
      'spreadsheetId,properties(title),namedRanges(name),sheets(properties,protectedRanges,conditionalFormats,charts(chartId,spec(title)))',
  });
  const ruleTabs = (over.sheets ?? []).filter(isRules).map(titleOf);
  const ranges = ruleTabs.map((title) => `${quoted(title)}!A1:AZ${/^settings$/i.test(title) ? 100 : 6}`);
  const cells = ranges.length === 0 ? [] : await firstRows(google, spreadsheetId, ranges);
  return {
    title: over.properties?.title ?? '',
    names: (over.namedRanges ?? []).flatMap(({ name }) => name ?? []),
    tabs: (over.sheets ?? []).map((sheet) =>
      tabOf(
        sheet,
        cells.find((one) => titleOf(one) === titleOf(sheet)),
      ),
    ),
  };
}

async function firstRows(google: Google, spreadsheetId: string, ranges: string[]): Promise<readonly Sheet[]> {
  const { data } = await google.sheets.spreadsheets.get({
    spreadsheetId,
    ranges,
    includeGridData: true,
    fields:
      'sheets(properties(sheetId,title),data(rowData(values(userEnteredValue,note,dataValidation,userEnteredFormat(numberFormat)))))',
  });
  return data.sheets ?? [];
}

export const quoted = (title: string): string => `'${title.replace(/'/g, "''")}'`;
const titleOf = (sheet: Sheet): string => sheet.properties?.title ?? '';
const isRules = (sheet: Sheet): boolean =>
  tables.some(({ tab }) => tab.toLowerCase() === titleOf(sheet).trim().toLowerCase());

function tabOf(sheet: Sheet, cells: Sheet | undefined): SeenTab {
  const grid = sheet.properties?.gridProperties;
  return {
    title: titleOf(sheet),
    sheetId: sheet.properties?.sheetId ?? 0,
    columnCount: grid?.columnCount ?? 0,
    frozenRows: grid?.frozenRowCount ?? 0,
    rows: (cells?.data?.[0]?.rowData ?? []).map(({ values = [] }) =>
      values.map(({ userEnteredValue: value, note, dataValidation, userEnteredFormat }) => ({
        text: String(
          value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? value?.formulaValue ?? '',
        ),
        note: note ?? '',
        validation: dataValidation ?? null,
        plainText: userEnteredFormat?.numberFormat?.type === 'TEXT',
      })),
    ),
    // A protection of the whole tab names no rows or columns.
    protections: (sheet.protectedRanges ?? [])
      .filter(({ range }) => range?.startRowIndex == null && range?.startColumnIndex == null)
      .map(({ protectedRangeId, warningOnly }) => ({
        id: protectedRangeId ?? 0,
        warningOnly: warningOnly === true,
      })),
    formats: (sheet.conditionalFormats ?? []).flatMap(
      ({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue ?? [],
    ),
    charts: (sheet.charts ?? []).flatMap(({ spec }) => spec?.title ?? []),
  };
}

/** A tab by its name, or by its id where the desk gave it one. */
export const tabIn = (book: SeenBook, name: string): SeenTab | undefined =>
  book.tabs.find(({ title }) => title.trim().toLowerCase() === name.toLowerCase());

/** Desk tabs are found by id: what else has such a name was made by somebody else. */
export const strangers = (book: SeenBook): readonly string[] =>
  Object.values(deskTabs)
    .filter(({ name, sheetId }) => {
      const found = tabIn(book, name);
      return found !== undefined && found.sheetId !== sheetId;
    })
    .map(({ name }) => name);
