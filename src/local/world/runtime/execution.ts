// One execution of a script: who runs it, until when, and the one way by which its calls leave the runtime.

import type { Calls } from '../calls.ts';
import type { WorldClock } from '../clock.ts';
import { exception } from '../failure.ts';
import type { Fault, FaultSource } from '../faults.ts';
import { batchedRequests, gmailUnits } from '../gmail-units.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { latencyOf, requestLatency, transferTime } from '../latency.ts';
import { googleError, type Network, requestName } from '../network.ts';
import type { Quotas } from '../quota.ts';
import type { SheetsWorld } from '../sheets/sheets.ts';
import type { Tokens } from '../tokens.ts';
import type { Realm } from './realm.ts';
import type { ScriptState } from './script-state.ts';

/** `simple`: Google calls onOpen without asking for any right; `menu`: somebody chose an item. */
export type ExecutionKind = 'run' | 'trigger' | 'webapp' | 'addon' | 'simple' | 'menu';

/** What every execution shares: the world's parts. */
export interface Ground {
  readonly clock: WorldClock;
  readonly calls: Calls;
  readonly faults: FaultSource;
  readonly quotas: Quotas;
  readonly tokens: Tokens;
  readonly network: Network;
  /** Deterministic, 0 to 1. */
  readonly random: () => number;
  /** Milliseconds of real time after which a loop without calls is taken to be endless. */
  readonly patience: number;
  /** Milliseconds of computing so far; by default computing takes no time. */
  readonly computed: () => number;
  localeOf(email: string): string;
  /** Whether Google tells a script of the one who the other is: within a Workspace domain only. */
  knows(owner: string, visitor: string): boolean;
  spreadsheetName(id: string): string | null;
  readonly sheets: Pick<SheetsWorld, 'tabs' | 'values' | 'cells' | 'size' | 'hasDates' | 'write'>;
}

/** Thrown when Google ends an execution. A script may catch it, but every later call throws it again. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

export interface Execution {
  readonly id: number;
  readonly ground: Ground;
  readonly script: ScriptState;
  readonly realm: Realm;
  /** Who it runs as. */
  readonly user: string;
  /** Who is at the keyboard; empty where Google does not say. */
  readonly activeUser: string;
  readonly kind: ExecutionKind;
  readonly startedAt: number;
  readonly scopes: readonly string[];
  /** The world's clock, with what the script has computed since its last call. */
  now(): number;
  /** Why Google ended it; null while it lives. */
  ended(): string | null;
  /** A call that stays in the runtime. */
  local(): void;
  /** A call that leaves the runtime: counted, timed, met by faults. */
  leave<T>(method: string, effect: () => T, latency?: number): T;
  /** A call that is one request to a Google API: faults meet the request. */
  callApi<T>(request: HttpRequest, effect: (requested: Requested) => T): T;
  /** One HTTP request within a call. */
  request(request: HttpRequest): Requested;
  /** Throws unless one of the scopes was granted. */
  needs(what: string, ...anyOf: readonly string[]): void;
  kill(reason: string): never;
}

export interface Requested {
  readonly response: HttpResponse | null;
  readonly timedOut: boolean;
  readonly latency: number;
}

export interface ExecutionStart {
  readonly id: number;
  readonly script: ScriptState;
  readonly realm: Realm;
  readonly user: string;
  readonly activeUser: string;
  readonly kind: ExecutionKind;
  readonly scopes: readonly string[];
}

const minutes = 60_000;

/** 30 s for simple triggers and what an add-on's user waits for, 6 minutes for everything else. */
export function longest(kind: ExecutionKind): number {
  return kind === 'addon' || kind === 'simple' ? minutes / 2 : 6 * minutes;
}

