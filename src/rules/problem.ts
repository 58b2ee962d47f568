// Something wrong in the workbook, as one sentence an admin can act on.
import type { Problem } from '../complaints/rules.ts';

/** For example "Matrix row 9, Owner tier 1: 'jane@' is nobody in People. Did you mean jane@example.com?" */
export function problemText(problem: Problem): string {
  const { tab, row, column } = problem;
  const place = [row === null ? tab : `${tab} row ${row}`, ...(column === null ? [] : [column])].join(', ');
  return `${place}: ${[problem.what, problem.advice].filter((part) => part !== '').join(' ')}`;
}

/** What is wrong with one cell, before anybody knows where the cell is. */
export interface Trouble {
  readonly what: string;
  readonly advice: string;
}

export function trouble(what: string, advice = ''): Trouble {
  return { what, advice };
}
