// The few Sheets requests the desk writes with. Text is always a stringValue: it never becomes a formula.

export type SheetRequest = Readonly<Record<string, unknown>>;

interface CellData {
  readonly userEnteredValue: { readonly stringValue: string };
}

const cell = (text: string): CellData => ({ userEnteredValue: { stringValue: text.slice(0, 50_000) } });
const rowData = (cells: readonly string[]): { readonly values: readonly CellData[] } => ({
  values: cells.map(cell),
});

/** New rows after the last one that holds anything. */
export function append(sheetId: number, rows: readonly (readonly string[])[]): readonly SheetRequest[] {
  if (rows.length === 0) return [];
  return [{ appendCells: { sheetId, rows: rows.map(rowData), fields: 'userEnteredValue' } }];
}

/** Writes cells from a row and column on (0 is the first). */
export function overwrite(
  sheetId: number,
  at: { readonly row: number; readonly column: number },
  rows: readonly (readonly string[])[],
): SheetRequest {
  return {
    updateCells: {
      start: { sheetId, rowIndex: at.row, columnIndex: at.column },
      rows: rows.map(rowData),
      fields: 'userEnteredValue',
    },
  };
}

/** Takes rows (0 is the first) away, the last one first so that the others keep their places; the tab stays as long. */
export function removeRows(sheetId: number, rows: readonly number[]): readonly SheetRequest[] {
  if (rows.length === 0) return [];
  const going = [...rows].sort((a, b) => b - a);
  return [
    { appendDimension: { sheetId, dimension: 'ROWS', length: going.length } },
    ...going.map((row) => ({
      deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } },
    })),
  ];
}

/** Takes rows away for good, runs of them at once, the last run first; one empty row is left for a tab that had no other. */
export function dropRows(sheetId: number, rows: readonly number[]): readonly SheetRequest[] {
  if (rows.length === 0) return [];
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === row) last[1] = row + 1;
    else runs.push([row, row + 1]);
  }
  return [
    { appendDimension: { sheetId, dimension: 'ROWS', length: 1 } },
    ...runs.reverse().map(([startIndex, endIndex]) => ({
      deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex, endIndex } },
    })),
  ];
}
