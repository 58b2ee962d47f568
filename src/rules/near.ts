// "Did you mean ...?": the known word that is nearest to a mistyped one.
import { folded } from './cell.ts';

/** Edits (insert, delete, replace, swap neighbours) between two short texts; infinite where there are more than `most`. */
export function distance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > most && Math.min(...last) > most) return Number.POSITIVE_INFINITY;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Nobody mistypes one of a thousand names so that only these tell which; and a tab may hold thousands of mistakes. */
export const mostOptions = 300;

/** The option nearest to a word, or null where none is near: a third of the letters may differ, or its end be missing. */
export function nearest(word: string, options: readonly string[]): string | null {
  const asked = folded(word).slice(0, 80);
  let found: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const option of options.slice(0, mostOptions)) {
    const away = farness(asked, folded(option).slice(0, 80));
    if (away < least) {
      found = option;
      least = away;
    }
  }
  return found;
}

/** Lower is nearer: the edits, or a little for a word that is only the start of the option. */
function farness(asked: string, option: string): number {
  if (asked.length >= 3 && option.startsWith(asked)) return 0.5;
  const length = Math.max(asked.length, option.length);
  const most = Math.max(1, Math.floor(length / 3));
  const whole = distance(asked, option, most);
  if (length > 1 && whole <= most) return whole;
  const few = Math.floor(asked.length / 3);
  const start = asked.length < 5 ? few + 1 : distance(asked, option.slice(0, asked.length), few);
  return start <= few ? start + 0.5 : Number.POSITIVE_INFINITY;
}

/** "Did you mean X?" or, where nothing is near, the other advice. */
export function didYouMean(word: string, options: readonly string[], otherwise = ''): string {
  const near = nearest(word, options);
  return near === null ? otherwise : `Did you mean ${near}?`;
}

/** "a, b or c", shortened when there are many. */
export function oneOfThese(options: readonly string[]): string {
  if (options.length > 8) return `${options.slice(0, 7).join(', ')} ...`;
  if (options.length < 2) return options.join('');
  return `${options.slice(0, -1).join(', ')} or ${options[options.length - 1]}`;
}
