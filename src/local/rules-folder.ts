// A workbook as a folder of CSV files, one a tab: for local work, review and version control.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Sheet, starterDefault, type Workbook } from '../rules/starter.ts';

/** Something wrong with a file; the same form as a problem of the workbook. */
export interface FolderProblem {
  readonly tab: string;
  readonly row: number | null;
  readonly column: null;
  readonly what: string;
  readonly advice: string;
}

export interface RulesFolder {
  readonly workbook: Workbook;
  readonly problems: readonly FolderProblem[];
}

const tabs = Object.keys(starterDefault);
const fileOf = (tab: string): string => `${tab}.csv`;

/**
 * Tabs that the folder lacks come from the default starter; a file that is no CSV is left out and told.
 * Throws where the folder cannot be read at all.
 */
export function readRulesFolder(path: string): RulesFolder {
  const workbook: Record<string, Sheet> = {};
  const problems: FolderProblem[] = [];
  const files = filesIn(path);
  for (const tab of tabs) {
    const file = files.find((each) => each.toLowerCase() === fileOf(tab).toLowerCase());
    const read = file === undefined ? starterSheet(tab) : readCsv(tab, readFileSync(join(path, file)));
    if ('what' in read) problems.push(read);
    else workbook[tab] = read;
  }
  const strangers = files.filter(
    (file) => !tabs.some((tab) => fileOf(tab).toLowerCase() === file.toLowerCase()),
  );
  return { workbook, problems: [...problems, ...strangers.map(strange)] };
}

/** UTF-8 without BOM, commas, one file a tab; existing files are written over. */
export function writeRulesFolder(path: string, workbook: Workbook): void {
  mkdirSync(path, { recursive: true });
  for (const [tab, sheet] of Object.entries(workbook)) {
    const rows = sheet.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    writeFileSync(join(path, fileOf(tab)), stringify(rows));
  }
}

/** CSV files in the folder by name, in alphabetical order. */
export function filesIn(path: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((name) => /\.csv$/i.test(name))
      .sort();
  } catch (cause) {
    throw new Error(`The rules folder ${path} cannot be read.`, { cause });
  }
}

function starterSheet(tab: string): Sheet {
  return starterDefault[tab] ?? [];
}

function readCsv(tab: string, bytes: Buffer): Sheet | FolderProblem {
  const text = decoded(bytes);
  if (text === null) return unreadable(tab, 'the file is not UTF-8.', 'Save it as "CSV UTF-8".');
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterIn(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (cause) {
    const line = cause instanceof Error && 'lines' in cause ? Number(cause.lines) : null;
    return {
      ...unreadable(tab, 'the file is no CSV: a quote is opened and not closed.', 'Save it again as CSV.'),
      row: line,
    };
  }
}

/** Null where the bytes are no UTF-8, as a spreadsheet's plain "CSV" often is. UTF-16 with its mark is understood. */
function decoded(bytes: Buffer): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Of comma, semicolon and tab the one that divides the first line most often, quoted parts aside. */
export function delimiterIn(text: string): ',' | ';' | '\t' {
  const start = text.replace(/^\ufeff?\s*/, '').replace(/"[^"]*"/g, '');
  const [line = ''] = start.split(/\r?\n/, 1);
  const count = (delimiter: string) => line.split(delimiter).length;
  const [best = ','] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a));
  return best;
}

function unreadable(tab: string, what: string, advice: string): FolderProblem {
  return { tab, row: null, column: null, what, advice };
}

function strange(file: string): FolderProblem {
  const what = `${file} is no tab of the workbook.`;
  return {
    tab: file,
    row: null,
    column: null,
    what,
    advice: `The files are ${tabs.map(fileOf).join(', ')}.`,
  };
}
