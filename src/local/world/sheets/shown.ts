// What a cell shows and gives: formatted text, plain value, or formula.
import { WorldError } from '../failure.ts';
import type { Cell } from './book.ts';
import type { ExtendedValue } from './google-types.ts';

export type Render = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';

/** "" for an empty cell. */
export function shown(
  cell: Cell | null,
  render: Render,
  dates: 'SERIAL_NUMBER' | 'FORMATTED_STRING',
): unknown {
  const entered = cell?.userEnteredValue;
  if (!entered) return '';
  if (render === 'FORMULA' && typeof entered.formulaValue === 'string') return entered.formulaValue;
  const value = effective(entered);
  if (typeof value.stringValue === 'string') return value.stringValue;
  if (typeof value.boolValue === 'boolean') {
    return render === 'FORMATTED_VALUE' ? String(value.boolValue).toUpperCase() : value.boolValue;
  }
  if (value.errorValue) return shownErrors[value.errorValue.type ?? ''] ?? '#ERROR!';
  if (typeof value.numberValue !== 'number') return '';
  const type = cell?.userEnteredFormat?.numberFormat?.type ?? 'NUMBER';
  const isDate = ['DATE', 'TIME', 'DATE_TIME'].includes(type);
  if (render === 'FORMATTED_VALUE' || (isDate && dates === 'FORMATTED_STRING')) {
    return formattedNumber(value.numberValue, cell);
  }
  return value.numberValue;
}

const shownErrors: Readonly<Record<string, string>> = {
  REF: '#REF!',
  N_A: '#N/A',
  DIVIDE_BY_ZERO: '#DIV/0!',
};
const errorsOf: Readonly<Record<string, string>> = {
  '#REF!': 'REF',
  'NA()': 'N_A',
  '1/0': 'DIVIDE_BY_ZERO',
};

/** The value of a formula: the world calculates constants only, and says so of everything else. */
export function effective(entered: ExtendedValue): ExtendedValue {
  const formula = entered.formulaValue;
  if (typeof formula !== 'string') return entered;
  const body = formula.slice(1).trim();
  if (/^[+-]?\d+(\.\d+)?$/.test(body)) return { numberValue: Number(body) };
  const sum = /^(\d+)\+(\d+)$/.exec(body);
  if (sum) return { numberValue: Number(sum[1]) + Number(sum[2]) };
  const text = /^"((?:[^"]|"")*)"$/.exec(body) ?? /^HYPERLINK\("[^"]*"[,;]\s*"((?:[^"]|"")*)"\)$/i.exec(body);
  if (text) return { stringValue: (text[1] ?? '').replace(/""/g, '"') };
  const type = errorsOf[body.toUpperCase()];
  if (type) return { errorValue: { type } };
  throw new WorldError(`the world does not calculate the formula ${formula}`);
}

export function formattedNumber(number: number, cell: Cell | null): string {
  const format = cell?.userEnteredFormat?.numberFormat;
  const pattern = format?.pattern ?? '';
  switch (format?.type) {
    case 'DATE':
    case 'TIME':
    case 'DATE_TIME':
      return dated(number, pattern || (format.type === 'TIME' ? 'hh:mm:ss' : 'yyyy-mm-dd'));
    case 'PERCENT':
      return `${(number * 100).toFixed(/\.(0+)%/.exec(pattern)?.[1]?.length ?? (pattern === '0%' ? 0 : 2))}%`;
    case 'NUMBER': {
      const digits = /^(#,##)?0(?:\.(0+))?$/.exec(pattern);
      if (digits) {
        const fixed = number.toFixed(digits[2]?.length ?? 0);
        return digits[1] ? fixed.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : fixed;
      }
      if (pattern !== '') throw new WorldError(`the world does not know the number format ${pattern}`);
      return plainNumber(number);
    }
    default:
      return plainNumber(number);
  }
}

/** "Automatic": about ten significant digits. */
function plainNumber(number: number): string {
  return String(Number(number.toPrecision(Number.isInteger(number) ? 15 : 10)));
}

function dated(serial: number, pattern: string): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  let afterHour = false;
  return pattern.replace(
    /y{4}|y{2}|m{1,2}|d{1,2}|h{1,2}|s{1,2}|"[^"]*"|\[[^\]]*\]|[a-ln-xzA-Z]+/g,
    (token) => {
      const minutes = afterHour;
      if (/^h/.test(token)) afterHour = true;
      else if (/^[yds]/.test(token)) afterHour = false;
      switch (token) {
        case 'yyyy':
          return String(date.getUTCFullYear());
        case 'yy':
          return two(date.getUTCFullYear() % 100);
        case 'm':
        case 'mm': {
          const n = minutes ? date.getUTCMinutes() : date.getUTCMonth() + 1;
          return token === 'm' ? String(n) : two(n);
        }
        case 'd':
          return String(date.getUTCDate());
        case 'dd':
          return two(date.getUTCDate());
        case 'h':
          return String(date.getUTCHours());
        case 'hh':
          return two(date.getUTCHours());
        case 's':
          return String(date.getUTCSeconds());
        case 'ss':
          return two(date.getUTCSeconds());
        default:
          if (token.startsWith('"')) return token.slice(1, -1);
          throw new WorldError(`the world does not know the date format ${pattern}`);
      }
    },
  );
}
