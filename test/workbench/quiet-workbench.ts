// A workbench of its own for tests: no story, one quiet mailbox on Tuesday 24 March 2026, 9 o'clock in Oslo.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeptBench, kept } from '../../src/local/workbench/bench.ts';
import { openWorkbench, type Workbench } from '../../src/local/workbench/workbench.ts';

export interface Quiet {
  readonly workbench: Workbench;
  readonly folder: string;
  /** As it was in the beginning. */
  begin(): Promise<void>;
  get<T>(path: string): Promise<T>;
  post<T>(what: string, given: object): Promise<T>;
  close(): Promise<void>;
}

/** A colleague's mail: it becomes no ticket. */
const hello = [
  'From: Ida Solberg <ida@fjordlicht.example>',
  'To: support@fjordlicht.example',
  'Subject: I am in at ten today',
  'Message-ID: <ten@fjordlicht.example>',
  'Date: Tue, 24 Mar 2026 08:58:00 +0100',
  '',
  'See you.',
  '',
].join('\r\n');

/** The built scripts are shared by the test files of one source. */
const cache = join(tmpdir(), 'tierline-test-cache');

export async function quietWorkbench(): Promise<Quiet> {
  const folder = mkdtempSync(join(tmpdir(), 'tierline-workbench-'));
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  writeFileSync(join(mail, 'hello.eml'), hello);
  const workbench = await openWorkbench({
    mail,
    rules: null,
    port: 0,
    smtpPort: 0,
    fresh: false,
    state: join(folder, 'workbench.state'),
    cache,
  });
  await workbench.ready;
  const first = await workbench.session.change((bench) => structuredClone(kept(bench)));
  return {
    workbench,
    folder,
    begin: () => begin(workbench, first),
    get: async (path) => read(await fetch(`${workbench.address}api/${path}`)),
    post: async (what, given) =>
      read(
        await fetch(`${workbench.address}api/${encodeURIComponent(what)}`, {
          method: 'POST',
          headers: { 'x-workbench': 'test' },
          body: JSON.stringify(given),
        }),
      ),
    close: async () => {
      await workbench.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function begin({ session }: Workbench, first: KeptBench): Promise<void> {
  session.halt();
  await session.change((bench) => {
    bench.office.world.faults.clear();
    bench.office.world.restore(first.world);
    bench.calls.listen();
    session.replace({
      ...bench,
      pending: [],
      speed: 0,
      happenings: [...first.happenings],
      told: { ...first.told },
      edits: bench.edits + 1,
      planted: [],
    });
  });
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as T;
}
