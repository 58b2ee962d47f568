// Puts a project's files together, pushes them with clasp, and reads back what Google has now.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claspOrStop } from './clasp.ts';
import { isPlanned } from './doing.ts';
import { Stopped } from './failure.ts';
import type { RemoteFile } from './google.ts';
import type { Ground } from './ground.ts';
import { settingsScript } from './settings-script.ts';
import type { Which } from './steps/projects.ts';

/** File names with their text. */
export type Files = Readonly<Record<string, string>>;

/** The built folder as it is, and the settings where they are still to be told. */
export function filesOf({ built }: Pick<Ground, 'built'>, which: Which, settings: Files | null): Files {
  const project = built[which];
  const own: Files = {
    'appsscript.json': readFileSync(project.manifest, 'utf8'),
    [`${which}.js`]: readFileSync(project.script, 'utf8'),
  };
  return settings ? { ...own, 'settings.js': settingsScript(settings) } : own;
}

export const pushed = (ground: Ground, which: Which, files: Files): Promise<boolean> =>
  pushedTo(ground, { which, scriptId: ground.memory.now[which] ?? '' }, files);

export interface Target {
  /** Its name here. */
  readonly which: string;
  readonly scriptId: string;
}

/** Pushes only what differs. @throws Stopped where Google has something else afterwards. */
export async function pushedTo(ground: Ground, { which, scriptId }: Target, files: Files): Promise<boolean> {
  if (isSame(await remoteFiles(ground, scriptId), files)) return false;
  await ground.doing.change({
    call: 'clasp push --force',
    about: `${which}: ${Object.keys(files).join(', ')}`,
    does: async () => {
      const home = staged(ground.folder, { which, scriptId }, files);
      try {
        await claspOrStop(ground.clasp, ['push', '--force'], home);
      } finally {
        rmSync(join(home, 'settings.js'), { force: true });
      }
    },
    instead: undefined,
  });
  if (ground.doing.dry) return true;
  if (isSame(await remoteFiles(ground, scriptId), files)) return true;
  await replaced(ground, { which, scriptId }, files);
  if (!isSame(await remoteFiles(ground, scriptId), files))
    throw new Stopped(
      `Google holds other files in the ${which} than were pushed. Is somebody editing the project? Run this again.`,
    );
  return true;
}

/** Where a file only went away, clasp sees nothing to push and leaves it there. */
function replaced({ google, doing }: Ground, { which, scriptId }: Target, files: Files): Promise<unknown> {
  const content = Object.entries(files).map(([file, source]) => {
    const isManifest = file === 'appsscript.json';
    return {
      name: file.replace(/\.\w+$/, ''),
      type: isManifest ? 'JSON' : 'SERVER_JS',
      source,
    };
  });
  return doing.change({
    call: 'script.projects.updateContent',
    about: `${which}: ${Object.keys(files).join(', ')} and nothing else`,
    does: () =>
      google.script.projects.updateContent({
        scriptId,
        requestBody: { files: content },
      }),
    instead: null,
  });
}

function staged(folder: string, { which, scriptId }: Target, files: Files): string {
  const home = join(folder, 'push', which);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text, { mode: 0o600 });
  writeFileSync(join(home, '.clasp.json'), JSON.stringify({ scriptId, rootDir: '.' }));
  return home;
}

/** Of the head, or of a version. */
export async function remoteFiles(
  { google, doing }: Pick<Ground, 'google' | 'doing'>,
  scriptId: string,
  versionNumber?: number,
): Promise<readonly RemoteFile[]> {
  if (isPlanned(scriptId)) return [];
  const asked = versionNumber === undefined ? { scriptId } : { scriptId, versionNumber };
  const { data } = await doing.ask('script.projects.getContent', () =>
    google.script.projects.getContent(asked),
  );
  return data.files ?? [];
}

const extensions: Readonly<Record<string, string>> = { SERVER_JS: '.js', JSON: '.json', HTML: '.html' };

/** Byte for byte; line ends too. */
export function isSame(remote: readonly RemoteFile[], files: Files): boolean {
  const there = Object.fromEntries(
    remote.map(({ name, type, source }) => [`${name}${extensions[type ?? ''] ?? ''}`, source ?? '']),
  );
  const names = Object.keys(files);
  return names.length === Object.keys(there).length && names.every((name) => there[name] === files[name]);
}
