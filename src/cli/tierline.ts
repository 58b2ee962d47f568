// The `tierline` command: finds the subcommand and hands over to it.
import type { Terminal } from './command.ts';
import { commands } from './commands.ts';

async function main(args: readonly string[]): Promise<number> {
  const terminal: Terminal = {
    input: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
  const [name = 'help', ...rest] = args;
  const { command } = (await commands[name]?.()) ?? { command: null };
  if (command) {
    if (!rest.some((arg) => ['--help', '-h'].includes(arg))) return command.run(rest, terminal);
    terminal.out(command.usage);
    return 0;
  }
  const asked = ['help', '--help', '-h'].includes(name);
  if (!asked) terminal.err(`tierline: there is no command '${name}'.\n`);
  (asked ? terminal.out : terminal.err)(await help());
  return asked ? 0 : 2;
}

async function help(): Promise<string> {
  const widest = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = await Promise.all(
    Object.entries(commands).map(
      async ([name, load]) => `  ${name.padEnd(widest)}  ${(await load()).command.help}\n`,
    ),
  );
  return `tierline <command>\n${lines.join('')}\nEach command tells its options with --help.\n`;
}

process.exitCode = await main(process.argv.slice(2));
