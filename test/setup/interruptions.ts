// Setting up breaks off at a call that changes something, and is run again: in the end everything is there once.
import { setUp } from '../../src/cli/setup/setup.ts';
import type { HttpRequest } from '../../src/local/world/http.ts';
import { endState } from './end-state.ts';
import { bundles, openTestGoogle, type TestGoogle } from './google.ts';

/** Calls of a set-up that change something. */
export const calls = 14;

const changes = ({ method, url }: HttpRequest): boolean => method !== 'GET' && !url.includes('tokeninfo');

export const changesIn = ({ exchanges }: TestGoogle): number =>
  exchanges.filter(({ request }) => changes(request)).length;

/** In the first or the second half of the calls: a file of tests for each, so that none takes long. */
export function interruptions(when: 'before' | 'after', half: 'first' | 'second'): void {
  const from = half === 'first' ? 1 : calls / 2 + 1;
  let whole: unknown;
  beforeAll(async () => {
    await bundles();
    const google = await openTestGoogle();
    await setUp(google.ground());
    whole = endState(google);
    await google.close();
  }, 60_000);

  test.each(Array.from({ length: calls / 2 }, (_, index) => from + index))(
    `the connection breaks ${when} change %i of ${calls}, and the next run goes on`,
    async (at) => {
      const google = await openTestGoogle();
      try {
        let count = 0;
        google.breakAt((request) => {
          if (changes(request)) count += 1;
          return changes(request) && count === at ? when : null;
        });
        await expect(setUp(google.ground())).rejects.toThrow(/run this again/i);
        google.breakAt(null);
        await setUp(google.ground());
        expect(endState(google)).toEqual(whole);
      } finally {
        await google.close();
      }
    },
    30_000,
  );
}
