// The emulated Google: people, their mail and spreadsheets, script projects, one clock, and what can go wrong.
import { type Calls, createCalls } from './calls.ts';
import { createClock, pacificDay } from './clock.ts';
import { createDispatcher, type Late, type OnExecution } from './dispatch.ts';
import { WorldError } from './failure.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGmail, type GmailSnapshot, type GmailWorld } from './gmail/gmail.ts';
import type { Api, Clock } from './http.ts';
import { createNetwork, type HostHandler } from './network.ts';
import { createQuotas, type Edition, type QuotaReport } from './quota.ts';
import { createChance } from './random.ts';
import { createExecutor } from './runtime/execute.ts';
import type { Ground } from './runtime/execution.ts';
import type { ScriptState } from './runtime/script-state.ts';
import { type NewScript, newScriptState, type Script, scriptHandle, webAppCall } from './script.ts';
import { createSheets, type SheetsSnapshot, type SheetsWorld } from './sheets/sheets.ts';
import { createTokens } from './tokens.ts';
import { type BearerAtWebApps, createWebApps } from './webapps.ts';

export type { CallCount } from './calls.ts';
export type { Fault, Faults, Match, TriggerFault } from './faults.ts';
export type { ExecutionRecord } from './runtime/script-state.ts';
export { type NewScript, type Script, ScriptFailed } from './script.ts';

export interface WorldOptions {
  /** ISO 8601, or milliseconds since 1970. */
  readonly start: string | number;
  readonly seed?: number;
  /** Milliseconds of real time after which a script's loop without calls is taken to be endless; two minutes. */
  readonly patience?: number;
  /** Milliseconds of computing so far, by which scripts move the clock; without it computing takes no time. */
  readonly computed?: () => number;
  /** Whether web apps take an OAuth token; `accepted` unless told. */
  readonly bearerAtWebApps?: BearerAtWebApps;
  /** Google says that what programs change fires no trigger; a world can say that onChange fires all the same. */
  readonly programsFireOnChange?: boolean;
}

export interface Account {
  readonly email: string;
  readonly edition: Edition;
  readonly timeZone: string;
  readonly locale: string;
}

/** Everything the world remembers. Take it as it is, or as text by `toText`. */
export interface WorldSnapshot {
  readonly now: number;
  readonly chance: number;
  readonly accounts: readonly Account[];
  readonly scripts: readonly ScriptState[];
  readonly late: readonly Late[];
  readonly gmail: GmailSnapshot;
  readonly sheets: SheetsSnapshot;
  readonly tokens: unknown;
  readonly quotas: unknown;
}

export interface World {
  readonly clock: Clock;
  now(): number;
  readonly gmail: GmailWorld;
  readonly sheets: SheetsWorld;
  readonly calls: Calls;
  readonly faults: Faults;
  addAccount(email: string, options?: Partial<Omit<Account, 'email'>>): void;
  addGroup: GmailWorld['addGroup'];
  addScript(script: NewScript): Script;
  script(name: string): Script;
  /** Answers every request for a host name. */
  addHost(name: string, handler: HostHandler): void;
  addApi(api: Api): void;
  /** An OAuth token of a person, as an outside program would carry it. */
  token(email: string, scopes: readonly string[]): string;
  quota(email: string): QuotaReport;
  /** Lets time pass and fires what is due. */
  advanceTo(instant: string | number, options?: { readonly onExecution?: OnExecution }): void;
  advance(milliseconds: number, options?: { readonly onExecution?: OnExecution }): void;
  snapshot(): WorldSnapshot;
  restore(saved: WorldSnapshot): void;
}

