// The Gmail add-on: every function that its manifest and its cards name.
import type { Scope } from '../cards/trouble.ts';
import { type AddOnEvent, readerFrom } from './addon-event.ts';
import { toCardService } from './card-service.ts';
import { atHome, besideDraft, besideMail } from './look.ts';
import { permitted } from './permissions.ts';
import { pressed } from './press.ts';
import { type Response, toResponse } from './response.ts';

type GoogleCard = GoogleAppsScript.Card_Service.Card;

const always: readonly Scope[] = ['request', 'email'];

/** Gmail calls this when the add-on is open and no mail is. */
export function onHome(event: AddOnEvent): GoogleCard {
  const reader = readerFrom(event);
  return toCardService(permitted(always, reader) ?? atHome(reader));
}

/** Gmail calls this for every mail that is opened beside the add-on. */
export function onMessage(event: AddOnEvent): GoogleCard {
  const reader = readerFrom(event);
  return toCardService(permitted([...always, 'metadata'], reader) ?? besideMail(event, reader));
}

/** Gmail calls this when the add-on is opened beside a draft. */
export function onCompose(event: AddOnEvent): readonly GoogleCard[] {
  const reader = readerFrom(event);
  return [toCardService(permitted([...always, 'compose'], reader) ?? besideDraft(event, null, reader))];
}

/** Every button of every card. */
export function press(event: AddOnEvent): Response {
  const reader = readerFrom(event);
  const refused = permitted(always, reader);
  return toResponse(refused ? { go: 'on', card: refused } : pressed(event, reader), event);
}
