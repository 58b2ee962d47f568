// Mail addresses out of header values: `"Jane, Dr." <jane@example.com>, bob@example.com`.

export interface Address {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
}

/** Splits at commas outside quotes, comments and angle brackets; drops group syntax ("list: a, b;"). */
function entries(value: string): string[] {
  const found: string[] = [];
  let entry = '';
  let quoted = false;
  let depth = 0;
  for (const char of value) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '<' || char === '(')) depth += 1;
    else if (!quoted && (char === '>' || char === ')')) depth = Math.max(0, depth - 1);
    if (!quoted && depth === 0 && (char === ',' || char === ';')) {
      found.push(entry);
      entry = '';
    } else entry += char;
  }
  return [...found, entry].map((each) => each.trim()).filter(Boolean);
}

const plain = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/;
const quotedLocal = /^"[^"]*"@[^\s@<>(),;:"]+$/;

/** Longer entries are no addresses. Source: RFC 5321, 320 characters, with room for a name. */
const longest = 2_000;

/** Null for an entry that is no address. */
export function address(entry: string): Address | null {
  if (entry.length > longest) return null;
  const angle = /^(.*?)<\s*([^<>]*?)\s*>\s*(\([^)]*\))?$/s.exec(entry);
  const email = (angle?.[2] ?? entry.replace(/\([^)]*\)/g, '')).trim();
  const name = (angle?.[1] ?? '').trim().replace(/^"(.*)"$/s, '$1');
  if (!plain.test(email) && !quotedLocal.test(email)) return null;
  return { name: name.replace(/\\(.)/g, '$1'), email: email.toLowerCase() };
}

/** Every entry, the broken ones as null. */
export const addresses = (value: string | undefined): (Address | null)[] =>
  value === undefined ? [] : entries(value).map(address);

export const emails = (value: string | undefined): string[] =>
  addresses(value).flatMap((each) => (each ? [each.email] : []));
