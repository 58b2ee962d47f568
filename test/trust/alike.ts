// Whether two states are the same, but for instants that may lie some minutes apart.

const instant =
  /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?Z?)?|\b1\d{12}\b|\b\d{1,2} [A-Z][a-z]{2}, \d\d:\d\d\b/g;

/** Cells for people name no zone and no year: they are compared only with one another. */
function read(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const spoken = /^(.+), (.+)$/.exec(text);
  return Date.parse(
    spoken ? `${spoken[1]} 2026 ${spoken[2]}Z` : `${text.replace(' ', 'T').replace(/Z$/, '')}Z`,
  );
}

/**
 * When the model was last made anew: in Health, in State and beside the model. A chore whose slice died is begun again
 * when its lease of seven minutes has run out, at the next tick, and a minute later if that tick was the one that died.
 */
const byNight = /^\/tabs\/(?:Health\/.*Last learned anew |State\/state\/learning\/at:|Model\/1\/1:)/;
const lease = 7 * 60_000;

/** Where they differ first, in words; null: nowhere. `tolerance` in milliseconds. */
export function difference(a: unknown, b: unknown, tolerance: number, path = ''): string | null {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null)
    return inParts(a as Parts, b as Parts, tolerance, path);
  const later = byNight.test(`${path}: ${a}`) ? tolerance + lease : tolerance;
  return sameValue(String(a), String(b), later) ? null : `${path}: ${cut(a, b)}`;
}

type Parts = Readonly<Record<string, unknown>>;

function inParts(a: Parts, b: Parts, tolerance: number, path: string): string | null {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  for (const key of keys) {
    const found = difference(a[key], b[key], tolerance, `${path}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

function sameValue(a: string, b: string, tolerance: number): boolean {
  if (a === b) return true;
  if (a.replace(instant, '#') !== b.replace(instant, '#')) return false;
  const others = [...b.matchAll(instant)].map(([text]) => read(text));
  return [...a.matchAll(instant)].every(
    ([text], index) => Math.abs(read(text) - (others[index] ?? Number.NaN)) <= tolerance,
  );
}

/** Both from a little before where they part. */
function cut(a: unknown, b: unknown): string {
  const [one, other] = [a, b].map((text) => String(text).replace(instant, '#')) as [string, string];
  if (one === other) return `${a}" is not "${b}`.slice(0, 400);
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const from = Math.max(0, at - 60);
  return `"${one.slice(from, at + 120)}" is not "${other.slice(from, at + 120)}"`;
}
