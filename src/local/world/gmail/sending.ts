// A mail goes out: what Gmail refuses, what it corrects, and who gets it.

import { address, addresses } from './addresses.ts';
import { deliver, file, mailDate } from './arrival.ts';
import { relabel } from './changes.ts';
import { invalid, notFound } from './failures.ts';
import { edited, header, mangleEightBit } from './headers.ts';
import { parse } from './mime.ts';
import { checkSending } from './quota.ts';
import { mailboxOf, type State } from './state.ts';
import { type Mailbox, type StoredMessage, threadOf, whole } from './store.ts';
import { messageIdOf, referred, threadSubject } from './threading.ts';

function recipients(raw: Uint8Array): string[] {
  const { headers } = parse(raw);
  const all = ['To', 'Cc', 'Bcc'].flatMap((name) =>
    headers
      .filter((each) => each.name.toLowerCase() === name.toLowerCase())
      .flatMap((each) =>
        addresses(each.value).map((found) => {
          if (!found) throw invalid(`Invalid ${name} header`);
          return found.email;
        }),
      ),
  );
  if (all.length === 0) throw invalid('Recipient address required');
  return [...new Set(all)];
}

/** A From that is not the person's own is replaced; the name stays. Source: Gmail API guide on send-as aliases. */
function sender(mailbox: Mailbox, raw: Uint8Array): Record<string, string> {
  const from = header(parse(raw).headers, 'From');
  const wanted = from === undefined ? null : address(from.trim());
  if (wanted?.email === mailbox.email) return {};
  if (wanted && mailbox.sendAs.has(wanted.email)) return {};
  const own = wanted?.name ? `"${wanted.name.replaceAll('"', '')}" <${mailbox.email}>` : mailbox.email;
  return from === undefined ? { From: own } : { From: own, 'X-Google-Original-From': from };
}

/** Missing Message-ID, Date and MIME-Version are added, a Message-ID out of shape is replaced. */
function completed(state: State, mailbox: Mailbox, raw: Uint8Array) {
  const { headers } = parse(raw);
  const now = state.clock.now();
  const id = header(headers, 'Message-ID');
  const random = () => whole(state.random, 0xffffffff).toString(36);
  const made = `<CA${random()}+${random()}${random()}@mail.gmail.com>`;
  const sound = id !== undefined && /^<[^<>\s@]+@[^<>\s@]+>$/.test(id.trim());
  return edited(raw, {
    set: {
      ...sender(mailbox, raw),
      ...(header(headers, 'Date') === undefined ? { Date: mailDate(now) } : {}),
      ...(header(headers, 'MIME-Version') === undefined ? { 'MIME-Version': '1.0' } : {}),
      ...(sound ? {} : { 'Message-ID': made }),
      ...(id !== undefined && !sound ? { 'X-Google-Original-Message-ID': id } : {}),
    },
  });
}

/**
 * The asked-for thread, if the mail refers to it and has its subject; else a new one.
 * Source: the three criteria in the reference of Message.threadId.
 */
export function askedThread(mailbox: Mailbox, raw: Uint8Array, threadId: string | undefined): string | null {
  if (threadId === undefined) return null;
  const thread = threadOf(mailbox, threadId);
  if (thread.length === 0) throw notFound();
  const { headers } = parse(raw);
  const references = new Set(referred(headers));
  const subject = threadSubject(header(headers, 'Subject') ?? '');
  const fits = thread.some(
    (message) => references.has(message.messageId) && threadSubject(message.subject) === subject,
  );
  return fits ? threadId : null;
}

export function send(
  state: State,
  mailbox: Mailbox,
  mail: { raw: Uint8Array; threadId?: string },
): StoredMessage {
  const whole = completed(state, mailbox, mangleEightBit(mail.raw));
  const to = recipients(whole);
  checkSending(state, mailbox.email, to.length);
  const at = state.clock.now();
  const message = file(state, mailbox, {
    raw: whole,
    at,
    labels: ['SENT'],
    threadId: askedThread(mailbox, whole, mail.threadId),
  });
  state.sent.push({
    at,
    by: mailbox.email,
    to,
    id: message.id,
    threadId: message.threadId,
    messageId: messageIdOf(parse(whole).headers),
    raw: whole,
  });
  const self = (email: string) => !state.groups.has(email) && mailboxOf(state, email) === mailbox;
  if (to.some(self))
    relabel(mailbox, state.random, message, {
      add: ['INBOX', 'UNREAD'],
      remove: [],
    });
  deliver(state, {
    raw: edited(whole, { drop: ['Bcc'] }),
    to: to.filter((email) => !self(email)),
    from: mailbox.email,
    at,
  });
  return message;
}
