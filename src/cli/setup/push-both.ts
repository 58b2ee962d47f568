// New code for a desk that is set up: the steps of setup that are about code, and no others.
import { Stopped } from './failure.ts';
import type { Ground } from './ground.ts';
import { notWhileRotating } from './rotating.ts';
import { door, sidebarCode, sidebarDeployment } from './steps/deployments.ts';
import { deskCodeClean } from './steps/desk.ts';
import { menu } from './steps/menu.ts';
import { prerequisites } from './steps/prerequisites.ts';

/** The sidebar last: an old sidebar and a new desk understand each other for that minute, or say that they do not. */
const steps = [prerequisites, deskCodeClean, door, sidebarCode, sidebarDeployment, menu];

export async function pushBoth(ground: Ground): Promise<void> {
  const { desk, sidebar, installed } = ground.memory.now;
  if (!desk || !sidebar || !installed) throw new Stopped('There is no desk yet: run tierline setup.');
  notWhileRotating(ground);
  for (const step of steps) ground.say(`${step.name}: ${await step.run(ground)}\n`);
}
