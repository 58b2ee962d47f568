// Drafts that the sidebar has made in somebody's mailbox: opened to be finished, and gone when they are sent.
import type { Bench } from './bench.ts';
import { threadView } from './threads.ts';
import type { DraftView } from './views.ts';

const scope = 'https://mail.google.com/';

function ask({ office }: Bench, person: string, method: 'GET' | 'DELETE', id: string): string {
  const url = `https://gmail.googleapis.com/gmail/v1/users/me/drafts/${encodeURIComponent(id)}`;
  const request = { method, url, headers: {}, body: null };
  const { status, body } = office.world.gmail.handle(request, { email: person, scopes: [scope] });
  if (status >= 300) throw new Error('There is no such draft any more.');
  return body;
}

export async function draftView(bench: Bench, person: string, id: string): Promise<DraftView> {
  const { message } = JSON.parse(ask(bench, person, 'GET', id)) as {
    message: { id: string; threadId: string };
  };
  const { mails, thread, ticket } = await threadView(bench, person, message.threadId);
  const draft = mails.find((mail) => mail.id === message.id);
  const answered = mails.findLast((mail) => !mail.draft);
  if (!draft) throw new Error('There is no such draft any more.');
  return {
    to: draft.to.length > 0 ? draft.to : [answered?.replyTo ?? answered?.from.address ?? ''],
    subject: draft.subject,
    text: draft.text,
    inReplyTo: answered?.messageId ?? null,
    references: answered?.references ?? [],
    thread,
    ticket,
  };
}

export const throwAway = (bench: Bench, person: string, id: string): void =>
  void ask(bench, person, 'DELETE', id);
