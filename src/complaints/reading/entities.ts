// `&eacute;` and `&#233;` in text from HTML. A name that the table lacks stays as it is written.
import { fromWindows1252 } from './charset.ts';
import { entityNames, otherOlderNames } from './entity-names.ts';

interface Names {
  readonly points: Map<string, number>;
  /** Those that need no semicolon. */
  readonly older: Set<string>;
}

let known: Names | null = null;

function names(): Names {
  if (known) return known;
  const points = new Map<string, number>();
  const older = new Set(otherOlderNames);
  let next = 0;
  for (const token of entityNames.split(' ')) {
    if (/^\d/.test(token)) next = Number(token);
    else if (token.startsWith('=')) points.set(token.slice(1), next - 1);
    else {
      if (next >= 160 && next <= 255) older.add(token);
      points.set(token, next++);
    }
  }
  known = { points, older };
  return known;
}

const written = /&(?:#(?:[xX]([0-9a-fA-F]+)|(\d+));?|([A-Za-z][A-Za-z0-9]*)(;?))/g;

/**
 * `inAttribute`: a name without its semicolon stays as it is before `=` or a letter, as addresses of pages have it:
 * `?a=1&copy=2`. Source: HTML Living Standard, 13.2.5.73.
 */
export function withoutEntities(html: string, inAttribute = false): string {
  if (!html.includes('&')) return html;
  return html.replace(written, (all, hex?: string, decimal?: string, name = '', end = '', at = 0) => {
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    if (decimal !== undefined) return characterOf(Number(decimal));
    const point = names().points.get(name);
    if (end === ';' && point !== undefined) return String.fromCodePoint(point);
    const after = end || html.charAt(at + all.length);
    return withOlder(name, after, inAttribute) + end;
  });
}

/** The longest older name that this one begins with: `&copyright` is a sign and `right`. */
function withOlder(name: string, after: string, inAttribute: boolean): string {
  const { points, older } = names();
  for (let length = name.length; length > 1; length--) {
    const begin = name.slice(0, length);
    if (!older.has(begin)) continue;
    if (inAttribute && /[=A-Za-z0-9]/.test(name.charAt(length) || after)) break;
    return String.fromCodePoint(points.get(begin) ?? 0) + name.slice(length);
  }
  return `&${name}`;
}

function characterOf(point: number): string {
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(fromWindows1252(point));
}
