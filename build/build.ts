// `npm run build`: makes the desk and the sidebar, and prints their sizes against their budgets.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltProject, make } from './make.ts';
import { type ProjectName, projectNames, projects } from './projects.ts';
import { projectRoot } from './root.ts';

export interface BuildOptions {
  /** Default false: what is pushed stays readable. Budgets are measured minified either way. */
  readonly minify?: boolean;
  /** Default: both. */
  readonly only?: readonly ProjectName[];
  /** Default: `build`, where `clasp` looks. */
  readonly outdir?: string;
}

export type Built = { readonly [name in ProjectName]?: BuiltProject };

/** @throws Error that says why a project would fail in Apps Script. */
export async function build(options: BuildOptions = {}): Promise<Built> {
  const root = projectRoot();
  const how = { root, outdir: options.outdir ?? join(root, 'build'), minify: options.minify ?? false };
  const names = options.only ?? projectNames;
  const made = await Promise.all(names.map(async (name) => [name, await make(projects[name], how)] as const));
  return Object.fromEntries(made);
}

export function sizes(built: Built): string {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return Object.values(built)
    .map(
      ({ name, bytes, minifiedBytes, budget, functions }) =>
        `${name.padEnd(8)} ${kB(bytes)}, minified ${kB(minifiedBytes)} of ${kB(budget)}: ${functions.join(', ')}\n`,
    )
    .join('');
}

async function main(): Promise<void> {
  try {
    process.stdout.write(sizes(await build({ minify: process.argv.includes('--minify') })));
    // Here, because only this command writes into docs.
    const { writeReference } = await import('./reference/reference.ts');
    for (const name of await writeReference(projectRoot()))
      process.stdout.write(`docs/reference/${name} was out of date\n`);
  } catch (reason) {
    process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]).endsWith(join('build', 'build.ts'))) void main();
