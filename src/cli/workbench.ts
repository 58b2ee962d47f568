// `tierline workbench`: the whole product in the browser, on an imitated Google; nothing leaves this computer.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../build/root.ts';
import { Unusable } from '../local/mail-files.ts';
import { printOf } from '../local/workbench/bench.ts';
import { openWorkbench, type WorkbenchOptions } from '../local/workbench/workbench.ts';
import type { Command, Terminal } from './command.ts';

const usage = `tierline workbench: the desk, the sidebar and the mailboxes in your browser, on an imitated Google.

  tierline workbench [options]

  --fresh          start over; else it goes on where it was left
  --mail PATH      your own mails: a folder of .eml files, or an .mbox (default: the sample)
  --rules FOLDER   the workbook as CSV files, one for each tab (default: the starter workbook)
  --port N         of the page (default 4747)
  --smtp-port N    for real mail by SMTP (default 4725)
`;

export const command: Command = { help: 'try the desk and the sidebar in your browser', usage, run };

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = read(args);
  if (typeof options === 'string') {
    terminal.err(`tierline workbench: ${options}\n\n${usage}`);
    return 2;
  }
  const workbench = await openWorkbench(options);
  const smtp = workbench.smtpPort();
  terminal.out(`Tierline workbench: ${workbench.address}\n`);
  if (smtp !== null) terminal.out(`Mail by SMTP:       localhost:${smtp}\n`);
  terminal.out('Only this computer can reach it. Stop it with Ctrl+C; it goes on where it was left.\n');
  const ended = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0));
  });
  const failed = workbench.ready.then(
    () => ended,
    (error: unknown) => {
      terminal.err(`tierline workbench: ${error instanceof Error ? error.message : String(error)}\n`);
      return error instanceof Unusable ? 2 : 1;
    },
  );
  const code = await failed;
  await workbench.close();
  return code;
}

/** Each archive with its rules is a world of its own. */
function stateName(mail: string | null, rules: string | null): string {
  if (mail === null && rules === null) return 'workbench.state';
  const own = [mail, rules].map((path) => (path === null ? '' : resolve(path)));
  return `workbench-${printOf(own.join('|'))}.state`;
}

function read(args: readonly string[]): WorkbenchOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean', default: false },
        mail: { type: 'string' },
        rules: { type: 'string' },
        port: { type: 'string', default: '4747' },
        'smtp-port': { type: 'string', default: '4725' },
      },
    });
    const ports = [values.port, values['smtp-port']].map(Number);
    if (!ports.every((one) => Number.isInteger(one) && one >= 0 && one < 65_536))
      return 'a port is a number from 0 to 65535.';
    const [port = 0, smtpPort = 0] = ports;
    const root = projectRoot();
    const { mail = null, rules = null } = values;
    return {
      mail,
      rules,
      port,
      smtpPort,
      fresh: values.fresh,
      state: join(root, '.tierline', stateName(mail, rules)),
      cache: join(root, 'node_modules', '.cache', 'tierline'),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
