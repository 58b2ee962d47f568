// The door of the desk: a sidebar posts a sealed request, the desk answers it or refuses it with words.
import type { DoorAnswer } from '../door/answer.ts';
import { type DoorRefusal, type Opened, open } from '../door/envelope.ts';
import { isQuestion } from '../door/request.ts';
import { writeReply } from '../door/write-reply.ts';
import { carryOutAction } from './door-act.ts';
import { answerQuestion } from './door-ask.ts';
import { type DoorKeys, doorKeys } from './door-keys.ts';
import { countRefusal } from './door-refusals.ts';
import { refusal } from './door-words.ts';
import { mac } from './mac.ts';
import { safeWords } from './safe-words.ts';

/** What Apps Script hands to `doPost`, as far as the door reads it. */
export interface PostEvent {
  readonly postData?: { readonly contents?: string };
}

export function doPost(event: PostEvent): GoogleAppsScript.Content.TextOutput {
  const now = Date.now();
  const keys = doorKeys();
  const { nonce, answer } = answerTo(event.postData?.contents ?? '', keys, now);
  return ContentService.createTextOutput(writeReply({ nonce, at: now, answer })).setMimeType(
    ContentService.MimeType.JSON,
  );
}

interface Answered {
  readonly nonce: string;
  readonly answer: DoorAnswer;
}

function answerTo(posted: string, keys: DoorKeys | null, now: number): Answered {
  if (keys === null) return { nonce: '', answer: refusal('not set up') };
  const opened = open(posted, { now, secrets: keys.secrets, mac });
  if ('refused' in opened) {
    countRefusal(opened.refused, keys, now);
    return { nonce: '', answer: refusal(publicKind(opened.refused)) };
  }
  return { nonce: opened.nonce, answer: attempt(opened, keys, now) };
}

/** The one place where a failing service becomes words; what failed goes to the log without any mail text. */
function attempt(opened: Opened, keys: DoorKeys, now: number): DoorAnswer {
  try {
    if (!isSamePerson(opened.actor)) {
      countRefusal('unsigned', keys, now);
      return refusal('not accepted');
    }
    const { request } = opened;
    return isQuestion(request)
      ? answerQuestion(request, opened.actor, keys, now)
      : counted(carryOutAction({ ...opened, request }, keys), keys, now);
  } catch (error) {
    console.error(`The door failed: ${safeWords(error)}`);
    return refusal('failed');
  }
}

/** A request delivered twice was done once; the second delivery is counted. */
function counted(answer: DoorAnswer, keys: DoorKeys, now: number): DoorAnswer {
  if ('repeated' in answer && answer.repeated) countRefusal('repeated', keys, now);
  return answer;
}

/** Where Google says who is calling (access within the domain), it must be the one who signed. */
function isSamePerson(actor: string): boolean {
  const caller = Session.getActiveUser().getEmail().toLowerCase();
  return caller === '' || caller === actor || caller === Session.getEffectiveUser().getEmail().toLowerCase();
}

/** Somebody without the secret learns nothing about why. */
function publicKind(refused: DoorRefusal): 'late' | 'other version' | 'not accepted' {
  return refused === 'late' || refused === 'other version' ? refused : 'not accepted';
}
