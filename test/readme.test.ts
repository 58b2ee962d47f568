// What the README promises to somebody who has just cloned the project.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../build/root.ts';

const root = projectRoot();
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = text('README.md');
const about = JSON.parse(text('package.json'));
const lock = JSON.parse(text('package-lock.json'));

test.each(['npm ci && npm start', 'npm ci && npm test'])('the README has the line %s to copy', (line) => {
  expect(readme.split('\n')).toContain(`    ${line}`);
});

test('every npm script that the README names is there', () => {
  const named = [...readme.matchAll(/npm (?:run ([\w-]+)|(start|test))/g)].map(
    (found) => found[1] ?? found[2],
  );
  expect(new Set(named).size).toBeGreaterThan(4);
  expect(named.filter((name) => !(String(name) in about.scripts))).toEqual([]);
});

test('every tierline command that the README names is there', () => {
  const named = [...readme.matchAll(/npm run tierline -- ([\w-]+)/g)].map((found) => found[1]);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !existsSync(join(root, 'src', 'cli', `${name}.ts`)))).toEqual([]);
});

test('every link and every folder that the README names leads somewhere', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((found) => String(found[1]));
  const folders = [...readme.matchAll(/^\| `([^`]+)` \|/gm)].map((found) => String(found[1]));
  expect(links.length).toBeGreaterThan(0);
  expect(folders.length).toBeGreaterThan(0);
  expect([...links, ...folders].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('CI runs the very line that the README tells people to run', () => {
  expect(text('.ci/run').split('\n')).toContain('npm ci && npm test');
});

test('one command checks format, lint, all type checks, the build and the tests', () => {
  const steps = about.scripts.check.split(' && ');
  expect(steps).toEqual([
    'biome check .',
    'tsc -p tsconfig.json',
    'tsc -p tsconfig.pure.json',
    'tsc -p src/local/workbench/page',
    'npm run build',
    'npm test',
  ]);
  for (const path of ['tsconfig.json', 'tsconfig.pure.json']) expect(existsSync(join(root, path))).toBe(true);
});

test('the files that the npm scripts start are there', () => {
  const started = Object.values(about.scripts).flatMap(
    (script) => String(script).match(/[\w./-]+\.(m?js|ts)\b/g) ?? [],
  );
  expect(started.length).toBeGreaterThan(3);
  expect(started.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const versions = Object.entries({ ...about.dependencies, ...about.devDependencies });
  expect(versions.length).toBeGreaterThan(10);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)))).toEqual([]);
});

test('the lock file fits package.json', () => {
  const { name, version, dependencies, devDependencies } = about;
  expect(lock.packages['']).toMatchObject({ name, version, dependencies, devDependencies });
});

test('the lock file names no package host but the public registry', () => {
  const packages = Object.values(lock.packages) as { resolved?: string }[];
  const hosts = packages.flatMap(({ resolved }) => (resolved ? [new URL(resolved).host] : []));
  expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
});

describe('decisions', () => {
  const notes = readdirSync(join(root, 'docs', 'decisions')).sort();

  test('are numbered without a gap', () => {
    expect(notes.map((name) => Number(name.slice(0, 4)))).toEqual(notes.map((_, index) => index + 1));
  });

  test.each(notes)('%s says on half a page what, why and what was rejected', (name) => {
    const note = text(join('docs', 'decisions', name));
    expect(note).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `));
    for (const part of ['**What.**', '**Why.**', '**Rejected.**']) expect(note).toContain(part);
    expect(note.split('\n').length).toBeLessThan(40);
  });
});
