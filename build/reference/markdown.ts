// Markdown as the pages in docs/reference need it.

export const made = 'Made by `npm run build` from the code: edit it there.';

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`;
  return `${line(header)}|${' --- |'.repeat(header.length)}\n${rows.map(line).join('')}`;
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');

export const page = (title: string, ...parts: readonly string[]): string =>
  [`# ${title}`, made, ...parts]
    .map((part) => part.trimEnd())
    .join('\n\n')
    .concat('\n');
