// The bare V8 context a script runs in: the language, the world's clock, and objects that refuse unknown members.
import vm from 'node:vm';
import { Failure } from '../failure.ts';
import { bootstrap } from './bootstrap.ts';

/** Makes values of the script's own realm, so that `instanceof` and `JSON` work there as usual. */
interface Maker {
  array(length: number): unknown[];
  object(): Record<string, unknown>;
  date(milliseconds: number): unknown;
  error(name: string, message: string, details: string): unknown;
}

export type Members = Readonly<Record<string, unknown>>;

export interface Realm {
  /** Makes a name known to the script. */
  define(name: string, value: unknown): void;
  /** Does the work, but no longer than so many milliseconds of real time: it ends endless loops. */
  within<T>(milliseconds: number, work: () => T): T;
  load(code: vm.Script): void;
  /** A top-level function or other global of the script. */
  global(name: string): unknown;
  call(name: string, args: readonly unknown[]): unknown;
  /** Plain data and services of the world as values of the script's realm. */
  value(value: unknown): unknown;
  /** A service: its functions are guarded, and every other member is refused by name. */
  service(name: string, members: Members): object;
  isService(value: unknown): boolean;
}

const bootstrapScript = new vm.Script(`(${bootstrap})`, { filename: 'world.js' });
const callSymbol = Symbol.for('world.call');
const callScript = new vm.Script('this[Symbol.for("world.call")]()', { filename: 'world.js' });

/** A context of its own for one execution, with `now` as its clock. */
export function createRealm(now: () => number, timeZone: string): Realm {
  const context = vm.createContext({}, { codeGeneration: { strings: true, wasm: false } });
  const make: Maker = bootstrapScript.runInContext(context)(now, timeZone);
  const services = new WeakSet<object>();

  function value(given: unknown): unknown {
    if (typeof given !== 'object' || given === null || services.has(given)) return given;
    if (given instanceof Int8Array) return numbers(given);
    if (given instanceof Uint8Array) {
      return numbers(new Int8Array(given.buffer, given.byteOffset, given.byteLength));
    }
    if (given instanceof Date) return make.date(given.getTime());
    if (Array.isArray(given)) {
      const array = make.array(given.length);
      given.forEach((item, index) => {
        array[index] = value(item);
      });
      return array;
    }
    const object = make.object();
    for (const [key, item] of Object.entries(given)) {
      if (item !== undefined) object[key] = value(item);
    }
    return object;
  }

  function numbers(bytes: Int8Array): unknown[] {
    const array = make.array(bytes.length);
    for (let index = 0; index < bytes.length; index++) array[index] = bytes[index];
    return array;
  }

  function thrown(error: unknown): unknown {
    if (error instanceof Failure) {
      return make.error(error.name, error.message, error.details ? JSON.stringify(error.details) : '');
    }
    return error;
  }

  function guarded(name: string, method: (...args: unknown[]) => unknown) {
    return (...args: unknown[]) => {
      try {
        return value(method(...args));
      } catch (error) {
        throw name === '' ? error : thrown(error);
      }
    };
  }

  function service(name: string, members: Members): object {
    const own = new Map<string, unknown>();
    for (const [key, member] of Object.entries(members)) {
      own.set(
        key,
        typeof member === 'function' ? guarded(`${name}.${key}`, member as () => unknown) : value(member),
      );
    }
    const refuse = (what: string): never => {
      throw make.error('TypeError', what, '');
    };
    const proxy = new Proxy(
      {},
      {
        get: (_, key) => {
          if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined;
          if (own.has(key)) return own.get(key);
          if (key === 'toString') return () => name;
          return refuse(`${name}.${key} is not a function: the world does not know ${name}.${key}`);
        },
        has: (_, key) => typeof key === 'string' && own.has(key),
        ownKeys: () => [...own.keys()],
        getOwnPropertyDescriptor: (_, key) =>
          typeof key === 'string' && own.has(key)
            ? { value: own.get(key), enumerable: true, configurable: true }
            : undefined,
        set: (_, key) => refuse(`${name}.${String(key)} cannot be set`),
        deleteProperty: (_, key) => refuse(`${name}.${String(key)} cannot be deleted`),
        defineProperty: (_, key) => refuse(`${name}.${String(key)} cannot be defined`),
      },
    );
    services.add(proxy);
    return proxy;
  }

  return {
    define: (name, given) => {
      context[name] = given;
    },
    within: (milliseconds, work) => {
      const held = context as Record<symbol, unknown>;
      held[callSymbol] = work;
      try {
        return callScript.runInContext(context, { timeout: milliseconds });
      } finally {
        delete held[callSymbol];
      }
    },
    load: (code) => {
      code.runInContext(context);
    },
    global: (name) => context[name],
    call: (name, args) => context[name](...args.map(value)),
    value,
    service,
    isService: (given) => typeof given === 'object' && given !== null && services.has(given),
  };
}
