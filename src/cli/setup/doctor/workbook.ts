// What is wrong in the workbook's rules, read as the desk reads them.
import { problemText } from '../../../rules/problem.ts';
import { readRules } from '../../../rules/read.ts';
import { rulesWorkbook } from '../labels.ts';
import { type Check, right, wrong } from './finding.ts';

export const problems: Check = {
  name: 'Rules in the workbook',
  look: async (patient) => {
    const found = readRules(await rulesWorkbook(patient), null).problems;
    const [first] = found;
    if (!first) return right('No problem.');
    const more = found.length > 1 ? ` (and ${found.length - 1} more: see the Health tab)` : '';
    return wrong(`${problemText(first)}${more}`, first.advice);
  },
};
