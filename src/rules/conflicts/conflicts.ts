// All conflicts between sound rows, by tab as the workbook has them.
import type { Problem, Rules } from '../../complaints/rules.ts';
import type { Instant } from '../../complaints/time.ts';
import { categoryConflicts } from './categories.ts';
import { dateConflicts } from './dates.ts';
import { matrixRowConflicts } from './matrix-rows.ts';
import { ownerConflicts } from './owners.ts';
import { peopleConflicts } from './people.ts';
import { promiseConflicts } from './promises.ts';

export const conflictsIn = (rules: Rules, now: Instant): readonly Problem[] => [
  ...categoryConflicts(rules),
  ...matrixRowConflicts(rules),
  ...ownerConflicts(rules),
  ...promiseConflicts(rules),
  ...peopleConflicts(rules, now),
  ...dateConflicts(rules, now),
];
