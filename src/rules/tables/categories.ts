// The Categories tab: what complaints are about, and the words and patterns that tell.
import { severities } from '../../complaints/rules.ts';
import { listed, may, must } from '../column.ts';
import { date } from '../date.ts';
import { patterns } from '../pattern.ts';
import { choice, sentences, short, text, whole } from '../plain.ts';
import { type Read, sound, unsound } from '../reading.ts';
import type { Shown } from '../shown.ts';
import type { Table } from '../table.ts';

const none: readonly string[] = [];
const words = 'Separate by comma, semicolon or line break.';
const lines = 'Separate by semicolon or line break.';

/** Gmail takes names of 225 characters in all, root and slashes included. */
const longestLabel = 160;

const labelPath: Read<string> = (cell) => {
  const path = cell.replace(/^[\s/]+|[\s/]+$/g, '').replace(/\s+/g, ' ');
  if (path.split('/').some((part) => part.trim() === ''))
    return unsound(`'${short(cell)}' has an empty part between slashes.`, 'Write it like Billing/Disputes.');
  return path.length > longestLabel
    ? unsound(`'${short(cell)}' is longer than Gmail allows.`, `Use at most ${longestLabel} characters.`)
    : sound(path);
};

const name: Read<string> = (cell) =>
  cell.includes('>')
    ? unsound(`'${short(cell)}' holds a >.`, 'Write category and subcategory each in its own column.')
    : sound(cell.replace(/\s+/g, ' '));

export const categoriesTable = {
  tab: 'Categories',
  columns: {
    name: must('Category', name),
    subcategory: may('Subcategory', name, { blank: null as string | null }),
    keywords: may('Keywords', patterns('word'), { blank: none, long: true }),
    always: may('Always', patterns('word'), { blank: none, long: true }),
    senders: may('Senders', patterns('sender'), {
      long: true,
      blank: none,
    }),
    subjects: may('Subjects', patterns('subject'), {
      long: true,
      blank: none,
    }),
    severity: may('Severity', choice(severities), {
      blank: null,
    }),
    priority: may('Priority', whole(-1000, 1000), { blank: 0 }),
    label: may('Label', labelPath, {
      blank: null as string | null,
    }),
    required: may('Required information', sentences, {
      long: true,
      blank: none,
    }),
    checklist: may('Checklist', sentences, { blank: none, long: true }),
    guideline: may('Guideline', text, {
      long: true,
      blank: null as string | null,
      verbatim: true,
    }),
    examples: may('Examples', sentences, {
      long: true,
      blank: none,
    }),
    reviewBy: may('Review by', date, {
      blank: null as string | null,
    }),
  },
} satisfies Table;

/** What people see of it. */
export const categoriesShown = (): Shown<typeof categoriesTable> => ({
  about: 'What complaints are about. A row without subcategory holds what its subcategories share.',
  help: {
    name: 'The name of the category.',
    subcategory: 'Blank: the category itself.',
    keywords: `Words that speak for it, in any language. ${words} A word of five letters or more also finds longer ones; tax* finds taxes; "tax" only tax.`,
    always: `Words that decide alone. ${words}`,
    senders: `Addresses that decide: *@shop.example. ${words}`,
    subjects: `Subjects that decide: *order form*. ${words}`,
    severity: 'low, medium, high or critical; blank: the default of Settings.',
    priority: 'Where two categories fit equally well the higher wins; blank is 0.',
    label: 'Gmail label below the root; blank: Category/Subcategory.',
    required: `What must be known before a handover. ${lines}`,
    checklist: `What the agent does, step by step. ${lines}`,
    guideline: 'One or two sentences the agent sees.',
    examples: `Typical mails, for whoever maintains this. ${lines}`,
    reviewBy: 'When somebody should look at this row again: 2026-12-01.',
  },
  choices: {
    severity: listed(severities),
  },
  /** Hundreds of words: `starter.ts` has them, so that the desk need not carry them. */
  starter: [],
});
