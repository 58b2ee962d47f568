// `tierline doctor`: looks at everything that can be wrong, in order, and says what to do.

import type { Command } from './command.ts';
import { examine, written } from './setup/doctor/examine.ts';
import { googleOf, optionsHelp, withGround } from './setup/open.ts';

const usage = `tierline doctor [--colleague NAME]\n${optionsHelp}  --colleague NAME   a colleague's sign-in (clasp login --user NAME): are both mailboxes in the Group?\n`;

export const command: Command = {
  help: 'look for whatever is wrong with a desk, and say what to do',
  usage,
  run: (args, terminal) =>
    withGround([args, terminal, usage], async (ground, options) => {
      const colleague = options.colleague
        ? googleOf({ auth: options.auth, user: options.colleague }).gmail
        : null;
      const findings = await examine({ ...ground, colleague });
      terminal.out(written(findings));
      return findings.some(({ verdict }) => verdict === 'wrong') ? 1 : 0;
    }),
};
