// Gmail's search language: a query becomes a test for messages. An operator it does not know throws.

import { invalid } from './failures.ts';
import { isSystemLabel } from './labels.ts';
import { type Query, readQuery } from './query.ts';
import { fieldWords, hasAttachment, tokens } from './searchable.ts';
import type { Mailbox, StoredMessage } from './store.ts';

type Test = (message: StoredMessage) => boolean;

export interface Search {
  readonly matches: Test;
  /** The query itself asks for spam or trash. */
  readonly everywhere: boolean;
}

const wears =
  (id: string): Test =>
  (message) =>
    message.labels.includes(id);

/** As `label:` wants names: lower case, spaces and slashes as hyphens. Source: Gmail's help on search operators. */
const hyphenated = (name: string): string => name.toLowerCase().replace(/[\s/&()|"]+/g, '-');

function labelTest(mailbox: Mailbox, value: string): Test {
  const id = value.toUpperCase();
  if (isSystemLabel(id)) return wears(id);
  const label = [...mailbox.labels.values()].find(({ name }) => hyphenated(name) === hyphenated(value));
  return label ? wears(label.id) : () => false;
}

function inTest(mailbox: Mailbox, value: string): Test {
  switch (value.toLowerCase()) {
    case 'anywhere':
      return () => true;
    case 'draft':
    case 'drafts':
      return wears('DRAFT');
    case 'sent':
      return wears('SENT');
    case 'archive':
      return ({ labels }) => !['INBOX', 'SENT', 'DRAFT', 'TRASH', 'SPAM'].some((id) => labels.includes(id));
    default:
      return labelTest(mailbox, value);
  }
}

function isTest(value: string): Test {
  switch (value.toLowerCase()) {
    case 'unread':
      return wears('UNREAD');
    case 'read':
      return ({ labels }) => !labels.includes('UNREAD');
    case 'starred':
      return wears('STARRED');
    case 'important':
      return wears('IMPORTANT');
    default:
      throw unknown(`is:${value}`);
  }
}

function hasTest(value: string): Test {
  const own = ({ labels }: StoredMessage) => labels.some((id) => id.startsWith('Label_'));
  switch (value.toLowerCase()) {
    case 'attachment':
      return hasAttachment;
    case 'userlabels':
      return own;
    case 'nouserlabels':
      return (message) => !own(message);
    default:
      throw unknown(`has:${value}`);
  }
}

const day = 86_400_000;
const spans: Readonly<Record<string, number>> = {
  h: day / 24,
  d: day,
  m: 30 * day,
  y: 365 * day,
};

/** Dates are midnight in California, long numbers are epoch seconds. Source: Gmail API guide "Searching for messages". */
function instant(value: string): number {
  if (/^\d{5,}$/.test(value)) return Number(value) * 1000;
  const ymd = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value);
  const mdy = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(value);
  const [year, month, date] = ymd ? [ymd[1], ymd[2], ymd[3]] : [mdy?.[3], mdy?.[1], mdy?.[2]];
  if (year === undefined) throw unknown(`the date ${value}`);
  return Date.UTC(Number(year), Number(month) - 1, Number(date), 8);
}

function age(value: string): number {
  const found = /^(\d+)([hdmy])$/.exec(value.toLowerCase());
  if (!found) throw unknown(`the age ${value}`);
  return Number(found[1]) * (spans[found[2] ?? ''] ?? 0);
}

function size(value: string): number {
  const found = /^(\d+)([km]?)$/.exec(value.toLowerCase());
  if (!found) throw unknown(`the size ${value}`);
  return Number(found[1]) * { '': 1, k: 1024, m: 1_048_576 }[found[2] as ''];
}

/** The words one after the other. */
function inOrder(hay: readonly string[], needle: readonly string[]): boolean {
  if (needle.length === 0) return false;
  for (let at = 0; at + needle.length <= hay.length; at += 1)
    if (needle.every((word, index) => hay[at + index] === word)) return true;
  return false;
}

const says = (field: string, value: string): Test => {
  const wanted = tokens(value);
  return (message) => inOrder(fieldWords(message, field), wanted);
};

/** `from:me` is from the mailbox's owner. */
const who = (value: string, { email }: Mailbox): string => (value.toLowerCase() === 'me' ? email : value);

const bare = (id: string): string => id.trim().replace(/^<|>$/g, '');

const unknown = (what: string): Error => new Error(`The imitated Gmail does not know ${what} in a search.`);

interface Scene {
  readonly mailbox: Mailbox;
  readonly now: number;
}

function operator(name: string, value: string, { mailbox, now }: Scene): Test {
  switch (name) {
    case 'subject':
      return says(name, value);
    case 'from':
    case 'cc':
    case 'bcc':
    case 'filename':
    case 'deliveredto':
    case 'list':
      return says(name, who(value, mailbox));
    case 'to':
      return says('recipients', who(value, mailbox));
    case 'label':
      return labelTest(mailbox, value);
    case 'category':
      return wears(`CATEGORY_${value.toUpperCase().replace('PRIMARY', 'PERSONAL')}`);
    case 'in':
      return inTest(mailbox, value);
    case 'is':
      return isTest(value);
    case 'has':
      return hasTest(value);
    case 'after':
    case 'newer': {
      const from = instant(value);
      return ({ internalDate }) => internalDate >= from;
    }
    case 'before':
    case 'older': {
      const until = instant(value);
      return ({ internalDate }) => internalDate < until;
    }
    case 'newer_than': {
      const from = now - age(value);
      return ({ internalDate }) => internalDate >= from;
    }
    case 'older_than': {
      const until = now - age(value);
      return ({ internalDate }) => internalDate < until;
    }
    case 'larger': {
      const least = size(value);
      return ({ raw }) => raw.length > least;
    }
    case 'smaller': {
      const most = size(value);
      return ({ raw }) => raw.length < most;
    }
    case 'rfc822msgid': {
      const id = bare(value);
      return (message) => bare(message.messageId) === id;
    }
    default:
      throw unknown(`the operator "${name}:"`);
  }
}

function test(query: Query, scene: Scene): Test {
  switch (query.kind) {
    case 'words':
      return says('everything', query.text);
    case 'not': {
      const inner = test(query.of, scene);
      return (message) => !inner(message);
    }
    case 'all': {
      const inner = query.of.map((each) => test(each, scene));
      return (message) => inner.every((each) => each(message));
    }
    case 'any': {
      const inner = query.of.map((each) => test(each, scene));
      return (message) => inner.some((each) => each(message));
    }
    case 'operator':
      return operator(query.name, query.value, scene);
    default:
      return query satisfies never;
  }
}

const elsewhere = new Set(['anywhere', 'trash', 'spam']);

function asksEverywhere(query: Query): boolean {
  switch (query.kind) {
    case 'operator':
      return ['in', 'label'].includes(query.name) && elsewhere.has(query.value.toLowerCase());
    case 'all':
    case 'any':
      return query.of.some(asksEverywhere);
    default:
      return false;
  }
}

export function search(text: string, mailbox: Mailbox, now: number): Search {
  const query = readQuery(text);
  if (!query) throw invalid('Invalid query');
  return {
    matches: test(query, { mailbox, now }),
    everywhere: asksEverywhere(query),
  };
}
