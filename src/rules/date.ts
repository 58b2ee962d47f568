// Dates as people write them: 2026-05-17, 17.05.2026, and yearly ones: 05-17, 17 May.
import type { LocalDate } from '../complaints/time.ts';
import { short } from './plain.ts';
import { type Read, sound, unsound } from './reading.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const advice = 'Write it like 2026-05-17.';

const pad = (number: number, width = 2) => String(number).padStart(width, '0');

/** `YYYY-MM-DD`, or null for a date that no calendar has. */
function dateOf(year: number, month: number, day: number): LocalDate | null {
  const utc = new Date(Date.UTC(year, month - 1, day));
  const exists = utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day && month >= 1;
  return exists && year >= 1970 && year <= 2199 ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
}

/** `MM-DD`; 02-29 exists. */
function yearlyOf(month: number, day: number): string | null {
  return dateOf(2024, month, day)?.slice(5) ?? null;
}

/** Also takes Sheets' own day numbers, which a date becomes in a cell that is formatted as a number. */
export function dateIn(cell: string): LocalDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00.*)?$/.exec(cell);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell);
  if (dotted) return dateOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  if (slashed) return slashedDate(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const words = /^(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(cell);
  if (words) return dateOf(Number(words[3]), monthIn(words[2]), Number(words[1]));
  if (/^[2-7]\d{4}$/.test(cell))
    return new Date((Number(cell) - 25569) * 86_400_000).toISOString().slice(0, 10);
  return null;
}

/** `5/17/2026` and `17/5/2026` can mean one day only; `5/6/2026` can mean two and is none. */
function slashedDate(one: number, two: number, year: number): LocalDate | null {
  if (one === two || two > 12) return dateOf(year, one, two);
  return one > 12 ? dateOf(year, two, one) : null;
}

/** `05-17`, `17.05.`, `17 May`, `May 17`, each with or without "every". */
export function yearlyIn(cell: string): string | null {
  const plain = cell
    .toLowerCase()
    .replace(/^(every|each|yearly)( year)?:?\s+/, '')
    .replace(/(\d)(st|nd|rd|th)\b/, '$1');
  const iso = /^(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (iso) return yearlyOf(Number(iso[1]), Number(iso[2]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.$/.exec(plain);
  if (dotted) return yearlyOf(Number(dotted[2]), Number(dotted[1]));
  const dayFirst = /^(\d{1,2})\.? (?:of )?([a-z]{3,9})$/.exec(plain);
  if (dayFirst) return yearlyOf(monthIn(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3,9}) (\d{1,2})$/.exec(plain);
  return monthFirst ? yearlyOf(monthIn(monthFirst[1]), Number(monthFirst[2])) : null;
}

function monthIn(word = ''): number {
  const german = { mai: 'may', okt: 'oct', dez: 'dec', des: 'dec' } as Readonly<Record<string, string>>;
  const start = word.toLowerCase().slice(0, 3);
  return months.indexOf(german[start] ?? start) + 1;
}

export const date: Read<LocalDate> = (cell) => {
  const found = dateIn(cell);
  if (found !== null) return sound(found);
  const slashed = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(cell);
  const why = slashed ? 'can be read as two dates' : 'is no date';
  return unsound(`'${short(cell)}' ${why}.`, advice);
};
