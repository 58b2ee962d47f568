// A script project's files, checked as Google does when they are replaced.

import { invalid } from './refusal.ts';
import { parseSync } from './syntax.ts';

export interface ProjectFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
  readonly owner: string;
  readonly at: number;
}

const types = ['SERVER_JS', 'HTML', 'JSON'];
const fields = ['name', 'type', 'source', 'createTime', 'updateTime', 'lastModifyUser', 'functionSet'];

/** All files of a project are replaced at once; exactly one of them is the manifest. */
export function readFiles(given: unknown, { owner }: { owner: string }, now: number): readonly ProjectFile[] {
  if (!Array.isArray(given) || given.length === 0) throw invalid('files must not be empty');
  const files = given.map((file: Readonly<Record<string, unknown>>) => {
    const strange = Object.keys(file).find((name) => !fields.includes(name));
    if (strange) throw invalid(`Unknown name "${strange}" at 'files': Cannot find field.`);
    const { name, type, source } = file;
    if (typeof name !== 'string' || typeof source !== 'string' || !types.includes(String(type)))
      throw invalid('A file needs name, type and source');
    if (type === 'SERVER_JS') parseSync(source, name);
    return { name, type: type as ProjectFile['type'], source, owner, at: now };
  });
  if (new Set(files.map(({ name, type }) => `${name} ${type}`)).size < files.length)
    throw invalid('A file with this name already exists in the current project');
  const manifests = files.filter(({ type }) => type === 'JSON');
  if (manifests.length !== 1 || manifests[0]?.name !== 'appsscript')
    throw invalid('A project must have exactly one manifest called appsscript');
  checkManifest(manifests[0].source);
  return files;
}

function checkManifest(source: string): void {
  try {
    JSON.parse(source);
  } catch {
    throw invalid('"appsscript.json" has errors: Invalid manifest.');
  }
}

export function contentOf(scriptId: string, files: readonly ProjectFile[]): object {
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    scriptId,
    files: files.map(({ name, type, source, owner, at }) => ({
      name,
      type,
      source,
      lastModifyUser: { email: owner },
      createTime: iso(at),
      updateTime: iso(at),
      functionSet: type === 'SERVER_JS' ? { values: functionsOf(source) } : {},
    })),
  };
}

const functionsOf = (source: string): object[] =>
  [...source.matchAll(/^function (\w+)/gm)].map((match) => ({ name: match[1] }));
