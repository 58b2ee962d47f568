// What each action asked of Google: every call with the script that made it, kept for the last actions.
import type { World } from '../world/world.ts';
import type { LoggedAction } from './views.ts';

export interface CallLog {
  /** The newest first. */
  readonly actions: readonly LoggedAction[];
  during<T>(what: string, budget: LoggedAction['budget'], work: () => T): T;
  /** To be told again after the world's faults were cleared. */
  listen(): void;
}

const mostKept = 40;

export function watchCalls(world: World): CallLog {
  const actions: LoggedAction[] = [];
  let open: Map<string, { script: string; method: string; times: number }> | null = null;
  let serial = 0;

  const listen = (): void =>
    world.faults.beforeCall(({ script, method }) => {
      if (!open) return;
      const key = `${script} ${method}`;
      const entry = open.get(key) ?? { script, method, times: 0 };
      entry.times += 1;
      open.set(key, entry);
    });
  listen();

  return {
    get actions() {
      return actions;
    },
    during: (what, budget, work) => {
      const before = world.calls.seconds;
      const outer = open;
      const mine: NonNullable<typeof open> = new Map();
      open = mine;
      try {
        return work();
      } finally {
        open = outer;
        serial += 1;
        const seconds = Math.round((world.calls.seconds - before) * 100) / 100;
        actions.unshift({ serial, at: world.now(), what, calls: [...mine.values()], seconds, budget });
        actions.splice(mostKept);
      }
    },
    listen,
  };
}
