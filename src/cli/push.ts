// `tierline push`: builds both projects, pushes them, reads them back and moves their deployments on.
import { optionsHelp, withGround } from './setup/open.ts';
import { pushBoth } from './setup/push-both.ts';
import type { Command } from './tierline.ts';

const usage = `tierline push [--dry-run]\n${optionsHelp}`;

export const command: Command = {
  help: 'push both script projects and move their deployments on',
  run: (args, terminal) =>
    withGround([args, terminal, usage], async (ground) => {
      await pushBoth(ground);
      return 0;
    }),
};
