// Starts the workbench: the page is there at once; the world comes from its file, from the cache, or is told anew.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Built } from '../../../build/build.ts';
import { buildPage, type Page } from '../../../build/page.ts';
import { projectRoot } from '../../../build/root.ts';
import type { Arrival } from '../arrival.ts';
import { type Around, answer } from './api.ts';
import { type Bench, type KeptBench, kept, printOf, reopened } from './bench.ts';
import { type Hosting, host } from './hosting.ts';
import { deliver, isHere } from './letters.ts';
import { openSession, type Session } from './session.ts';
import { listen, type Smtp } from './smtp.ts';
import { readable, type StateFile, stateFile } from './state-file.ts';
import { archiveOf, buildBoth, type Cast, type Given, told } from './story.ts';

export interface WorkbenchOptions extends Given {
  readonly port: number;
  readonly smtpPort: number;
  readonly fresh: boolean;
  /** Where the state is kept. */
  readonly state: string;
  /** Where the prepared story and the built scripts are kept; null: nowhere. */
  readonly cache: string | null;
}

export interface Workbench {
  readonly address: string;
  readonly port: number;
  smtpPort(): number | null;
  /** Resolves when the world is there. */
  readonly ready: Promise<void>;
  readonly session: Session;
  close(): Promise<void>;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const state = stateFile<KeptBench>(options.state);
  if (options.fresh) state.remove();
  let hosting: Hosting | null = null;
  let smtp: Smtp | null = null;
  const session = openSession({
    announce: () => hosting?.announce(),
    keep: (bench) => state.write(kept(bench)),
  });
  const around: Around = {
    session,
    smtpPort: () => smtp?.port ?? null,
    startOver: async () => {
      state.remove();
      session.replace(await prepared(options, session, null));
    },
  };
  const page = buildPage();
  page.catch(() => {});
  hosting = await host(options.port, async (asked, method) =>
    asked.path.startsWith('/api/') ? answer(around, asked, method) : pageFile(asked.path, await page),
  );
  smtp = await listen({
    port: options.smtpPort,
    accept: (mail) => session.change((bench) => deliver(bench, mail)),
    knows: (address) => {
      const bench = session.bench();
      return bench !== null && isHere(address, bench.office.address, bench.accounts);
    },
  });
  const ready = prepared(options, session, readable(state.read())).then((bench) => session.replace(bench));
  return {
    address: hosting.address,
    port: hosting.port,
    smtpPort: around.smtpPort,
    ready,
    session,
    close: async () => {
      session.close();
      await smtp?.close();
      await hosting?.close();
    },
  };
}

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>Tierline workbench</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
<div id="page"><p class="starting">Starting ...</p></div>
<script src="/page.js"></script>
</html>
`;

function pageFile(path: string, { script, style }: Page) {
  if (path === '/') return { type: 'text/html', body: html };
  if (path === '/page.js') return { type: 'text/javascript', body: script };
  if (path === '/style.css') return { type: 'text/css', body: style };
  return null;
}

/** From the state file, else from the cache of this very source and mail, else told from the beginning. */
async function prepared(
  options: WorkbenchOptions,
  session: Session,
  saved: KeptBench | null,
): Promise<Bench> {
  const { mail, rules } = options;
  const archive = await archiveOf({ mail, rules });
  const source = sourcePrint();
  const built = await builtOnce(options.cache, source);
  const goesOn = saved && reopenedIf(saved, built, archive);
  if (goesOn) return goesOn;
  const stories =
    mail === null && rules === null && options.cache
      ? cacheFile<KeptBench>(options.cache, `story-${source}`)
      : null;
  const story = readable(stories?.read() ?? null);
  const cached = story && reopenedIf(story, built, archive);
  if (cached) return cached;
  const cast: Cast = { given: { mail, rules }, archive, built };
  const bench = await told(cast, (passing) => session.progress(passing));
  session.progress(null);
  if (stories) keepOnly(options.cache, 'story-', () => stories.write(kept(bench)));
  return bench;
}

/** Null where it was kept by a version whose world remembered other things. */
function reopenedIf(saved: KeptBench, built: Built, archive: readonly Arrival[]): Bench | null {
  try {
    return reopened(saved, built, archive);
  } catch {
    return null;
  }
}

async function builtOnce(cache: string | null, source: string): Promise<Built> {
  if (!cache) return buildBoth();
  const files = cacheFile<Built>(cache, `built-${source}`);
  const known = files.read();
  if (known?.desk && known.sidebar) return known;
  const built = await buildBoth(join(cache, 'scripts'));
  keepOnly(cache, 'built-', () => files.write(built));
  return built;
}

const cacheFile = <T>(cache: string, name: string): StateFile<T> => stateFile<T>(join(cache, name));

/** The cache holds one of each. */
function keepOnly(cache: string | null, start: string, write: () => void): void {
  if (!cache) return;
  for (const name of readdirOr(cache)) if (name.startsWith(start)) rmSync(join(cache, name), { force: true });
  write();
}

/** Changes with every source file and every mail of the sample. */
function sourcePrint(): string {
  const root = projectRoot();
  const files = ['src', 'build/build.ts', 'build/bundle.ts', 'package-lock.json', 'appsscript.json']
    .flatMap((path) => filesBelow(join(root, path)))
    .filter((path) => !path.includes(join('workbench', 'page')))
    .sort();
  return printOf(...files.flatMap((path) => [path.slice(root.length), readFileSync(path)]));
}

function filesBelow(path: string): readonly string[] {
  return statSync(path).isFile() ? [path] : readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

function readdirOr(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
