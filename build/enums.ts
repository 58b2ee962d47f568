// Writes the numbers of a package's enums in place of their names: compiled enums are objects, which no minifier takes
// apart. htmlparser2's tokenizer is half as large without them.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const packages = /node_modules\/(htmlparser2|entities)\/.*\.js$/;
const compiled = /(?:export )?var (\w+);\s*\(function \(\1\) \{([\s\S]*?)\}\)\(\1 \|\| \(\1 = \{\}\)\);/g;
const member = /\w+\[\w+\["(\w+)"\] = (-?\d+)\] = "\1";/g;

export const inlineEnums: Plugin = {
  name: 'enums of packages as numbers',
  setup(build) {
    build.onLoad({ filter: packages }, async ({ path }) => ({
      contents: withNumbers(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** The enums' objects stay for whoever uses them otherwise; what nobody uses is left out by the bundler. */
export function withNumbers(script: string): string {
  let written = script;
  for (const [whole, name = '', body = ''] of script.matchAll(compiled)) {
    const values = new Map([...body.matchAll(member)].map(([, key = '', value = '']) => [key, value]));
    const numbered = written
      .replace(whole, '\u0000')
      .replace(new RegExp(`\\b${name}\\.(\\w+)\\b`, 'g'), (use, key) => values.get(key) ?? use)
      .replace('\u0000', () => whole);
    const isUsed = new RegExp(`\\b${name}\\b`).test(numbered.replace(whole, ''));
    written = isUsed || whole.startsWith('export') ? numbered : numbered.replace(whole, '');
  }
  return written;
}
