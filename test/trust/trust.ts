// `npm run trust`: tries every promise and prints one table. `npm run trust storms` tries only what has that in its name.
import { type TrustRow, trials } from './trials.ts';

const cells = ({ name, tried, wrong, note }: TrustRow): readonly string[] => [
  name,
  tried.toLocaleString('en'),
  wrong.toLocaleString('en'),
  note,
];

function table(rows: readonly TrustRow[]): string {
  const all = [['what', 'tried', 'broken', ''], ...rows.map(cells)];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  return all
    .map((row) =>
      row.map((cell, at) =>
        at === 1 || at === 2 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      ),
    )
    .map((row) => row.join('  ').trimEnd())
    .join('\n');
}

async function main(wanted: string): Promise<void> {
  const rows: TrustRow[] = [];
  for (const { name, run } of trials.filter((one) => one.name.toLowerCase().includes(wanted))) {
    const began = Date.now();
    console.log(`${name} ...`);
    rows.push(...(await run((line) => console.log(`  ${line}`))));
    console.log(`  ${Math.round((Date.now() - began) / 1000)} s`);
  }
  console.log(`\n${table(rows)}`);
  process.exitCode = rows.some(({ wrong }) => wrong > 0) ? 1 : 0;
}

void main((process.argv[2] ?? '').toLowerCase());
