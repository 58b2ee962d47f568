// Google's published types of an API, read from the declarations that its own Node client carries.
// `npx tsx test/contract/write-published.ts` writes them down for the world after an update of googleapis.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const apis = { sheets: ['Sheets', 'sheets/v4'], gmail: ['Gmail', 'gmail/v1'] } as const;
export type PublishedApi = keyof typeof apis;

const shortNames: Readonly<Record<string, string>> = { string: 's', number: 'n', boolean: 'b', any: 'a' };

export const publishedFile = (api: PublishedApi): string => resolve(`src/local/world/published/${api}.ts`);

/** The file of the world, as it must be. */
export function publishedText(api: PublishedApi): string {
  const [name, folder] = apis[api];
  const file = resolve(`node_modules/googleapis/build/src/apis/${folder}.d.ts`);
  const declarations = readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
  const lines = [...schemas(declarations), ...methods(declarations)];
  return [
    `// Names and types of what ${name}'s REST API takes and gives, as Google publishes them; test/contract holds them to it.`,
    '// A line a schema: s text, n number, b boolean, a anything; [] a list, {} a map.',
    '// A line a method: its query, what it takes (>) and what it answers (<).',
    `export const ${api}Published = \``,
    ...lines,
    '`;',
    '',
  ].join('\n');
}

const schemas = (declarations: string): string[] =>
  [...declarations.matchAll(/export interface Schema\$(\w+) \{([\s\S]*?)\n {4}\}/g)].map(
    ([, name = '', body = '']) => [name, ...fieldsIn(body)].join(' '),
  );

/** Parameters that are parts of the path. */
const inPath = /^(userId|id|messageId|spreadsheetId|range|sheetId|metadataId|requestBody|media):/;

function methods(declarations: string): string[] {
  const parameters = new Map(
    [
      ...declarations.matchAll(
        /export interface Params\$Resource\$([\w$]+) extends StandardParameters \{([\s\S]*?)\n {4}\}/g,
      ),
    ].map(([, name = '', body = '']) => [name, body]),
  );
  const calls =
    /\w+\(params\?: Params\$Resource\$([\w$]+), options\?: MethodOptions\): Promise<GaxiosResponseWithHTTP2<(?:Schema\$)?(\w+)>>/g;
  return [...declarations.matchAll(calls)].flatMap(([, name = '', answer = '']) => {
    if (name.includes('$Settings')) return [];
    const fields = fieldsIn(parameters.get(name) ?? '');
    const takes = fields.find((field) => field.startsWith('requestBody:'))?.replace('requestBody', '>');
    return [
      [
        name.replace(/\$/g, '.').toLowerCase(),
        ...(takes ? [takes] : []),
        ...(answer === 'void' ? [] : [`<:${answer}`]),
        ...fields.filter((field) => !inPath.test(field)),
      ].join(' '),
    ];
  });
}

function fieldsIn(body: string): string[] {
  const plain = body.replace(/\{\s*\[key: string\]: ([^;]+);\s*\}/g, (_, of: string) => `${of}{}`);
  return [...plain.matchAll(/^ {8}'?([\w.$]+)'?\?: ([^;]+);/gm)].map(
    ([, field, type = '']) => `${field}:${shortType(type)}`,
  );
}

function shortType(type: string): string {
  const [, base = '', rest = ''] = /^(?:Schema\$)?(\w+)((?:\[\]|\{\})*)/.exec(type.trim()) ?? [];
  return (shortNames[base] ?? base) + rest;
}
