// `npm run trust`: tries every promise, as many trials side by side as there are cores, and prints one table.
// `npm run trust storms` tries only what has that in its name.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
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
  const padded = (cell: string, at: number): string =>
    at === 1 || at === 2 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  return all.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}

/** Parts of one trial are one line. */
function joined(rows: readonly TrustRow[]): readonly TrustRow[] {
  const found = new Map<string, TrustRow>();
  for (const row of rows) {
    const { tried = 0, wrong = 0 } = found.get(row.name) ?? {};
    found.set(row.name, { ...row, tried: row.tried + tried, wrong: row.wrong + wrong });
  }
  return [...found.values()];
}

const mark = 'ROWS ';

/** One trial in a process of its own; a process that ends without its rows is a broken promise. */
function apart(index: number): Promise<readonly TrustRow[]> {
  const script = process.argv[1] ?? '';
  const child = spawn(process.execPath, [...process.execArgv, script, '--trial', String(index)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => {
    const lines = `${text}${part}`.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith(mark)) rows = JSON.parse(line.slice(mark.length)) as TrustRow[];
      else console.log(line);
    }
  });
  let rows: readonly TrustRow[] | null = null;
  const name = trials[index]?.name ?? '';
  return new Promise((resolve) => {
    child.on('close', () => resolve(rows ?? [{ name, tried: 0, wrong: 1, note: 'did not end' }]));
  });
}

async function main(wanted: string): Promise<void> {
  const waiting = trials.flatMap(({ name }, index) => (name.toLowerCase().includes(wanted) ? [index] : []));
  const order = [...waiting];
  const found = new Map<number, readonly TrustRow[]>();
  const worker = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift())
      found.set(index, await apart(index));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const rows = joined(order.flatMap((index) => found.get(index) ?? []));
  console.log(`\n${table(rows)}`);
  process.exitCode = rows.some(({ wrong }) => wrong > 0) ? 1 : 0;
}

async function one(index: number): Promise<void> {
  const trial = trials[index];
  if (!trial) throw new Error(`there is no trial ${index}`);
  const began = Date.now();
  console.log(`${trial.name} ...`);
  const rows = await trial.run((line) => console.log(`  ${line}`));
  console.log(`  ${trial.name}: ${Math.round((Date.now() - began) / 1000)} s`);
  console.log(`${mark}${JSON.stringify(rows)}`);
}

const [first = '', second = ''] = process.argv.slice(2);
void (first === '--trial' ? one(Number(second)) : main(first.toLowerCase()));
