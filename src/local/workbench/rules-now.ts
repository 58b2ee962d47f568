// The workbook as it stands, read the way the desk will read it at its next tick.
import { problemsIn } from '../../rules/problems.ts';
import type { RulesReading } from '../../rules/read.ts';
import type { Cell, Sheet, Workbook } from '../../rules/sheet.ts';
import { tables } from '../../rules/tables.ts';
import type { Bench } from './bench.ts';

const readings = new WeakMap<Bench, { edits: number; reading: RulesReading }>();

export function rulesNow(bench: Bench): RulesReading {
  const known = readings.get(bench);
  if (known?.edits === bench.edits) return known.reading;
  const reading = problemsIn(workbookNow(bench), null, bench.office.world.now());
  readings.set(bench, { edits: bench.edits, reading });
  return reading;
}

/** The admins' tabs; one that somebody took away is missing here too. */
export function workbookNow({ office }: Bench): Workbook {
  const there = office.world.sheets.tabs(office.workbook);
  const found = tables.filter(({ tab }) => there.includes(tab));
  return Object.fromEntries(
    found.map(({ tab }) => [tab, sheetNow(office.world.sheets.values(office.workbook, tab))]),
  );
}

const sheetNow = (values: readonly (readonly unknown[])[]): Sheet =>
  values.map((row) =>
    row.map(
      (cell): Cell => (typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell ?? '')),
    ),
  );
