// The requests that give a rules tab its header, notes, drop-downs and plain text, where it lacks them.
import { folded } from '../../../rules/cell.ts';
import type { Choices } from '../../../rules/column.ts';
import { findHeader } from '../../../rules/header.ts';
import type { Cell, Sheet } from '../../../rules/sheet.ts';
import type { ShownTable } from '../../../rules/shown-tables.ts';
import { settings } from '../../../rules/tables/settings.ts';
import { settingsShown } from '../../../rules/tables/settings-shown.ts';
import type { Requests } from '../google.ts';
import { columnsOf } from './columns.ts';
import { dropDown, isSame } from './drop-downs.ts';
import { type SeenBook, type SeenCell, type SeenTab, tabIn } from './seen.ts';

export interface WantedTab {
  readonly table: ShownTable;
  /** For a tab that is not there yet. */
  readonly sheetId: number;
  /** Header and rows for a tab that is not there or empty. */
  readonly starter: Sheet;
}

const spareRows = 300;

export function ruleTabRequests(book: SeenBook, { table, sheetId, starter }: WantedTab): Requests {
  const seen = tabIn(book, table.tab);
  const isBlank = !seen || seen.rows.every((row) => row.every(({ text }) => text === ''));
  const id = seen?.sheetId ?? sheetId;
  return [
    ...(seen ? frozen(seen) : [added(table.tab, sheetId, starter)]),
    ...(isBlank ? filled(id, starter, seen) : missingColumns(table, seen)),
    ...overColumns(table, { id, rows: isBlank ? cellsOf(starter) : withMissing(table, seen), isBlank, book }),
  ];
}

const added = (title: string, sheetId: number, starter: Sheet): Requests[number] => ({
  addSheet: {
    properties: {
      sheetId,
      title,
      gridProperties: {
        rowCount: starter.length + spareRows,
        columnCount: (starter[0]?.length ?? 1) + 2,
        frozenRowCount: 1,
      },
    },
  },
});

const frozen = ({ sheetId, frozenRows }: SeenTab): Requests =>
  frozenRows > 0
    ? []
    : [
        {
          updateSheetProperties: {
            properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
            fields: 'gridProperties.frozenRowCount',
          },
        },
      ];

/** Plain text first: `08:00`, `1h` and `2026-12-24` stay what somebody typed. */
function filled(sheetId: number, starter: Sheet, seen: SeenTab | undefined): Requests {
  const width = starter[0]?.length ?? 1;
  const lacking = seen ? width - seen.columnCount : 0;
  return [
    ...(lacking > 0 ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: lacking } }] : []),
    plainText({ sheetId, startRowIndex: 1 }),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: starter.map((row) => ({ values: row.map(entered) })),
        fields: 'userEnteredValue',
      },
    },
    boldHeader(sheetId, 0),
  ];
}

const plainText = (range: { sheetId: number; startRowIndex: number; startColumnIndex?: number }) => ({
  repeatCell: {
    range,
    cell: {
      userEnteredFormat: { numberFormat: { type: 'TEXT' }, wrapStrategy: 'WRAP', verticalAlignment: 'TOP' },
    },
    fields: 'userEnteredFormat(numberFormat,wrapStrategy,verticalAlignment)',
  },
});

const boldHeader = (sheetId: number, row: number) => ({
  repeatCell: {
    range: { sheetId, startRowIndex: row, endRowIndex: row + 1 },
    cell: { userEnteredFormat: { textFormat: { bold: true } } },
    fields: 'userEnteredFormat.textFormat.bold',
  },
});

const entered = (cell: Cell): object =>
  cell === null || cell === '' ? {} : { userEnteredValue: { stringValue: String(cell) } };

const textsOf = (rows: readonly (readonly SeenCell[])[]): Sheet =>
  rows.map((row) => row.map(({ text }) => text));

function lackingOf(table: ShownTable, seen: SeenTab) {
  const { row, at } = findHeader(
    table.tab,
    textsOf(seen.rows),
    table.columns.map(({ column }) => column),
  );
  const required = columnsOf(table).filter(({ header }) => !at.has(folded(header)));
  return { row, lacking: required, next: seen.rows[row]?.length ?? 0 };
}

