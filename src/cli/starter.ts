// `tierline starter`: writes a starter workbook as CSV files, to be changed and tried.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { filesIn, writeRulesFolder } from '../local/rules-folder.ts';
import { starterDefault, starterKeyAccounts, type Workbook } from '../rules/starter.ts';
import type { Command, Terminal } from './command.ts';

const kinds: Readonly<Record<string, Workbook>> = {
  default: starterDefault,
  'key-accounts': starterKeyAccounts,
};
const usage = `tierline starter: writes a starter workbook as CSV files, to be changed and tried.

  tierline starter --out FOLDER [--kind ${Object.keys(kinds).join('|')}] [--force]

  --out FOLDER   where to
  --kind KIND    ${Object.keys(kinds).join(' or ')} (default: default)
  --force        write over CSV files that are there
`;

export const command: Command = {
  help: 'write a starter workbook as a folder of CSV files',
  usage,
  run: async (args, terminal) => {
    const asked = read(args);
    if (typeof asked === 'string') return refuse(terminal, `${asked}\n${usage}`, 2);
    const { out, workbook, force } = asked;
    if (!force && existsSync(out) && filesIn(out).length > 0) {
      return refuse(
        terminal,
        `${out} holds CSV files already. Choose another folder, or write over them with --force.\n`,
        1,
      );
    }
    writeRulesFolder(out, workbook);
    terminal.out(
      `${Object.keys(workbook).length} tabs written to ${out}. Check them with: tierline rules --rules ${out}\n`,
    );
    return 0;
  },
};

interface Asked {
  readonly out: string;
  readonly workbook: Workbook;
  readonly force: boolean;
}

/** What is wrong with the arguments, or what they ask for. */
function read(args: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        kind: { type: 'string', default: 'default' },
        force: { type: 'boolean', default: false },
      },
    });
    const workbook = kinds[values.kind];
    if (values.out === undefined || values.out === '') return 'Say where: --out FOLDER.';
    if (workbook === undefined) return `There is no starter '${values.kind}'.`;
    return { out: values.out, workbook, force: values.force };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refuse(terminal: Terminal, text: string, code: number): number {
  terminal.err(text);
  return code;
}
