// Who may import whom, and who may name what: the arrows of the architecture, held over the real source tree.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from '@swc/core';
import { transformSync } from 'esbuild';
import { freeNames } from '../build/free-names.ts';
import { projectRoot } from '../build/root.ts';
import { languageNames, services } from '../build/runtime.ts';
import { nameOf, readSyntax } from '../build/syntax.ts';

interface Arrows {
  /** Folders and files of ours that may be imported, besides the folder itself. */
  readonly ours: readonly string[];
  /** Packages that may be imported, `type x` for a package's types only. */
  readonly packages: readonly string[];
  /** What may be named without being defined. */
  readonly names: 'language' | 'google' | 'node';
}

const core = ['src/complaints', 'src/rules', 'src/cards', 'src/door'];
const pure = { packages: ['zod/mini'], names: 'language' } as const;

/** The deepest folder that a file lies in decides. */
const arrows: Readonly<Record<string, Arrows>> = {
  'src/complaints': { ours: [], packages: ['planer', 'htmlparser2'], names: 'language' },
  'src/rules': { ...pure, ours: ['src/complaints'] },
  // Cards draw what the door's views describe: one description, at both ends.
  'src/cards': { ...pure, ours: ['src/complaints', 'src/door'] },
  'src/door': { ours: ['src/complaints'], packages: ['valibot'], names: 'language' },
  'src/google': { ours: core, packages: [], names: 'google' },
  'src/menu': { ours: ['src/rules'], packages: [], names: 'google' },
  'src/cloud': { ours: core, packages: ['googleapis', 'pg', 'zod/mini', 'node:'], names: 'node' },
  'src/local/world': {
    ours: [],
    packages: ['postal-mime', 'libmime', 'htmlparser2', 'type googleapis', 'node:'],
    names: 'node',
  },
  'src/local': {
    ours: ['src/complaints', 'src/rules', 'src/door', 'src/local/world', 'build'],
    packages: ['postal-mime', 'csv-parse/sync', 'csv-stringify/sync', 'node:'],
    names: 'node',
  },
  'src/local/workbench': {
    ours: ['src/complaints', 'src/rules', 'src/local', 'build'],
    packages: [
      'postal-mime',
      'nodemailer/lib/mail-composer',
      'smtp-server',
      'read-excel-file/node',
      'write-excel-file/node',
      'zod/mini',
      'node:',
    ],
    names: 'node',
  },
  'src/local/workbench/page': {
    ours: ['src/local/workbench'],
    packages: ['preact', 'preact/hooks', 'type preact', '@mdi/js'],
    names: 'node',
  },
  'src/cli': {
    ours: [...core, 'src/local', 'src/cloud', 'build'],
    packages: [
      'googleapis',
      // One by one: all of them together take seconds to load.
      ...['drive', 'gmail', 'script', 'sheets'].map((api) => `googleapis/build/src/apis/${api}`),
      'zod/mini',
      'node:',
    ],
    names: 'node',
  },
};

/** The core is told the time; it does not read it. */
const clocksAndDice = ['Date.now', 'new Date()', 'Math.random'];
const googleNames = services.map((service) => service.name).filter((name) => name !== 'console');

function violations(path: string, source: string): readonly string[] {
  const home = homeOf(path);
  const rule = home ? arrows[home] : undefined;
  if (!home || !rule) return [`${path} lies in no folder of the architecture`];
  return [
    ...importsOf(source, path).filter((name) => !mayImport(path, home, name)),
    ...namesOf(source, path).filter((name) => !mayName(rule.names, name)),
  ].map((what) => `${path} may not use ${what}`);
}

function homeOf(path: string): string | undefined {
  const homes = Object.keys(arrows).filter((folder) => path.startsWith(`${folder}/`));
  return homes.sort((a, b) => b.length - a.length)[0];
}

function mayImport(path: string, home: string, name: string): boolean {
  const { ours, packages } = arrows[home] as Arrows;
  if (!name.startsWith('.'))
    return packages.some((each) => isOf(each, name) || (/^(type )?node:/.test(name) && each === 'node:'));
  const target = posix.join(posix.dirname(path), name);
  return homeOf(target) === home || ours.some((folder) => target.startsWith(`${folder}/`));
}

/** A package allowed whole is allowed in parts; one allowed for its types only is not. */
const isOf = (allowed: string, name: string): boolean =>
  [allowed, `type ${allowed}`].some((whole) => name === whole || name.startsWith(`${whole}/`));

function mayName(names: Arrows['names'], name: string): boolean {
  if (googleNames.includes(name)) return names === 'google';
  if (clocksAndDice.includes(name)) return names !== 'language';
  if (name === 'require') return names === 'google';
  return names === 'node' || languageNames.has(name) || (names === 'google' && name === 'console');
}

/** Every module a file names: imports, re-exports, `import()` and imports in types. */
function importsOf(source: string, path: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (!isPart(node)) return;
    if (/^(Import|Export)/.test(String(node.type)) && isPart(node.source)) {
      const name = String(node.source.value);
      found.push(node.typeOnly && !name.startsWith('.') ? `type ${name}` : name);
    }
    if (node.type === 'TsImportType' && isPart(node.argument)) found.push(String(node.argument.value));
    if (node.type === 'CallExpression' && isPart(node.callee) && node.callee.type === 'Import')
      found.push(
        /"type":"StringLiteral".*?"value":"(.*?)"/.exec(JSON.stringify(node.arguments))?.[1] ?? 'import()',
      );
    const late = lateModule(node);
    if (late !== null) found.push(late);
    Object.values(node).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2022' }));
  return found;
}

