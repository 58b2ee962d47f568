// `npm run bench [name ...]`: runs the benches of this folder, one after the other, and prints their tables.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Row, table } from './table.ts';

/** A bench is a file in this folder that exports this function. */
type Measure = () => Promise<Measured> | Measured;
interface Measured {
  readonly title: string;
  readonly rows: readonly Row[];
}

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && !/^(bench|table)\.ts$|\.test\.ts$/.test(file))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

let measured = 0;
for (const name of names) {
  const module = (await import(pathToFileURL(join(here, `${name}.ts`)).href)) as { measure?: Measure };
  if (!module.measure) continue;
  const { title, rows } = await module.measure();
  process.stdout.write(`${table(title, rows)}\n`);
  measured += 1;
}
if (measured === 0) {
  process.stderr.write(`There is no bench ${wanted.join(' or ') || 'here yet'}.\n`);
  process.exitCode = 1;
}
