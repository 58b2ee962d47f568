// `tierline probe`: asks a real account what Google's documentation leaves open, and writes a report.
import { writeFileSync } from 'node:fs';
import type { Command } from './command.ts';
import { optionsHelp, withGround } from './setup/open.ts';
import { runProbe } from './setup/probe/probe.ts';
import { reportOf } from './setup/probe/report.ts';

const usage = `tierline probe [--out FILE]\n${optionsHelp}  --out FILE         the report; tierline-probe.md unless told\n`;

export const command: Command = {
  help: 'check on a real account what Tierline assumes of Google',
  usage,
  run: (args, terminal) =>
    withGround([args, terminal, usage], async (ground, { out, dry }) => {
      const report = reportOf(await runProbe(ground), ground.now());
      if (!dry) writeFileSync(out, report);
      terminal.out(dry ? 'Nothing was changed.\n' : `${report.split('\n')[2]} See ${out}\n`);
      return 0;
    }),
};
