// What the doctor finds: how a thing is, and the remedy where it is wrong.
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail';
import type { Ground } from '../ground.ts';

/** `unknown`: could not be looked at, which is no fault of the desk. */
export type Verdict = 'right' | 'watch' | 'wrong' | 'unknown';

export interface Finding {
  readonly check: string;
  readonly verdict: Verdict;
  readonly what: string;
  /** Empty where nothing is to be done. */
  readonly remedy: string;
}

export interface Patient extends Ground {
  /** A colleague's mailbox; null: not asked for. */
  readonly colleague: gmail_v1.Gmail | null;
}

export interface Check {
  readonly name: string;
  look(patient: Patient): Promise<Omit<Finding, 'check'>>;
}

export const right = (what: string): Omit<Finding, 'check'> => ({ verdict: 'right', what, remedy: '' });
export const wrong = (what: string, remedy: string): Omit<Finding, 'check'> => ({
  verdict: 'wrong',
  what,
  remedy,
});
export const watch = (what: string, remedy: string): Omit<Finding, 'check'> => ({
  verdict: 'watch',
  what,
  remedy,
});
export const unknown = (what: string, remedy: string): Omit<Finding, 'check'> => ({
  verdict: 'unknown',
  what,
  remedy,
});
