// Runs the real clasp, as a program of its own, and reads what it says.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stopped } from './failure.ts';

export interface ClaspRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Arguments and the folder it works in. */
export type Clasp = (args: readonly string[], folder: string) => Promise<ClaspRun>;

export interface ClaspOptions {
  /** The project's folder, in whose node_modules clasp lies. */
  readonly root: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export function claspIn({ root, env = process.env }: ClaspOptions): Clasp {
  const home = join(root, 'node_modules', '@google', 'clasp');
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { bin: { clasp: string } };
  return (args, folder) =>
    new Promise((ended, failed) => {
      const child = spawn(process.execPath, [join(home, bin.clasp), ...args], {
        cwd: folder,
        env: { ...env },
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (data) => (out += data));
      child.stderr.on('data', (data) => (err += data));
      child.on('error', failed);
      child.on('close', (code) => ended({ code: code ?? 1, out, err }));
    });
}

/** @throws Stopped with clasp's own last words. */
export async function claspOrStop(clasp: Clasp, args: readonly string[], folder: string): Promise<string> {
  const { code, out, err } = await clasp(args, folder);
  if (code === 0) return out;
  const words = `${err}\n${out}`.trim().split('\n').slice(-3).join(' ').slice(0, 300);
  throw new Stopped(`clasp ${args[0]} failed: ${words} Run this again: it goes on where it stopped.`);
}
