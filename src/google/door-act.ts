// Actions: under the script lock, read, decide, write.
import type { DoorAnswer } from '../door/answer.ts';
import type { Opened } from '../door/envelope.ts';
import type { Action } from '../door/request.ts';
import type { DoorKeys } from './door-keys.ts';

export function carryOutAction(
  _asked: Opened & { request: Action },
  _keys: DoorKeys,
  _now: number,
): DoorAnswer {
  return {
    answer: 'refused',
    kind: 'not allowed',
    words: 'This version of the desk answers questions only.',
  };
}
