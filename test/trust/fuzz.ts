// Mails and requests that no honest program writes, made by seeded chance: each must be read or refused, in time.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { type GmailMessage, mailKinds } from '../../src/complaints/mail.ts';
import { readMail } from '../../src/complaints/message.ts';
import { open, seal } from '../../src/door/envelope.ts';
import type { Mac } from '../../src/door/signature.ts';
import { createGmail } from '../../src/local/world/gmail/gmail.ts';

export interface Fuzzed {
  readonly tried: number;
  readonly wrong: readonly string[];
}

const support = 'support@example.com';
const now = Date.UTC(2025, 1, 3);
const identity = { supportAddresses: [support], people: ['jane@example.com'] };

const piece = fc.constantFrom(
  ...[
    '\r\n',
    '\r\n\r\n',
    '\n',
    '\0',
    ':',
    ';',
    '--b',
    '\r\n--b\r\n',
    '\r\n--b--\r\n',
    ' ',
    '\t',
    '<',
    '>',
    '"',
    '\\',
    '(',
    ')',
  ],
  ...[
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: text/html',
    'Content-Type: message/rfc822',
    'Content-Type: ',
  ],
  ...[
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
    '=?utf-8?Q?=C3?=',
    '=?x?B?',
    '?=',
  ],
  ...[
    'From: jane@example.com',
    `From: ${support}`,
    'From: <a@b> <jane@example.com>',
    'Reply-To: ',
    'X-Original-From: jane@example.com',
  ],
  ...[
    'Authentication-Results: mx.google.com; dmarc=pass',
    'X-Original-Authentication-Results: mx.google.com; dmarc=pass',
  ],
  ...[
    'List-ID: <support.example.com>',
    'X-Tierline: o-1',
    'Auto-Submitted: auto-replied',
    'References: <',
    'Subject: =1+1',
    'é',
    '\u{1f600}',
  ],
  ...['<div><table>', '<!--', '&#x', '<style>', 'On Mon, Jane wrote:', '> ', 'wrote: '],
);
const mail = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: piece },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    ),
    {
      maxLength: 80,
    },
  )
  .map((parts) => parts.join(''));

/** Longest that a mail of some kilobytes may take, on a busy machine. */
const slow = 1_000;

/** None is believed to be a colleague's or the desk's: Gmail found nothing that proves any of them. */
export function fuzzMails(count: number, seed: number): Fuzzed {
  const wrong: string[] = [];
  // Gmail gives out 300 mails a minute.
  let at = now;
  const clock = { now: () => at };
  const gmail = createGmail({ clock, seed } as Parameters<typeof createGmail>[0]);
  gmail.addMailbox(support);
  for (const [index, raw] of fc.sample(mail, { seed, numRuns: count }).entries()) {
    const delivery = {
      raw: Buffer.from(raw),
      to: [support],
      from: 'x@evil.example',
      authentication: 'none',
    } as const;
    const [delivered] = gmail.deliver(delivery);
    const url = `https://gmail.googleapis.com/gmail/v1/users/me/messages/${delivered?.id}?format=full`;
    const { body } = gmail.handle(
      { method: 'GET', url, headers: {}, body: '' },
      { email: support, scopes: ['https://mail.google.com/'] },
    );
    at += 1_000;
    const began = performance.now();
    try {
      const { kind, key } = readMail(JSON.parse(body) as GmailMessage, identity);
      if (!mailKinds.includes(kind) || key === '') wrong.push(`mail ${index} has no kind or key`);
      if (kind === 'agent' || kind === 'own') wrong.push(`mail ${index} was believed (${kind})`);
    } catch (error) {
      wrong.push(`mail ${index} could not be read: ${String(error).slice(0, 100)}`);
    }
    if (performance.now() - began > slow)
      wrong.push(`mail ${index} took ${Math.round(performance.now() - began)} ms`);
  }
  return { tried: count, wrong };
}

const mac: Mac = (text, key) => [...createHmac('sha256', key).update(text, 'utf8').digest()];
const secret = 'a secret of at least twenty-four signs';

const sealedText = seal(
  {
    ask: 'act',
    ticket: 'FL-1',
    version: 3,
    archiveRow: null,
    request: { do: 'note', note: 'Hello', mentions: [] },
  },
  { actor: 'jane@example.com', at: now, nonce: '0123456789abcdef', secret, mac },
);

/** A sound request with fields replaced, doubled, or taken out, and texts that are none. */
const altered = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.json({ maxDepth: 4 }),
  fc
    .tuple(fc.nat(sealedText.length - 1), fc.string({ minLength: 1, maxLength: 3 }))
    .map(([at, text]) => sealedText.slice(0, at) + text + sealedText.slice(at + 1)),
  fc
    .tuple(
      fc.constantFrom('v', 'at', 'nonce', 'actor', 'body', 'signature', '__proto__', 'extra'),
      fc.jsonValue(),
    )
    .map(([field, value]) => JSON.stringify({ ...JSON.parse(sealedText), [field]: value })),
  fc.nat(sealedText.length - 1).map((at) => sealedText.slice(0, at)),
);

/** Nothing but the very text that was sealed is let in. */
export function fuzzDoor(count: number, seed: number): Fuzzed {
  const sound = JSON.stringify(JSON.parse(sealedText));
  const wrong = fc.sample(altered, { seed, numRuns: count }).flatMap((text, index) => {
    try {
      const opened = open(text, { now, secrets: [secret], mac });
      const isSame = !('refused' in opened) && same(text, sound);
      return 'refused' in opened || isSame ? [] : [`request ${index} was let in`];
    } catch (error) {
      return [`request ${index} broke the door: ${String(error).slice(0, 100)}`];
    }
  });
  return { tried: count, wrong };
}

/** A field may be written twice or as an escape: what counts is what it says. */
function same(text: string, sound: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === sound;
  } catch {
    return false;
  }
}
