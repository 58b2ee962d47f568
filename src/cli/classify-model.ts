// The rules and the model that `tierline classify` works with.
import { type Example, exampleOf } from '../complaints/learning/example.ts';
import type { Readable } from '../complaints/mail-words.ts';
import { hasHistoryLine } from '../complaints/reading/history.ts';
import { newWords } from '../complaints/reading/new-words.ts';
import { linesOfPlain } from '../complaints/reading/plain-text.ts';
import type { Problem, Rules } from '../complaints/rules.ts';
import { readRulesFolder } from '../local/rules-folder.ts';
import { readRules } from '../rules/read.ts';
import { starterDefault } from '../rules/starter.ts';
import type { GivenMail, LabelledMail } from './labelled.ts';

/** Without a folder the categories are the examples' labels, or the starter's where there are no examples. */
export function rulesFor(folder: string | null, examples: readonly LabelledMail[]): Rules {
  if (folder !== null) return rulesIn(folder).rules;
  const { rules } = readRules(starterDefault, null);
  return examples.length === 0 ? rules : { ...rules, categories: [] };
}

/** The tabs by which a mail is understood; of the others nothing is said here. */
const understood = ['Categories', 'Phrases', 'Settings'];

export function rulesIn(folder: string): { readonly rules: Rules; readonly problems: readonly Problem[] } {
  const { workbook, problems: inFiles } = readRulesFolder(folder);
  const { rules, problems } = readRules(workbook, null);
  return { rules, problems: [...inFiles, ...problems].filter(({ tab }) => understood.includes(tab)) };
}

/** Without quoted history and signature, as the desk reads a mail. */
export function readable({ subject, text }: GivenMail): Readable {
  const lines = linesOfPlain(text, false);
  const words = newWords(lines, { isAnswer: hasHistoryLine(lines), isForward: false });
  return { subject, words, from: { name: '', address: '' } };
}

export function exampleFrom(mail: LabelledMail, rules: Rules): Example {
  const path = { category: mail.label, subcategory: mail.sublabel };
  const key = mail.id === null ? {} : { key: mail.id };
  return exampleOf(readable(mail), { path, at: 0, ...key }, rules);
}
