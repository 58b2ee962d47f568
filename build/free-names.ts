// Finds the names a script uses without defining them.
import { analyze } from 'eslint-scope';
import { isNode, type Node, nameOf, type Syntax } from './syntax.ts';

export interface FreeName {
  readonly name: string;
  readonly at: number;
  /** `getEmail` in `Session.getEmail()`; null when the name is used whole. */
  readonly member: string | null;
  /** True in `typeof x`, and where a test of `typeof x` decides whether the use is reached. */
  readonly guarded: boolean;
}

export function freeNames(syntax: Syntax): readonly FreeName[] {
  const scopes = analyze(syntax.tree as Parameters<typeof analyze>[0], {
    ecmaVersion: 2022,
    sourceType: syntax.kind,
  });
  const own = scopes.globalScope?.set ?? new Map<string, unknown>();
  return (scopes.globalScope?.through ?? [])
    .map((reference) => reference.identifier as unknown as Node)
    .filter((identifier) => !own.has(String(identifier.name)))
    .map((identifier) => ({
      name: String(identifier.name),
      at: identifier.start,
      member: memberOf(syntax, identifier),
      guarded: isGuarded(syntax, identifier),
    }));
}

function memberOf(syntax: Syntax, identifier: Node): string | null {
  const parent = syntax.parent(identifier);
  if (parent?.type !== 'MemberExpression' || parent.object !== identifier || parent.computed) return null;
  return nameOf(parent.property);
}

function isGuarded(syntax: Syntax, identifier: Node): boolean {
  const name = String(identifier.name);
  if (asksTypeOf(syntax.parent(identifier), name)) return true;
  for (let node: Node = identifier, up = syntax.parent(node); up; node = up, up = syntax.parent(node)) {
    const test = up.type === 'LogicalExpression' ? up.left : up.test;
    if (isNode(test) && test !== node && mentionsTypeOf(test, name)) return true;
  }
  return false;
}

function mentionsTypeOf(node: Node, name: string): boolean {
  if (asksTypeOf(node, name)) return true;
  return Object.values(node)
    .flat()
    .some((child) => isNode(child) && mentionsTypeOf(child, name));
}

function asksTypeOf(node: Node | null, name: string): boolean {
  return node?.type === 'UnaryExpression' && node.operator === 'typeof' && nameOf(node.argument) === name;
}
