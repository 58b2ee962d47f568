// What the desk makes of a mail with all it knows: the rules, and what it learned.
import { grade } from './learning/grades.ts';
import type { Mail } from './mail.ts';
import { chosenFor, type Sureness } from './sureness.ts';
import { type UnderstandContext, understand } from './understand.ts';
import type { Understanding } from './understanding.ts';
import type { Work } from './work.ts';

export interface Grasped extends Understanding {
  readonly sureness: Sureness;
}

export function grasp(
  mail: Mail,
  known: Pick<UnderstandContext, 'customerTier' | 'unanswered'>,
  { rules, learned: all }: Pick<Work, 'rules' | 'learned'>,
): Grasped {
  const { is, why, sureness } = chosenFor(mail, rules, all);
  const guess = { ...is, why, score: 1, certain: true };
  const learned = all.model === null ? { severity: null, mood: null } : grade(all.model, mail);
  return { ...understand(mail, { ...known, guesses: [guess], learned }, rules), sureness };
}
