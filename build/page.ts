// Bundles the workbench's page: one script and one style sheet, nothing loaded from elsewhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { licences } from './licences.ts';
import { projectRoot } from './root.ts';

export interface Page {
  readonly script: string;
  readonly style: string;
}

const folder = join('src', 'local', 'workbench', 'page');

export async function buildPage(): Promise<Page> {
  const root = projectRoot();
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(folder, 'main.tsx')],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error('esbuild wrote nothing.');
  const style = await esbuild.transform(readFileSync(join(root, folder, 'style.css'), 'utf8'), {
    loader: 'css',
    minify: true,
  });
  return { script: file.text + licences(Object.keys(result.metafile.inputs), root), style: style.code };
}