/** After the last header; an admin's own columns stay where they are. */
function missingColumns(table: ShownTable, seen: SeenTab): Requests {
  const { row, lacking, next } = lackingOf(table, seen);
  if (lacking.length === 0) return [];
  const more = next + lacking.length - seen.columnCount;
  const { sheetId } = seen;
  return [
    ...(more > 0 ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: more } }] : []),
    plainText({ sheetId, startRowIndex: row + 1, startColumnIndex: next }),
    {
      updateCells: {
        start: { sheetId, rowIndex: row, columnIndex: next },
        rows: [{ values: lacking.map(({ header }) => entered(header)) }],
        fields: 'userEnteredValue',
      },
    },
    boldHeader(sheetId, row),
  ];
}

function withMissing(table: ShownTable, seen: SeenTab): readonly (readonly SeenCell[])[] {
  const { row, lacking, next } = lackingOf(table, seen);
  const blank = { text: '', note: '', validation: null, plainText: false };
  return seen.rows.map((cells, index) => {
    if (index !== row || lacking.length === 0) return cells;
    return [...cells.slice(0, next), ...lacking.map(({ header }) => ({ ...blank, text: header }))];
  });
}

const cellsOf = (sheet: Sheet): readonly (readonly SeenCell[])[] =>
  sheet.map((row) =>
    row.map((cell) => ({ text: String(cell ?? ''), note: '', validation: null, plainText: true })),
  );

interface Over {
  readonly id: number;
  readonly rows: readonly (readonly SeenCell[])[];
  readonly isBlank: boolean;
  readonly book: SeenBook;
}

/** Help notes and drop-downs, wherever the admin moved the columns. */
function overColumns(table: ShownTable, { id, rows, book }: Over): Requests {
  const { row, at } = findHeader(
    table.tab,
    textsOf(rows),
    table.columns.map(({ column }) => column),
  );
  const requests = columnsOf(table).flatMap(({ header, note, choices }) => {
    const column = at.get(folded(header));
    if (column === undefined) return [];
    const below = rows[row + 1]?.[column];
    const area = {
      sheetId: id,
      startRowIndex: row + 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    return [
      ...(rows[row]?.[column]?.note === note ? [] : [noted({ sheetId: id, row, column }, note)]),
      ...validated(area, choices, below, book),
    ];
  });
  return [...requests, ...(table.tab === 'Settings' ? overSettings({ id, rows, at, book }) : [])];
}

const settingKeys = Object.keys(settings) as readonly (keyof typeof settings)[];

/** Each setting has its own drop-down, beside its name. */
function overSettings({
  id,
  rows,
  at,
  book,
}: Omit<Over, 'isBlank'> & { at: ReadonlyMap<string, number> }): Requests {
  const [names, values] = [at.get('setting') ?? 0, at.get('value') ?? 1];
  return rows.flatMap((row, index) => {
    const key = settingKeys.find((each) => folded(settings[each].name) === folded(row[names]?.text ?? ''));
    const choices = (key && settingsShown[key].choices) ?? null;
    const area = {
      sheetId: id,
      startRowIndex: index,
      endRowIndex: index + 1,
      startColumnIndex: values,
      endColumnIndex: values + 1,
    };
    return validated(area, choices, row[values], book);
  });
}

const noted = (at: { sheetId: number; row: number; column: number }, note: string): Requests[number] => ({
  updateCells: {
    start: { sheetId: at.sheetId, rowIndex: at.row, columnIndex: at.column },
    rows: [{ values: [{ note }] }],
    fields: 'note',
  },
});

type Area = NonNullable<NonNullable<Requests[number]['setDataValidation']>['range']>;

function validated(
  range: Area,
  choices: Choices | null,
  cell: SeenCell | undefined,
  book: SeenBook,
): Requests {
  if (choices === null) return [];
  const rule = dropDown(choices, book);
  return isSame(cell?.validation ?? null, rule) ? [] : [{ setDataValidation: { range, rule } }];
}
