// Reads a Gmail search into a tree: `from:jane (refund OR "money back") -in:trash`.

export type Query =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'operator'; readonly name: string; readonly value: string }
  | { readonly kind: 'not'; readonly of: Query }
  | { readonly kind: 'all'; readonly of: readonly Query[] }
  | { readonly kind: 'any'; readonly of: readonly Query[] };

const token =
  /\s*(?:(-)(?=\S)|([(){}])|([a-z][a-z0-9_]*):(?=[({])|([a-z][a-z0-9_]*):"([^"]*)"|([a-z][a-z0-9_]*):(?!\/\/)([^\s(){}]+)|\+?"([^"]*)"|([^\s(){}"]+)|("))/iy;

type Token =
  | { kind: 'minus' }
  | { kind: 'bracket'; char: string }
  | { kind: 'prefix'; name: string }
  | { kind: 'or' }
  | { kind: 'leaf'; query: Query };

function tokenOf(found: RegExpExecArray): Token[] {
  const [, minus, bracket, prefix, quotedName, quoted, name, value, phrase, word] = found;
  const operator = (of: string, text: string): Token => ({
    kind: 'leaf',
    query: { kind: 'operator', name: of.toLowerCase(), value: text },
  });
  if (minus) return [{ kind: 'minus' }];
  if (bracket) return [{ kind: 'bracket', char: bracket }];
  if (prefix) return [{ kind: 'prefix', name: prefix.toLowerCase() }];
  if (quotedName) return [operator(quotedName, quoted ?? '')];
  if (name) return [operator(name, value ?? '')];
  if (word === 'OR' || word === '|') return [{ kind: 'or' }];
  if (word === 'AND') return [];
  const text = phrase ?? word;
  return text === undefined ? [] : [{ kind: 'leaf', query: { kind: 'words', text } }];
}

function read(text: string): Token[] {
  const found: Token[] = [];
  const pattern = new RegExp(token);
  for (
    let match = pattern.exec(text.trimEnd());
    match && match[0] !== '';
    match = pattern.exec(text.trimEnd())
  )
    found.push(...tokenOf(match));
  return found;
}

/** `subject:(a b)` asks every word of the subject. */
function under(name: string, query: Query): Query {
  switch (query.kind) {
    case 'words':
      return { kind: 'operator', name, value: query.text };
    case 'not':
      return { kind: 'not', of: under(name, query.of) };
    case 'all':
    case 'any':
      return { ...query, of: query.of.map((each) => under(name, each)) };
    case 'operator':
      return query;
    default:
      return query satisfies never;
  }
}

function group(tokens: Token[], close: string): Query {
  const items: Query[] = [];
  let joins = false;
  for (let next = tokens.shift(); next; next = tokens.shift()) {
    if (next.kind === 'bracket' && next.char === close) break;
    if (next.kind === 'or') {
      joins = items.length > 0;
      continue;
    }
    const item = term(next, tokens);
    if (!item) continue;
    const last = items.at(-1);
    if (joins && last) items[items.length - 1] = { kind: 'any', of: [last, item] };
    else items.push(item);
    joins = false;
  }
  return { kind: close === '}' ? 'any' : 'all', of: items };
}

function term(next: Token, tokens: Token[]): Query | null {
  switch (next.kind) {
    case 'leaf':
      return next.query;
    case 'bracket':
      if (next.char === '(') return group(tokens, ')');
      return next.char === '{' ? group(tokens, '}') : null;
    case 'minus':
    case 'prefix': {
      const following = tokens.shift();
      const inner = following ? term(following, tokens) : null;
      if (!inner) return null;
      return next.kind === 'minus' ? { kind: 'not', of: inner } : under(next.name, inner);
    }
    default:
      return null;
  }
}

export const readQuery = (text: string): Query | null => group(read(text), '');
