// A mail comes in: the post office finds the mailboxes, a Group makes its copies, Gmail adds its headers and files it.

import { emails } from './addresses.ts';
import { add } from './changes.ts';
import { copyFor } from './groups.ts';
import { edited, type Header, header } from './headers.ts';
import { parse } from './mime.ts';
import { type Group, mailboxOf, type State } from './state.ts';
import { type Mailbox, nextId, type StoredMessage, whole, withMessageId } from './store.ts';
import { messageIdOf, referred, threadFor } from './threading.ts';

type Authentication = 'pass' | 'fail' | 'none';

export interface Delivery {
  readonly raw: Uint8Array;
  /** Envelope recipients: mailboxes, aliases, groups or addresses outside the world. */
  readonly to: readonly string[];
  /** Envelope sender; an empty text for a bounce. The From header's address when absent. */
  readonly from?: string;
  /** Milliseconds since 1970; now when absent. */
  readonly at?: number;
  /** What SPF and DMARC say; `none`: the sender's domain has neither. */
  readonly authentication?: Authentication;
  /** Gmail took it for spam. */
  readonly spam?: boolean;
}

export interface Delivered {
  readonly email: string;
  readonly id: string;
  readonly threadId: string;
}

/** As mail servers write it; Google's in California. */
export function mailDate(at: number): string {
  const [day, date] = [new Date(at - 8 * 3_600_000).toUTCString().slice(0, 25), '-0800 (PST)'];
  return `${day} ${date}`;
}

const hex = (state: State): string => whole(state.random, 0xffffffff).toString(16);

/**
 * A mail without Date or Message-ID gets them from Google's MX, a Message-ID it cannot read is replaced.
 * Source: mails on public lists with `SMTPIN_ADDED_MISSING@mx.google.com` and `SMTPIN_ADDED_BROKEN@mx.google.com`.
 */
function completed(state: State, raw: Uint8Array, at: number): Uint8Array {
  const { headers } = parse(raw);
  const id = header(headers, 'Message-ID');
  const set: Record<string, string> = {};
  const made = (why: string) =>
    `<${Math.floor(at / 1000).toString(16)}.${hex(state)}.${hex(state)}SMTPIN_ADDED_${why}@mx.google.com>`;
  if (header(headers, 'Date') === undefined) set.Date = mailDate(at);
  if (id === undefined || id === '') set['Message-ID'] = made('MISSING');
  else if (!/<[^<>\s]+>/.test(id)) {
    set['Message-ID'] = made('BROKEN');
    set['X-Google-Original-Message-ID'] = id;
  }
  return Object.keys(set).length === 0 ? raw : edited(raw, { set });
}

interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  /** Of this hop, as Authentication-Results tell it. */
  readonly found: string;
}

/** Gmail tells of DMARC only where the domain has a record. */
function results(raw: Uint8Array, from: string, authentication: Authentication): string {
  const author =
    emails(header(parse(raw).headers, 'From'))[0]?.split('@')[1] ?? from.split('@')[1] ?? 'unknown';
  const dmarc = authentication === 'none' ? '' : `;\r\n       dmarc=${authentication} header.from=${author}`;
  return `mx.google.com;\r\n       spf=${authentication} smtp.mailfrom=${from}${dmarc}`;
}

function stamped(state: State, raw: Uint8Array, { from, to, at, found }: Envelope): Uint8Array {
  const domain = from.split('@')[1] ?? 'unknown';
  const [, result = 'none'] = /spf=(\w+)/.exec(found) ?? [];
  const id = `${hex(state)}si${hex(state)}`;
  const lines: [string, string][] = [
    ['Delivered-To', to],
    ['Return-Path', `<${from}>`],
    [
      'Received',
      `from mail.${domain} (mail.${domain}. [192.0.2.1])\r\n        by mx.google.com with ESMTPS id ${id}\r\n        for <${to}>;\r\n        ${mailDate(at)}`,
    ],
    ['Received-SPF', `${result} (google.com: domain of ${from || 'postmaster'}) client-ip=192.0.2.1;`],
    ['Authentication-Results', found],
  ];
  // A mail with Delivered-To comes from an archive of Gmail's and has its stamp; a stamp that a sender wrote changes nothing.
  const { headers } = parse(raw);
  const always = header(headers, 'Delivered-To') ? ['Received'] : ['Received', 'Authentication-Results'];
  const missing = lines.filter(([name]) => always.includes(name) || header(headers, name) === undefined);
  return edited(raw, { top: missing });
}

