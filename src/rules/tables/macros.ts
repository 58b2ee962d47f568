// The Macros tab: texts that people insert and the desk sends, by language.
import type { Macro } from '../../complaints/rules.ts';
import { listed, may, must } from '../column.ts';
import { didYouMean } from '../near.ts';
import { choice, language, text } from '../plain.ts';
import { type Trouble, trouble } from '../problem.ts';
import type { Read } from '../reading.ts';
import type { Shown } from '../shown.ts';
import { starterMacros } from '../starter/macros.ts';
import type { Table } from '../table.ts';

export const macroUses = ['acknowledge', 'holding reply', 'ask for information', 'closing'] as const;
/** What a macro may say in braces. */
export const macroVariables = ['customer', 'ticket', 'promise', 'agent', 'company', 'due'] as const;

/** Text with variables in braces, all of them known, in lower case. */
const template: Read<string> = (cell) => {
  const troubles: Trouble[] = [];
  const value = cell.replace(/\{\{?\s*([^{}\n]{0,40}?)\s*\}?\}/g, (all, word: string) => {
    if (macroVariables.some((each) => each === word.toLowerCase())) return `{${word.toLowerCase()}}`;
    troubles.push(trouble(`${all} is no variable.`, didYouMean(word, macroVariables, `There is ${shown}.`)));
    return all;
  });
  return troubles.length > 0 ? { troubles } : { value, troubles };
};

const shown = macroVariables.map((each) => `{${each}}`).join(' ');

export const macrosTable = {
  tab: 'Macros',
  columns: {
    name: must('Name', text),
    language: must('Language', language),
    use: may('Use', choice(macroUses), {
      blank: null as Macro['use'],
    }),
    subject: may('Subject', template, {
      blank: null as string | null,
      verbatim: true,
      whenBad: 'row',
    }),
    body: must('Body', template, { verbatim: true, long: true }),
  },
} satisfies Table;

/** What people see of it. */
export const macrosShown = (): Shown<typeof macrosTable> => ({
  about: 'Texts to insert, one language a row. A row with a use is what the desk itself writes.',
  help: {
    name: 'The same in every language of one macro.',
    language: 'en, de, nl, no ...',
    use: 'What the desk uses it for: acknowledge, holding reply, ask for information, closing; blank: people only.',
    subject: 'Blank: the subject of the ticket.',
    body: `The text. Variables: ${shown}`,
  },
  choices: {
    use: listed(macroUses),
  },
  starter: starterMacros,
});
