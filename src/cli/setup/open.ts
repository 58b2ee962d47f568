// From the command line to the ground that the steps stand on: options, sign-in, the built projects.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from '../../../build/build.ts';
import { projectRoot } from '../../../build/root.ts';
import type { Terminal } from '../command.ts';
import { claspIn } from './clasp.ts';
import { doing } from './doing.ts';
import { Stopped } from './failure.ts';
import { openGoogle, savedSignIn } from './google.ts';
import type { Ground } from './ground.ts';
import { memoryIn, memoryOf } from './progress.ts';
import { signInCommand } from './scopes.ts';

export interface Options {
  readonly dry: boolean;
  readonly admin: string;
  readonly adopt: string | null;
  readonly state: string;
  readonly auth: string | undefined;
  readonly user: string;
  /** A colleague's sign-in, for the check of the Group. */
  readonly colleague: string | null;
  readonly out: string;
}

export const optionsHelp = `  --dry-run          print every call it would make, and make none that changes anything
  --admin EMAIL      the first admin of a new workbook, with an own address
  --workbook ID      adopt this spreadsheet instead of making one
  --state FOLDER     where it remembers what was reached; .tierline unless told
  --auth FILE        clasp's sign-in; ~/.clasprc.json unless told
  --user NAME        which sign-in in that file; default unless told
`;

/** What is wrong with the arguments, or what they ask for. */
export function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean', default: false },
        admin: { type: 'string', default: '' },
        workbook: { type: 'string' },
        state: { type: 'string', default: '.tierline' },
        auth: { type: 'string' },
        user: { type: 'string', default: 'default' },
        colleague: { type: 'string' },
        out: { type: 'string', default: 'tierline-probe.md' },
      },
    });
    if (values.admin !== '' && !/^[^\s@]+@[^\s@]+$/.test(values.admin))
      return `--admin ${values.admin} is no e-mail address.`;
    return {
      dry: values['dry-run'],
      admin: values.admin,
      adopt: values.workbook ? idIn(values.workbook) : null,
      state: values.state,
      auth: values.auth,
      user: values.user,
      colleague: values.colleague ?? null,
      out: values.out,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The id, also out of the whole address of a spreadsheet. */
const idIn = (text: string): string => /\/d\/([\w-]+)/.exec(text)?.[1] ?? text;

export function googleOf({ auth, user }: Pick<Options, 'auth' | 'user'>): Ground['google'] {
  const saved = savedSignIn(auth, user);
  if (!saved)
    throw new Stopped(
      `Nobody is signed in. Make an OAuth client (docs/setup.md, step 1), then run: ${signInCommand(null)}`,
    );
  return openGoogle(saved);
}

export async function openGround(options: Options, terminal: Terminal): Promise<Ground> {
  const google = googleOf(options);
  const { desk, sidebar, menu } = await build();
  if (!desk || !sidebar || !menu) throw new Stopped('The projects were not built.');
  const root = projectRoot();
  const state = join(options.state, 'setup.json');
  const clasp = claspIn({ root });
  const signIn = ['--user', options.user, ...(options.auth ? ['--auth', options.auth] : [])];
  return {
    google,
    clasp: (args, folder) => clasp([...args, ...signIn], folder),
    doing: doing(options.dry, terminal.out),
    memory: options.dry ? memoryOf(memoryIn(state).now) : memoryIn(state),
    say: terminal.out,
    built: { desk, sidebar, menu },
    folder: options.state,
    now: Date.now,
    wait: (milliseconds) => setTimeout(milliseconds),
    fetch,
    admin: { email: options.admin, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    adopt: options.adopt,
  };
}

/** What went wrong, in words, and 1; a fault of this program itself is thrown on. */
export async function guarded(terminal: Terminal, does: () => Promise<number>): Promise<number> {
  try {
    return await does();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    terminal.err(`${error.message}\n`);
    return 1;
  }
}

/** A command of this family: reads its options, opens Google, does its work. */
export async function withGround(
  [args, terminal, usage]: readonly [readonly string[], Terminal, string],
  does: (ground: Ground, options: Options) => Promise<number>,
): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    terminal.err(`${options}\n${usage}`);
    return 2;
  }
  return guarded(terminal, async () => does(await openGround(options, terminal), options));
}