export interface Filing {
  readonly raw: Uint8Array;
  readonly at: number;
  readonly labels: readonly string[];
  /** Undefined: by Gmail's threading. Null: a thread of its own. */
  readonly threadId?: string | null;
  /** When the id is given out, where that is not `at`. */
  readonly now?: number;
}

/** Puts a mail into a mailbox, threaded, with its history record. */
export function file(state: State, mailbox: Mailbox, filing: Filing): StoredMessage {
  const { headers } = parse(filing.raw);
  const subject = header(headers, 'Subject') ?? '';
  const id = nextId(mailbox, filing.now ?? filing.at, state.random);
  const thread =
    filing.threadId === undefined
      ? threadFor(mailbox, { references: referred(headers), subject })
      : filing.threadId;
  const message: StoredMessage = {
    id,
    threadId: thread ?? id,
    raw: filing.raw,
    internalDate: Math.floor(filing.at),
    labels: [...filing.labels],
    historyId: 0,
    messageId: messageIdOf(headers),
    subject,
  };
  add(mailbox, state.random, message);
  return message;
}

/** Through which groups a mail reaches an address: none for a direct recipient. */
interface Route {
  readonly address: string;
  readonly groups: readonly Group[];
}

function routes(state: State, address: string, through: readonly Group[]): Route[] {
  const email = address.trim().toLowerCase();
  const group = state.groups.get(email);
  if (!group) return [{ address: email, groups: through }];
  if (through.includes(group)) return [];
  return group.members.flatMap((member) => routes(state, member, [...through, group]));
}

/** One route for each mailbox or outside address: the direct one where there is one. */
function distinct(state: State, all: readonly Route[]): Route[] {
  const best = new Map<string, Route>();
  for (const route of all) {
    const key = mailboxOf(state, route.address)?.email ?? route.address;
    const other = best.get(key);
    if (!other || route.groups.length < other.groups.length) best.set(key, route);
  }
  return [...best.values()];
}

function labelsFor(headers: readonly Header[], route: Route, spam: boolean): string[] {
  if (spam) return ['UNREAD', 'SPAM'];
  const list = route.groups.length > 0 || header(headers, 'List-ID') !== undefined;
  return ['UNREAD', list ? 'CATEGORY_FORUMS' : 'CATEGORY_PERSONAL', 'INBOX'];
}

/** A Group's copy of one's own mail does not come back. Source: Google Groups' help, "Gmail hides your own posts". */
const ownPost = (mailbox: Mailbox, raw: Uint8Array): boolean =>
  withMessageId(mailbox, messageIdOf(parse(raw).headers)).some((message) => message.labels.includes('SENT'));

export function deliver(state: State, delivery: Delivery): Delivered[] {
  const at = delivery.at ?? state.clock.now();
  const raw = completed(state, delivery.raw, at);
  const { headers } = parse(raw);
  const from = delivery.from ?? emails(header(headers, 'From'))[0] ?? '';
  const found = distinct(
    state,
    delivery.to.flatMap((address) => routes(state, address, [])),
  );
  return found.flatMap((route) => {
    const verdict = delivery.authentication ?? 'pass';
    const first = results(raw, from, verdict);
    const copy = route.groups.reduce((sofar, group) => copyFor(group, sofar, first), raw);
    const bounce = route.groups.at(-1)?.address.replace('@', '+bounces@');
    const sender = bounce ?? from;
    const mailbox = mailboxOf(state, route.address);
    if (!mailbox) {
      state.outside.push({ at, from: sender, to: route.address, raw: copy });
      return [];
    }
    if (route.groups.length > 0 && ownPost(mailbox, raw)) return [];
    const final = stamped(state, copy, {
      from: sender,
      to: route.address,
      at,
      // Google hands a group's copies out as the group: SPF holds, and so does DMARC where the author is of its domain.
      found: bounce === undefined ? first : results(copy, sender, 'pass'),
    });
    const message = file(state, mailbox, {
      raw: final,
      at,
      labels: labelsFor(headers, route, delivery.spam === true),
    });
    return [{ email: mailbox.email, id: message.id, threadId: message.threadId }];
  });
}