export function createWorld(options: WorldOptions): World {
  const clock = createClock(instantOf(options.start));
  const chance = createChance(options.seed ?? 1);
  const accounts = new Map<string, Account>();
  const scripts = new Map<string, ScriptState>();
  const tokens = createTokens(clock);
  const calls = createCalls();
  const faults = createFaults();
  const network = createNetwork(tokens);
  const quotas = createQuotas(clock, (email) => accounts.get(email)?.edition ?? 'workspace');
  const gmail = createGmail({ clock, seed: options.seed ?? 1 });
  const sheets = createSheets({
    clock,
    random: chance.next,
    onHandEdit: (edit) => dispatcher.handEdit(edit),
    ...(options.programsFireOnChange ? { onProgramEdit: (id) => dispatcher.programEdit(id) } : {}),
  });

  const ground: Ground = {
    clock,
    calls,
    faults,
    quotas,
    tokens,
    network,
    random: chance.next,
    patience: options.patience ?? 120_000,
    computed: options.computed ?? (() => 0),
    localeOf: (email) => accounts.get(email)?.locale ?? 'en',
    knows: (owner, visitor) => {
      if (owner === visitor) return true;
      const domain = (email: string): string => email.slice(email.indexOf('@')).toLowerCase();
      return accounts.get(owner)?.edition !== 'consumer' && domain(owner) === domain(visitor);
    },
    spreadsheetName: (id) => sheets.title(id),
    sheets,
  };
  const executor = createExecutor(ground);
  const dispatcher = createDispatcher(ground, executor, () => scripts.values());
  const webApps = createWebApps(
    (id) => scripts.get(id) ?? null,
    (script, name, event, visitor) =>
      executor.execute(script, webAppCall(script, { name, event, visitor, knows: ground.knows })),
    options.bearerAtWebApps ?? 'accepted',
  );
  network.addApi(gmail);
  network.addApi(sheets);
  network.addHost('script.google.com', webApps.exec);
  network.addHost('script.googleusercontent.com', webApps.echo);
  network.addHost('accounts.google.com', () => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html><title>Sign in - Google Accounts</title>',
  }));

  const handle = (id: string): Script =>
    scriptHandle(() => stateOf(id), executor, { sheets, knows: ground.knows });

  function stateOf(id: string): ScriptState {
    const state = scripts.get(id);
    if (!state) throw new WorldError(`there is no script ${id}`);
    return state;
  }

  function advanceTo(until: number, given?: { readonly onExecution?: OnExecution }): void {
    dispatcher.advanceTo(until, given?.onExecution);
  }

  return {
    clock,
    now: clock.now,
    gmail,
    sheets,
    calls,
    faults,
    addAccount: (email, given) => {
      if (accounts.has(email)) throw new WorldError(`there is an account ${email} already`);
      accounts.set(email, { email, edition: 'workspace', timeZone: 'Etc/UTC', locale: 'en', ...given });
      gmail.addMailbox(email);
    },
    addGroup: gmail.addGroup,
    addScript: (script) => {
      if (!accounts.has(script.owner)) throw new WorldError(`there is no account ${script.owner}`);
      const id = `AKfy${Math.floor(chance.next() * 1e16).toString(36)}-${script.name}`;
      scripts.set(id, newScriptState(script, id));
      return handle(id);
    },
    script: (name) => {
      const found = [...scripts.values()].find((state) => state.name === name);
      if (!found) throw new WorldError(`there is no script ${name}`);
      return handle(found.id);
    },
    addHost: network.addHost,
    addApi: network.addApi,
    token: (email, scopes) => tokens.issue({ email, scopes }),
    quota: (email) => {
      // Gmail itself knows to whom was written.
      const day = pacificDay(clock.now());
      const mine = gmail.sent().filter(({ by, at }) => by === email && pacificDay(at) === day);
      return quotas.report(email, { recipients: mine.reduce((sum, { to }) => sum + to.length, 0) });
    },
    advanceTo: (instant, given) => advanceTo(instantOf(instant), given),
    advance: (milliseconds, given) => advanceTo(clock.now() + milliseconds, given),
    snapshot: () => ({
      now: clock.now(),
      chance: chance.state(),
      accounts: [...accounts.values()],
      scripts: [...scripts.values()].map(copyOf),
      late: [...dispatcher.late()],
      gmail: gmail.snapshot(),
      sheets: sheets.snapshot(),
      tokens: tokens.snapshot(),
      quotas: quotas.snapshot(),
    }),
    restore: (saved) => {
      clock.set(saved.now);
      chance.resume(saved.chance);
      accounts.clear();
      for (const account of saved.accounts) accounts.set(account.email, account);
      scripts.clear();
      for (const script of saved.scripts) scripts.set(script.id, copyOf(script));
      dispatcher.putLate(saved.late);
      gmail.restore(saved.gmail);
      sheets.restore(saved.sheets);
      tokens.restore(saved.tokens);
      quotas.restore(saved.quotas);
    },
  };
}

function copyOf(script: ScriptState): ScriptState {
  const { executions, logs, ...rest } = script;
  return { ...structuredClone(rest), executions: [...executions], logs: [...logs] };
}

function instantOf(given: string | number): number {
  const instant = typeof given === 'number' ? given : Date.parse(given);
  if (Number.isNaN(instant)) throw new WorldError(`not an instant: ${given}`);
  return instant;
}
