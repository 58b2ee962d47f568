// The `tierline` command: finds the subcommand and hands over to it.

/** What a subcommand talks to. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A subcommand: its one-line help, and what it does. Resolves to the exit code. */
export interface Command {
  readonly help: string;
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  simulate: () => import('./simulate.ts'),
  workbench: () => import('./workbench.ts'),
  clock: () => import('./clock.ts'),
  starter: () => import('./starter.ts'),
  rules: () => import('./rules.ts'),
  setup: () => import('./setup.ts'),
  doctor: () => import('./doctor.ts'),
  push: () => import('./push.ts'),
  probe: () => import('./probe.ts'),
  classify: () => import('./classify.ts'),
};

async function main(args: readonly string[]): Promise<number> {
  const terminal: Terminal = {
    input: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
  const [name = 'help', ...rest] = args;
  const load = commands[name];
  if (load) return (await load()).command.run(rest, terminal);
  const asked = ['help', '--help', '-h'].includes(name);
  if (!asked) terminal.err(`tierline: there is no command '${name}'.\n`);
  (asked ? terminal.out : terminal.err)(await help());
  return asked ? 0 : 2;
}

async function help(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(
      async ([name, load]) => `  ${name.padEnd(10)}${(await load()).command.help}\n`,
    ),
  );
  return `tierline <command>\n${lines.join('')}`;
}

process.exitCode = await main(process.argv.slice(2));
