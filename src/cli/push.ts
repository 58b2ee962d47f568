// `tierline push`: builds both projects, pushes them, reads them back and moves their deployments on.

import type { Command } from './command.ts';
import { optionsHelp, withGround } from './setup/open.ts';
import { pushBoth } from './setup/push-both.ts';

const usage = `tierline push [--dry-run]\n${optionsHelp}`;

export const command: Command = {
  help: 'push both script projects and move their deployments on',
  usage,
  run: (args, terminal) =>
    withGround([args, terminal, usage], async (ground) => {
      await pushBoth(ground);
      return 0;
    }),
};
