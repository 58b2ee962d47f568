// LockService: one execution of a script project at a time; released at the latest when the execution ends.
import { exception } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import { numberOf } from './arguments.ts';

interface Holder {
  get(): number | null;
  set(execution: number | null): void;
}

export function lockService(run: Execution): object {
  return run.realm.service('LockService', {
    getScriptLock: () => {
      run.local();
      return lock(run, {
        get: () => run.script.lockHolder,
        set: (execution) => {
          run.script.lockHolder = execution;
        },
      });
    },
    getUserLock: () => {
      run.local();
      const holders = run.script.userLockHolders;
      return lock(run, {
        get: () => holders[run.user] ?? null,
        set: (execution) => {
          if (execution === null) delete holders[run.user];
          else holders[run.user] = execution;
        },
      });
    },
    getDocumentLock: () => {
      run.local();
      return null;
    },
  });
}

function lock(run: Execution, holder: Holder): object {
  const { clock, faults } = run.ground;
  const has = (): boolean => holder.get() === run.id;

  function acquire(milliseconds: number): boolean {
    if (has()) return true;
    const until = clock.now() + milliseconds;
    const denied = faults.meetLock(run.script.name);
    const freeAt = run.script.lockedElsewhereUntil;
    if (denied || holder.get() !== null || freeAt > until) {
      clock.advance(milliseconds);
      return false;
    }
    if (freeAt > clock.now()) clock.advance(freeAt - clock.now());
    holder.set(run.id);
    return true;
  }

  return run.realm.service('Lock', {
    tryLock: (milliseconds: unknown) => {
      const wait = numberOf(milliseconds, 'LockService.Lock.tryLock');
      return run.leave('lock.try', () => acquire(wait));
    },
    waitLock: (milliseconds: unknown) => {
      const wait = numberOf(milliseconds, 'LockService.Lock.waitLock');
      if (!run.leave('lock.try', () => acquire(wait))) {
        throw exception('Lock timeout: another process was holding the lock for too long.');
      }
    },
    hasLock: () => {
      run.local();
      return has();
    },
    releaseLock: () => {
      run.leave('lock.release', () => {
        if (has()) holder.set(null);
      });
    },
  });
}
