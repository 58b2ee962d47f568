// Finds the project's own folder, wherever the command was started from.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Looks upwards from the running program, then from the working folder, for the folder with `build/build.ts`. */
export function projectRoot(): string {
  const program = process.argv[1];
  const starts = [program && existsSync(program) ? realpathSync(program) : null, process.cwd()];
  for (const start of starts) {
    const found = start ? upwards(start) : null;
    if (found) return found;
  }
  throw new Error('This is not a Tierline project: no folder above holds build/build.ts.');
}

function upwards(start: string): string | null {
  if (existsSync(join(start, 'build', 'build.ts'))) return start;
  const parent = dirname(start);
  return parent === start ? null : upwards(parent);
}
