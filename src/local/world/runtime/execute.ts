// Runs one function of a script from start to end, and writes down how it went.
import vm from 'node:vm';
import { WorldError } from '../failure.ts';
import { installServices } from '../services/all.ts';
import { beginExecution, type Execution, type ExecutionKind, type Ground, Killed } from './execution.ts';
import { createRealm, type Realm } from './realm.ts';
import type { ExecutionRecord, ScriptState } from './script-state.ts';

export interface Call {
  readonly function: string;
  readonly args: readonly unknown[] | ((realm: Realm) => readonly unknown[]);
  readonly kind: ExecutionKind;
  readonly user: string;
  readonly activeUser: string;
}

export interface Outcome {
  readonly record: ExecutionRecord;
  /** What the function returned: plain data as ours, a service's object as it is. */
  readonly value: unknown;
  readonly cause: unknown;
}

const currentOnly = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

/** Executions at a time: 30 per user. */
const mostAtOnce = 30;
/** Records kept per script. */
const mostRecords = 5_000;

export interface Executor {
  execute(script: ScriptState, call: Call): Outcome;
}

export function createExecutor(ground: Ground): Executor {
  const compiled = new Map<string, vm.Script>();
  const running = new Map<string, number>();
  let serial = 0;

  function compile(script: ScriptState): vm.Script {
    let code = compiled.get(script.code);
    if (!code) {
      code = new vm.Script(script.code, { filename: `${script.name}.js` });
      compiled.set(script.code, code);
    }
    return code;
  }

  function work(script: ScriptState, call: Call, run: Execution): Omit<Outcome, 'record'> {
    installServices(run);
    run.realm.load(compile(script));
    if (typeof run.realm.global(call.function) !== 'function') {
      throw new WorldError(`Script function not found: ${call.function}`);
    }
    const args = typeof call.args === 'function' ? call.args(run.realm) : call.args;
    const returned = run.realm.call(call.function, args);
    return { value: plain(run.realm, returned), cause: null };
  }

  function execute(script: ScriptState, call: Call): Outcome {
    serial += 1;
    const id = serial;
    const startedAt = ground.clock.now();
    const count = running.get(call.user) ?? 0;
    const finish = (status: ExecutionRecord['status'], error: string | null): ExecutionRecord => {
      const record = {
        id,
        function: call.function,
        kind: call.kind,
        user: call.user,
        startedAt,
        endedAt: ground.clock.now(),
        status,
        error,
      };
      script.executions.push(record);
      if (script.executions.length > mostRecords) script.executions.shift();
      return record;
    };
    if (count >= mostAtOnce) {
      const error = 'There are too many scripts running simultaneously for this Google user account.';
      return { record: finish('refused', error), value: undefined, cause: null };
    }
    let begun: Execution | null = null;
    const realm = createRealm(() => begun?.now() ?? ground.clock.now(), script.manifest.timeZone);
    const declared = script.manifest.oauthScopes ?? [];
    // A simple trigger may use the file it belongs to and nothing else, whatever was granted.
    const given = call.kind === 'simple' ? [currentOnly] : (script.grants[call.user] ?? []);
    const scopes = given.filter((scope) => declared.includes(scope));
    const run = beginExecution(ground, { id, script, realm, scopes, ...pick(call) });
    begun = run;
    running.set(call.user, count + 1);
    try {
      const done = realm.within(ground.patience, () => work(script, call, run));
      run.now();
      const ended = run.ended();
      if (ended === null) return { ...done, record: finish('completed', null) };
      return { record: finish(statusOf(ended), ended), value: undefined, cause: null };
    } catch (cause) {
      const ended = run.ended() ?? (isEndless(cause) ? 'Exceeded maximum execution time' : null);
      if (ended !== null) return { record: finish(statusOf(ended), ended), value: undefined, cause };
      if (cause instanceof WorldError && !cause.message.startsWith('Script function')) throw cause;
      return { record: finish('failed', describe(cause)), value: undefined, cause };
    } finally {
      running.set(call.user, count);
      release(script, id);
    }
  }

  return { execute };
}

function pick({ kind, user, activeUser }: Call) {
  return { kind, user, activeUser };
}

/** Locks end with the execution, however it ended. */
function release(script: ScriptState, id: number): void {
  if (script.lockHolder === id) script.lockHolder = null;
  for (const [user, holder] of Object.entries(script.userLockHolders)) {
    if (holder === id) delete script.userLockHolders[user];
  }
}

function statusOf(ended: string): 'timed out' | 'killed' {
  return ended.startsWith('Exceeded') ? 'timed out' : 'killed';
}

function isEndless(cause: unknown): boolean {
  return (cause as { code?: string } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

function describe(cause: unknown): string {
  if (cause instanceof Killed) return cause.message;
  const error = cause as { name?: unknown; message?: unknown } | null;
  if (typeof error === 'object' && error !== null && 'message' in error) {
    return `${String(error.name ?? 'Error')}: ${String(error.message)}`;
  }
  return String(cause);
}

function plain(realm: Realm, returned: unknown): unknown {
  if (typeof returned !== 'object' || returned === null || realm.isService(returned)) return returned;
  if (Array.isArray(returned) && returned.some((item) => realm.isService(item))) return [...returned];
  const text = JSON.stringify(returned) as string | undefined;
  return text === undefined ? undefined : JSON.parse(text);
}
