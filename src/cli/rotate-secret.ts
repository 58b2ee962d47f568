// `tierline rotate-secret`: a new secret for the door in both projects, without a moment in which nobody gets in.
import type { Command } from './command.ts';
import { optionsHelp, withGround } from './setup/open.ts';
import { rotate } from './setup/rotating.ts';

const usage = `tierline rotate-secret [--leaked] [--dry-run]\n  --leaked           the old secret goes first: sidebars are turned away until they have the new one\n${optionsHelp}`;

export const command: Command = {
  help: 'give the door of the desk a new secret',
  usage,
  run: (args, terminal) => {
    const leaked = args.includes('--leaked');
    const others = args.filter((arg) => arg !== '--leaked');
    return withGround([others, terminal, usage], async (ground) => {
      await rotate(ground, leaked);
      return 0;
    });
  },
};
