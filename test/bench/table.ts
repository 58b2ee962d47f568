// A bench's result as a plain table.

/** One line of a result; the first row's keys are the columns. */
export type Row = Readonly<Record<string, string | number>>;

/** Numbers stand to the right, words to the left. */
export function table(title: string, rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const right = columns.map((column) => rows.every((row) => typeof row[column] === 'number'));
  const text = lines.map((line) =>
    line
      .map((value, index) =>
        right[index] ? value.padStart(widths[index] ?? 0) : value.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${title}\n${text.map((line) => `  ${line}\n`).join('')}`;
}

/** Whole numbers with their thousands apart, small ones with three figures. */
function cell(value: string | number | undefined): string {
  if (typeof value !== 'number') return value ?? '';
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
