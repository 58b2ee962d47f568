// Licences of the packages in a bundle: each once, readable, and unable to break the script.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { licences, packagesOf } from '../../build/licences.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tierline-licences-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a package counts once, however many of its files are in the bundle and however deep it lies', () => {
  const inputs = [
    'src/complaints/mail.ts',
    'node_modules/b/index.js',
    'node_modules/b/lib/c.js',
    'node_modules/@a/x/y.js',
    'node_modules/b/node_modules/@a/x/y.js',
  ];
  expect(packagesOf(inputs)).toEqual([
    'node_modules/@a/x',
    'node_modules/b',
    'node_modules/b/node_modules/@a/x',
  ]);
});

test('our own files alone need no licence text', () => {
  expect(licences(['src/complaints/mail.ts'], root)).toBe('');
});

test('a licence is kept in plain ASCII and cannot end the comment it stands in', () => {
  put('node_modules/b/package.json', '{"name":"b","version":"1.2.3","license":"MIT"}');
  put('node_modules/b/LICENSE.md', '© Zoë “Bee”\r\n*/ throw 1 /* 日\n');
  const text = licences(['node_modules/b/index.js'], root);
  expect(text).toContain('b 1.2.3 (MIT)\n\n(c) Zoe "Bee"\n* / throw 1 /* ?\n');
  expect(text).toMatch(/^[\n -~]+$/);
  expect(text.indexOf('*/')).toBe(text.length - 3);
});

test('a package without a licence file is named with the licence it declares', () => {
  put('node_modules/b/package.json', '{"name":"b","version":"1.0.0","license":"ISC"}');
  expect(licences(['node_modules/b/index.js'], root)).toContain('b 1.0.0 (ISC)');
});

test('a package that says nothing about its licence is not shipped', () => {
  put('node_modules/b/package.json', '{"name":"b","version":"1.0.0"}');
  expect(() => licences(['node_modules/b/index.js'], root)).toThrow('b says nothing about its licence');
});
