// The Gmail add-on: every function that its manifest and its cards name.
import type { Card } from '../cards/card.ts';
import { homeCard } from '../cards/home.ts';
import { messageCard, type OpenMail, unreadableMessageCard } from '../cards/message.ts';
import { askDesk } from './ask-desk.ts';
import { toCardService } from './card-service.ts';
import { type MessageEvent, openMail } from './open-mail.ts';

/** Gmail calls this when the add-on is open and no mail is. */
export function onHome(): GoogleAppsScript.Card_Service.Card {
  return toCardService(homeCard(askDesk()));
}

/** Gmail calls this for every mail that is opened beside the add-on. */
export function onMessage(event: MessageEvent): GoogleAppsScript.Card_Service.Card {
  return toCardService(beside(event));
}

function beside(event: MessageEvent): Card {
  let mail: OpenMail;
  try {
    mail = openMail(event);
  } catch {
    return unreadableMessageCard();
  }
  return messageCard(mail, askDesk());
}
