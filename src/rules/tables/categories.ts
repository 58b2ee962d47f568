// The Categories tab: what complaints are about, and the words and patterns that tell.
import { severities } from '../../complaints/rules.ts';
import { listed, may, must } from '../column.ts';
import { date } from '../date.ts';
import { patterns } from '../pattern.ts';
import { choice, sentences, short, text, whole } from '../plain.ts';
import { type Read, sound, unsound } from '../reading.ts';
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
  about: 'What complaints are about. A row without subcategory holds what its subcategories share.',
  columns: {
    name: must('Category', 'The name of the category.', name),
    subcategory: may('Subcategory', 'Blank: the category itself.', name, { blank: null as string | null }),
    keywords: may(
      'Keywords',
      `Words that speak for it, in any language. ${words} A word of five letters or more also finds longer ones; tax* finds taxes; "tax" only tax.`,
      patterns('word'),
      { blank: none },
    ),
    always: may('Always', `Words that decide alone. ${words}`, patterns('word'), { blank: none }),
    senders: may('Senders', `Addresses that decide: *@shop.example. ${words}`, patterns('sender'), {
      blank: none,
    }),
    subjects: may('Subjects', `Subjects that decide: *order form*. ${words}`, patterns('subject'), {
      blank: none,
    }),
    severity: may(
      'Severity',
      'low, medium, high or critical; blank: the default of Settings.',
      choice(severities),
      {
        blank: null,
        choices: listed(severities),
      },
    ),
    priority: may(
      'Priority',
      'Where two categories fit equally well the higher wins; blank is 0.',
      whole(-1000, 1000),
      { blank: 0 },
    ),
    label: may('Label', 'Gmail label below the root; blank: Category/Subcategory.', labelPath, {
      blank: null as string | null,
    }),
    required: may('Required information', `What must be known before a handover. ${lines}`, sentences, {
      blank: none,
    }),
    checklist: may('Checklist', `What the agent does, step by step. ${lines}`, sentences, { blank: none }),
    guideline: may('Guideline', 'One or two sentences the agent sees.', text, {
      blank: null as string | null,
      verbatim: true,
    }),
    examples: may('Examples', `Typical mails, for whoever maintains this. ${lines}`, sentences, {
      blank: none,
    }),
    reviewBy: may('Review by', 'When somebody should look at this row again: 2026-12-01.', date, {
      blank: null as string | null,
    }),
  },
  /** Hundreds of words: `starter.ts` has them, so that the desk need not carry them. */
  starter: [],
} satisfies Table;
