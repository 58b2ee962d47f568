// Advanced services such as Gmail and Sheets: the same REST methods, called as functions.
import { exception, Failure, type GoogleErrorDetails, unknownToTheWorld } from '../failure.ts';
import { type GoogleMethod, googleMethods } from '../google-methods.ts';
import type { Execution } from '../runtime/execution.ts';
import { plainOf } from './arguments.ts';

/** Gmail's fields that are bytes in Google's description: a script gets them as arrays of signed bytes. */
const byteFields = new Set(['raw', 'data']);

interface Branch {
  readonly methods: Record<string, (...args: unknown[]) => unknown>;
  readonly branches: Record<string, Branch>;
}

/** `gmail` or `sheets` under the name the manifest gives it. */
export function advancedService(run: Execution, api: string, symbol: string): object {
  const root: Branch = { methods: {}, branches: {} };
  const own = googleMethods.filter((method) => method.api === api);
  if (own.length === 0) throw unknownToTheWorld(symbol);
  for (const method of own) {
    const path = method.id.split('.').slice(1);
    const last = path.pop() ?? '';
    let branch = root;
    for (const segment of path) {
      const name = segment[0]?.toUpperCase() + segment.slice(1);
      branch.branches[name] ??= { methods: {}, branches: {} };
      branch = branch.branches[name];
    }
    branch.methods[last === 'delete' ? 'remove' : last] = (...args) => call(run, method, args);
  }
  return build(run, symbol, root);
}

function build(run: Execution, name: string, branch: Branch): object {
  const inner = Object.entries(branch.branches).map(
    ([key, child]) => [key, build(run, `${name}.${key}`, child)] as const,
  );
  return run.realm.service(name, { ...branch.methods, ...Object.fromEntries(inner) });
}

function call(run: Execution, method: GoogleMethod, args: readonly unknown[]): unknown {
  const needed = method.parameters.length + (method.takesBody ? 1 : 0);
  if (args.length < needed || args.length > needed + 2) {
    throw exception(`Invalid number of arguments provided. Expected ${needed}-${needed + 1} only`);
  }
  const rest = [...args];
  const resource = method.takesBody ? plainOf(rest.shift()) : undefined;
  const path = method.parameters.reduce((soFar, parameter) => {
    const value = rest.shift();
    if (typeof value !== 'string' || value === '') throw exception(`Invalid argument: ${parameter} is empty`);
    return soFar.replace(`{${parameter}}`, encodeURIComponent(value));
  }, method.path);
  const query = queryOf(plainOf(rest.shift()));
  const token = run.ground.tokens.issue({ email: run.user, scopes: run.scopes });
  const body =
    resource === undefined ? null : JSON.stringify(method.api === 'gmail' ? bytesToText(resource) : resource);

  const request = {
    method: method.http,
    url: `https://${method.host}${path}${query}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
    body,
  };
  return run.callApi(request, ({ response, timedOut }) => {
    if (response === null || timedOut) throw exception(`Service unavailable: ${method.api}`);
    if (response.status >= 400) throw failure(method, response.status, response.body);
    const parsed: unknown = response.body === '' ? undefined : JSON.parse(response.body);
    return method.api === 'gmail' ? textToBytes(parsed) : parsed;
  });
}

function queryOf(given: unknown): string {
  if (given === undefined || given === null) return '';
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function failure(method: GoogleMethod, status: number, body: string): Failure {
  const error = errorOf(body) ?? { code: status, message: `HTTP ${status}` };
  const { code, message, errors } = error;
  const details: GoogleErrorDetails = { code, message, ...(errors ? { errors } : {}) };
  return new Failure(
    'GoogleJsonResponseException',
    `API call to ${method.id} failed with error: ${message}`,
    details,
  );
}

function errorOf(body: string): GoogleErrorDetails | null {
  try {
    return (JSON.parse(body) as { error?: GoogleErrorDetails }).error ?? null;
  } catch {
    return null;
  }
}

function textToBytes(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(textToBytes);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      byteFields.has(key) && typeof value === 'string'
        ? new Int8Array(Buffer.from(value, 'base64url'))
        : textToBytes(value),
    ]),
  );
}

function bytesToText(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(bytesToText);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      byteFields.has(key) && Array.isArray(value)
        ? Buffer.from(Int8Array.from(value as number[]).buffer).toString('base64url')
        : bytesToText(value),
    ]),
  );
}
