// A running workbench: one change after the other, the clock that may run by itself, and the state kept on disk.
import type { Bench, Passing } from './bench.ts';
import { kept, pass } from './bench.ts';
import { nextDeadline } from './desk-view.ts';
import { readHappenings } from './happenings.ts';
import { rulesNow } from './rules-now.ts';

export interface Session {
  /** Null while the story is being told. */
  bench(): Bench | null;
  passing(): Passing | null;
  /** Changes wait for each other. */
  change<T>(work: (bench: Bench) => T | Promise<T>): Promise<T>;
  /** Lets time pass, and says how far it has come; `halt` ends it. */
  passTo(until: number): Promise<void>;
  passToNextDeadline(): Promise<void>;
  halt(): void;
  setSpeed(minutesPerSecond: number): void;
  replace(bench: Bench): void;
  progress(passing: Passing | null): void;
  close(): void;
}

export interface SessionOptions {
  readonly announce: () => void;
  readonly keep: (bench: Bench) => void;
}

const beat = 500;
const minute = 60_000;

export function openSession({ announce, keep }: SessionOptions): Session {
  let bench: Bench | null = null;
  let passing: Passing | null = null;
  let halted = false;
  let queue: Promise<unknown> = Promise.resolve();
  let saving: NodeJS.Timeout | null = null;
  let ticking = false;

  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };
  const here = (): Bench => {
    if (!bench) throw new Error('The story is still being told. A moment.');
    return bench;
  };
  const saveSoon = (): void => {
    if (saving) return;
    saving = setTimeout(() => {
      saving = null;
      if (bench) void inTurn(() => bench && keep(bench));
    }, 1_500);
    saving.unref();
  };
  const changed = (): void => {
    if (bench) readHappenings(bench);
    saveSoon();
    announce();
  };

  const passTo = (until: number): Promise<void> =>
    inTurn(async () => {
      halted = false;
      let told = 0;
      try {
        await pass(here(), until, {
          stop: () => halted,
          onStep: (step) => {
            passing = step;
            if (Date.now() - told < 200) return;
            told = Date.now();
            announce();
          },
        });
      } finally {
        passing = null;
        changed();
      }
    });

  const clock = setInterval(() => {
    if (!bench || bench.speed === 0 || passing || ticking) return;
    ticking = true;
    void inTurn(() => pass(here(), here().office.world.now() + (bench?.speed ?? 0) * minute * (beat / 1000)))
      .catch(() => {})
      .finally(() => {
        ticking = false;
        changed();
      });
  }, beat);
  clock.unref();

  return {
    bench: () => bench,
    passing: () => passing,
    change: (work) =>
      inTurn(async () => {
        try {
          return await work(here());
        } finally {
          changed();
        }
      }),
    passTo,
    passToNextDeadline: async () => {
      const world = here().office.world;
      const next = nextDeadline(here(), rulesNow(here()).rules, world.now());
      // One tick later the desk has seen it.
      if (next) await passTo(next.due + 70_000);
    },
    halt: () => {
      halted = true;
      if (bench) bench.speed = 0;
      announce();
    },
    setSpeed: (speed) => {
      here().speed = speed;
      announce();
    },
    replace: (next) => {
      bench = next;
      changed();
    },
    progress: (step) => {
      passing = step;
      announce();
    },
    close: () => {
      clearInterval(clock);
      if (saving) clearTimeout(saving);
      if (bench) keep(bench);
    },
  };
}

export { kept };
