// Worlds for the tests of this folder: one owner, one script, whatever code it is given.
import {
  createWorld,
  type NewScript,
  type Script,
  type World,
  type WorldOptions,
} from '../../src/local/world/world.ts';

export const owner = 'support@acme.example';
export const start = '2026-03-02T09:00:00Z';

const auth = 'https://www.googleapis.com/auth/';

export const manifest = {
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  oauthScopes: [
    `${auth}gmail.modify`,
    `${auth}spreadsheets`,
    `${auth}script.scriptapp`,
    `${auth}script.external_request`,
    `${auth}userinfo.email`,
  ],
  dependencies: {
    enabledAdvancedServices: [
      { userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' },
      { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
    ],
  },
  webapp: { executeAs: 'USER_DEPLOYING', access: 'DOMAIN' },
};

export function worldWith(
  code: string,
  given: Partial<NewScript> & { readonly world?: Partial<WorldOptions> } = {},
): { readonly world: World; readonly script: Script } {
  const { world: options, ...more } = given;
  const world = createWorld({ start, ...options });
  world.addAccount(owner);
  const script = world.addScript({ name: 'desk', owner, code, manifest, ...more });
  return { world, script };
}

/** Runs the body of a function once and gives what it returns. */
export function evaluate(body: string, given: Parameters<typeof worldWith>[1] = {}): unknown {
  return worldWith(`function main() { ${body} }`, given).script.run('main');
}
