// What `clasp push` would send to Google, asked of the real clasp on freshly built folders, without a network.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { projectRoot } from '../build/root.ts';

interface Status {
  readonly filesToPush: readonly string[];
  readonly untrackedFiles: readonly string[];
}

const root = projectRoot();
let copy = '';
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'tierline-clasp-'));
  cpSync(join(root, '.clasp.json'), join(copy, '.clasp.json'));
  mkdirSync(join(copy, 'src'));
  writeFileSync(join(copy, 'src', 'not-to-be-pushed.js'), '');
  mkdirSync(join(copy, 'build'));
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function clasp(folder: string): Status {
  const settings = join(folder, '.clasp.json');
  const known = JSON.parse(readFileSync(settings, 'utf8'));
  writeFileSync(settings, JSON.stringify({ ...known, scriptId: 'a-script-id' }));
  const home = join(root, 'node_modules', '@google', 'clasp');
  const program = join(home, JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).bin.clasp);
  const env = { ...process.env, HOME: copy, USERPROFILE: copy, NO_UPDATE_NOTIFIER: '1' };
  const run = spawnSync(process.execPath, [program, 'show-file-status', '--json'], { cwd: folder, env });
  if (run.status !== 0) throw new Error(`clasp: ${run.stdout}${run.stderr}`);
  return JSON.parse(String(run.stdout)) as Status;
}

const pushed = (status: Status) => [...status.filesToPush].sort();

test('from the project’s folder, the sidebar’s script and manifest are pushed and nothing else', async () => {
  await build({ only: ['sidebar'], outdir: join(copy, 'build') });
  expect(pushed(clasp(copy))).toEqual(['build/sidebar/appsscript.json', 'build/sidebar/sidebar.js']);
}, 20_000);

test('from build/desk, the desk’s script and manifest are pushed and nothing else', async () => {
  await build({ only: ['desk'], outdir: join(copy, 'build') });
  expect(pushed(clasp(join(copy, 'build', 'desk')))).toEqual(['appsscript.json', 'desk.js']);
}, 20_000);

test('a script left over from an older build, which clasp would push too, is gone after the next', async () => {
  const sidebar = () => build({ only: ['sidebar'], outdir: join(copy, 'build') });
  await sidebar();
  writeFileSync(join(copy, 'build', 'sidebar', 'left-over.js'), '');
  expect(pushed(clasp(copy))).toContain('build/sidebar/left-over.js');
  await sidebar();
  expect(pushed(clasp(copy))).toHaveLength(2);
}, 20_000);
