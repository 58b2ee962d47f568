// Google's partial answers: `fields=messages(id,payload/headers),nextPageToken` leaves the rest out.

import { badField } from './failures.ts';

type Mask = ReadonlyMap<string, Mask | null>;

function read(text: string, from: { at: number }): Mask {
  const mask = new Map<string, Mask | null>();
  while (from.at < text.length && text[from.at] !== ')') {
    const name = /^[\w*]+/.exec(text.slice(from.at))?.[0];
    if (!name) throw badField(`Invalid field selection ${text}`);
    from.at += name.length;
    mask.set(name, below(text, from));
    if (text[from.at] === ',') from.at += 1;
  }
  return mask;
}

function below(text: string, from: { at: number }): Mask | null {
  if (text[from.at] === '(') {
    from.at += 1;
    const inner = read(text, from);
    from.at += 1;
    return inner;
  }
  if (text[from.at] !== '/') return null;
  from.at += 1;
  const name = /^[\w*]+/.exec(text.slice(from.at))?.[0];
  if (!name) throw badField(`Invalid field selection ${text}`);
  from.at += name.length;
  return new Map([[name, below(text, from)]]);
}

function keep(value: unknown, mask: Mask | null): unknown {
  if (!mask || mask.has('*') || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => keep(each, mask));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const sub = mask.get(name);
      return sub === undefined ? [] : [[name, keep(inner, sub)]];
    }),
  );
}

export const partial = (answer: object, fields: string | null): unknown =>
  fields === null || fields === '' || fields === '*'
    ? answer
    : keep(answer, read(fields.replace(/\s/g, ''), { at: 0 }));
