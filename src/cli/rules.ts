// `tierline rules`: reads a folder of rules and says in plain words what is wrong in which cell.
import { parseArgs } from 'node:util';
import type { Problem, Rules } from '../complaints/rules.ts';
import { readRulesFolder } from '../local/rules-folder.ts';
import { problemText } from '../rules/problem.ts';
import { inWeight, problemsIn } from '../rules/problems.ts';
import type { Command } from './command.ts';

const usage = `tierline rules: checks a workbook and says what is wrong in which cell, and which rows do not fit together.

  tierline rules --rules FOLDER

  --rules FOLDER   the workbook as CSV files, one for each tab
`;

/** Exit code 0: all is well, but for hints; 1: there are problems; 2: the folder or the arguments are unusable. */
export const command: Command = {
  help: 'check a folder of rules and say what is wrong in which cell',
  usage,
  run: async (args, terminal) => {
    try {
      const folder = folderIn(args);
      const { workbook, problems: inFiles } = readRulesFolder(folder);
      const { rules, problems } = problemsIn(workbook, null, Date.now());
      const all = inWeight([...inFiles, ...problems]);
      for (const problem of all) terminal.out(`${line(problem)}\n`);
      terminal.out(`${summary(rules)} ${count(all.length, 'problem')}.\n`);
      return all.some(({ level }) => level !== 'hint') ? 1 : 0;
    } catch (error) {
      terminal.err(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
      return 2;
    }
  },
};

const line = (problem: Problem): string =>
  `${problem.level === undefined ? '' : `${problem.level}: `}${problemText(problem)}`;

function folderIn(args: readonly string[]): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { rules: { type: 'string' } },
    allowPositionals: true,
  });
  const folder = values.rules ?? positionals[0];
  if (folder === undefined) throw new Error('Say which folder: --rules FOLDER.');
  return folder;
}

function summary({ categories, matrix, people, calendars, customers, macros, phrases }: Rules): string {
  const parts = [
    count(categories.length, 'category', 'categories'),
    count(matrix.length, 'matrix row'),
    count(people.length, 'person', 'people'),
    count(calendars.length, 'calendar'),
    count(customers.length, 'customer'),
    count(macros.length, 'macro'),
    count(phrases.length, 'row of phrases', 'rows of phrases'),
  ];
  return `Read ${parts.join(', ')}:`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number === 0 ? 'no' : number} ${number === 1 ? one : many}`;
}
