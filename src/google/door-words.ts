// Refusals that have nothing to do with what was asked.
import type { DoorAnswer, RefusalKind } from '../door/answer.ts';

const words: Readonly<Record<Exclude<RefusalKind, 'unknown person' | 'not allowed'>, string>> = {
  'not accepted': 'The desk did not accept this request. An admin can compare the secrets of both projects.',
  late: 'The request took too long to arrive, or a clock is wrong. Please try again.',
  'other version': 'The sidebar and the desk are of different versions. An admin should update both.',
  'not set up': 'The desk is not set up: an admin runs install and sets DOOR_SECRET.',
  busy: 'The desk is busy with another request. Nothing was done. Please try again.',
  failed: 'Google did not answer the desk just now. Please open the ticket again to see how it stands.',
};

export const refusal = (kind: keyof typeof words): DoorAnswer => ({
  answer: 'refused',
  kind,
  words: words[kind],
});

export const firstTickToCome: DoorAnswer = {
  answer: 'refused',
  kind: 'not set up',
  words: 'The desk has not looked at the mailbox yet. Please try again in a few minutes.',
};
