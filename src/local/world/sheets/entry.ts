// What becomes of a value that is typed into a cell or written with a value input option.

import { type Cell, longestText } from './book.ts';
import type { ExtendedValue } from './google-types.ts';
import { invalid } from './refusal.ts';

export interface Input {
  readonly option: 'RAW' | 'USER_ENTERED';
  /** The year of a date that is typed without one. */
  readonly year: number;
}

/** A JSON value of `values.update`; null leaves the cell as it is, "" empties it. */
export function entered(given: unknown, input: Input, old: Cell | null): Cell | null {
  if (given === null || given === undefined) return old;
  const keep: Cell = { ...old };
  delete keep.userEnteredValue;
  if (given === '') return keep;
  if (typeof given === 'number') return { ...keep, userEnteredValue: { numberValue: given } };
  if (typeof given === 'boolean') return { ...keep, userEnteredValue: { boolValue: given } };
  if (typeof given !== 'string') throw invalid(`Invalid values: unexpected value ${JSON.stringify(given)}`);
  checkLength(given);
  if (input.option === 'RAW') return { ...keep, userEnteredValue: { stringValue: given } };
  return { ...keep, ...typed(given, keep, input.year) };
}

/** As if a person had typed it: formulas, numbers, percents, dates, TRUE; a leading apostrophe keeps text. */
function typed(text: string, keep: Cell, thisYear: number): Cell {
  if (keep.userEnteredFormat?.numberFormat?.type === 'TEXT' && !text.startsWith('=')) {
    return { userEnteredValue: { stringValue: text } };
  }
  if (text.startsWith("'")) return { userEnteredValue: { stringValue: text.slice(1) } };
  if (/^=./s.test(text)) return { userEnteredValue: { formulaValue: text } };
  // "+1" and "-1" are numbers, "+A1" a formula.
  if (/^\+[A-Za-z(]/.test(text)) return { userEnteredValue: { formulaValue: `=${text.slice(1)}` } };
  if (/^(true|false)$/i.test(text)) return { userEnteredValue: { boolValue: /^t/i.test(text) } };
  const trimmed = text.trim();
  if (/^[+-]?(\d+(,\d{3})*|\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(trimmed) && /\d/.test(trimmed)) {
    return { userEnteredValue: { numberValue: Number(trimmed.replace(/,/g, '')) } };
  }
  const percent = /^([+-]?\d+(?:\.\d+)?)%$/.exec(trimmed);
  if (percent) return formatted({ numberValue: Number(percent[1]) / 100 }, 'PERCENT', '0.00%', keep);
  return moment(trimmed, keep, thisYear) ?? { userEnteredValue: { stringValue: text } };
}

const dayLength = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

/** Days since 30 December 1899: how Sheets counts dates. */
export function serialOf(year: number, month: number, day: number, time = 0): number {
  return (Date.UTC(year, month - 1, day) - epoch) / dayLength + time;
}

function moment(text: string, keep: Cell, thisYear: number): Cell | null {
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (time) {
    const [, hour, minute, second = '0'] = time;
    const value = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
    return formatted({ numberValue: value }, 'TIME', 'hh:mm', keep);
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  const us = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(text);
  if (!iso && !us) return null;
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(us?.[3] ?? thisYear), Number(us?.[1]), Number(us?.[2])];
  if (!realDate(year, month, day)) return null;
  const clock =
    iso?.[4] === undefined ? 0 : Number(iso[4]) * 3600 + Number(iso[5]) * 60 + Number(iso[6] ?? 0);
  const number = serialOf(year, month, day, clock / 86_400);
  const pattern = clock === 0 && iso?.[4] === undefined ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss';
  return formatted({ numberValue: number }, clock === 0 ? 'DATE' : 'DATE_TIME', pattern, keep);
}

function realDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A cell that has a number format keeps it. */
function formatted(value: ExtendedValue, type: string, pattern: string, keep: Cell): Cell {
  if (keep.userEnteredFormat?.numberFormat) return { userEnteredValue: value };
  return {
    userEnteredValue: value,
    userEnteredFormat: { ...keep.userEnteredFormat, numberFormat: { type, pattern } },
  };
}

export function checkLength(text: string): void {
  if (text.length > longestText) {
    throw invalid(`Your input contains more than the maximum of ${longestText} characters in a single cell.`);
  }
}
