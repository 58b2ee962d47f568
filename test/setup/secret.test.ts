// A new secret for the door, and a customer forgotten, each with one command.
import { eraseWith } from '../../src/cli/erase.ts';
import { isKnown, isTurnedAway, knock } from '../../src/cli/setup/knocking.ts';
import { pushBoth } from '../../src/cli/setup/push-both.ts';
import { rotate } from '../../src/cli/setup/rotating.ts';
import { setUp } from '../../src/cli/setup/setup.ts';
import type { WorldSnapshot } from '../../src/local/world/world.ts';
import { admin, bundles, openTestGoogle, support, type TestGoogle } from './google.ts';

let google: TestGoogle;
let sound: WorldSnapshot;

beforeAll(async () => {
  await bundles();
  google = await openTestGoogle();
  await setUp(google.ground());
  google.world.advance(30 * 60_000);
  sound = google.world.snapshot();
}, 60_000);
afterAll(() => google?.close());

const secretNow = (): string => google.ground().memory.now.doorSecret ?? '';
const opens = async (secret: string): Promise<boolean> => isKnown(await knock(google.ground(), secret));
const refuses = async (secret: string): Promise<boolean> =>
  isTurnedAway(await knock(google.ground(), secret));
const sidebarSecret = (): string => {
  const project = [...google.scripts.projects.values()].find(({ title }) => title === 'Tierline sidebar');
  const deployed = project?.versions.at(-1)?.files.find(({ name }) => name === 'settings')?.source ?? '';
  return /"DOOR_SECRET":"([^"]+)"/.exec(deployed)?.[1] ?? '';
};

/** A rotation that somebody interrupts while the desk takes the old secret and the new. */
async function breaksOffHalfWay(): Promise<void> {
  const broken = {
    ...google.ground(),
    say: (text: string) => {
      if (/takes both/.test(text)) throw new Error('interrupted');
    },
  };
  await expect(rotate(broken, false)).rejects.toThrow('interrupted');
}

test('a new secret takes over without a moment in which a sidebar is turned away', async () => {
  const old = secretNow();
  const ground = google.ground();
  const moments: boolean[] = [];
  await rotate(
    {
      ...ground,
      wait: async (milliseconds) => {
        moments.push(await opens(sidebarSecret()));
        await ground.wait(milliseconds);
        moments.push(await opens(sidebarSecret()));
      },
    },
    false,
  );
  expect(moments.length).toBeGreaterThanOrEqual(2);
  expect(moments).not.toContain(false);
  expect(secretNow()).not.toBe(old);
  expect(sidebarSecret()).toBe(secretNow());
  expect([await opens(secretNow()), await refuses(old)]).toEqual([true, true]);
  expect(google.said.join('')).not.toContain(old);
  expect(google.said.join('')).not.toContain(secretNow());
  const files = [...google.scripts.projects.values()].find(({ title }) => title === 'Tierline desk')?.files;
  expect(files?.some(({ source }) => source.includes(secretNow()))).toBe(false);
});

test('a secret that leaked is refused before the sidebars have the new one', async () => {
  const old = secretNow();
  const ground = google.ground();
  let refusedBeforeSidebar = false;
  await rotate(
    {
      ...ground,
      say: (text) => {
        ground.say(text);
        if (/refuses the old secret/.test(text)) refusedBeforeSidebar = sidebarSecret() === old;
      },
    },
    true,
  );
  expect(refusedBeforeSidebar).toBe(true);
  expect([await opens(secretNow()), await refuses(old), sidebarSecret() === secretNow()]).toEqual([
    true,
    true,
    true,
  ]);
});

test('a secret that leaked stays refused when the interrupted command is run again without --leaked', async () => {
  const old = secretNow();
  const ground = google.ground();
  const broken = {
    ...ground,
    say: (text: string) => {
      if (/refuses the old/.test(text)) throw new Error('interrupted');
    },
  };
  await expect(rotate(broken, true)).rejects.toThrow('interrupted');
  const opened: boolean[] = [];
  const again = google.ground();
  await rotate(
    {
      ...again,
      say: (text) => {
        again.say(text);
        opened.push(google.script('desk').properties.DOOR_SECRET_OLD === old);
      },
    },
    false,
  );
  expect(opened).not.toContain(true);
  expect([await opens(secretNow()), await refuses(old), sidebarSecret() === secretNow()]).toEqual([
    true,
    true,
    true,
  ]);
});

test('nothing else is pushed while a new secret is half given out', async () => {
  await breaksOffHalfWay();
  await expect(pushBoth(google.ground())).rejects.toThrow(/rotate-secret/);
  await expect(setUp(google.ground())).rejects.toThrow(/rotate-secret/);
  expect(await opens(sidebarSecret())).toBe(true);
  await rotate(google.ground(), false);
  await pushBoth(google.ground());
  expect(await opens(sidebarSecret())).toBe(true);
});

test('interrupted while both are good, the same command goes on with the same new secret', async () => {
  const old = secretNow();
  await breaksOffHalfWay();
  const half = secretNow();
  expect([half === old, await opens(half), await opens(old)]).toEqual([false, true, true]);
  await rotate(google.ground(), false);
  expect([secretNow() === half, await opens(half), await refuses(old)]).toEqual([true, true, true]);
});

test('an admin has a customer forgotten and is given a receipt; nobody else can', async () => {
  google.world.gmail.deliver({
    raw: Buffer.from(
      `From: Kari Nordmann <kari@example.com>\r\nTo: ${support}\r\nSubject: My lamp\r\nMessage-ID: <k1@example.com>\r\n\r\nBroken\r\n`,
    ),
    to: [support],
  });
  google.world.advance(3 * 60_000);
  const out: string[] = [];
  const terminal = { out: (text: string) => void out.push(text) };
  const ground = google.ground();
  const as = (email: string) => ({ ...ground, admin: { ...ground.admin, email } });
  await expect(eraseWith(as('stranger@acme.example'), 'kari@example.com', terminal)).rejects.toThrow(
    /not in People/,
  );
  await expect(eraseWith(as(admin), admin, terminal)).rejects.toThrow(/only customers/);
  expect(await eraseWith(as(admin), 'kari@example.com', terminal)).toBe(0);
  expect(out.join('')).toMatch(/^E-[0-9a-f]{8}: erased-[0-9a-f]{16}\. 1 tickets/);
  expect(out.join('')).not.toMatch(/kari/i);
  google.world.restore(sound);
});
