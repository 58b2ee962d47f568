// The pages in docs/reference: made from the code by the build, and held fresh by a test.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsPage } from './actions-page.ts';
import { commandLinePage } from './command-line-page.ts';
import { scopesPage } from './scopes-page.ts';
import { workbookPage } from './workbook-page.ts';

/** By file below docs/reference. */
export async function referencePages(root: string): Promise<Readonly<Record<string, string>>> {
  return {
    'actions.md': actionsPage(),
    'workbook.md': workbookPage(),
    'command-line.md': await commandLinePage(),
    'scopes.md': scopesPage(root),
  };
}

/** Writes those that changed; returns their names. */
export async function writeReference(root: string): Promise<readonly string[]> {
  const pages = Object.entries(await referencePages(root));
  const changed = pages.filter(([name, page]) => page !== there(join(root, 'docs/reference', name)));
  for (const [name, page] of changed) writeFileSync(join(root, 'docs/reference', name), page);
  return changed.map(([name]) => name);
}

function there(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
