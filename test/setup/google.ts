// A Google to set Tierline up in: the emulated world behind HTTP, the real clasp talking to it, and an admin who runs
// what setup asks for.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Built, build } from '../../build/build.ts';
import { projectRoot } from '../../build/root.ts';
import { type Clasp, claspIn } from '../../src/cli/setup/clasp.ts';
import { doing } from '../../src/cli/setup/doing.ts';
import { type Google, openGoogle } from '../../src/cli/setup/google.ts';
import type { Ground } from '../../src/cli/setup/ground.ts';
import { memoryIn, memoryOf } from '../../src/cli/setup/progress.ts';
import { neededScopes } from '../../src/cli/setup/scopes.ts';
import { createDriveApi } from '../../src/local/world/drive-api.ts';
import { serveGmail } from '../../src/local/world/gmail/server.ts';
import type { Api, HttpRequest, HttpResponse } from '../../src/local/world/http.ts';
import {
  createScriptApi,
  type ScriptApi,
  type StoredProject,
} from '../../src/local/world/script-api/script-api.ts';
import { createWorld, type Script, type World } from '../../src/local/world/world.ts';

export const support = 'support@acme.example';
export const admin = 'petra@acme.example';

export interface Exchange {
  readonly host: string;
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

export interface TestGoogle {
  readonly world: World;
  readonly scripts: ScriptApi;
  readonly exchanges: Exchange[];
  /** What setup said. */
  readonly said: string[];
  /** Breaks the connection at a request: before it is carried out, or after, so that the answer is lost. */
  breakAt(broken: ((request: HttpRequest) => 'before' | 'after' | null) | null): void;
  readonly scopes: Set<string>;
  ground(options?: { readonly dry?: boolean; readonly adopt?: string; readonly absent?: boolean }): Ground;
  script(which: 'desk' | 'sidebar'): Script;
  /** The mailbox of the admin, as a member of the Group. */
  readonly colleague: Google['gmail'];
  /** Where the folders to push are. */
  readonly home: string;
  close(): Promise<void>;
}

let built: Promise<Built> | null = null;
export const bundles = (): Promise<Built> => {
  built ??= build({ outdir: mkdtempSync(join(tmpdir(), 'tierline-built-')) });
  return built;
};

/** clasp as far as setup needs it, in this process: for tests that run it dozens of times. */
const quickClasp =
  (google: Google): Clasp =>
  async (args, folder) => {
    try {
      if (args[0] === 'create-script')
        await quickCreate(google, args[args.indexOf('--title') + 1] ?? '', folder);
      else await quickPush(google, folder);
      return { code: 0, out: '', err: '' };
    } catch (error) {
      return { code: 1, out: '', err: String(error) };
    }
  };

async function quickCreate({ script }: Google, title: string, folder: string): Promise<void> {
  const { data } = await script.projects.create({ requestBody: { title } });
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId: data.scriptId }));
}

/** Like clasp it pushes nothing where a file only went away. */
async function quickPush({ script }: Google, folder: string): Promise<void> {
  const { scriptId } = JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8')) as { scriptId: string };
  const names = readdirSync(folder).filter((name) => name !== '.clasp.json');
  const files = names.map((name) => ({
    name: name.replace(/\.\w+$/, ''),
    type: name.endsWith('.json') ? 'JSON' : 'SERVER_JS',
    source: readFileSync(join(folder, name), 'utf8'),
  }));
  const { data } = await script.projects.getContent({ scriptId });
  const known = new Map((data.files ?? []).map(({ name, source }) => [name, source]));
  if (files.every(({ name, source }) => known.get(name) === source)) return;
  await script.projects.updateContent({ scriptId, requestBody: { files } });
}

export interface TestOptions {
  /** Default: what stands in for it within this process. */
  readonly clasp?: 'real';
}

