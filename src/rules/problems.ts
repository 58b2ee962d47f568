// Everything that is wrong in a workbook: cells that cannot be read, and sound rows that do not fit together.
import type { Problem, Rules } from '../complaints/rules.ts';
import type { Instant } from '../complaints/time.ts';
import { conflictsIn } from './conflicts/conflicts.ts';
import { type RulesReading, readRules } from './read.ts';
import type { Workbook } from './sheet.ts';

/** As `readRules`; conflicts follow the problems of reading. */
export function problemsIn(workbook: Workbook, lastGood: Rules | null, now: Instant): RulesReading {
  const { rules, problems } = readRules(workbook, lastGood);
  return { rules, problems: [...problems, ...conflictsIn(rules, now)] };
}

/** Errors come first: what the desk cannot work by as it is written. */
export function inWeight(problems: readonly Problem[]): readonly Problem[] {
  const weight = ({ level }: Problem): number => (level === undefined ? 0 : level === 'warning' ? 1 : 2);
  return [...problems].sort((a, b) => weight(a) - weight(b));
}
