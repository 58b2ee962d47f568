// Who else has a ticket open: kept for minutes in the cache that all users of the sidebar share, never at the desk.
import type { PersonView } from '../door/views.ts';

/** So long after opening a ticket a colleague counts as looking at it. */
const looksFor = 5 * 60_000;

interface Look {
  readonly name: string;
  readonly at: number;
}

/** Notes that this person looks, and tells who else does. The cache may lose it: then nobody is told of. */
export function lookAt(ticket: string, me: PersonView, now: number): readonly string[] {
  const cache = CacheService.getScriptCache();
  const key = `open ${ticket}`;
  const looks = looksIn(cache.get(key)).filter(
    ([email, { at }]) => email !== me.email && now - at < looksFor,
  );
  const mine: readonly [string, Look] = [me.email, { name: me.name, at: now }];
  cache.put(key, JSON.stringify(Object.fromEntries([...looks, mine])), looksFor / 1_000);
  return looks.map(([, { name }]) => name);
}

function looksIn(text: string | null): readonly (readonly [string, Look])[] {
  try {
    return text ? Object.entries(JSON.parse(text) as Record<string, Look>) : [];
  } catch {
    return [];
  }
}
