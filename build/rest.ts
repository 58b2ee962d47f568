// Divides a project in two: what every execution evaluates, and the rest, which is one function that is called when
// something in it is asked for the first time. The source says so by `require('./door.ts')` instead of an import.
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** Its name ends in an underscore, so Apps Script offers it to nobody. */
const restName = 'tierlineRest_';
const late = /\(?require\('(\.\/[^']+\.ts)'\)(?: as typeof import\('\1'\)\))?/g;

export interface Rest {
  /** For the part that is always evaluated: notes what is asked for late. */
  readonly aside: Plugin;
  /** For the rest itself: there, everything is at hand. */
  readonly atHand: Plugin;
  /** The module that brings together what was asked for late; null: nothing was. */
  readonly module: () => string | null;
}

export function restOf(root: string): Rest {
  const asked = new Map<string, string>();
  const nameOf = (path: string): string => {
    const name = asked.get(path) ?? `part${asked.size}`;
    asked.set(path, name);
    return name;
  };
  return {
    aside: {
      name: 'what is asked for late',
      setup(build) {
        build.onResolve({ filter: /^\.\// }, ({ kind, path, importer }) =>
          kind === 'require-call' && /\.ts$/.test(importer)
            ? { path: resolve(dirname(importer), path), namespace: 'late' }
            : null,
        );
        build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
          contents: `module.exports = ${restName}().${nameOf(path)};`,
        }));
      },
    },
    atHand: {
      name: 'at hand',
      setup(build) {
        build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
          const text = await readFile(path, 'utf8');
          return text.includes("require('./") ? { contents: imported(text), loader: 'ts' } : null;
        });
      },
    },
    module: () =>
      asked.size === 0
        ? null
        : [...asked]
            .map(([path, name]) => `export * as ${name} from './${relative(root, path)}';\n`)
            .join(''),
  };
}

/** `require` as an import at the top. */
function imported(text: string): string {
  const paths: string[] = [];
  const body = text.replace(late, (_, path: string) => `late${paths.push(path) - 1}`);
  return paths.map((path, at) => `import * as late${at} from '${path}';`).join(' ') + body;
}

/** `script` is an esbuild bundle of the rest with the global name `Rest`. */
export const restFunction = (script: string): string =>
  `function ${restName}() {
if (!${restName}.is) {
${script}
${restName}.is = Rest;
}
return ${restName}.is;
}
`;
