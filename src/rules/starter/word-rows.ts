// Starter rows of the tabs that are mostly words: Categories and Phrases.
import type { Cell } from '../sheet.ts';
import { starterCategories, starterPhrases } from './words.ts';

type Rows = readonly (readonly Cell[])[];

/** In the order of the columns of the Categories tab. */
export const categoryRows: Rows = starterCategories.map((row) => {
  const [always, senders, subjects, priority] = ['', '', '', ''];
  const words = [row.keywords.join(', '), always, senders, subjects];
  const lists = [row.required.join('\n'), row.checklist.join('\n'), row.guideline];
  return [row.name, row.subcategory, ...words, row.severity, priority, row.label, ...lists];
});

/** In the order of the columns of the Phrases tab. */
export const phraseRows: Rows = starterPhrases.map((row) => [
  row.phrases.join(', '),
  row.where,
  row.severityAtLeast,
  row.tierAtLeast,
  row.flag,
  row.mood,
]);
