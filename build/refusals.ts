// What makes a script unfit for Apps Script. Each check answers with sentences; no sentence, no objection.
import type { EntryPoint } from './entry-points.ts';
import { freeNames } from './free-names.ts';
import { functionsNamed, type Manifest } from './manifest.ts';
import type { Project } from './projects.ts';
import { hosts, languageNames, services } from './runtime.ts';
import { isNode, type Node, nameOf, origin, type Syntax } from './syntax.ts';

export interface Candidate {
  readonly project: Project;
  readonly script: Syntax;
  readonly manifest: Manifest;
  readonly entryPoints: readonly EntryPoint[];
  readonly minifiedBytes: number;
}

export function refusals(candidate: Candidate): readonly string[] {
  const { script, manifest, entryPoints, project } = candidate;
  const names = freeNames(script);
  return [
    ...unfitEntryPoints(entryPoints),
    ...unreadableClasses(script),
    ...unknownNames(script, names),
    ...missingScopes(script, manifest, names),
    ...missingFunctions(script, manifest),
    ...overBudget(project, candidate.minifiedBytes),
  ];
}

export function unfitEntryPoints(entryPoints: readonly EntryPoint[]): readonly string[] {
  if (entryPoints.length === 0) return ['The entry exports nothing, so Apps Script could call nothing.'];
  return entryPoints
    .filter((point) => point.unfit !== null)
    .map((point) => `The export '${point.name}' ${point.unfit}.`);
}

/** Private and static class fields are parse errors in Apps Script, for the whole file. */
export function unreadableClasses(script: Syntax): readonly string[] {
  return script.nodes.flatMap((node) => {
    const what = unreadable(node);
    return what ? [`${what} (${origin(script.text, node.start)}): Apps Script cannot read it.`] : [];
  });
}

function unreadable(node: Node): string | null {
  if (node.type === 'PrivateIdentifier') return `Private class member #${node.name}`;
  if (node.type === 'StaticBlock') return 'Static block of a class';
  if (node.type === 'PropertyDefinition' && node.static)
    return `Static class field ${nameOf(node.key) ?? ''}`.trim();
  return null;
}

export function unknownNames(script: Syntax, names = freeNames(script)): readonly string[] {
  const known = new Set([...languageNames, ...services.map((service) => service.name)]);
  const unknown = names.filter((free) => !free.guarded && !known.has(free.name));
  return unique(
    unknown.map(({ name, at }) => `'${name}' (${origin(script.text, at)}) does not exist in Apps Script.`),
  );
}

export function missingScopes(
  script: Syntax,
  manifest: Manifest,
  names = freeNames(script),
): readonly string[] {
  const granted = (anyOf: readonly string[]) =>
    anyOf.length === 0 || anyOf.some((scope) => manifest.oauthScopes.includes(scope));
  const found: string[] = [];
  for (const { name, member } of names) {
    const service = services.find((each) => each.name === name);
    if (!service) continue;
    if (service.advanced && !enabled(manifest, name))
      found.push(`'${name}' is used, but the manifest does not enable this advanced service.`);
    const asks = service.members === null || member === null || service.members.includes(member);
    if (asks && !granted(service.anyOf))
      found.push(`'${member ? `${name}.${member}` : name}' needs the scope ${service.anyOf.join(' or ')}.`);
  }
  for (const { host, anyOf } of hosts)
    if (script.text.includes(`https://${host}`) && !granted(anyOf))
      found.push(`https://${host} needs the scope ${anyOf.join(' or ')}.`);
  return unique(found);
}

function enabled(manifest: Manifest, symbol: string): boolean {
  return Boolean(
    manifest.dependencies?.enabledAdvancedServices?.some((service) => service.userSymbol === symbol),
  );
}

/** Names in the manifest, in `newTrigger('x')` and in `setFunctionName('x')` must be top-level functions. */
export function missingFunctions(script: Syntax, manifest: Manifest): readonly string[] {
  const body = script.tree.body as unknown as readonly Node[];
  const defined = new Set(
    body.filter((node) => node.type === 'FunctionDeclaration').map((node) => nameOf(node.id)),
  );
  const asked = [
    ...functionsNamed(manifest).map(({ key, name }) => ({ by: `The manifest's ${key}`, name })),
    ...script.nodes.flatMap(calledByName),
  ];
  const missing = asked.filter(({ name }) => !defined.has(name));
  const web = manifest.webapp && !defined.has('doPost') && !defined.has('doGet');
  return unique([
    ...missing.map(({ by, name }) => `${by} names '${name}', which is no top-level function.`),
    ...(web ? ['The manifest has a webapp, but there is no top-level function doPost or doGet.'] : []),
  ]);
}

function calledByName(node: Node): readonly { by: string; name: string }[] {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return [];
  const method = nameOf(node.callee.property);
  if (method !== 'newTrigger' && method !== 'setFunctionName') return [];
  const [first] = node.arguments as readonly Node[];
  const name = first?.type === 'Literal' ? first.value : null;
  return typeof name === 'string' ? [{ by: `${method}()`, name }] : [];
}

export function overBudget(project: Project, bytes: number): readonly string[] {
  if (bytes <= project.budget) return [];
  return [`${project.name}.js has ${bytes} bytes minified, ${bytes - project.budget} over its budget.`];
}

function unique(sentences: readonly string[]): readonly string[] {
  return [...new Set(sentences)];
}
