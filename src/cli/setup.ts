// `tierline setup`: from nothing to a running desk, step by step; run again, it goes on where it stopped.

import type { Command } from './command.ts';
import { optionsHelp, withGround } from './setup/open.ts';
import { setUp } from './setup/setup.ts';

const usage = `tierline setup [--dry-run] --admin EMAIL [--workbook ID]\n${optionsHelp}`;

export const command: Command = {
  help: 'set Tierline up in a Google Workspace, step by step',
  usage,
  run: (args, terminal) =>
    withGround([args, terminal, usage], async (ground) => {
      await setUp(ground);
      return 0;
    }),
};
