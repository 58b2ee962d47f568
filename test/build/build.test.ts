// The build program by its front door: what it writes, and what it refuses to write.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { build, sizes } from '../../build/build.ts';
import { make } from '../../build/make.ts';
import type { Project } from '../../build/projects.ts';
import { projectRoot } from '../../build/root.ts';

const root = projectRoot();
const fixtures = 'test/build/fixtures';
const sound: Project = {
  name: 'fixture',
  entry: `${fixtures}/sound.ts`,
  manifest: `${fixtures}/sound.appsscript.json`,
  budget: 60_000,
  ownClasp: true,
};

let outdir = '';
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'tierline-build-'));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

const made = (project: Project, minify = false) => make(project, { root, outdir, minify });

test('every export of the entry is a top-level function that Apps Script can call by name', async () => {
  const { text, functions } = await made(sound);
  expect(functions).toEqual(['status', 'tick']);
  const properties = { getScriptProperties: () => ({ getKeys: () => ['a', 'b'] }) };
  const script = vm.createContext({ PropertiesService: properties });
  vm.runInContext(text, script);
  expect(vm.runInContext('tick({ triggerUid: "7" })', script)).toBe('ticked');
  expect(vm.runInContext('tick(7)', script)).toBe('refused');
  expect(vm.runInContext('status()', script)).toBe(2);
});

test('a shortened script does the same as the readable one', async () => {
  const readable = await made(sound);
  const short = await made(sound, true);
  expect(short.bytes).toBeLessThan(readable.bytes);
  const notices = short.text.slice(short.minifiedBytes);
  expect(notices === '' || notices.trimStart().startsWith('/*')).toBe(true);
  expect(readable.minifiedBytes).toBe(short.minifiedBytes);
  const script = vm.createContext({});
  vm.runInContext(short.text, script);
  expect(vm.runInContext('tick({})', script)).toBe('ticked');
});

test('the script and its manifest are written side by side, the manifest to the letter', async () => {
  const { folder, script, manifest, text } = await made(sound);
  expect(readdirSync(folder).sort()).toEqual(['.clasp.json', 'appsscript.json', 'fixture.js']);
  expect(readFileSync(script, 'utf8')).toBe(text);
  expect(readFileSync(manifest, 'utf8')).toBe(readFileSync(join(root, sound.manifest), 'utf8'));
});

test('the script is plain ASCII, and carries the licences of the packages in it', async () => {
  const { text } = await made(sound);
  expect(text).toMatch(/^[\t\n -~]*$/);
  expect(text).toMatch(/\/\*! LICENCES[\s\S]*zod \d[\s\S]*MIT License[\s\S]*\*\/\n$/);
  expect((await made(sound, true)).text).toContain('MIT License');
});

test("the id of the admin's own script survives the next build", async () => {
  const { folder } = await made(sound);
  const path = join(folder, '.clasp.json');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ scriptId: '', rootDir: '.' });
  writeFileSync(path, JSON.stringify({ scriptId: 'mine', rootDir: 'elsewhere', projectId: 'p' }));
  await made(sound);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ scriptId: 'mine', rootDir: '.', projectId: 'p' });
});

test('an unsound entry is refused with every reason at once, and nothing is written', async () => {
  const refused = made({ ...sound, entry: `${fixtures}/unsound.ts` });
  await expect(refused).rejects.toThrow(/fixture was not built/);
  const message = await refused.then(String, (reason: Error) => reason.message);
  const from = `${fixtures}/unsound.ts`;
  expect(message).toContain("The export 'later' is async");
  expect(message).toContain("The export 'answer' is no function");
  expect(message).toContain("The export 'default' is a default export");
  expect(message).toContain("The export 'slowly' is a generator");
  expect(message).toContain(`'fetch' (${from}) does not exist in Apps Script`);
  expect(message).toContain(`'process' (${from}) does not exist in Apps Script`);
  expect(message).toContain("'GmailApp.getInboxUnreadCount' needs the scope https://mail.google.com/");
  expect(message).not.toContain('performance');
  expect(message.split('\n')).toHaveLength(9);
  expect(existsSync(join(outdir, 'fixture'))).toBe(false);
});

test('a script over its budget is refused and says by how much', async () => {
  const { minifiedBytes } = await made(sound);
  await expect(made({ ...sound, budget: minifiedBytes })).resolves.toBeDefined();
  await expect(made({ ...sound, budget: minifiedBytes - 3 })).rejects.toThrow(
    `fixture.js has ${minifiedBytes} bytes minified, 3 over its budget.`,
  );
});

test('a manifest that promises a web app is refused when the entry has none', async () => {
  const promised = { ...sound, manifest: `${fixtures}/unsound.appsscript.json` };
  await expect(made(promised)).rejects.toThrow('there is no top-level function doPost or doGet');
});

test('an entry that is not there is refused by its name', async () => {
  await expect(made({ ...sound, entry: 'src/nowhere.ts' })).rejects.toThrow('src/nowhere.ts');
});

test('the sidebar is built within its budget and needs no name that Apps Script lacks', async () => {
  const built = await build({ only: ['sidebar'], outdir });
  expect(built.desk).toBeUndefined();
  expect(built.sidebar?.functions).toEqual(expect.arrayContaining(['onHome', 'onMessage']));
  expect(built.sidebar?.minifiedBytes).toBeLessThan(150_000);
  expect(sizes(built)).toMatch(/^sidebar +[\d.]+ kB, minified [\d.]+ kB of 150\.0 kB: .*onHome/);
});
