// Categories that get in each other's way: deciding words and labels that two of them claim, and those no word leads to.
import { categoryLabel } from '../../complaints/labels.ts';
import type { Category, Problem, Rules } from '../../complaints/rules.ts';
import { folded } from '../cell.ts';
import { conflict } from './conflict.ts';

export const categoryConflicts = (rules: Rules): readonly Problem[] => [
  ...claimedTwice(rules, 'Always', (row) => row.always),
  ...claimedTwice(rules, 'Senders', (row) => row.senders),
  ...claimedTwice(rules, 'Subjects', (row) => row.subjects),
  ...sharedLabels(rules),
  ...unreachable(rules),
];

function claimedTwice(
  { categories }: Rules,
  column: string,
  wordsOf: (row: Category) => readonly string[],
): readonly Problem[] {
  const first = new Map<string, Category>();
  return categories.flatMap((row) => {
    const claimed = wordsOf(row).find((word) => first.has(`${row.priority} ${folded(word)}`));
    const other = claimed && first.get(`${row.priority} ${folded(claimed)}`);
    for (const word of wordsOf(row)) {
      const key = `${row.priority} ${folded(word)}`;
      if (!first.has(key)) first.set(key, row);
    }
    return claimed && other
      ? [
          conflict('warning', row.place, column, [
            `'${claimed}' decides for row ${other.place.row} too.`,
            `Take it out of one row, or set Priority. Until then row ${other.place.row} wins.`,
          ]),
        ]
      : [];
  });
}

function sharedLabels(rules: Rules): readonly Problem[] {
  const first = new Map<string, Category>();
  return rules.categories.flatMap((row) => {
    const label = categoryLabel(row.name, row.subcategory, rules);
    const other = first.get(folded(label));
    if (!other) first.set(folded(label), row);
    return other
      ? [
          conflict('warning', row.place, 'Label', [
            `row ${other.place.row} has the label '${label}' too.`,
            `Write another: whoever puts it on a mail by hand means row ${other.place.row}.`,
          ]),
        ]
      : [];
  });
}

const hasWords = ({ keywords, always, senders, subjects }: Category): boolean =>
  [keywords, always, senders, subjects].some((words) => words.length > 0);

function unreachable({ categories, settings }: Rules): readonly Problem[] {
  const reached = new Set(categories.filter(hasWords).map(({ name }) => folded(name)));
  return categories
    .filter((row) => !hasWords(row) && folded(row.name) !== folded(settings.fallbackCategory))
    .filter(({ name, subcategory }) => subcategory !== null || !reached.has(folded(name)))
    .map(({ place }) =>
      conflict('hint', place, 'Keywords', [
        'no word, sender or subject leads to this row.',
        'Write some, unless only people shall choose it.',
      ]),
    );
}
