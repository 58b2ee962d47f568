// From nothing to a running desk with the real clasp, against a whole imitated Google.
import { readFileSync } from 'node:fs';
import { setUp } from '../../src/cli/setup/setup.ts';
import { bundles, openTestGoogle, type TestGoogle } from './google.ts';

let google: TestGoogle;
beforeAll(async () => void (await bundles()), 60_000);
beforeEach(async () => {
  google = await openTestGoogle({ clasp: 'real' });
}, 20_000);
afterEach(() => google?.close());

interface Content {
  readonly files: readonly { readonly name: string; readonly type: string; readonly source: string }[];
}

test('clasp pushes the built folders byte for byte, and the desk makes a ticket of the test mail', async () => {
  const ground = google.ground();
  await setUp(ground);
  expect(ground.memory.now.tested).toBe('T-1');

  const { desk, sidebar, menu } = await bundles();
  const puts = google.exchanges
    .filter(
      ({ request, response }) =>
        request.method === 'PUT' && /\/content(\?|$)/.test(request.url) && response.status === 200,
    )
    .map(({ request }) => JSON.parse(Buffer.from(request.body ?? '').toString('utf8')) as Content);
  expect(puts.map(({ files }) => files.map(({ name }) => name).sort())).toEqual([
    ['appsscript', 'desk', 'settings'],
    ['appsscript', 'desk'],
    ['appsscript', 'settings', 'sidebar'],
    ['appsscript', 'menu'],
  ]);
  const built = { desk, sidebar, menu };
  for (const which of ['desk', 'sidebar', 'menu'] as const)
    for (const { files } of puts) {
      const script = files.find(({ name }) => name === which);
      if (!script) continue;
      expect(script.source).toBe(readFileSync(built[which]?.script ?? '', 'utf8'));
      expect(files.find(({ type }) => type === 'JSON')?.source).toBe(
        readFileSync(built[which]?.manifest ?? '', 'utf8'),
      );
    }
}, 60_000);
