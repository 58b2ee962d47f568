// What the desk did itself in Gmail, by short names: how it tells its own changes from a person's.
import { hashOf } from '../complaints/reading/hash.ts';
import type { LabelMove } from './history.ts';

export const ownMove = ({ message, label, to }: LabelMove): string => hashOf(message, label, to).slice(0, 8);

/** A notice it sent: nothing in it is news to the desk. */
export const ownNotice = (message: string): string => hashOf(message, 'notice').slice(0, 8);
