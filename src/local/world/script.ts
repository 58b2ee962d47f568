// A script project as a test or tool holds it: run its functions, post to its web app, look at its triggers and logs.
import { WorldError } from './failure.ts';
import type { Call, Executor, Outcome } from './runtime/execute.ts';
import { type Manifest, readManifest } from './runtime/manifest.ts';
import type { ExecutionRecord, LogLine, ScriptState, Store } from './runtime/script-state.ts';
import { emptyScreen, type Screen } from './screen.ts';
import { textOutputOf } from './services/content.ts';
import { webAppUrl } from './services/scriptapp.ts';
import type { SheetsWorld } from './sheets/sheets.ts';
import type { Trigger } from './triggers.ts';
import { eventOf, mayVisit } from './webapps.ts';

/** Thrown by `run` when the script's function threw or was ended. */
export class ScriptFailed extends Error {
  override readonly name = 'ScriptFailed';
  readonly record: ExecutionRecord;

  constructor(record: ExecutionRecord, cause: unknown) {
    super(`${record.function}: ${record.error ?? record.status}`, { cause });
    this.record = record;
    const stack = (cause as { stack?: unknown } | null)?.stack;
    if (typeof stack === 'string') this.stack = `${this.name}: ${this.message}\n${stack}`;
  }
}

export interface WebAppAnswer {
  readonly status: number;
  readonly body: string;
  readonly mimeType: string;
  readonly execution: ExecutionRecord | null;
}

export interface Script {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly manifest: Manifest;
  /** Runs a top-level function as the owner; throws what went wrong. */
  run(name: string, ...args: readonly unknown[]): unknown;
  /** Runs it as somebody else, with the scopes granted to them: for an add-on 30 seconds long. */
  runAs(email: string, name: string, ...args: readonly unknown[]): unknown;
  /** Like `runAs`, but tells how it went instead of throwing. */
  attempt(
    name: string,
    options?: { readonly as?: string; readonly args?: readonly unknown[] },
  ): ExecutionRecord;
  /** Grants scopes; without a list all that the manifest names. */
  grant(email: string, scopes?: readonly string[]): void;
  revoke(email: string): void;
  addEditor(email: string): void;
  /** A new version of the code, and of the manifest. */
  push(code: string, manifest?: unknown): void;
  readonly webapp: {
    readonly url: string;
    /** Calls doPost without the network around it. */
    post(body: string, options?: { readonly as?: string | null; readonly type?: string }): WebAppAnswer;
    get(query?: string, options?: { readonly as?: string | null }): WebAppAnswer;
  };
  readonly triggers: readonly Trigger[];
  readonly logs: readonly LogLine[];
  readonly executions: readonly ExecutionRecord[];
  /** The script's properties, to look at and to plant. */
  readonly properties: Store;
  /** Somebody else holds the script lock until then. */
  lockUntil(instant: number): void;
  /** Somebody opens the spreadsheet that the script belongs to; what they see then. */
  open(email: string): Screen;
  /** They choose a menu item; `answers` to the prompts that it shows. */
  choose(email: string, caption: string, answers?: readonly (string | null)[]): ExecutionRecord;
  screen(email: string): Screen;
}

export interface NewScript {
  readonly name: string;
  readonly owner: string;
  /** The bundle. */
  readonly code: string;
  /** appsscript.json. */
  readonly manifest: unknown;
  readonly properties?: Readonly<Record<string, string>>;
  /** The spreadsheet it belongs to. */
  readonly container?: string;
}

export function newScriptState(given: NewScript, id: string): ScriptState {
  const manifest = readManifest(given.manifest);
  return {
    id,
    name: given.name,
    owner: given.owner,
    code: given.code,
    manifest,
    ...(given.container === undefined ? {} : { container: given.container }),
    editors: [given.owner],
    grants: { [given.owner]: [...(manifest.oauthScopes ?? [])] },
    properties: { ...given.properties },
    userProperties: {},
    cache: {},
    userCache: {},
    triggers: [],
    logs: [],
    executions: [],
    lockHolder: null,
    userLockHolders: {},
    lockedElsewhereUntil: 0,
  };
}

