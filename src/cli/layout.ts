// Plain-text layout for the terminal: headings, counts with bars, aligned tables, durations.

export const width = 96;

export interface Style {
  readonly heading: (text: string) => string;
  readonly alarm: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const plain = (text: string): string => text;

export const noColour: Style = { heading: plain, alarm: plain, quiet: plain };

export const colour: Style = {
  heading: (text) => `\u001b[1m${text}\u001b[0m`,
  alarm: (text) => `\u001b[31m${text}\u001b[0m`,
  quiet: (text) => `\u001b[2m${text}\u001b[0m`,
};

/** Letters that move the cursor, change colours or turn the writing direction have no place in a terminal. */
const unsafe = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** One line of at most `most` letters; mails come from strangers. */
export function short(text: string, most: number): string {
  const letters = [...text.replace(unsafe, ' ').replace(/\s+/g, ' ').trim()];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

export type Count = readonly [name: string, count: number];

const longestBar = 40;

/** `  Billing   12  ████`, the bars in proportion to the largest count. */
export function bars(counts: readonly Count[]): string[] {
  const most = Math.max(1, ...counts.map(([, count]) => count));
  const names = Math.max(0, ...counts.map(([name]) => name.length));
  const longest = Math.max(1, Math.min(longestBar, width - names - 10));
  return counts.map(([name, count]) => {
    const bar = '█'.repeat(Math.max(count > 0 ? 1 : 0, Math.round((count / most) * longest)));
    return `  ${name.padEnd(names)} ${String(count).padStart(5)}  ${bar}`.trimEnd();
  });
}

/** `critical 2, high 27, low 9`. */
export const inALine = (counts: readonly Count[]): string =>
  counts.map(([name, count]) => `${name} ${count}`).join(', ');

/** Columns as wide as their widest cell; a column whose head begins with `>` is set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const right = head.map((cell) => cell.startsWith('>'));
  const all = [head.map((cell) => cell.replace(/^>/, '')), ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  return all.map((row) =>
    `  ${row.map((cell, column) => set(cell, widths[column] ?? 0, right[column] ?? false)).join('  ')}`.trimEnd(),
  );
}

function set(cell: string, cells: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, cells - [...cell].length));
  return right ? space + cell : cell + space;
}

export { counted as number } from '../complaints/wording.ts';

/** `45 s`, `12 min`, `3 h 20 min`, `31 h`. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 || hours >= 24
    ? `${Math.round(minutes / 60)} h`
    : `${hours} h ${minutes % 60} min`;
}

/** `Tue 31 Mar 2026 09:12` in a zone. */
export function moment(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')} ${part('hour')}:${part('minute')}`;
}
