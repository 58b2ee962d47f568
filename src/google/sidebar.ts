// The Gmail add-on: every function that its manifest and its cards name.
import type { Card } from '../cards/card.ts';
import { type AtHome, homeCard } from '../cards/home.ts';
import { type BesideMail, messageCard, type OpenMail, unreadableMessageCard } from '../cards/message.ts';
import { askDesk } from './ask-desk.ts';
import { toCardService } from './card-service.ts';
import { type MessageEvent, openMail } from './open-mail.ts';

/** Gmail calls this when the add-on is open and no mail is. */
export function onHome(): GoogleAppsScript.Card_Service.Card {
  return toCardService(homeCard(atHome()));
}

/** Gmail calls this for every mail that is opened beside the add-on. */
export function onMessage(event: MessageEvent): GoogleAppsScript.Card_Service.Card {
  return toCardService(beside(event));
}

function atHome(): AtHome {
  const reply = askDesk({ ask: 'home' });
  if (reply.state !== 'answered') return reply;
  const { answer } = reply;
  return answer.answer === 'home' ? { state: 'home', home: answer.home } : { state: 'unreachable' };
}

function beside(event: MessageEvent): Card {
  let mail: OpenMail;
  try {
    mail = openMail(event);
  } catch {
    return unreadableMessageCard();
  }
  return messageCard(mail, ticketOf(mail));
}

const mostMails = 100;
const longestId = 500;

/** The mail's own id goes last: the newest decides. */
function ticketOf({ messageId, references }: OpenMail): BesideMail {
  const mails = [...references, ...(messageId === null ? [] : [messageId])]
    .filter((id) => id.length <= longestId)
    .slice(-mostMails);
  const reply = askDesk({ ask: 'ticket', id: null, mails, archiveRow: null });
  if (reply.state !== 'answered') return reply;
  const { answer } = reply;
  switch (answer.answer) {
    case 'ticket':
      return { state: 'ticket', ticket: answer.ticket };
    case 'archived':
      return { state: 'closed', ticket: answer.ticket };
    case 'no ticket':
      return { state: 'no ticket' };
    default:
      return { state: 'unreachable' };
  }
}
