// What setting up has reached, kept in a file so that an interrupted run goes on; only its owner may read it.
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

const progress = z.object({
  account: z.optional(z.string()),
  workbook: z.optional(z.string()),
  desk: z.optional(z.string()),
  sidebar: z.optional(z.string()),
  menu: z.optional(z.string()),
  /** Google was asked for the menu's project; without `menu` nobody knows whether it made one. */
  menuAsked: z.optional(z.boolean()),
  /** Shared by both projects; never printed. */
  doorSecret: z.optional(z.string()),
  /** While the secret is being replaced: the one before; empty otherwise. */
  doorSecretOld: z.optional(z.string()),
  /** The one before has leaked: it must not be good again, whatever a later run is told. */
  doorSecretLeaked: z.optional(z.boolean()),
  installed: z.optional(z.boolean()),
  deskDeployment: z.optional(z.string()),
  deskUrl: z.optional(z.string()),
  sidebarDeployment: z.optional(z.string()),
  testMail: z.optional(z.string()),
  /** The ticket of the test mail. */
  tested: z.optional(z.string()),
});

export type Progress = z.infer<typeof progress>;

export interface Memory {
  readonly now: Progress;
  put(change: Progress): void;
}

/** A file that cannot be read is refused, not forgotten: forgetting would make everything a second time. */
export function memoryIn(path: string): Memory {
  let now = read(path);
  return {
    get now() {
      return now;
    },
    put: (change) => {
      now = { ...now, ...change };
      mkdirSync(dirname(path), { recursive: true });
      const aside = `${path}.tmp`;
      writeFileSync(aside, `${JSON.stringify(now, null, 2)}\n`, { mode: 0o600 });
      chmodSync(aside, 0o600);
      renameSync(aside, path);
    },
  };
}

/** For a dry run: forgets when the program ends. */
export function memoryOf(start: Progress): Memory {
  let now = start;
  return {
    get now() {
      return now;
    },
    put: (change) => {
      now = { ...now, ...change };
    },
  };
}

function read(path: string): Progress {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {};
  }
  try {
    return progress.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} is damaged. Restore it, or move it away and name what exists: --workbook ID.`, {
      cause,
    });
  }
}
