// Problems at their cells: notes, colours and the Problems tab, as part of the tick's one write.
// A note keeps what somebody wrote in it. The colour is a conditional format of the desk's own, known by its formula,
// so that no cell's own colour is touched.
import type { Problem } from '../complaints/rules.ts';
import { makingTab } from '../rules/desk/making-tab.ts';
import { mostProblems, problemsRequest } from '../rules/desk/problem-rows.ts';
import type { SheetRequest } from '../rules/desk/sheet-requests.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { isMarked, type Mark, marksIn, noteWith, spotOf } from '../rules/marks.ts';
import type { Workbook } from '../rules/sheet.ts';
import { type Ask, ask, isGood, read } from './answers.ts';
import { api, type Book } from './workbook.ts';

interface Range {
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

interface Rule {
  readonly ranges?: readonly Range[];
  readonly booleanRule?: {
    readonly condition?: { readonly values?: readonly { userEnteredValue?: string }[] };
  };
}

interface Seen {
  readonly properties?: {
    readonly sheetId?: number;
    readonly title?: string;
    readonly gridProperties?: { readonly rowCount?: number };
  };
  readonly conditionalFormats?: readonly Rule[];
  readonly data?: readonly {
    readonly rowData?: readonly { readonly values?: readonly { note?: string }[] }[];
  }[];
}

export interface Marks {
  readonly requests: readonly SheetRequest[];
  /** Whether cells carry marks afterwards. */
  readonly marked: boolean;
}

/** `problems` null: the rules were not read, and nothing is marked anew. */
export function marksNow(
  workbook: string,
  { state, ruleTabs }: Book,
  problems: readonly Problem[] | null,
): Marks {
  const marked = state?.marked ?? false;
  if (!ruleTabs || problems === null || (problems.length === 0 && !marked)) return { requests: [], marked };
  const requests = markRequests(workbook, ruleTabs, problems);
  return requests === null ? { requests: [], marked } : { requests, marked: problems.length > 0 };
}

/** What must be written so that the marks are those of these problems; null where the workbook did not answer. */
export function markRequests(
  workbook: string,
  tabs: Workbook,
  problems: readonly Problem[],
): readonly SheetRequest[] | null {
  const answers = ask(asks(workbook, Object.keys(tabs)));
  if (!answers.every(isGood)) return null;
  const [all = [], noted = []] = answers.map(
    (answer) => read<{ sheets?: Seen[] }>(answer, 'Reading the workbook').sheets ?? [],
  );
  const shown = problems.slice(0, mostProblems);
  const marks = marksIn(shown, tabs);
  const marksOf = ({ properties }: Seen): readonly Mark[] => marks.get(nameOf(properties?.title)) ?? [];
  return [
    ...noted.flatMap((sheet) => noteRequests(idOf(sheet), sheet, marksOf(sheet))),
    ...all.flatMap((sheet) => colourRequests(idOf(sheet), sheet.conditionalFormats ?? [], marksOf(sheet))),
    ...roomForProblems(all),
    problemsRequest(
      shown.map((problem) => {
        const sheet = all.find(({ properties }) => nameOf(properties?.title) === nameOf(problem.tab));
        const spot = spotOf(problem, tabs);
        return { problem, at: sheet && spot ? { ...spot, sheetId: idOf(sheet) } : null };
      }),
    ),
  ];
}

const nameOf = (title = ''): string => title.trim().toLowerCase();
const idOf = ({ properties }: Seen): number => properties?.sheetId ?? 0;

function asks(workbook: string, tabs: readonly string[]): readonly Ask[] {
  const get = (query: string): Ask => ({ method: 'get', url: `${api}/${workbook}?${query}` });
  const properties = 'properties(sheetId,title,gridProperties(rowCount))';
  const rules = 'conditionalFormats(ranges,booleanRule(condition(values(userEnteredValue))))';
  const ranges = tabs.map((tab) => `ranges=${encodeURIComponent(`'${tab}'!A1:AZ`)}&`).join('');
  return [
    get(`fields=sheets(${properties},${rules})`),
    ...(tabs.length > 0 ? [get(`${ranges}fields=sheets(${properties},data(rowData(values(note))))`)] : []),
  ];
}

function noteRequests(sheetId: number, { data }: Seen, marks: readonly Mark[]): readonly SheetRequest[] {
  const rows = data?.[0]?.rowData ?? [];
  const wanted = new Map(marks.map((mark) => [`${mark.row},${mark.column}`, mark]));
  const left = rows.flatMap(({ values = [] }, row) =>
    values.flatMap(({ note = '' }, column) =>
      isMarked(note) && !wanted.has(`${row},${column}`) ? [{ row, column, problems: [] }] : [],
    ),
  );
  return [...marks, ...left].flatMap(({ row, column, problems }) => {
    const before = rows[row]?.values?.[column]?.note ?? '';
    const note = noteWith(before, problems);
    if (note === before) return [];
    const start = { sheetId, rowIndex: row, columnIndex: column };
    return [{ updateCells: { start, rows: [{ values: [note === '' ? {} : { note }] }], fields: 'note' } }];
  });
}

const colours = {
  error: { red: 0.96, green: 0.78, blue: 0.76 },
  warning: { red: 0.99, green: 0.91, blue: 0.7 },
  hint: { red: 0.85, green: 0.92, blue: 0.98 },
};
type Level = keyof typeof colours;
const levels = ['error', 'warning', 'hint'] as const;

/** Always true, and says whose it is. */
const formulaOf = (level: Level): string => `=N("Tierline ${level}")=0`;
const formulas: readonly string[] = levels.map(formulaOf);

function colourRequests(
  sheetId: number,
  rules: readonly Rule[],
  marks: readonly Mark[],
): readonly SheetRequest[] {
  const own = rules
    .map((rule, index) => ({
      rule,
      index,
      formula: rule.booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '',
    }))
    .filter(({ formula }) => formulas.includes(formula));
  const wanted = levels.flatMap((level) => {
    const ranges = marks.filter((mark) => levelOf(mark) === level).map((mark) => cellRange(sheetId, mark));
    return ranges.length > 0 ? [{ formula: formulaOf(level), level, ranges }] : [];
  });
  const there = own.map(({ formula, rule }) => formula + cellsText(rule.ranges ?? [])).sort();
  const asked = wanted.map(({ formula, ranges }) => formula + cellsText(ranges)).sort();
  if (there.join() === asked.join()) return [];
  return [
    ...own.reverse().map(({ index }) => ({ deleteConditionalFormatRule: { sheetId, index } })),
    ...wanted.map(({ formula, level, ranges }) => ({
      addConditionalFormatRule: {
        index: 0,
        rule: {
          ranges,
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
            format: { backgroundColorStyle: { rgbColor: colours[level] } },
          },
        },
      },
    })),
  ];
}

const levelOf = ({ problems }: Mark): Level =>
  levels.find((level) => problems.some((problem) => (problem.level ?? 'error') === level)) ?? 'hint';

const cellRange = (sheetId: number, { row, column }: Mark) => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});

const cellsText = (ranges: readonly Range[]): string =>
  ranges
    .map(({ startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex }) =>
      [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].join(':'),
    )
    .sort()
    .join(' ');

/** A workbook that an earlier version set up has no such tab, and rows can be deleted. */
function roomForProblems(sheets: readonly Seen[]): readonly SheetRequest[] {
  const { sheetId } = deskTabs.problems;
  const tab = sheets.find((sheet) => idOf(sheet) === sheetId);
  if (!tab) return makingTab(deskTabs.problems);
  const lacking = mostProblems + 1 - (tab.properties?.gridProperties?.rowCount ?? 0);
  return lacking > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: lacking } }] : [];
}
