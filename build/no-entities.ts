// Leaves the table of HTML's 2,231 names out of the scripts: the tokenizer is told to decode none, and our own
// reading/entities.ts knows those that mails have.
import type { Plugin } from 'esbuild';

const stub = `
export const DecodingMode = {};
export const htmlDecodeTree = null;
export const xmlDecodeTree = null;
export class EntityDecoder {}
`;

export const withoutEntityTable: Plugin = {
  name: 'no table of entities',
  setup(build) {
    build.onResolve({ filter: /^entities\/decode$/ }, () => ({ path: 'entities', namespace: 'stub' }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: stub }));
  },
};
