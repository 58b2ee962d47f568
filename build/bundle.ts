// Bundles one entry to one script that Apps Script can read.
import { minify } from '@swc/core';
import * as esbuild from 'esbuild';
import { inlineEnums } from './enums.ts';
import { withoutEntityTable } from './no-entities.ts';
import type { Project } from './projects.ts';
import { restFunction, restOf } from './rest.ts';

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
} satisfies esbuild.BuildOptions;

export async function bundle(project: Project, root: string): Promise<Bundle> {
  try {
    const [readable, module, short] = await Promise.all([
      inTwoParts(project, root, false),
      parts(project, root).first({ format: 'esm' }),
      inTwoParts(project, root, true),
    ]);
    return {
      script: readable.text,
      module: only(module),
      short: await shortened(short.text),
      inputs: readable.inputs,
    };
  } catch (cause) {
    throw new Error(`${project.name} was not built. ${(cause as Error).message}`, { cause });
  }
}

function parts(project: Project, root: string) {
  const rest = restOf(root);
  const of = (options: esbuild.BuildOptions, plugin: esbuild.Plugin) =>
    esbuild.build({
      ...shared,
      ...options,
      plugins: [withoutEntityTable, inlineEnums, plugin],
      absWorkingDir: root,
    });
  return {
    first: (options: esbuild.BuildOptions) => of({ ...options, entryPoints: [project.entry] }, rest.aside),
    /** To be asked for after the first. */
    rest: async (options: esbuild.BuildOptions) => {
      const contents = rest.module();
      const stdin = { contents: contents ?? '', resolveDir: root, sourcefile: 'rest.ts' };
      return contents === null ? null : of({ ...options, stdin, globalName: 'Rest' }, rest.atHand);
    },
  };
}

async function inTwoParts(project: Project, root: string, minify: boolean) {
  const options = { format: 'iife', metafile: true, minify } as const;
  const { first, rest } = parts(project, root);
  const head = await first({ ...options, globalName });
  const tail = await rest(options);
  if (tail === null) return { text: only(head), inputs: used(head) };
  const inputs = [...new Set([...used(head), ...used(tail)])].filter(
    (path) => !/^(late:|stub:|rest\.ts$)/.test(path),
  );
  return { text: `${only(head)}${restFunction(only(tail))}`, inputs };
}

/** esbuild shortens fast, swc further. Names at the top stay: triggers and the footer call them. */
async function shortened(script: string): Promise<string> {
  const { code } = await minify(script, {
    compress: { passes: 3, keep_fargs: false, toplevel: false },
    mangle: { toplevel: false },
    ecma: 2020,
    module: false,
    format: { asciiOnly: true, comments: false },
  });
  return `${code}\n`;
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
