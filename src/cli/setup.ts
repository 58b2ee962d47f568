// `tierline setup`: from nothing to a running desk, step by step; run again, it goes on where it stopped.
import { optionsHelp, withGround } from './setup/open.ts';
import { setUp } from './setup/setup.ts';
import type { Command } from './tierline.ts';

const usage = `tierline setup [--dry-run] --admin EMAIL [--workbook ID]\n${optionsHelp}`;

export const command: Command = {
  help: 'set Tierline up in a Google Workspace, step by step',
  run: (args, terminal) =>
    withGround([args, terminal, usage], async (ground) => {
      await setUp(ground);
      return 0;
    }),
};
