// Bundles one entry to one script that Apps Script can read.
import * as esbuild from 'esbuild';
import { inlineEnums } from './enums.ts';
import type { Project } from './projects.ts';

/** The one global the bundle defines; the footer's functions call its members. */
export const globalName = 'Tierline';

export interface Bundle {
  /** `var Tierline = (() => { ... })();` */
  readonly script: string;
  /** The same bundle as a module: it tells what the entry exports, and of what kind. */
  readonly module: string;
  /** `script`, bundled and shortened as a whole. */
  readonly short: string;
  /** Source files that something in the bundle comes from, as paths from the project's folder. */
  readonly inputs: readonly string[];
}

const shared = {
  bundle: true,
  write: false,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['import', 'default'],
  target: 'es2020',
  charset: 'ascii',
  treeShaking: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'silent',
  plugins: [inlineEnums],
} satisfies esbuild.BuildOptions;

export async function bundle(project: Project, root: string): Promise<Bundle> {
  const of = (options: esbuild.BuildOptions) =>
    esbuild.build({ ...shared, ...options, absWorkingDir: root, entryPoints: [project.entry] });
  const all = Promise.all([
    of({ format: 'iife', globalName, metafile: true }),
    of({ format: 'esm' }),
    of({ format: 'iife', globalName, minify: true }),
  ]);
  const [script, module, short] = await all.catch((cause: Error) => {
    throw new Error(`${project.name} was not built. ${cause.message}`, { cause });
  });
  return { script: only(script), module: only(module), short: only(short), inputs: used(script) };
}

function used(result: esbuild.BuildResult): readonly string[] {
  const inputs = Object.values(result.metafile?.outputs ?? {}).flatMap((output) =>
    Object.entries(output.inputs),
  );
  return inputs.filter(([, input]) => input.bytesInOutput > 0).map(([path]) => path);
}

function only(result: esbuild.BuildResult): string {
  const file = result.outputFiles?.[0];
  if (!file) throw new Error('esbuild wrote nothing.');
  return file.text;
}
