// An outgoing mail as RFC 5322 text: plain words in UTF-8, marked as automatic, with the outbox ids it carries.
import { base64, utf8 } from './base64.ts';

export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Message-ID without brackets of the mail it answers. */
  readonly inReplyTo: string | null;
  /** Outbox ids: how the desk knows its own mail again. */
  readonly ids: readonly string[];
  /** `auto-replied` to a customer, `auto-generated` to a colleague (RFC 3834). */
  readonly automatic: 'auto-replied' | 'auto-generated';
}

export const outboxHeader = 'X-Tierline';

/** The whole message, base64url as Gmail's `raw` wants it. */
export function rawMail(mail: OutgoingMail): string {
  return base64(utf8(mailText(mail)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

export function mailText({ from, to, subject, body, inReplyTo, ids, automatic }: OutgoingMail): string {
  const reference = inReplyTo === null ? null : `<${oneLine(inReplyTo)}>`;
  const headers = [
    `From: ${encoded(from.name)} <${oneLine(from.address)}>`,
    `To: ${oneLine(to)}`,
    `Subject: ${encoded(subject)}`,
    ...(reference === null ? [] : [`In-Reply-To: ${reference}`, `References: ${reference}`]),
    `Auto-Submitted: ${automatic}`,
    'X-Auto-Response-Suppress: All',
    `${outboxHeader}: ${ids.join('\r\n ')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
  ];
  const lines = base64(utf8(body.replace(/\r?\n/g, '\r\n'))).match(/.{1,76}/g) ?? [];
  return [...headers, '', ...lines, ''].join('\r\n');
}

/** Header text can hold no line break: that would begin another header. */
const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ').trim();

/** RFC 2047 encoded words of at most 75 characters, cut between characters. */
function encoded(text: string): string {
  const line = oneLine(text);
  if (/^[\x20-\x7e]*$/.test(line) && !/=\?|[<>@",;:]/.test(line)) return line;
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    if (utf8(word + character).length > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${base64(utf8(part))}?=`).join('\r\n ');
}
