// docs/reference/command-line.md: every subcommand with what `--help` prints.
import { commands } from '../../src/cli/commands.ts';
import { page } from './markdown.ts';

export async function commandLinePage(): Promise<string> {
  const sections = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { help, usage } = (await load()).command;
      return `## ${name}\n\n${help.charAt(0).toUpperCase()}${help.slice(1)}.\n\n${indented(usage)}`;
    }),
  );
  return page('The command line', 'Run each as `npm run tierline -- <command>`.', ...sections);
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