/** `state` is asked each time, because a restored world has new states. */
export function scriptHandle(
  state: () => ScriptState,
  executor: Executor,
  { sheets, knows }: { readonly sheets: Pick<SheetsWorld, 'mayEdit'>; readonly knows: Knows },
): Script {
  const execute = (name: string, as: string, args: readonly unknown[], kind?: Call['kind']): Outcome =>
    executor.execute(state(), {
      function: name,
      args,
      kind: kind ?? (state().manifest.addOns && as !== state().owner ? 'addon' : 'run'),
      user: as,
      activeUser: as,
    });
  const orThrow = ({ record, value, cause }: Outcome): unknown => {
    if (record.status !== 'completed') throw new ScriptFailed(record, cause);
    return value;
  };

  function visit(name: 'doPost' | 'doGet', body: string, type: string, query: string, as: string | null) {
    const script = state();
    if (!script.manifest.webapp) throw new WorldError(`${script.name} is no web app`);
    if (!mayVisit(script, as)) return { status: 403, body: '', mimeType: 'text/html', execution: null };
    const url = new URL(`${webAppUrl(script)}${query}`);
    const method = name === 'doPost' ? 'POST' : 'GET';
    const event = eventOf({ method, headers: { 'content-type': type }, body }, url);
    const { record, value } = executor.execute(
      script,
      webAppCall(script, { name, event, visitor: as, knows }),
    );
    const output = record.status === 'completed' ? textOutputOf(value) : null;
    return {
      status: 200,
      body: output?.content ?? record.error ?? '',
      mimeType: output?.mimeType ?? 'text/html',
      execution: record,
    };
  }

  function screenOf(email: string): Screen {
    const script = state();
    script.screens ??= {};
    script.screens[email] ??= emptyScreen();
    return script.screens[email] as Screen;
  }

  /** Simple triggers do not run for people who may only look. */
  function openedBy(email: string): Screen {
    const { container } = state();
    if (container === undefined) throw new WorldError(`${state().name} belongs to no spreadsheet`);
    screenOf(email).menus = [];
    if (sheets.mayEdit(container, email)) execute('onOpen', email, [{ authMode: 'LIMITED' }], 'simple');
    return screenOf(email);
  }

  return {
    get id() {
      return state().id;
    },
    get name() {
      return state().name;
    },
    get owner() {
      return state().owner;
    },
    get manifest() {
      return state().manifest;
    },
    run: (name, ...args) => orThrow(execute(name, state().owner, args)),
    runAs: (email, name, ...args) =>
      orThrow(execute(name, email, args, state().manifest.addOns ? 'addon' : 'run')),
    attempt: (name, options) => execute(name, options?.as ?? state().owner, options?.args ?? []).record,
    grant: (email, scopes) => {
      state().grants[email] = [...(scopes ?? state().manifest.oauthScopes ?? [])];
    },
    revoke: (email) => {
      delete state().grants[email];
    },
    addEditor: (email) => {
      state().editors.push(email);
    },
    push: (code, manifest) => {
      state().code = code;
      if (manifest !== undefined) state().manifest = readManifest(manifest);
    },
    webapp: {
      get url() {
        return webAppUrl(state()) ?? '';
      },
      post: (body, options) =>
        visit(
          'doPost',
          body,
          options?.type ?? 'application/json',
          '',
          options?.as === undefined ? state().owner : options.as,
        ),
      get: (query = '', options) =>
        visit('doGet', '', 'text/plain', query, options?.as === undefined ? state().owner : options.as),
    },
    get triggers() {
      return state().triggers;
    },
    get logs() {
      return state().logs;
    },
    get executions() {
      return state().executions;
    },
    get properties() {
      return state().properties;
    },
    open: (email) => openedBy(email),
    choose: (email, caption, answers = []) => {
      const shown = screenOf(email);
      const item = shown.menus.flatMap(({ items }) => items).find((one) => one.caption === caption);
      if (!item?.function) throw new WorldError(`${email} sees no menu item ${caption}`);
      // Google asks for consent before it runs the function. Source: guide to authorisation of scripts.
      if (!state().grants[email]) throw new WorldError(`${email} is asked for consent first: grant it`);
      shown.answers.push(...answers);
      return execute(item.function, email, [], 'menu').record;
    },
    screen: screenOf,
    lockUntil: (instant) => {
      state().lockedElsewhereUntil = instant;
    },
  };
}

export type Knows = (owner: string, visitor: string) => boolean;

interface Visit {
  readonly name: 'doPost' | 'doGet';
  readonly event: unknown;
  readonly visitor: string | null;
  readonly knows: Knows;
}

/** A web app runs as its deployer or as its visitor; Google names the visitor within one domain only. */
export function webAppCall(script: ScriptState, { name, event, visitor, knows }: Visit): Call {
  const asVisitor = script.manifest.webapp?.executeAs === 'USER_ACCESSING' && visitor !== null;
  const known = visitor !== null && (asVisitor || knows(script.owner, visitor));
  return {
    function: name,
    args: [event],
    kind: 'webapp',
    user: asVisitor ? visitor : script.owner,
    activeUser: known ? visitor : '',
  };
}
