// A program that names Google's published types, compiled: what the compiler says of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
};

/** The import of an API's types, such as `typesOf('gmail', 'gmail_v1', 'v1')`. */
export const typesOf = (api: string, name: string, version: string): string =>
  `import type { ${name} } from 'googleapis/build/src/apis/${api}/${version}';`;

/** Empty where it compiles. `file` is the name by which the compiler speaks of the program. */
export function complaintsOf(program: readonly string[], file = 'answers.ts'): string {
  const cache = join(__dirname, '../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'google-types-'));
  writeFileSync(join(folder, file), program.join('\n'));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
  const compiler = join(dirname(createRequire(__filename).resolve('typescript/package.json')), 'bin/tsc');
  const run = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  if (run.status !== 0 && !run.stdout.includes('error TS')) throw new Error(run.stderr || run.stdout);
  return run.stdout;
}
