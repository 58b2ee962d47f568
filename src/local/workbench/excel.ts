// The workbook as an .xlsx file, the form in which Google Sheets downloads and uploads a spreadsheet.
import readExcel from 'read-excel-file/node';
import writeExcel from 'write-excel-file/node';
import type { Cell, Sheet, Workbook } from '../../rules/sheet.ts';

type XlsxCell = {
  value: string | number | boolean;
  type: StringConstructor | NumberConstructor | BooleanConstructor;
  fontWeight?: 'bold';
  wrap?: boolean;
} | null;

/** Text stays text: nothing in the file is a formula. */
export async function toXlsx(workbook: Workbook): Promise<Buffer> {
  const sheets = Object.entries(workbook).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row, index) => row.map((cell) => xlsxCell(cell, index === 0))),
    stickyRowsCount: 1,
    columns: widths(rows),
  }));
  return writeExcel(sheets).toBuffer();
}

function xlsxCell(cell: Cell, isHeader: boolean): XlsxCell {
  if (cell === null || cell === '') return null;
  const bold = isHeader ? ({ fontWeight: 'bold' } as const) : {};
  if (typeof cell === 'number') return { value: cell, type: Number, ...bold };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean, ...bold };
  return { value: cell, type: String, ...(cell.includes('\n') ? { wrap: true } : {}), ...bold };
}

const widths = (rows: Sheet): { width: number }[] =>
  (rows[0] ?? []).map((_, column) => ({
    width: Math.min(60, Math.max(10, ...rows.slice(0, 40).map((row) => longestLine(row[column])))),
  }));

const longestLine = (cell: Cell | undefined): number =>
  Math.max(
    ...String(cell ?? '')
      .split('\n')
      .map((line) => line.length),
  ) + 2;

/** Throws where the bytes are no .xlsx. Dates become ISO days, as the workbook's cells have them. */
export async function fromXlsx(content: Uint8Array): Promise<Workbook> {
  const sheets = await readExcel(Buffer.from(content)).catch((cause: unknown) => {
    throw new Error('This is no .xlsx file that can be read.', { cause });
  });
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map(cellOf))]));
}

function cellOf(cell: unknown): Cell {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell);
}
