// Reads the headers of the mail that is open beside the sidebar.
import type { OpenMail } from '../cards/message.ts';

/** Where Gmail says which mail is open; the token lets the add-on read that one mail's headers. */
export interface MessageEvent {
  readonly gmail?: { readonly messageId?: string; readonly accessToken?: string };
}

/** @throws Error when the event names no mail or Gmail refuses it. */
export function openMail(event: MessageEvent): OpenMail {
  const { messageId, accessToken } = event.gmail ?? {};
  if (!messageId || !accessToken) throw new Error('The event names no open mail.');
  GmailApp.setCurrentMessageAccessToken(accessToken);
  const message = GmailApp.getMessageById(messageId);
  return {
    subject: message.getSubject(),
    messageId: header(message, ['Message-ID', 'Message-Id', 'Message-id']),
    references: (header(message, ['References', 'In-Reply-To']) ?? '').match(/<[^<>\s]+>/g) ?? [],
  };
}

/** The first of these headers that is there; senders differ in how they spell them. */
function header(message: GoogleAppsScript.Gmail.GmailMessage, names: readonly string[]): string | null {
  for (const name of names) {
    const value = message.getHeader(name).trim();
    if (value) return value;
  }
  return null;
}
