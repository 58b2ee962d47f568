// Knocks at the desk's door from this computer: signed and unsigned.
import { createHmac, randomUUID } from 'node:crypto';
import { type DoorAnswer, readReply } from '../../door/answer.ts';
import { seal } from '../../door/envelope.ts';
import type { DoorRequest } from '../../door/request.ts';
import type { Mac } from '../../door/signature.ts';
import type { Ground } from './ground.ts';

const mac: Mac = (text, secret) => [...createHmac('sha256', secret).update(text, 'utf8').digest()];

type Knocking = Pick<Ground, 'google' | 'fetch' | 'memory' | 'now'>;

export interface Knocked {
  /** Null where no desk answered, but Google or nobody. */
  readonly answer: DoorAnswer | null;
  readonly status: number;
  /** The desk's clock against this computer's, in milliseconds. */
  readonly skew: number | null;
}

interface Asked {
  readonly request: DoorRequest;
  readonly actor: string;
}

/** `secret` null: unsigned. Asks what stands on the home card, as the support account, unless told otherwise. */
export async function knock(ground: Knocking, secret: string | null, asked?: Asked): Promise<Knocked> {
  const { deskUrl = '', account = '' } = ground.memory.now;
  const { request, actor } = asked ?? { request: { ask: 'home' } as const, actor: account };
  const nonce = randomUUID();
  const at = ground.now();
  const signed = { actor, at, nonce, secret: secret ?? '', mac };
  const body = secret === null ? '{}' : seal(request, signed);
  const headers = {
    authorization: `Bearer ${await ground.google.token()}`,
    'content-type': 'application/json',
  };
  try {
    const posted = await ground.fetch(deskUrl, { method: 'POST', headers, body });
    const text = await posted.text();
    return { answer: readReply(text, nonce), status: posted.status, skew: skewIn(text, at, ground.now()) };
  } catch {
    return { answer: null, status: 0, skew: null };
  }
}

function skewIn(text: string, sent: number, received: number): number | null {
  try {
    const { at } = JSON.parse(text) as { at?: unknown };
    if (typeof at !== 'number') return null;
    return at < sent ? at - sent : at > received ? at - received : 0;
  } catch {
    return null;
  }
}

/** The desk knows whoever has the secret, although the support account is no person of the desk. */
export const isKnown = ({ answer }: Knocked): boolean =>
  answer !== null && (answer.answer !== 'refused' || answer.kind !== 'not accepted');

export const isTurnedAway = ({ answer }: Knocked): boolean =>
  answer?.answer === 'refused' && answer.kind === 'not accepted';
