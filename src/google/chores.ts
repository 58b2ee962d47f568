// The chores of a night, in their order.
import type { Chore } from './night.ts';

export const chores: readonly Chore[] = [];
