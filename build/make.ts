// Makes one Apps Script project: bundle, footer, licences, refusals, and only then the files.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { entryPoints, footer } from './entry-points.ts';
import { licences } from './licences.ts';
import { readManifest } from './manifest.ts';
import type { Project } from './projects.ts';
import { refusals } from './refusals.ts';
import { readSyntax } from './syntax.ts';

export interface BuiltProject {
  readonly name: string;
  /** Where it was written; `script` and `manifest` are file paths in it. */
  readonly folder: string;
  readonly script: string;
  readonly manifest: string;
  /** The script as written. */
  readonly text: string;
  readonly bytes: number;
  readonly minifiedBytes: number;
  readonly budget: number;
  /** The top-level functions of the footer. */
  readonly functions: readonly string[];
}

export interface Making {
  /** The project's folder, and the folder that the built folder goes into. */
  readonly root: string;
  readonly outdir: string;
  readonly minify: boolean;
}

/** @throws Error that lists every reason why the script would fail in Apps Script; nothing is written then. */
export async function make(project: Project, how: Making): Promise<BuiltProject> {
  const manifestText = readFileSync(join(how.root, project.manifest), 'utf8');
  const manifest = readManifest(manifestText, project.manifest);
  const bundled = await bundle(project, how.root);
  const points = entryPoints(bundled.module);
  const functions = points.filter((point) => point.unfit === null).map((point) => point.name);
  const readable = `${bundled.script}\n${footer(functions)}`;
  const notices = licences(bundled.inputs, how.root);
  const short = `${bundled.short}\n${footer(functions)}`;

  const script = readSyntax(readable, 'script');
  // Without the notices: they are a comment that travels along.
  const minifiedBytes = Buffer.byteLength(short);
  const reasons = refusals({ project, script, manifest, entryPoints: points, minifiedBytes });
  if (reasons.length > 0)
    throw new Error(`${project.name} was not built:\n${reasons.map((reason) => `  ${reason}\n`).join('')}`);

  const text = (how.minify ? short : readable) + notices;
  const files = write(project, how, { text, manifestText });
  const bytes = Buffer.byteLength(text);
  return { name: project.name, ...files, text, bytes, minifiedBytes, budget: project.budget, functions };
}

function write(project: Project, how: Making, what: { text: string; manifestText: string }) {
  const folder = join(how.outdir, project.name);
  const script = join(folder, `${project.name}.js`);
  const manifest = join(folder, 'appsscript.json');
  mkdirSync(folder, { recursive: true });
  for (const name of leftOvers(folder, project)) rmSync(join(folder, name), { force: true });
  put(script, what.text);
  put(manifest, what.manifestText);
  if (project.ownClasp) put(join(folder, '.clasp.json'), claspSettings(join(folder, '.clasp.json')));
  return { folder, script, manifest };
}

/** Scripts and pages of an older build: clasp would push them too. */
function leftOvers(folder: string, project: Project): readonly string[] {
  return readdirSync(folder).filter((name) => /\.(js|gs|html)$/.test(name) && name !== `${project.name}.js`);
}

/** Keeps what is there already, the script's id above all. */
function claspSettings(path: string): string {
  const before = JSON.parse(readOr(path, '{}')) as Record<string, unknown>;
  return `${JSON.stringify({ scriptId: '', ...before, rootDir: '.' }, null, 2)}\n`;
}

/** Replaces a file in one move, so that a reader at the same moment never sees half of it. */
function put(path: string, text: string): void {
  if (readOr(path, '') === text) return;
  const aside = `${path}.${process.pid}.tmp`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}
