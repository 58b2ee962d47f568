// The sidebar's side of the door: asks the desk, and says in a plain state what kept it from answering.
import type { Trouble } from '../cards/trouble.ts';
import { type DoorAnswer, readReply } from '../door/answer.ts';
import { seal } from '../door/envelope.ts';
import { type DoorRequest, isQuestion } from '../door/request.ts';
import { mac } from './mac.ts';

/** Script properties of the sidebar's project, filled in by `tierline setup` or an admin. */
const needed = ['DESK_URL', 'DOOR_SECRET'] as const;

export type Told = Exclude<DoorAnswer, { readonly answer: 'refused' }>;

/** Asking again costs time, and Google ends a card's work after 30 seconds. */
const timeToAskAgain = 12_000;

/**
 * One request; sent a second time, the very same, where no desk answered: the desk acts on it once.
 * `nonce` of an earlier request makes this one the same.
 */
export function askDesk(request: DoorRequest, nonce = Utilities.getUuid()): Told | Trouble {
  const me = identity();
  if (me === null) return { trouble: 'identity' };
  const { filled, actor } = me;
  const missing = needed.filter((name) => !filled[name]);
  if (missing.length > 0) return { trouble: 'not set up', missing };
  if (!actor) return { trouble: 'identity' };
  const { DESK_URL: url = '', DOOR_SECRET: secret = '' } = filled;
  const at = Date.now();
  const text = seal(request, { actor, at, nonce, secret, mac });
  const first = post(url, text, true);
  const answer = readReply(first.text, nonce);
  if (answer) return told(answer);
  if (Date.now() - at > timeToAskAgain) return unreachable(request, nonce);
  // Google may take no token at a web app's address that is open to anyone: then the signature alone speaks.
  const second = post(url, text, first.status !== 401 && first.status !== 403);
  const late = readReply(second.text, nonce);
  return late ? told(late) : unreachable(request, nonce);
}

/** Null where Google does not let this person's sidebar read its properties, or who they are. */
function identity(): { filled: Readonly<Record<string, string>>; actor: string } | null {
  try {
    const filled = PropertiesService.getScriptProperties().getProperties();
    return { filled, actor: Session.getActiveUser().getEmail().toLowerCase() };
  } catch {
    return null;
  }
}

const told = (answer: DoorAnswer): Told | Trouble =>
  answer.answer === 'refused' ? { trouble: 'refused', kind: answer.kind, words: answer.words } : answer;

/** A question that was lost can simply be asked again; an action may have been carried out. */
const unreachable = (request: DoorRequest, nonce: string): Trouble => ({
  trouble: 'unreachable',
  unsure: isQuestion(request) ? null : { request: JSON.stringify(request), nonce },
});

/** The answer comes through a redirect, which UrlFetchApp follows. */
function post(url: string, payload: string, withToken: boolean): { status: number; text: string } {
  const headers = withToken ? { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` } : {};
  try {
    const response = UrlFetchApp.fetch(url, {
      method: 'post',
      contentType: 'application/json',
      payload,
      headers,
      muteHttpExceptions: true,
    });
    return { status: response.getResponseCode(), text: response.getContentText('UTF-8') };
  } catch {
    return { status: 0, text: '' };
  }
}
