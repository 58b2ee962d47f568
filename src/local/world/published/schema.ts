// Holds JSON and field masks to Google's published types: a name that Google does not have is found, at any depth.

export type Schemas = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The lines of `sheets.ts` and `gmail.ts`. */
export function readSchemas(lines: string): Schemas {
  return new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...fields] = line.split(' ');
        return [name, new Map(fields.map((field) => field.split(':') as [string, string]))] as const;
      }),
  );
}

/** What is wrong, and where: `requests[0].updateCells`. */
export interface Fault {
  readonly at: string;
  readonly name: string;
  readonly kind: 'unknown' | 'type';
  readonly given: unknown;
}

/** Null where all of the value is of the type; null values stand for absent ones. */
export function faultIn(schemas: Schemas, type: string, value: unknown, name = ''): Fault | null {
  if (value === undefined || value === null) return null;
  const kind = type.slice(-2);
  if (kind === '[]') {
    if (!Array.isArray(value)) return wrong(name, value);
    const inner = type.slice(0, -2);
    if (inner === 'a') return null;
    for (let index = 0; index < value.length; index++) {
      const found = faultIn(schemas, inner, value[index], name);
      if (found) return { ...found, at: `[${index}]${joined(found.at)}` };
    }
    return null;
  }
  const fields = schemas.get(type);
  if (!fields && kind !== '{}') return fits(type, value) ? null : wrong(name, value);
  if (typeof value !== 'object' || Array.isArray(value)) return wrong(name, value);
  for (const key in value) {
    const one = (value as Record<string, unknown>)[key];
    const below = fields ? fields.get(key) : type.slice(0, -2);
    if (below === undefined) return { at: '', name: key, kind: 'unknown', given: one };
    const found = faultIn(schemas, below, one, key);
    if (found) return { ...found, at: `${key}${joined(found.at)}` };
  }
  return null;
}

const wrong = (name: string, given: unknown): Fault => ({ at: '', name, kind: 'type', given });

const joined = (rest: string): string => (rest === '' || rest.startsWith('[') ? rest : `.${rest}`);

/** The schemas with the words that fields take instead of any text: `=ROWS|COLUMNS`. */
export function withWords(
  schemas: Schemas,
  words: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Schemas {
  const all = new Map(schemas);
  for (const [name, fields] of Object.entries(words)) {
    const changed = new Map(schemas.get(name));
    for (const [field, list] of Object.entries(fields)) {
      if (changed.get(field) !== 's') throw new Error(`${name}.${field} is no text of Google's`);
      changed.set(field, `=${list.replace(/ /g, '|')}`);
    }
    all.set(name, changed);
  }
  return all;
}

/** Numbers may come as text, as whole numbers of 64 bits do; every list of words has one that says nothing. */
export function fits(type: string, value: unknown): boolean {
  if (type === 'a') return true;
  if (type.startsWith('='))
    return (
      typeof value === 'string' && (type.slice(1).split('|').includes(value) || /_UNSPECIFIED$/.test(value))
    );
  if (type === 's') return typeof value === 'string';
  if (type === 'b') return typeof value === 'boolean';
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
}

/** `a(b,c/d),e` and `a.b,a.c.d,e` as paths; spaces are kept as parts of names. */
export function pathsOf(mask: string): readonly string[] {
  const paths: string[] = [];
  const prefixes: string[] = [];
  let name = '';
  const push = (): void => {
    if (name !== '') paths.push([...prefixes, name].join('.'));
    name = '';
  };
  for (const letter of mask.replace(/\//g, '.')) {
    if (letter === '(') {
      prefixes.push(name);
      name = '';
    } else if (letter === ',') push();
    else if (letter === ')') {
      push();
      prefixes.pop();
    } else name += letter;
  }
  push();
  return paths;
}

/** The first path of a mask that the type does not have; null where it has all of them. */
export function unknownPath(schemas: Schemas, type: string, mask: string): string | null {
  return pathsOf(mask).find((path) => !reaches(schemas, type, path.split('.'))) ?? null;
}

function reaches(schemas: Schemas, type: string, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (name === '*') return rest.length === 0;
  if (type === 'a' || type.endsWith('{}')) return true;
  const below = schemas.get(type)?.get(name);
  return below !== undefined && reaches(schemas, below.replace(/(\[\])+$/, ''), rest);
}
