// The functions an entry exports: each becomes a top-level function that Apps Script can call.
import { globalName } from './bundle.ts';
import { isNode, type Node, nameOf, readSyntax } from './syntax.ts';

export interface EntryPoint {
  readonly name: string;
  /** Why Apps Script could not call it; null when it can. */
  readonly unfit: string | null;
}

/** Reads the exports of a bundled module, in alphabetical order. */
export function entryPoints(module: string): readonly EntryPoint[] {
  const body = readSyntax(module, 'module').tree.body as unknown as readonly Node[];
  return body
    .filter((statement) => statement.type === 'ExportNamedDeclaration')
    .flatMap((statement) => statement.specifiers as readonly Node[])
    .map((specifier) => ({ name: spelled(specifier.exported), local: nameOf(specifier.local) ?? '' }))
    .map(({ name, local }) => ({ name, unfit: unfit(name, definition(body, local)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function unfit(name: string, value: Node | null): string | null {
  if (name === 'default') return 'is a default export: give it a name';
  if (!value || !/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(value.type))
    return 'is no function: an entry exports functions only';
  if (value.async) return 'is async: Apps Script would end before it does';
  if (value.generator) return 'is a generator: Apps Script would not run its body';
  return null;
}

function spelled(name: unknown): string {
  return nameOf(name) ?? (isNode(name) ? String(name.value) : '');
}

function definition(body: readonly Node[], name: string): Node | null {
  for (const statement of body) {
    if (nameOf(statement.id) === name) return statement;
    if (statement.type !== 'VariableDeclaration') continue;
    for (const variable of statement.declarations as readonly Node[])
      if (nameOf(variable.id) === name) return isNode(variable.init) ? variable.init : null;
  }
  return null;
}

/** Real top-level functions, which triggers, cards and the editor's function picker find by name. */
export function footer(names: readonly string[]): string {
  return names.map((name) => `function ${name}(e) {\n  return ${globalName}.${name}(e);\n}\n`).join('');
}
