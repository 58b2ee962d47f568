// console and Logger: what a script writes to its log.
import { format } from 'node:util';
import type { Execution } from '../runtime/execution.ts';
import type { LogLine } from '../runtime/script-state.ts';

/** The log keeps the newest lines only. */
const mostLines = 10_000;

export function consoleOf(run: Execution): object {
  const line =
    (level: LogLine['level']) =>
    (...args: unknown[]): void =>
      write(run, level, args);
  const timers = new Map<string, number>();
  return run.realm.service('console', {
    log: line('log'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    time: (label: unknown) => {
      timers.set(String(label), run.ground.clock.now());
    },
    timeEnd: (label: unknown) => {
      const since = timers.get(String(label)) ?? run.ground.clock.now();
      write(run, 'debug', [`${String(label)}: ${run.ground.clock.now() - since}ms`]);
    },
  });
}

export function logger(run: Execution): object {
  const self: object = run.realm.service('Logger', {
    log: (...args: unknown[]) => {
      write(run, 'log', args);
      return self;
    },
    getLog: () => {
      run.local();
      return run.script.logs.map(({ text }) => text).join('\n');
    },
    clear: () => {
      run.local();
      run.script.logs.length = 0;
    },
  });
  return self;
}

function write(run: Execution, level: LogLine['level'], args: readonly unknown[]): void {
  run.local();
  const { logs } = run.script;
  logs.push({ at: run.ground.clock.now(), level, text: format(...args) });
  if (logs.length > mostLines) logs.splice(0, logs.length - mostLines);
}
