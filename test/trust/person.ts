// A person at the sidebar: clicks, asks again when no answer came, and looks again when others were faster.
import { createHash, createHmac } from 'node:crypto';
import type { Request } from '../../src/complaints/request.ts';
import type { Ticket } from '../../src/complaints/ticket.ts';
import { type DoorAnswer, readReply } from '../../src/door/answer.ts';
import { seal } from '../../src/door/envelope.ts';
import { asDeed, type DoorRequest } from '../../src/door/request.ts';
import type { Mac } from '../../src/door/signature.ts';
import type { Office } from '../../src/local/office.ts';
import { tickets } from '../journeys/desk-journey.ts';

export const secret = 'a secret of at least twenty-four signs';
const mac: Mac = (text, key) => [...createHmac('sha256', key).update(text, 'utf8').digest()];

export const at = (name: string): string => `${name}@fjordlicht.example`;

export const ticketAbout = (office: Office, subject: string): Ticket | undefined =>
  tickets(office).find((ticket) => ticket.subject === subject);

/** The sidebar posts the very same text again where no desk answered; null: still none. */
export function knock(office: Office, actor: string, request: DoorRequest, nonce: string): DoorAnswer | null {
  const text = seal(request, { actor, at: office.world.now(), nonce, secret, mac });
  for (const _ of ['first', 'again']) {
    const answer = readReply(office.desk.webapp.post(text, { as: actor }).body, nonce);
    if (answer) return answer;
  }
  return null;
}

/** The same for the same click, so that days can be compared. */
export const nonceOf = (...of: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 32);

/** A click on the ticket as the person sees it. Where the desk was busy or others were faster, the person tries again. */
export function click(office: Office, who: string, subject: string, request: Request): DoorAnswer | null {
  let answer: DoorAnswer | null = null;
  for (let attempt = 0; attempt < 4; attempt++) {
    const ticket = ticketAbout(office, subject);
    if (!ticket) throw new Error(`${who} sees no ticket about ${subject}`);
    const asked: DoorRequest = {
      ask: 'act',
      ticket: ticket.id,
      version: ticket.version,
      archiveRow: null,
      request: asDeed(request),
    };
    answer = knock(office, at(who), asked, nonceOf(who, subject, request, attempt));
    if (answer?.answer !== 'changed' && !(answer?.answer === 'refused' && answer.kind === 'busy')) break;
  }
  return answer;
}

/** A click that must succeed. */
export function does(office: Office, who: string, subject: string, request: Request): void {
  const answer = click(office, who, subject, request);
  if (answer?.answer !== 'done')
    throw new Error(`${who}, ${subject}, ${request.do}: ${JSON.stringify(answer)?.slice(0, 200)}`);
}
