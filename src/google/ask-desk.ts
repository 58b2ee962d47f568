// The sidebar's side of the door: asks the desk, and says in a plain state what kept it from answering.
import type { DeskState } from '../cards/desk-state.ts';
import { type DoorAnswer, readReply } from '../door/answer.ts';
import { seal } from '../door/envelope.ts';
import type { DoorRequest } from '../door/request.ts';
import { mac } from './mac.ts';

/** Script properties of the sidebar's project, filled in by `tierline setup` or an admin. */
const needed = ['DESK_URL', 'DOOR_SECRET'] as const;

export type DeskReply = { readonly state: 'answered'; readonly answer: DoorAnswer } | DeskState;

/** Asking again costs time, and Google ends a card's work after 30 seconds. */
const timeToAskAgain = 12_000;

/** One request; sent a second time, the very same, where no desk answered: the desk acts on it once. */
export function askDesk(request: DoorRequest): DeskReply {
  const me = identity();
  if (me === null) return { state: 'no permission' };
  const { filled, actor } = me;
  const missing = needed.filter((name) => !filled[name]);
  if (missing.length > 0) return { state: 'not set up', missing };
  const { DESK_URL: url = '', DOOR_SECRET: secret = '' } = filled;
  const at = Date.now();
  const nonce = Utilities.getUuid();
  const text = seal(request, { actor, at, nonce, secret, mac });
  const first = post(url, text, true);
  const answer = readReply(first.text, nonce);
  if (answer) return stateOf(answer);
  if (Date.now() - at > timeToAskAgain) return { state: 'unreachable' };
  // Google may take no token at a web app's address that is open to anyone: then the signature alone speaks.
  const second = post(url, text, first.status !== 401 && first.status !== 403);
  const late = readReply(second.text, nonce);
  return late ? stateOf(late) : { state: 'unreachable' };
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

function stateOf(answer: DoorAnswer): DeskReply {
  return answer.answer === 'refused'
    ? { state: 'refused', words: answer.words, temporary: answer.kind === 'busy' || answer.kind === 'failed' }
    : { state: 'answered', answer };
}

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
