// The pages that are made from the code say what the code says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from '../build/reference/reference.ts';
import { projectRoot } from '../build/root.ts';

const folder = join(projectRoot(), 'docs/reference');

test('the reference in docs is what the code makes: npm run build writes it', async () => {
  const pages = await referencePages(projectRoot());
  expect(readdirSync(folder).sort()).toEqual(Object.keys(pages).sort());
  for (const [name, page] of Object.entries(pages))
    expect({ name, page: readFileSync(join(folder, name), 'utf8') }).toEqual({ name, page });
});
