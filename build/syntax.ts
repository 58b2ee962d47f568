// Reads JavaScript into its syntax tree, with a way up as well as down.
import * as acorn from 'acorn';

/** A node of any type, its children under their ESTree names. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [child: string]: unknown;
}

export interface Syntax {
  readonly text: string;
  readonly tree: acorn.Program;
  readonly kind: 'script' | 'module';
  readonly nodes: readonly Node[];
  parent(node: Node): Node | null;
}

/** @throws SyntaxError when the text is no JavaScript. */
export function readSyntax(text: string, kind: Syntax['kind']): Syntax {
  const tree = acorn.parse(text, { ecmaVersion: 'latest', sourceType: kind, ranges: true, locations: true });
  const parents = new Map<Node, Node | null>();
  visit(tree as unknown as Node, null, parents);
  return { text, tree, kind, nodes: [...parents.keys()], parent: (node) => parents.get(node) ?? null };
}

function visit(node: Node, parent: Node | null, parents: Map<Node, Node | null>): void {
  parents.set(node, parent);
  for (const child of Object.values(node).flat()) if (isNode(child)) visit(child, node, parents);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The name of an identifier, or of the identifier under `child`; null for anything else. */
export function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' ? String(node.name) : null;
}

/** `node_modules/x/y.js line 12`: where a place in a readable bundle came from. */
export function origin(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  const source = before.findLast((line) => /^\s*\/\/ \S+\.[cm]?[jt]s$/.test(line));
  return source ? source.replace(/^\s*\/\/ /, '') : `line ${before.length}`;
}
