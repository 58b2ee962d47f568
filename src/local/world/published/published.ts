// Whether a request and an answer have only what Google's published description of Gmail and Sheets has.

import { sheetsEnumerations } from './enumerations.ts';
import { gmailPublished } from './gmail.ts';
import { type Fault, faultIn, fits, readSchemas, type Schemas, unknownPath, withWords } from './schema.ts';
import { sheetsPublished } from './sheets.ts';

export type PublishedApi = 'gmail' | 'sheets';

const known: Partial<Record<PublishedApi, Schemas>> = {};

export function published(api: PublishedApi): Schemas {
  known[api] ??=
    api === 'gmail'
      ? readSchemas(gmailPublished)
      : withWords(readSchemas(sheetsPublished), sheetsEnumerations);
  return known[api];
}

/** Parameters that every method of every Google API takes. */
const common = new Map(
  Object.entries({
    alt: 's',
    fields: 's',
    key: 's',
    prettyPrint: 'b',
    quotaUser: 's',
    uploadType: 's',
    upload_protocol: 's',
    access_token: 's',
    oauth_token: 's',
    callback: 's',
    '$.xgafv': 's',
  }),
);

/** As `gmail.users.messages.get` is called in the tables. */
const lineOf = (api: PublishedApi, method: string): ReadonlyMap<string, string> => {
  const line = published(api).get(method.slice(api.length + 1).toLowerCase());
  if (!line) throw new Error(`${method} is no method of Google's`);
  return line;
};

/** Google's words for what is wrong with a request; null where it is sound. */
export function wrongRequest(
  api: PublishedApi,
  method: string,
  { query, body }: { readonly query: URLSearchParams; readonly body: unknown },
): string | null {
  const line = lineOf(api, method);
  for (const [name, value] of query) {
    const type = common.get(name) ?? line.get(name)?.replace('[]', '');
    if (type === undefined)
      return `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
    if (type === 'b' && !/^(true|false)$/.test(value)) return invalidValue(snake(name), 'BOOL', value);
    if (type === 'n' && !/^\d+$/.test(value)) return invalidValue(snake(name), 'INT32', value);
    if (!fits(type === 'b' || type === 'n' ? 's' : type, value))
      return invalidValue(snake(name), 'ENUM', value);
  }
  const takes = line.get('>');
  const fault = takes ? faultIn(published(api), takes, body) : null;
  return fault ? said(fault) : wrongMask(api, line.get('<'), query.get('fields'));
}

/** Spaces are not part of a mask, and what the answer cannot have is refused. Source: field reports on Sheets' fields. */
function wrongMask(api: PublishedApi, answer: string | undefined, mask: string | null): string | null {
  const path = mask && answer ? unknownPath(published(api), answer, mask) : null;
  return path === null
    ? null
    : `Request contains an invalid argument. Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
}

/** What is in the answer that Google's has not; null where it is sound. */
export function wrongAnswer(api: PublishedApi, method: string, answer: unknown): string | null {
  const gives = lineOf(api, method).get('<');
  const fault = gives ? faultIn(published(api), gives, answer) : null;
  return fault ? `${method} answers ${fault.at} ${fault.name}: ${JSON.stringify(fault.given)}` : null;
}

function said({ at, name, kind, given }: Fault): string {
  const place = at === '' ? '' : ` at '${snake(at)}'`;
  return kind === 'unknown'
    ? `Invalid JSON payload received. Unknown name "${name}"${place}: Cannot find field.`
    : `Invalid value${place}, ${JSON.stringify(given)}`;
}

const invalidValue = (name: string, type: string, value: string): string =>
  `Invalid value at '${name}' (TYPE_${type}), "${value}"`;

const snake = (path: string): string => path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
