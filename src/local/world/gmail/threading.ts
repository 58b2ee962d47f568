// Which thread a mail belongs to: a mail it refers to is there, and the subject is the same.

import { type Header, header } from './headers.ts';
import { type Mailbox, withMessageId } from './store.ts';

/** Gmail starts a new conversation after a hundred mails. Source: Gmail's help, "Group emails into conversations". */
const fullThread = 100;

const prefix = /^\s*(re|fwd?|aw|wg|sv|vs|antw|tr|vb)\s*(\[\d+\])?\s*:/i;

/** Enough of a subject to tell two apart. */
const longestSubject = 500;

/** The subject two mails of one thread share: without Re: and its like, spaces and case evened out. */
export function threadSubject(subject: string): string {
  let rest = subject.slice(0, longestSubject);
  while (prefix.test(rest)) rest = rest.replace(prefix, '');
  return rest.replace(/\s+/g, ' ').trim().toLowerCase();
}

export const messageIdOf = (headers: readonly Header[]): string =>
  /<[^<>]+>/.exec(header(headers, 'Message-ID') ?? '')?.[0] ?? (header(headers, 'Message-ID') ?? '').trim();

/** The Message-IDs a mail says it answers. */
export const referred = (headers: readonly Header[]): string[] =>
  `${header(headers, 'References') ?? ''} ${header(headers, 'In-Reply-To') ?? ''}`.match(/<[^<>\s]+>/g) ?? [];

export interface Incoming {
  readonly references: readonly string[];
  readonly subject: string;
}

/** Undefined when the mail starts a thread of its own. */
export function threadFor(mailbox: Mailbox, mail: Incoming): string | undefined {
  const subject = threadSubject(mail.subject);
  return mail.references
    .flatMap((id) => withMessageId(mailbox, id))
    .filter((message) => threadSubject(message.subject) === subject)
    .filter(({ threadId }) => (mailbox.threads.get(threadId)?.size ?? 0) < fullThread)
    .sort((one, other) => (one.id < other.id ? 1 : -1))[0]?.threadId;
}
