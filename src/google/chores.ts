// The chores of a night, in their order.
import type { Chore } from './night.ts';
import { reports } from './reports.ts';

export const chores: readonly Chore[] = [reports];
