// A snapshot as text and back: maps, sets and bytes are written as marked JSON.

interface Marked {
  readonly $: 'map' | 'set' | 'bytes' | 'infinity';
  readonly of?: unknown;
}

/** JSON of a snapshot; bytes in base64. */
export function toText(snapshot: object): string {
  return JSON.stringify(marked(snapshot));
}

/** The snapshot that `toText` wrote. */
export function fromText<T extends object>(text: string): T {
  return unmarked(JSON.parse(text)) as T;
}

function marked(value: unknown): unknown {
  if (value === Number.POSITIVE_INFINITY) return { $: 'infinity' } satisfies Marked;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { $: 'bytes', of: bytes.toString('base64') } satisfies Marked;
  }
  if (isMap(value)) return { $: 'map', of: [...value].map(marked) } satisfies Marked;
  if (isSet(value)) return { $: 'set', of: [...value].map(marked) } satisfies Marked;
  if (Array.isArray(value)) return value.map(marked);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item)]));
}

function unmarked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(unmarked);
  const { $: kind, of } = value as Partial<Marked>;
  switch (kind) {
    case 'infinity':
      return Number.POSITIVE_INFINITY;
    case 'bytes':
      return new Uint8Array(Buffer.from(String(of), 'base64'));
    case 'map':
      return new Map((of as unknown[]).map((pair) => unmarked(pair) as [unknown, unknown]));
    case 'set':
      return new Set((of as unknown[]).map(unmarked));
    default:
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmarked(item)]));
  }
}

/** Copies made by structuredClone may be of another realm, where `instanceof` says no. */
function isMap(value: object): value is Map<unknown, unknown> {
  return Object.prototype.toString.call(value) === '[object Map]';
}

function isSet(value: object): value is Set<unknown> {
  return Object.prototype.toString.call(value) === '[object Set]';
}
