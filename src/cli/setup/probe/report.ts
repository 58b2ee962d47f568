// From the rows of the probe's spreadsheet to a report: which assumption holds, which does not, which is open.
import { kit, type ProbeCheck } from './kit.ts';

export interface Row {
  readonly number: number;
  readonly outcome: string;
  readonly detail: string;
}

export type Standing = 'holds' | 'does not hold' | 'open';

export interface Result {
  readonly check: ProbeCheck;
  readonly standing: Standing;
  readonly outcome: string;
  readonly detail: string;
}

/** The last row that says something decides. */
export function resultsOf(rows: readonly Row[]): readonly Result[] {
  return kit.map((check) => {
    const mine = rows.filter(({ number }) => number === check.number);
    const last = mine.findLast(({ outcome }) => [...check.holds, ...check.breaks].includes(outcome));
    const { outcome, detail } = last ?? mine.at(-1) ?? { outcome: 'not run', detail: '' };
    const standing = check.holds.includes(outcome)
      ? 'holds'
      : check.breaks.includes(outcome)
        ? 'does not hold'
        : 'open';
    return { check, standing, outcome, detail };
  });
}

export function reportOf(results: readonly Result[], at: number): string {
  const lines = results.flatMap(({ check, standing, outcome, detail }) => [
    `## ${check.number}. ${check.question}`,
    '',
    `- Tierline assumes: ${check.assumption}`,
    `- Found: ${outcome}${detail ? ` (${detail})` : ''}`,
    `- The assumption **${standing === 'open' ? 'is open' : standing}**.${standing === 'open' && check.step ? ` ${check.step}` : ''}`,
    '',
  ]);
  const count = (one: Standing): number => results.filter(({ standing }) => standing === one).length;
  const head = `${count('holds')} of ${results.length} assumptions hold, ${count('does not hold')} do not, ${count('open')} are open.`;
  return [
    `# What this Google account answers (${new Date(at).toISOString().slice(0, 10)})`,
    '',
    head,
    '',
    ...lines,
  ].join('\n');
}
