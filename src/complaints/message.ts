// From Gmail's form of an e-mail to what the desk needs to know of it.
import type { GmailMessage, GmailPart, Identity, Mail } from './mail.ts';
import { addressesIn } from './reading/addresses.ts';
import { authenticationIn } from './reading/authentication.ts';
import { type Body, bodyOf } from './reading/body.ts';
import { type Evidence, firstReason } from './reading/evidence.ts';
import { type Headers, headersOf } from './reading/headers.ts';
import { kindOf } from './reading/kind.ts';
import { languageOf } from './reading/language.ts';
import { receivedAt } from './reading/mail-date.ts';
import { signsAgainst } from './reading/may-answer.ts';
import { newWords } from './reading/new-words.ts';
import { attachmentsOf, type Part, partsOf } from './reading/parts.ts';
import { readSubject, type Subject } from './reading/subject.ts';
import { isBareThanks } from './reading/thanks.ts';
import { fingerprintOf, madeKey, messageIdOf, referencesOf } from './reading/threading.ts';
import { writerOf } from './reading/writer.ts';

/**
 * Reads any mail, however odd. Throws only where there is no mail to read: an answer without payload (the message was not
 * asked for in full), or a payload with no headers, no parts and no text. The desk parks such a message.
 */
export function readMail(message: GmailMessage, identity: Identity): Mail {
  const payload = payloadOf(message);
  const headers = headersOf(payload);
  const parts = partsOf(payload);
  const subject = readSubject(headers.text('subject') ?? '');
  const body = bodyOf(parts);
  const words = newWords(body.lines, {
    isAnswer: isAnswer(headers, subject),
    isForward: subject.relation === 'forward',
  });
  const evidence = gather({ message, headers, parts, subject, words, identity });
  const { kind, reason } = kindOf(evidence);
  const attachments = attachmentsOf(parts);
  return {
    gmailId: message.id ?? '',
    gmailThreadId: message.threadId ?? '',
    labelIds: evidence.labelIds,
    ...threading(headers, evidence, body),
    at: receivedAt(message.internalDate, headers.first('date')),
    from: evidence.writer.from,
    to: evidence.to,
    cc: evidence.cc,
    subject: subject.subject,
    words,
    text: body.text,
    language: languageOf(words) ?? languageOf(`${subject.subject}\n${words}`),
    attachments,
    kind,
    kindReason: reason,
    mayAnswer: kind === 'customer' && firstReason(signsAgainst, evidence) === null,
    thanksOnly:
      isBareThanks(words, namesIn(evidence)) &&
      attachments.every(({ mimeType }) => /^image\//.test(mimeType)),
    authentication: evidence.authentication,
  };
}

function payloadOf(message: GmailMessage): GmailPart {
  const payload = message?.payload;
  if (!payload || typeof payload !== 'object') {
    throw new Error('This message has no payload: Gmail was not asked for it in full, or it is no mail.');
  }
  if (!payload.headers?.length && !payload.parts?.length && !payload.body?.data) {
    throw new Error('This message is empty: it has no headers, no parts and no text.');
  }
  return payload;
}

interface Gathered {
  readonly message: GmailMessage;
  readonly headers: Headers;
  readonly parts: readonly Part[];
  readonly subject: Subject;
  readonly words: string;
  readonly identity: Identity;
}

function gather({ message, headers, parts, subject, words, identity }: Gathered): Evidence {
  const writer = writerOf(headers, identity);
  return {
    headers,
    parts,
    writer,
    to: headers.all('to').flatMap(addressesIn),
    cc: headers.all('cc').flatMap(addressesIn),
    labelIds: Array.isArray(message.labelIds) ? message.labelIds : [],
    subject: subject.subject,
    wholeSubject: headers.text('subject') ?? '',
    words,
    isAnswer: isAnswer(headers, subject),
    authentication: authenticationIn(headers, writer, identity),
    identity,
  };
}

function threading(headers: Headers, { writer, wholeSubject }: Evidence, body: Body) {
  const marks = {
    from: writer.from.address,
    date: headers.first('date') ?? '',
    subject: wholeSubject,
    text: body.text,
  };
  const messageId = messageIdOf(headers);
  return {
    key: messageId ?? madeKey(marks),
    messageId,
    references: referencesOf(headers),
    fingerprint: fingerprintOf(marks),
  };
}

function isAnswer(headers: Headers, subject: Subject): boolean {
  if (subject.relation === 'forward') return false;
  return (
    subject.relation === 'answer' ||
    headers.first('in-reply-to') !== null ||
    headers.first('references') !== null
  );
}

/** Names that may stand in a thank-you: the writer's, the team's, and of those written to. */
function namesIn({ writer, to, cc, identity }: Evidence): readonly string[] {
  const people = identity.people.map((address) => address.split('@')[0]?.replace(/[._-]/g, ' ') ?? '');
  return [writer.from, ...to, ...cc].map(({ name }) => name).concat(people);
}
