// Knocking at the desk's door as a sidebar would: sealed requests posted to the shipped desk, calls counted.
import { createHmac, randomUUID } from 'node:crypto';
import { type DoorAnswer, readReply } from '../../src/door/answer.ts';
import { seal } from '../../src/door/envelope.ts';
import type { DoorRequest } from '../../src/door/request.ts';
import type { Mac } from '../../src/door/signature.ts';
import type { Office } from '../../src/local/office.ts';
import type { CallCount } from '../../src/local/world/world.ts';

export const secret = 'a secret of at least twenty-four signs';

export const mac: Mac = (text, key) => [...createHmac('sha256', key).update(text, 'utf8').digest()];

export const anna = 'anna@fjordlicht.example';
export const ida = 'ida@fjordlicht.example';

/** Both projects know the secret. */
export function furnish(office: Office): void {
  office.desk.properties.DOOR_SECRET = secret;
}

export interface Knock {
  readonly actor?: string;
  readonly at?: number;
  readonly nonce?: string;
  readonly secret?: string;
}

export function sealed(office: Office, request: DoorRequest, knock: Knock = {}): string {
  const { actor = anna, at = office.world.now(), nonce = randomUUID() } = knock;
  return seal(request, { actor, at, nonce, secret: knock.secret ?? secret, mac });
}

export interface Answered {
  readonly answer: DoorAnswer;
  readonly calls: CallCount;
}

/** Posts a text as somebody of the domain. */
export function postText(office: Office, text: string, actor = anna): Answered {
  let body = '';
  const calls = office.world.calls.during(() => {
    body = office.desk.webapp.post(text, { as: actor }).body;
  });
  const { nonce = '' } = asObject(text);
  const answer = readReply(body, nonce);
  if (!answer) throw new Error(`No reply of a desk: ${body.slice(0, 300)}`);
  return { answer, calls };
}

function asObject(text: string): { readonly nonce?: string } {
  try {
    return JSON.parse(text) as { nonce?: string };
  } catch {
    return {};
  }
}

export const knock = (office: Office, request: DoorRequest, how: Knock = {}): Answered =>
  postText(office, sealed(office, request, how), how.actor ?? anna);

/** The answer, which must be of that kind. */
export function expectAnswer<K extends DoorAnswer['answer']>(
  { answer }: Answered,
  kind: K,
): Extract<DoorAnswer, { answer: K }> {
  if (answer.answer !== kind)
    throw new Error(`Expected ${kind}, got ${JSON.stringify(answer).slice(0, 400)}`);
  return answer as Extract<DoorAnswer, { answer: K }>;
}
