// What lies over cells: named and protected ranges, filters, conditional formats, sorting and replacing.
import { WorldError } from '../failure.ts';
import { type Book, type Cell, cellAt, isEmpty, putCell } from './book.ts';
import { entered } from './entry.ts';
import type { GridRange, Request } from './google-types.ts';
import { gridArea, tabById } from './grid.ts';
import { invalid } from './refusal.ts';
import { effective, shown } from './shown.ts';

export function sortRange(book: Book, given: NonNullable<Request['sortRange']>): void {
  const area = gridArea(book, given.range);
  const specs = given.sortSpecs ?? [];
  if (specs.length === 0) throw invalid('At least one sort spec must be given.');
  for (const { dimensionIndex = 0 } of specs) {
    if (dimensionIndex < area.column || dimensionIndex >= area.endColumn) {
      throw invalid(`Sort column ${dimensionIndex} lies outside the range`);
    }
  }
  const lines: (Cell | null)[][] = [];
  for (let row = area.row; row < area.endRow; row++) {
    lines.push(
      Array.from({ length: area.endColumn - area.column }, (_, at) =>
        cellAt(area.tab, row, area.column + at),
      ),
    );
  }
  const sorted = [...lines].sort((a, b) => {
    for (const { dimensionIndex = 0, sortOrder } of specs) {
      const [one, other] = [a[dimensionIndex - area.column] ?? null, b[dimensionIndex - area.column] ?? null];
      // Empty cells come last in either order.
      if (isEmpty(one) !== isEmpty(other)) return isEmpty(one) ? 1 : -1;
      const way = compare(one, other) * (sortOrder === 'DESCENDING' ? -1 : 1);
      if (way !== 0) return way;
    }
    return 0;
  });
  sorted.forEach((line, down) => {
    line.forEach((cell, right) => {
      if (cell || cellAt(area.tab, area.row + down, area.column + right)) {
        putCell(area.tab, area.row + down, area.column + right, cell);
      }
    });
  });
}

/** Numbers before text before booleans; text without regard to case. */
function compare(a: Cell | null, b: Cell | null): number {
  const key = (cell: Cell | null): readonly [number, number | string] => {
    const value = cell?.userEnteredValue ? effective(cell.userEnteredValue) : {};
    if (typeof value.numberValue === 'number') return [0, value.numberValue];
    if (typeof value.stringValue === 'string') return [1, value.stringValue.toLowerCase()];
    return [2, value.boolValue ? 1 : 0];
  };
  const [[kindA, valueA], [kindB, valueB]] = [key(a), key(b)];
  if (kindA !== kindB) return kindA - kindB;
  return valueA < valueB ? -1 : valueA > valueB ? 1 : 0;
}

export function findReplace(book: Book, given: NonNullable<Request['findReplace']>) {
  if (!given.find) throw invalid('find must not be empty');
  if (given.searchByRegex || given.includeFormulas) {
    throw new WorldError('the world does not imitate findReplace with patterns or formulas');
  }
  const areas = given.allSheets
    ? book.tabs.map((tab) => gridArea(book, { sheetId: tab.properties.sheetId }))
    : [gridArea(book, given.range ?? { sheetId: tabById(book, given.sheetId).properties.sheetId })];
  const escaped = given.find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(given.matchEntireCell ? `^${escaped}$` : escaped, given.matchCase ? 'g' : 'gi');
  let [values, occurrences] = [0, 0];
  const rows = new Set<string>();
  const sheets = new Set<number>();
  for (const area of areas) {
    for (let row = area.row; row < Math.min(area.endRow, area.tab.rows.length); row++) {
      for (let column = area.column; column < area.endColumn; column++) {
        const cell = cellAt(area.tab, row, column);
        if (isEmpty(cell) || cell?.userEnteredValue?.formulaValue !== undefined) continue;
        const text = String(shown(cell, 'FORMATTED_VALUE', 'FORMATTED_STRING'));
        const found = text.match(pattern)?.length ?? 0;
        if (found === 0) continue;
        const replaced = text.replace(pattern, () => given.replacement ?? '');
        putCell(area.tab, row, column, entered(replaced, { option: 'USER_ENTERED', year: 1900 }, cell));
        values += 1;
        occurrences += found;
        rows.add(`${area.tab.properties.sheetId} ${row}`);
        sheets.add(area.tab.properties.sheetId);
      }
    }
  }
  return {
    ...(values > 0 ? { valuesChanged: values, occurrencesChanged: occurrences } : {}),
    ...(rows.size > 0 ? { rowsChanged: rows.size, sheetsChanged: sheets.size } : {}),
  };
}

export function deleteRange(book: Book, range: GridRange | undefined, dimension: string | undefined): void {
  const area = gridArea(book, range);
  if (dimension !== 'ROWS') throw new WorldError('the world imitates deleteRange by rows only');
  const height = area.endRow - area.row;
  for (let row = area.row; row < Math.max(area.endRow, area.tab.rows.length); row++) {
    for (let column = area.column; column < area.endColumn; column++) {
      putCell(area.tab, row, column, cellAt(area.tab, row + height, column));
    }
  }
}

/** Who may write into a protected range: the owner, its editors, and everyone where it only warns. */
export function mayWrite(book: Book, user: string, range: GridRange): boolean {
  if (user === book.owner) return true;
  const tab = tabById(book, range.sheetId);
  return tab.protectedRanges.every((protection) => {
    if (protection.warningOnly || !overlaps(protection.range ?? {}, range)) return true;
    if ((protection.unprotectedRanges ?? []).some((free) => covers(free, range))) return true;
    return (protection.editors?.users ?? []).includes(user);
  });
}

const farthest = Number.POSITIVE_INFINITY;

function overlaps(a: GridRange, b: GridRange): boolean {
  return (
    (a.startRowIndex ?? 0) < (b.endRowIndex ?? farthest) &&
    (b.startRowIndex ?? 0) < (a.endRowIndex ?? farthest) &&
    (a.startColumnIndex ?? 0) < (b.endColumnIndex ?? farthest) &&
    (b.startColumnIndex ?? 0) < (a.endColumnIndex ?? farthest)
  );
}

function covers(outer: GridRange, inner: GridRange): boolean {
  return (
    (outer.startRowIndex ?? 0) <= (inner.startRowIndex ?? 0) &&
    (outer.endRowIndex ?? farthest) >= (inner.endRowIndex ?? farthest) &&
    (outer.startColumnIndex ?? 0) <= (inner.startColumnIndex ?? 0) &&
    (outer.endColumnIndex ?? farthest) >= (inner.endColumnIndex ?? farthest)
  );
}
