// A new secret for the door: both are good while the sidebar changes over, then the old one is good no longer.
import { randomBytes } from 'node:crypto';
import { Stopped } from './failure.ts';
import { type Ground, until } from './ground.ts';
import { isKnown, isTurnedAway, knock } from './knocking.ts';
import { type Files, filesOf, pushed } from './pushing.ts';
import { sidebarCode, sidebarDeployment } from './steps/deployments.ts';
import { prerequisites } from './steps/prerequisites.ts';

/** The desk reads its settings file at its next tick, ten minutes later at most. */
const patience = { every: 10_000, atMost: 15 * 60_000 };
/** A sidebar that was asked before the change answers within 30 seconds. */
const grace = 60_000;

/**
 * Interrupted, the same command goes on: which secrets there are is remembered before Google hears of them.
 * `leaked`: the old one goes first; sidebars are turned away until they have the new one. An interrupted run's word holds.
 */
export async function rotate(ground: Ground, leaked: boolean): Promise<void> {
  const { memory, say } = ground;
  const { desk, sidebar, installed, deskUrl } = memory.now;
  if (!desk || !sidebar || !installed || !deskUrl)
    throw new Stopped('There is no desk yet: run tierline setup.');
  say(`${await prerequisites.run(ground)}\n`);
  if (!memory.now.doorSecretOld)
    memory.put({
      doorSecretOld: memory.now.doorSecret ?? '',
      doorSecret: randomBytes(32).toString('base64url'),
    });
  memory.put({ doorSecretLeaked: leaked || memory.now.doorSecretLeaked === true });
  const { doorSecret: fresh = '', doorSecretOld: old = '', doorSecretLeaked: atOnce } = memory.now;
  if (!atOnce) {
    await told(ground, { DOOR_SECRET: fresh, DOOR_SECRET_OLD: old });
    await waitFor(ground, 'the desk to take the new secret', () => opensTo(ground, fresh));
    say('The desk takes both secrets.\n');
  } else {
    await told(ground, { DOOR_SECRET: fresh, DOOR_SECRET_OLD: '' });
    await waitFor(ground, 'the desk to refuse the old secret', () => refuses(ground, old));
    say('The desk refuses the old secret; sidebars wait for the new one.\n');
  }
  for (const step of [sidebarCode, sidebarDeployment]) say(`${step.name}: ${await step.run(ground)}\n`);
  if (!atOnce) {
    if (!ground.doing.dry) await ground.wait(grace);
    await told(ground, { DOOR_SECRET: fresh, DOOR_SECRET_OLD: '' });
    await waitFor(ground, 'the desk to refuse the old secret', () => refuses(ground, old));
  }
  await pushed(ground, 'desk', filesOf(ground, 'desk', null));
  memory.put({ doorSecretOld: '', doorSecretLeaked: false });
  say('Done: the door opens to the new secret only.\n');
}

/** New code for the sidebar would bring a secret that the desk may not know yet. */
export function notWhileRotating({ memory }: Pick<Ground, 'memory'>): void {
  if (memory.now.doorSecretOld)
    throw new Stopped(
      'A new secret for the door is half given out. Finish that first: tierline rotate-secret',
    );
}

const told = (ground: Ground, settings: Files): Promise<boolean> =>
  pushed(ground, 'desk', filesOf(ground, 'desk', settings));

const opensTo = async (ground: Ground, secret: string): Promise<true | null> =>
  isKnown(await knock(ground, secret)) ? true : null;

const refuses = async (ground: Ground, secret: string): Promise<true | null> =>
  isTurnedAway(await knock(ground, secret)) ? true : null;

async function waitFor(ground: Ground, what: string, ask: () => Promise<true | null>): Promise<void> {
  if (ground.doing.dry) return ground.say(`   would wait for ${what}\n`);
  if (await until(ground, patience, ask)) return;
  throw new Stopped(
    `Waited in vain for ${what}. Run this again: it goes on here. If it does not help: tierline doctor`,
  );
}
