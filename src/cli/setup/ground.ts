// What every step stands on: Google, clasp, what was reached before, and a way to talk to the admin.
import type { BuiltProject } from '../../../build/make.ts';
import type { Clasp } from './clasp.ts';
import type { Doing } from './doing.ts';
import type { Google } from './google.ts';
import type { Memory } from './progress.ts';

export interface Ground {
  readonly google: Google;
  readonly clasp: Clasp;
  readonly doing: Doing;
  readonly memory: Memory;
  readonly say: (text: string) => void;
  readonly built: {
    readonly desk: BuiltProject;
    readonly sidebar: BuiltProject;
    readonly menu: BuiltProject;
  };
  /** Where folders to push are put together. */
  readonly folder: string;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** For the door. */
  readonly fetch: (url: string, init: DoorPost) => Promise<DoorPosted>;
  /** For a new workbook. */
  readonly admin: { readonly email: string; readonly timeZone: string };
  /** An existing workbook to adopt. */
  readonly adopt: string | null;
}

export interface DoorPost {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface DoorPosted {
  readonly status: number;
  text(): Promise<string>;
}

/** One step of a guided command. */
export interface Step {
  readonly name: string;
  /** Said before it acts. */
  readonly explains: string;
  /** A line on how it went. Safe to run again. */
  run(ground: Ground): Promise<string>;
}

/** Asks again and again; null where the answer did not come in time. */
export async function until<T>(
  ground: Pick<Ground, 'wait' | 'now'>,
  how: { readonly every: number; readonly atMost: number },
  ask: () => Promise<T | null>,
): Promise<T | null> {
  const end = ground.now() + how.atMost;
  for (;;) {
    const answer = await ask();
    if (answer !== null || ground.now() >= end) return answer;
    await ground.wait(how.every);
  }
}
