import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../src/cli/command.ts';
import { command as rules } from '../../src/cli/rules.ts';
import { command as starter } from '../../src/cli/starter.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tierline-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(command: Command, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    input: process.stdin,
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
  };
  const code = await command.run(args, terminal);
  return { code, out: out.join(''), err: err.join('') };
}

test('a starter workbook is written to a folder and found sound', async () => {
  for (const kind of ['default', 'key-accounts']) {
    const out = join(folder, kind);
    expect(await run(starter, '--out', out, '--kind', kind)).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(out)).toHaveLength(9);
    const checked = await run(rules, '--rules', out);
    expect(checked.out).toMatch(/no problems\.\n$/);
    expect(checked.code).toBe(0);
  }
});

test('a starter never writes over files unless it is told to', async () => {
  await run(starter, '--out', folder);
  writeFileSync(join(folder, 'People.csv'), 'mine');
  expect((await run(starter, '--out', folder)).code).toBe(1);
  expect(readFileSync(join(folder, 'People.csv'), 'utf8')).toBe('mine');
  expect((await run(starter, '--out', folder, '--force')).code).toBe(0);
  expect(readFileSync(join(folder, 'People.csv'), 'utf8')).not.toBe('mine');
});

test('what is wrong in a folder is told in plain words with exit code 1', async () => {
  await run(starter, '--out', folder);
  const path = join(folder, 'Customers.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replace('georg@', 'gorg@'));
  const { code, out } = await run(rules, '--rules', folder);
  expect(code).toBe(1);
  expect(out).toContain(
    "Customers row 2, Account manager: 'gorg@fjordlicht.example' is nobody in People. Did you mean georg@fjordlicht.example?\n",
  );
  expect(out).toMatch(/: 1 problem\.\n$/);
});

test('wrong arguments are told with the way to call it', async () => {
  expect(await run(starter)).toMatchObject({ code: 2, err: expect.stringMatching(/--out FOLDER/) });
  expect(await run(starter, '--out', folder, '--kind', 'other')).toMatchObject({ code: 2 });
  expect(await run(rules)).toMatchObject({ code: 2, err: expect.stringMatching(/--rules FOLDER/) });
  expect(await run(rules, '--rules', join(folder, 'nowhere'))).toMatchObject({ code: 2 });
});
