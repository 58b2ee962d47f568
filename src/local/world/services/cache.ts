// CacheService: strings that may vanish any time.
import { exception } from '../failure.ts';
import type { Execution } from '../runtime/execution.ts';
import type { CacheStore } from '../runtime/script-state.ts';
import { numberOf, textOf, wrongArguments } from './arguments.ts';

/** 100 KB per value, keys of 250 characters, 6 hours, 10 minutes unless told (reference of the Cache class). */
const longestValue = 100 * 1024;
const longestKey = 250;
const longestSeconds = 21_600;
const usualSeconds = 600;
/** Beyond 1,000 items Google keeps the 900 that last longest. */
const mostItems = 1000;
const itemsKept = 900;

export function cacheService(run: Execution): object {
  return run.realm.service('CacheService', {
    getScriptCache: () => {
      run.local();
      return cache(run, run.script.cache);
    },
    getUserCache: () => {
      run.local();
      run.script.userCache[run.user] ??= {};
      return cache(run, run.script.userCache[run.user] as CacheStore);
    },
    getDocumentCache: () => {
      run.local();
      return null;
    },
  });
}

function cache(run: Execution, items: CacheStore): object {
  const find = (key: string): string | null => {
    const item = items[key];
    return item && item.until > run.ground.clock.now() ? item.value : null;
  };
  const keyOf = (given: unknown, what: string): string => {
    const key = textOf(given, what);
    if (key.length > longestKey) throw exception('Argument too large: key');
    return key;
  };
  const keep = (key: string, value: string, seconds: number): void => {
    if (Buffer.byteLength(value) > longestValue) throw exception('Argument too large: value');
    if (seconds < 1 || seconds > longestSeconds) throw exception('Invalid argument: expirationInSeconds');
    items[key] = { value, until: run.ground.clock.now() + seconds * 1000 };
  };
  const evict = (): void => {
    const all = Object.entries(items);
    if (all.length <= mostItems) return;
    const oldest = all.sort(([, a], [, b]) => a.until - b.until).slice(0, all.length - itemsKept);
    for (const [key] of oldest) delete items[key];
  };
  const secondsOf = (given: unknown): number =>
    given === undefined ? usualSeconds : numberOf(given, 'CacheService.Cache.put');

  return run.realm.service('Cache', {
    get: (key: unknown) => {
      const name = keyOf(key, 'CacheService.Cache.get');
      return run.leave('cache.get', () => find(name));
    },
    getAll: (keys: unknown) => {
      if (!Array.isArray(keys)) wrongArguments('CacheService.Cache.getAll', [keys]);
      return run.leave('cache.get', () => {
        const found = (keys as unknown[])
          .map((key) => [keyOf(key, 'CacheService.Cache.getAll'), find(String(key))] as const)
          .filter(([, value]) => value !== null);
        return Object.fromEntries(found);
      });
    },
    put: (...args: unknown[]) => {
      const [key, value, seconds] = args;
      if (typeof value !== 'string') wrongArguments('CacheService.Cache.put', args);
      const name = keyOf(key, 'CacheService.Cache.put');
      run.leave('cache.put', () => keep(name, value as string, secondsOf(seconds)));
      evict();
    },
    putAll: (values: unknown, seconds: unknown) => {
      run.leave('cache.put', () => {
        for (const [key, value] of Object.entries(values as Record<string, unknown>)) {
          keep(
            keyOf(key, 'CacheService.Cache.putAll'),
            textOf(value, 'CacheService.Cache.putAll'),
            secondsOf(seconds),
          );
        }
      });
      evict();
    },
    remove: (key: unknown) => {
      const name = keyOf(key, 'CacheService.Cache.remove');
      run.leave('cache.put', () => {
        delete items[name];
      });
    },
    removeAll: (keys: unknown) => {
      run.leave('cache.put', () => {
        for (const key of keys as unknown[]) delete items[keyOf(key, 'CacheService.Cache.removeAll')];
      });
    },
  });
}
