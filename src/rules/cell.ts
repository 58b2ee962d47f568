// From whatever a cell holds to clean text: what people paste should not matter.
import type { Cell } from './sheet.ts';

const errors = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|ERROR!|NUM!|NULL!|SPILL!|CALC!)/i;

/** Text without outer space, with Windows line ends, odd spaces and invisible characters made plain. */
export function verbatimText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return String(cell)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .trim();
}

/** Also makes typographic quotes straight, so that a rule typed on a phone reads the same. */
export function cellText(cell: Cell | undefined): string {
  return verbatimText(cell)
    .replace(/[\u2018\u2019\u201a\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"');
}

/** True for `#REF!` and its like: a formula that went wrong, never a rule. */
export function isFormulaError(text: string): boolean {
  return errors.test(text);
}

/** The form in which names are compared: one case, single spaces. */
export function folded(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