export function beginExecution(ground: Ground, start: ExecutionStart): Execution {
  const startedAt = ground.clock.now();
  const deadline = startedAt + longest(start.kind);
  let ended: string | null = null;
  let computedBefore = ground.computed();

  function now(): number {
    const computed = ground.computed();
    ground.clock.advance(computed - computedBefore);
    computedBefore = computed;
    return ground.clock.now();
  }

  /** What Google does takes the time that is told for it, whatever the imitation takes. */
  function atGoogle<T>(work: () => T): T {
    try {
      return work();
    } finally {
      computedBefore = ground.computed();
    }
  }

  function kill(reason: string): never {
    ended ??= reason;
    throw new Killed(ended);
  }

  function alive(): void {
    if (ended !== null) throw new Killed(ended);
    if (now() > deadline) kill('Exceeded maximum execution time');
  }

  function strike(fault: Fault | null, method: string): void {
    if (fault === 'kill') kill('Killed by a planted fault');
    if (fault === 'timeout') {
      ground.clock.advance(60_000);
      throw exception(`Service timed out: ${method}`);
    }
    if (fault === 'rateLimit') throw exception(`Service invoked too many times in a short time: ${method}.`);
    if (fault !== null && typeof fault === 'object') {
      throw exception(fault.message ?? `Service error: ${method} (${fault.status}, ${fault.reason})`);
    }
  }

  function leave<T>(method: string, effect: () => T, latency = latencyOf(method)): T {
    alive();
    const { before, after } = ground.faults.meet({ method, script: start.script.name, inner: false });
    alive();
    strike(before, method);
    const result = atGoogle(() => timed(method, effect, latency));
    strike(after, method);
    alive();
    return result;
  }

  /** Counts the call, also when it throws, and moves the clock by what it takes. */
  function timed<T>(method: string, effect: () => T, latency: number): T {
    const began = ground.clock.now();
    try {
      return effect();
    } finally {
      const inside = ground.clock.now() - began;
      ground.calls.record(method, Math.max(latency, inside));
      ground.clock.advance(Math.max(0, latency - inside));
    }
  }

  function callApi<T>(given: HttpRequest, effect: (requested: Requested) => T): T {
    alive();
    const requested = atGoogle(() =>
      timed(
        requestName(given),
        () => {
          const answered = request(given, false);
          ground.clock.advance(answered.latency);
          return answered;
        },
        0,
      ),
    );
    alive();
    return effect(requested);
  }

  function noteMail(given: HttpRequest): void {
    const units = gmailUnits(given);
    if (units === 0) return;
    ground.quotas.note(start.user, 'gmailUnits', units);
    ground.quotas.note(start.user, 'mailReadWrite', Math.max(1, batchedRequests(given).length));
  }

  function request(given: HttpRequest, inner = true): Requested {
    const method = requestName(given);
    const { before, after } = ground.faults.meet({ method, script: start.script.name, inner });
    if (!inner) alive();
    ground.calls.recordRequest(method);
    if (before === 'kill') kill('Killed by a planted fault');
    const spoiled = spoil(before, method);
    if (spoiled) return spoiled;
    const began = ground.clock.now();
    noteMail(given);
    const response = ground.network.send(given);
    if (after === 'kill') kill('Killed by a planted fault');
    const size = (given.body?.length ?? 0) + (response?.body.length ?? 0);
    const latency = Math.max(requestLatency(given, method), ground.clock.now() - began) + transferTime(size);
    return spoil(after, method) ?? { response, timedOut: false, latency };
  }

  return {
    ...start,
    ground,
    startedAt,
    now,
    ended: () => ended,
    local: () => {
      alive();
      ground.calls.recordLocal();
    },
    leave,
    callApi,
    request,
    needs: (what, ...anyOf) => {
      if (anyOf.some((scope) => start.scopes.includes(scope))) return;
      throw exception(
        `Specified permissions are not sufficient to call ${what}. Required permissions: ${anyOf.join(' || ')}`,
      );
    },
    kill,
  };
}

function spoil(fault: Fault | null, method: string): Requested | null {
  if (fault === null || fault === 'kill' || fault === 'lock denied') return null;
  if (fault === 'timeout') return { response: null, timedOut: true, latency: 60_000 };
  const response =
    fault === 'rateLimit'
      ? tooMany(method)
      : googleError(
          fault.status,
          method.startsWith('sheets.') ? null : fault.reason,
          fault.message ?? fault.reason,
          fault.reason,
        );
  return { response, timedOut: false, latency: latencyOf(method) };
}

/** Gmail says 403 with a reason that is no permission error; Sheets says 429. */
function tooMany(method: string): HttpResponse {
  return method.startsWith('gmail.')
    ? googleError(
        403,
        'rateLimitExceeded',
        "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user'",
        'PERMISSION_DENIED',
      )
    : googleError(429, null, 'Quota exceeded for quota metric', 'RESOURCE_EXHAUSTED');
}
