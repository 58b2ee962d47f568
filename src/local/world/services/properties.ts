// PropertiesService: strings that belong to a script or to a person within it.
import { exception } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import type { Store } from '../runtime/script-state.ts';
import { textOf, wrongArguments } from './arguments.ts';

/** 9 KB per value, 500 KB per store (Google's quota page). */
const longestValue = 9 * 1024;
const largestStore = 500 * 1024;

export function propertiesService(run: Execution): object {
  return run.realm.service('PropertiesService', {
    getScriptProperties: () => {
      run.local();
      // All users of an add-on share them: its code reads them for each of them (Google's guide to properties).
      // Only in the editor are they hidden from who may not edit the project.
      return store(run, () => run.script.properties);
    },
    getUserProperties: () => {
      run.local();
      return store(run, () => {
        run.script.userProperties[run.user] ??= {};
        return run.script.userProperties[run.user] as Store;
      });
    },
    getDocumentProperties: () => {
      run.local();
      return null;
    },
  });
}

function store(run: Execution, of: () => Store): object {
  const read = <T>(effect: () => T): T => leave('properties.get', effect);
  const write = <T>(effect: () => T): T => leave('properties.set', effect);
  function leave<T>(method: string, effect: () => T): T {
    return run.leave(method, () => {
      run.ground.quotas.spend(run.user, 'properties', 1);
      return effect();
    });
  }
  const put = (values: Readonly<Record<string, string>>, deleteOthers: boolean): void => {
    const next = { ...(deleteOthers ? {} : of()), ...values };
    for (const value of Object.values(values)) {
      if (Buffer.byteLength(value) > longestValue) throw exception('Argument too large: value');
    }
    const size = Object.entries(next).reduce(
      (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
      0,
    );
    if (size > largestStore) {
      throw exception(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    const own = of();
    for (const key of Object.keys(own)) delete own[key];
    Object.assign(own, next);
  };

  const self: object = run.realm.service('Properties', {
    getProperty: (key: unknown) => {
      const name = textOf(key, 'PropertiesService.Properties.getProperty');
      return read(() => of()[name] ?? null);
    },
    getProperties: () => read(() => ({ ...of() })),
    getKeys: () => read(() => Object.keys(of())),
    setProperty: (...args: unknown[]) => {
      const [key, value] = args;
      if (args.length !== 2 || typeof key !== 'string' || typeof value !== 'string') {
        wrongArguments('PropertiesService.Properties.setProperty', args);
      }
      write(() => put({ [key as string]: value as string }, false));
      return self;
    },
    setProperties: (values: unknown, deleteOthers: unknown) => {
      const entries = Object.entries(values as Readonly<Record<string, unknown>>);
      if (entries.some(([, value]) => typeof value !== 'string')) {
        wrongArguments('PropertiesService.Properties.setProperties', [values]);
      }
      write(() => put(Object.fromEntries(entries) as Record<string, string>, deleteOthers === true));
      return self;
    },
    deleteProperty: (key: unknown) => {
      const name = textOf(key, 'PropertiesService.Properties.deleteProperty');
      write(() => delete of()[name]);
      return self;
    },
    deleteAllProperties: () => {
      write(() => put({}, true));
      return self;
    },
  });
  return self;
}
