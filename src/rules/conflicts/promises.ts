// Promises of a Matrix row that end with nobody or contradict one another.

import type { LadderStep, Policy, Problem, Rules, StepAction } from '../../complaints/rules.ts';
import type { Allowance } from '../../complaints/time.ts';
import { clockWords } from '../clock-words.ts';
import { conflict } from './conflict.ts';

export const promiseConflicts = ({ matrix }: Rules): readonly Problem[] =>
  matrix.filter(({ place }) => place.row > 0).flatMap((policy) => [...silent(policy), ...reversed(policy)]);

const reaches: readonly StepAction['do'][] = ['tell', 'tell person', 'next tier', 'tier', 'hand to'];

const isLate = ({ when, actions }: LadderStep): boolean =>
  when.on !== 'ownerSilent' &&
  ('percent' in when ? when.percent >= 100 : when.offset >= 0) &&
  actions.some((action) => reaches.includes(action.do));

/** A deadline that passes while no step of the ladder tells anybody. */
function silent({ place, targets, ladder }: Policy): readonly Problem[] {
  const words = (['firstResponse', 'resolution'] as const)
    .filter((clock) => targets[clock] !== null)
    .filter((clock) => !ladder.some((step) => step.when.on === clock && isLate(step)))
    .map((clock) => clockWords.find(([on]) => on === clock)?.[1] ?? clock);
  if (words.length === 0) return [];
  return [
    conflict('warning', place, 'Ladder', [
      `nobody is told when ${words.join(' or ')} is late: the ladder ends with nobody.`,
      `Add a step: ${words[0]} due: next tier, tell lead.`,
    ]),
  ];
}

const isLonger = (one: Allowance | null, other: Allowance | null): boolean =>
  one !== null && other !== null && one.unit === other.unit && one.amount > other.amount;

function reversed({ place, targets }: Policy): readonly Problem[] {
  const pairs = [
    ['firstResponse', 'First response'],
    ['nextResponse', 'Next response'],
    ['customerUpdate', 'Customer update'],
  ] as const;
  return pairs
    .filter(([clock]) => isLonger(targets[clock], targets.resolution))
    .map(([, header]) =>
      conflict('warning', place, header, [
        'this time is longer than Resolution.',
        'Swap them, or correct one.',
      ]),
    );
}
