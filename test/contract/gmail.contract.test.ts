import { gmailContract } from './gmail.contract.ts';
import { type Difference, emulateDiffers } from './gmail-differences.ts';
import { type Running, startEmulate, startWorld } from './gmail-targets.ts';

interface Implementation {
  readonly start: () => Promise<Running>;
  readonly differs: Readonly<Record<string, Difference>>;
}

const implementations: Readonly<Record<string, Implementation>> = {
  'our world': { start: () => startWorld(), differs: {} },
  'emulate@0.11.2': { start: startEmulate, differs: emulateDiffers },
};

/** Without the colours jest prints on a terminal. */
const words = (error: unknown): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are control characters.
  (error instanceof Error ? error.message : String(error)).replace(/\x1b\[[0-9;]*m/g, '');

describe.each(Object.entries(implementations))('%s', (_, { start, differs }) => {
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.close());

  for (const each of gmailContract) {
    const difference = differs[each.name];
    if (!difference) test(each.name, () => each.run(running));
    // A difference that is gone must be taken off the list, so it has to show here.
    else
      test(`${each.name} - but here ${difference.instead}`, async () => {
        const failure = await each.run(running).then(() => 'it does as Gmail does', words);
        expect(failure).toMatch(difference.shows);
      });
  }

  test('every listed difference is about a case of the suite', () => {
    const names = gmailContract.map(({ name }) => name);
    expect(Object.keys(differs).filter((name) => !names.includes(name))).toEqual([]);
  });
});