/** `require('./x.ts')`: a module of ours that is evaluated when it is first needed (docs/decisions/0010). */
function lateModule(node: Readonly<Record<string, unknown>>): string | null {
  if (node.type !== 'CallExpression' || !isPart(node.callee) || node.callee.value !== 'require') return null;
  return /"type":"StringLiteral".*?"value":"(.*?)"/.exec(JSON.stringify(node.arguments))?.[1] ?? 'require()';
}

function isPart(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null;
}

/** Names a file does not define; a clock or dice by its own name, so that the core cannot read them. */
function namesOf(source: string, path: string): readonly string[] {
  const { code } = transformSync(source, {
    loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
    target: 'es2022',
    logLevel: 'silent',
  });
  const syntax = readSyntax(code, 'module');
  const dated = syntax.nodes.filter(
    (node) => /^(New|Call)Expression$/.test(node.type) && nameOf(node.callee) === 'Date',
  );
  const unset = dated.filter((node) => node.type === 'CallExpression' || (node.arguments as []).length === 0);
  const names = freeNames(syntax).map(({ name, member }) => {
    const whole = `${name}.${member}`;
    return clocksAndDice.includes(whole) ? whole : name;
  });
  return [...new Set([...names, ...unset.map(() => 'new Date()')])];
}

const root = projectRoot();
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => posix.join('src', ...path.split(/[\\/]/)))
  .filter((path) => /\.tsx?$/.test(path));

test('every file of the source tree keeps to its arrows', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap((path) => violations(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

describe('an arrow turned round is found', () => {
  test.each([
    ['src/complaints/x.ts', "import { y } from '../rules/y.ts';", '../rules/y.ts'],
    ['src/complaints/x.ts', "import type { Y } from '../google/y.ts';", '../google/y.ts'],
    ['src/complaints/x.ts', "import * as z from 'zod/mini';", 'zod/mini'],
    ['src/complaints/x.ts', 'export const y = () => console.log(1);', 'console'],
    ['src/google/x.ts', "export const y = () => require('../local/y.ts');", '../local/y.ts'],
    ['src/rules/x.ts', "export const y = () => require('./y.ts');", 'require'],
    ['src/complaints/x.ts', 'export const y = (m: string) => GmailApp.search(m);', 'GmailApp'],
    ['src/complaints/x.ts', 'export const y = () => Date.now();', 'Date.now'],
    ['src/complaints/x.ts', 'export const y = () => new Date().getTime();', 'new Date()'],
    ['src/complaints/x.ts', 'export const y = () => Math.random();', 'Math.random'],
    ['src/rules/deep/x.ts', "import { z } from 'zod';", 'zod'],
    ['src/rules/x.ts', "export * from '../cards/card.ts';", '../cards/card.ts'],
    ['src/cards/x.ts', "export type Y = import('../google/y.ts').Y;", '../google/y.ts'],
    ['src/door/x.ts', 'export const y = new URL("https://example.com");', 'URL'],
    ['src/google/x.ts', "import { y } from '../local/world/y.ts';", '../local/world/y.ts'],
    ['src/google/x.ts', 'export const y = setTimeout(() => 1, 1);', 'setTimeout'],
    ['src/google/x.ts', "import fs from 'node:fs';", 'node:fs'],
    ['src/cloud/x.ts', "import { y } from '../google/y.ts';", '../google/y.ts'],
    ['src/local/world/x.ts', "import type { Y } from '../../complaints/y.ts';", '../../complaints/y.ts'],
    ['src/local/world/x.ts', "import { y } from '../y.ts';", '../y.ts'],
    ['src/local/world/x.ts', "import { google } from 'googleapis';", 'googleapis'],
    ['src/local/world/services/x.ts', 'export const y = () => Session.getActiveUser();', 'Session'],
    ['src/local/x.ts', "export const y = () => import('../cloud/y.ts');", '../cloud/y.ts'],
    ['src/cli/x.ts', "import { y } from '../google/y.ts';", '../google/y.ts'],
  ])('%s: %s', (path, source, what) => {
    expect(violations(path, source)).toEqual([`${path} may not use ${what}`]);
  });

  test('a file in no known folder is found', () => {
    expect(violations('src/utils/x.ts', '')).toEqual([
      'src/utils/x.ts lies in no folder of the architecture',
    ]);
  });
});

describe('what the architecture allows passes', () => {
  test.each([
    [
      'src/complaints/deep/x.ts',
      "import { y } from '../time.ts'; export const z = new Intl.NumberFormat('de', y);",
    ],
    [
      'src/complaints/x.ts',
      'export const y = (now: number) => new Date(now).getTime() + Math.floor(Date.UTC(2026));',
    ],
    ['src/google/x.ts', 'export const y = () => Date.now() + Math.random();'],
    ['src/rules/x.ts', "import * as z from 'zod/mini'; import type { Y } from '../complaints/y.ts';"],
    ['src/google/x.ts', "import { y } from '../cards/y.ts'; console.log(GmailApp.search(y));"],
    ['src/local/x.ts', "import { y } from './world/y.ts'; import 'node:fs'; setTimeout(y, 1);"],
    ['src/local/world/x.ts', "import type { gmail_v1 } from 'googleapis'; import type { X } from 'node:vm';"],
    ['src/cli/x.ts', "import { y } from '../local/world/y.ts'; import { google } from 'googleapis';"],
  ])('%s: %s', (path, source) => expect(violations(path, source)).toEqual([]));
});
