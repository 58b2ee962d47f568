// What the workbook calls the clocks.
import type { ClockName } from '../complaints/rules.ts';

export const clockWords: readonly (readonly [on: ClockName | 'tierTime', words: string])[] = [
  ['firstResponse', 'first response'],
  ['nextResponse', 'next response'],
  ['customerUpdate', 'customer update'],
  ['resolution', 'resolution'],
  ['tierTime', 'tier time'],
];
