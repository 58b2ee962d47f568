// Reads the headers of the mail that is open beside the sidebar, and starts an answer to it.
import type { OpenMail } from '../cards/open-mail.ts';
import { outboxHeader } from '../complaints/outgoing-mail.ts';
import type { AddOnEvent } from './addon-event.ts';

/** @throws Error when the event names no mail or Gmail refuses it. */
export function openMail(event: AddOnEvent): OpenMail {
  const message = messageOf(event);
  return {
    subject: message.getSubject(),
    messageId: header(message, ['Message-ID', 'Message-Id', 'Message-id']),
    references: (header(message, ['References', 'In-Reply-To']) ?? '').match(/<[^<>\s]+>/g) ?? [],
    noticeOf: noticeOf(message),
  };
}

/** A notice says "Escalated: FL-1 "subject" ...". A number is believed in the desk's own mail, from the reader's company, alone. */
function noticeOf(message: GoogleAppsScript.Gmail.GmailMessage): string | null {
  if (header(message, [outboxHeader]) === null) return null;
  const own = domainOf(Session.getActiveUser().getEmail());
  if (own === '' || domainOf(message.getFrom()) !== own) return null;
  return /^[^:"]{1,30}: (\S{1,60}) "/.exec(message.getSubject())?.[1] ?? null;
}

/** Of the last address in it: a name may look like one. */
const domainOf = (from: string): string => /@([^\s@<>"]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? '';

/** A draft in the open conversation; nothing is sent. */
export const draftAnswer = (event: AddOnEvent, text: string): GoogleAppsScript.Gmail.GmailDraft =>
  messageOf(event).createDraftReply(text);

function messageOf({ gmail }: AddOnEvent): GoogleAppsScript.Gmail.GmailMessage {
  const { messageId, accessToken } = gmail ?? {};
  if (!messageId || !accessToken) throw new Error('The event names no open mail.');
  GmailApp.setCurrentMessageAccessToken(accessToken);
  return GmailApp.getMessageById(messageId);
}

/** The first of these headers that is there; senders differ in how they spell them. */
function header(message: GoogleAppsScript.Gmail.GmailMessage, names: readonly string[]): string | null {
  for (const name of names) {
    const value = message.getHeader(name).trim();
    if (value) return value;
  }
  return null;
}