export async function openTestGoogle(
  options: TestOptions = {},
  start = '2026-03-24T08:00:00Z',
): Promise<TestGoogle> {
  const world = createWorld({ start });
  world.addAccount(support);
  world.addAccount(admin);
  const scopes = new Set(Object.keys(neededScopes));
  const titles = new Map<string, 'desk' | 'sidebar' | 'menu'>([
    ['Tierline desk', 'desk'],
    ['Tierline sidebar', 'sidebar'],
    ['Tierline menu', 'menu'],
  ]);
  const nameOf = ({ title }: StoredProject): string => titles.get(title) ?? title;
  const has = (name: string): boolean => {
    try {
      return world.script(name) !== null;
    } catch {
      return false;
    }
  };
  let serial = 0;
  const scripts = createScriptApi({
    clock: world.clock,
    newId: () => {
      serial += 1;
      return `1script${String(serial).padStart(40, '0')}`;
    },
    onContent: (project) => {
      const code = project.files
        .flatMap(({ type, source }) => (type === 'SERVER_JS' ? [source] : []))
        .join('\n');
      const manifest: unknown = JSON.parse(project.files.find(({ type }) => type === 'JSON')?.source ?? '{}');
      const name = nameOf(project);
      if (has(name)) world.script(name).push(code, manifest);
      else {
        const { owner, parentId } = project;
        world.addScript({ name, owner, code, manifest, ...(parentId ? { container: parentId } : {}) });
        world.script(name).revoke(project.owner);
      }
    },
    webAppUrl: (project) => world.script(nameOf(project)).webapp.url,
    processes: () =>
      [...scripts.projects.values()].flatMap((project) =>
        has(nameOf(project))
          ? world.script(nameOf(project)).executions.map((one) => ({
              scriptId: project.scriptId,
              functionName: one.function,
              processType: one.kind === 'trigger' ? 'TIME_DRIVEN' : 'EDITOR',
              processStatus: one.status === 'completed' ? 'COMPLETED' : 'FAILED',
              startTime: one.startedAt,
              seconds: (one.endedAt - one.startedAt) / 1000,
            }))
          : [],
      ),
  });
  const drive = createDriveApi(() => [
    // Google lists no script that belongs to a file.
    ...[...scripts.projects.values()]
      .filter(({ parentId }) => !parentId)
      .map(({ scriptId, title, owner }) => ({
        id: scriptId,
        name: title,
        owner,
        mimeType: 'application/vnd.google-apps.script',
      })),
    ...world.sheets.ids().map((id) => ({
      id,
      name: world.sheets.title(id) ?? '',
      owner: support,
      mimeType: 'application/vnd.google-apps.spreadsheet',
    })),
  ]);
  const oauth: Api = {
    hosts: ['oauth2.googleapis.com'],
    handle: () => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: support,
        scope: [...scopes].join(' '),
        expires_in: 3_000,
        aud: 'client',
      }),
    }),
  };
  const exchanges: Exchange[] = [];
  let broken: ((request: HttpRequest) => 'before' | 'after' | null) | null = null;
  const caller = () => ({ email: support, scopes: [...scopes] });
  const serve = (api: Api) =>
    serveGmail(
      {
        hosts: api.hosts,
        handle: (request, who) => {
          const how = broken?.(request) ?? null;
          if (how === 'before') throw new Error('the connection broke');
          const response = api.handle(request, who);
          exchanges.push({ host: api.hosts[0] ?? '', request, response });
          if (how === 'after') throw new Error('the connection broke');
          return response;
        },
      },
      {
        who: (token) => {
          if (token === 'colleague') return { email: admin, scopes: [...scopes] };
          return token === 'good' || token === '' ? caller() : null;
        },
      },
    );
  const [sheets, gmail, script, drives, tokens] = await Promise.all(
    [world.sheets, world.gmail, scripts, drive, oauth].map(serve),
  );
  const home = mkdtempSync(join(tmpdir(), 'tierline-setup-'));
  const credentials = {
    type: 'authorized_user',
    client_id: 'client',
    client_secret: 'not a secret',
    refresh_token: 'refresh',
    access_token: 'good',
    expiry_date: Date.now() + 3_600_000,
  };
  writeFileSync(join(home, '.clasprc.json'), JSON.stringify({ tokens: { default: credentials } }));
  const realClasp = claspIn({
    root: projectRoot(),
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      NO_UPDATE_NOTIFIER: '1',
      NODE_OPTIONS: `--require ${join(__dirname, 'reroute.cjs')}`,
      STAND_INS: JSON.stringify({ 'script.googleapis.com': script?.url }),
    },
  });
  const made = await bundles();
  const google = openGoogle(credentials, {
    sheets: sheets?.url ?? '',
    gmail: gmail?.url ?? '',
    script: script?.url ?? '',
    drive: drives?.url ?? '',
    retry: false,
    tokenInfo: `${tokens?.url}tokeninfo`,
  });
  const clasp = options.clasp === 'real' ? realClasp : quickClasp(google);
  const colleague = openGoogle(
    { access_token: 'colleague', expiry_date: Date.now() + 3_600_000 },
    { gmail: gmail?.url ?? '', retry: false },
  ).gmail;
  const said: string[] = [];
  const statePath = join(home, '.tierline', 'setup.json');
  const say = (text: string) => {
    said.push(text);
    if (process.env.SHOW) process.stderr.write(text);
  };

  /** What the admin does while setup waits. */
  function adminActs(): void {
    if (!has('desk')) return;
    const desk = world.script('desk');
    if (desk.executions.some((one) => one.function === 'install' && one.status === 'completed')) return;
    desk.grant(support);
    desk.run('install');
  }

  return {
    world,
    scripts,
    exchanges,
    said,
    scopes,
    breakAt: (how) => {
      broken = how;
    },
    script: (which) => world.script(which),
    home,
    colleague,
    ground: ({ dry = false, adopt, absent = false } = {}) => ({
      google,
      clasp,
      doing: doing(dry, say),
      memory: dry ? memoryOf(memoryIn(statePath).now) : memoryIn(statePath),
      say,
      built: made as Required<Built>,
      folder: join(home, '.tierline'),
      now: world.now,
      wait: async (milliseconds) => {
        if (!absent) adminActs();
        world.advance(milliseconds);
      },
      fetch: async (url, { body }) => {
        expect(url).toBe(world.script('desk').webapp.url);
        const { status, body: text } = world.script('desk').webapp.post(body, { as: support });
        return { status, text: async () => text };
      },
      admin: { email: admin, timeZone: 'Europe/Berlin' },
      adopt: adopt ?? null,
    }),
    close: async () => {
      await Promise.all([sheets, gmail, script, drives, tokens].map((one) => one?.close()));
      rmSync(home, { recursive: true, force: true });
    },
  };
}
