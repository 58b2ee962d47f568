// Which words a week's escalations share, with nothing in them that tells of one person.

import { companyOf } from '../customer.ts';
import { standingOut } from '../learning/standing-out.ts';
import type { Mail } from '../mail.ts';
import { wordsOf } from '../words.ts';

export interface ReadAgain {
  readonly mail: Pick<Mail, 'subject' | 'words' | 'from' | 'to' | 'cc'>;
  readonly escalated: boolean;
}

export interface SharedWord {
  readonly word: string;
  /** Escalated tickets with the word, of those read; then all others. */
  readonly escalated: number;
  readonly ofEscalated: number;
  readonly others: number;
  readonly ofOthers: number;
}

/** A word that fewer customers use could tell who they are. */
const fewestCustomers = 3;

/**
 * Only words of at least three different customers (companies, not their people) among the escalated; never a word of
 * anybody's name or address, never a number. `names`: our own people and customers.
 */
export function sharedWords(mails: readonly ReadAgain[], names: readonly string[]): readonly SharedWord[] {
  const banned = new Set([...names, ...mails.flatMap(namesIn)].flatMap(cut));
  const tickets = mails.map(({ mail, escalated }) => ({
    said: new Set(
      cut(`${mail.subject}\n${mail.words.replace(address, ' ')}`).filter((word) => !banned.has(word)),
    ),
    customer: companyOf(mail.from.address),
    escalated,
  }));
  const customers = new Map<string, Set<string>>();
  for (const { said, customer, escalated } of tickets) {
    if (!escalated) continue;
    for (const word of said) customers.set(word, (customers.get(word) ?? new Set()).add(customer));
  }
  const isCommon = (word: string): boolean => (customers.get(word)?.size ?? 0) >= fewestCustomers;
  const ofEscalated = tickets.filter(({ escalated }) => escalated).length;
  const common = tickets.map(({ said, escalated }) => ({
    words: [...said].filter(isCommon).join(' '),
    escalated,
  }));
  return standingOut(common).map(({ word, escalated, others }) => ({
    word,
    escalated,
    ofEscalated,
    others,
    ofOthers: tickets.length - ofEscalated,
  }));
}

const address = /\S+@\S+|https?:\S+/g;
const cut = (text: string): readonly string[] => wordsOf(text).map(({ word }) => word);

/** Names, and the parts of addresses, also those set together from a first and a last name. */
const namesIn = ({ mail: { from, to, cc } }: ReadAgain): readonly string[] =>
  [from, ...to, ...cc].flatMap(({ name, address: at }) => [name, at.replace(/[@._+-]/g, ' ')]);
