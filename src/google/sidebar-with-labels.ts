// The sidebar with one option switched on: opening a mail shows its ticket's labels on the agent's own copy. A project
// of its own, because it asks everybody for `gmail.modify`, which the plain sidebar never does.
import { type AddOnEvent, readerFrom } from './addon-event.ts';
import { toCardService } from './card-service.ts';
import { besideMail } from './look.ts';
import { mirrorLabels } from './mirror-labels.ts';
import { permitted } from './permissions.ts';
import { safeWords } from './safe-words.ts';

export { onCompose, onHome, press } from './sidebar.ts';

export function onMessage(event: AddOnEvent): GoogleAppsScript.Card_Service.Card {
  const reader = readerFrom(event);
  const refused = permitted(['request', 'email', 'metadata', 'modify'], reader);
  return toCardService(
    refused ?? besideMail(event, reader, (ticket) => trying(() => mirrorLabels(event, ticket))),
  );
}

/** Labels are an ornament: where Gmail refuses them, the card is shown all the same. */
function trying(mirror: () => void): void {
  try {
    mirror();
  } catch (error) {
    console.error(`The labels were not mirrored: ${safeWords(error)}`);
  }
}
