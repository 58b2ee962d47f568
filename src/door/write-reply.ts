// How the desk writes its answer. It reads none, so its bundle carries no description of answers.
import type { DoorAnswer } from './answer.ts';
import { doorVersion } from './envelope.ts';

export interface Reply {
  /** Of the request that is answered; empty where none could be read. */
  readonly nonce: string;
  readonly at: number;
  readonly answer: DoorAnswer;
}

export const writeReply = ({ nonce, at, answer }: Reply): string =>
  JSON.stringify({ v: doorVersion, nonce, at, answer });
