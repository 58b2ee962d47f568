// "Register this mail now": a person says that this mail is a ticket, whatever it looks like to a machine.
import { nameOf } from '../../complaints/availability.ts';
import type { Mail } from '../../complaints/mail.ts';
import { takeIn, touched } from '../../complaints/receive.ts';
import { lookAround } from '../../complaints/watch.ts';
import { begin } from '../../complaints/work.ts';
import type { Action } from '../request.ts';
import {
  type Asking,
  answeredBefore,
  type Decision,
  type DeskNow,
  done,
  finished,
  notAllowed,
  turnedAway,
} from './decide.ts';

type Registering = Asking<Extract<Action, { ask: 'register' }>>;

/** `mail`: as found in the support mailbox; null where it is not there. */
export function register(asked: Registering, mail: Mail | null, desk: DeskNow): Decision {
  const early = turnedAway(asked, desk) ?? answeredBefore(asked, desk);
  if (early) return { do: 'answer', answer: early };
  if (mail === null)
    return refused('This mail is not in the support mailbox: forward it there, and it becomes a ticket');
  if (mail.kind === 'own') return refused('The desk itself wrote this mail');
  if (mail.kind === 'agent')
    return refused('A colleague wrote this mail: the mail it answers may be registered');
  const work = begin(desk, desk.now);
  takeIn(work, { mails: [asCustomer(mail, nameOf(asked.actor, desk.rules))], parked: [] });
  lookAround(work, touched(work));
  const [taken] = work.mails;
  if (!taken?.ticket) return refused(taken?.reason ?? 'The mail could not be taken in');
  // It stands in Mails already: one mail, one outcome.
  if (taken.outcome === 'duplicate') work.mails.length = 0;
  return done(asked, desk, {
    plan: finished(work),
    ticket: taken.ticket,
    words: taken.outcome === 'opened' ? `${taken.ticket} was opened` : `It belongs to ${taken.ticket}`,
    last: null,
    withdrawn: [],
  });
}

/** What a machine wrote is never answered by one, even if a person makes a ticket of it. */
function asCustomer(mail: Mail, who: string): Mail {
  const kindReason = `${who} registered it by hand`;
  if (mail.kind === 'customer') return { ...mail, kindReason, thanksOnly: false };
  return { ...mail, kind: 'customer', kindReason, thanksOnly: false, mayAnswer: false };
}

const refused = (words: string): Decision => ({ do: 'answer', answer: notAllowed(words) });
