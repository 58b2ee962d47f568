// How long something may take, as people write it: 20m, 4h, 1h 30m, 2 working days.
import type { Allowance, Seconds } from '../complaints/time.ts';
import { short } from './plain.ts';
import { type Reading, sound, unsound } from './reading.ts';

const units: readonly (readonly [RegExp, Seconds])[] = [
  [/^(s|secs?|seconds?|sekunden?)$/, 1],
  [/^(m|mins?|minutes?|minuten?|minutter)$/, 60],
  [/^(h|hrs?|hours?|std|stunden?|uur|timer?)$/, 3600],
];
const workingDays =
  /^(wd|wds|bd|working ?days?|business ?days?|workdays?|arbeitstage?|at|werkdag(?:en)?|arbeidsdag(?:er)?)$/;
const days = /^(d|days?|tage?|dag(?:en|er)?|w|weeks?|wochen?)$/;
const none = /^(-|\u2013|\u2014|none|no|never|off|nie|kein(?:e|er)?)$/;
const example = 'Write for example 20m, 4h, 1h 30m or 2wd.';

/**
 * Hours and minutes count while the calendar is open; `2wd` is the same wall time two working days on.
 * A bare day is a trouble, as nobody can tell 24 hours from a working day; until it is cleared it counts as a working day.
 * `-` and `none` give null.
 */
export function readDuration(cell: string): Reading<Allowance | null> {
  const plain = cell
    .trim()
    .toLowerCase()
    .replace(/\.(?=\s|$)/g, '');
  if (none.test(plain)) return sound(null);
  const parts = partsIn(plain);
  if (parts === null) return unsound(`'${short(cell)}' is no length of time.`, example);
  if (parts.every(([, unit]) => unit === '')) return unsound(`'${short(cell)}' has no unit.`, example);
  const [only] = parts;
  if (parts.length === 1 && only) {
    if (workingDays.test(only[1])) return inWorkingDays(only[0], cell);
    if (days.test(only[1])) return bareDays(only, cell);
  }
  return inSeconds(parts, cell);
}

function inWorkingDays(amount: number, cell: string): Reading<Allowance> {
  if (Number.isInteger(amount) && amount >= 1 && amount <= 365)
    return sound({ unit: 'working days', amount });
  return unsound(
    `'${short(cell)}' is no whole number of working days from 1 to 365.`,
    'Use hours for parts of a day.',
  );
}

function bareDays([amount, unit]: Part, cell: string): Reading<Allowance> {
  const count = amount * (/^w/.test(unit) ? 5 : 1);
  const reading = inWorkingDays(Math.max(1, Math.round(count)), cell);
  if (reading.value === undefined) return reading;
  const counted = `Until then it counts as ${reading.value.amount}wd.`;
  const advice = `Did you mean working days (${count}wd) or hours (${count * 24}h)? ${counted}`;
  return { value: reading.value, troubles: [{ what: `'${short(cell)}' can be read in two ways.`, advice }] };
}

function inSeconds(parts: readonly Part[], cell: string): Reading<Allowance> {
  let amount = 0;
  for (const [count, unit] of parts) {
    const seconds = units.find(([name]) => name.test(unit))?.[1];
    if (seconds !== undefined) amount += count * seconds;
    else if (workingDays.test(unit) || days.test(unit)) {
      return unsound(
        `'${short(cell)}' mixes days with hours.`,
        'Use either working days (2wd) or hours (16h).',
      );
    } else return unsound(`'${unit}' in '${short(cell)}' is no unit of time.`, example);
  }
  if (amount < 60) return unsound(`'${short(cell)}' is less than a minute.`, example);
  return sound({ unit: 'seconds', amount: Math.round(amount) });
}

type Part = readonly [amount: number, unit: string];

const piece = /(\d{1,6}(?:[.,]\d{1,4})?)\s*((?:working |business )?\p{L}*)/gu;

/** `1h 30m` -> [1, h], [30, m]; `1,5 h` -> [1.5, h]; null where it is anything else. */
function partsIn(plain: string): readonly Part[] | null {
  if (plain.length > 60) return null;
  const pieces = [...plain.matchAll(piece)];
  const rest = plain.replace(piece, '').replace(/\band\b|[\s,]/g, '');
  if (pieces.length === 0 || rest !== '') return null;
  return pieces.map(([, number = '', unit = '']) => [Number(number.replace(',', '.')), unit.trim()]);
}

/** `4h`, `1h 30m`, `2wd`, `-`: as `readDuration` reads it. */
export function durationText(allowance: Allowance | null): string {
  if (allowance === null) return '-';
  return allowance.unit === 'working days' ? `${allowance.amount}wd` : secondsText(allowance.amount);
}

export function secondsText(seconds: Seconds): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [seconds % 60, 's'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count}${unit}`] : [])).join(' ');
}
