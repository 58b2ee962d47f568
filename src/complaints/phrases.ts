// Which Phrases rows are found in a mail, in which of its words, and what follows from them.

import { indexWords, type WordIndex } from './keywords.ts';
import { type MailPart, partsOf, type Readable } from './mail-words.ts';
import { isNegated } from './negation.ts';
import { placed } from './reasons.ts';
import type { Phrase, Rules } from './rules.ts';
import type { Reasoned } from './understanding.ts';
import { matchesSender } from './wildcard.ts';

export interface FoundPhrase {
  readonly phrase: Phrase;
  /** "'lawyer' in the text: Phrases row 3". */
  readonly why: string;
}

const indexes = new WeakMap<readonly Phrase[], WordIndex<Phrase>>();

function indexOf(phrases: readonly Phrase[]): WordIndex<Phrase> {
  const known = indexes.get(phrases);
  if (known !== undefined) return known;
  const index = indexWords(
    phrases
      .filter((phrase) => phrase.where !== 'sender')
      .flatMap((phrase) => phrase.phrases.map((words) => [words, phrase] as const)),
  );
  indexes.set(phrases, index);
  return index;
}

/** Each row once, in the order of the rows. A phrase that the mail denies ("not urgent") does not count. */
export function phrasesIn(mail: Readable, rules: Pick<Rules, 'phrases'>): readonly FoundPhrase[] {
  const found = new Map<Phrase, string>();
  for (const { phrase, why } of [
    ...partsOf(mail).flatMap((part) => inPart(part, rules.phrases)),
    ...fromSender(mail.from, rules.phrases),
  ]) {
    if (!found.has(phrase)) found.set(phrase, why);
  }
  return rules.phrases.flatMap((phrase) => {
    const why = found.get(phrase);
    return why === undefined ? [] : [{ phrase, why }];
  });
}

function inPart(part: MailPart, phrases: readonly Phrase[]): readonly FoundPhrase[] {
  return indexOf(phrases)
    .find(part.words)
    .filter(({ value }) => part.where === 'subject' || value.where === 'anywhere')
    .filter((found) => !isNegated(part.words, found))
    .map((found) => ({
      phrase: found.value,
      why: `'${part.quote(found)}' in the ${part.where}: ${placed([found.value.place])}`,
    }));
}

function fromSender(from: Readable['from'], phrases: readonly Phrase[]): readonly FoundPhrase[] {
  return phrases
    .filter((phrase) => phrase.where === 'sender')
    .flatMap((phrase) => {
      const pattern = phrase.phrases.find((sender) => matchesSender(sender, from));
      if (pattern === undefined) return [];
      return [{ phrase, why: `the sender ${from.address} matches '${pattern}': ${placed([phrase.place])}` }];
    });
}

/** The flags of the phrases found, each once, with the first reason. */
export function flagsOf(found: readonly FoundPhrase[]): readonly Reasoned<string>[] {
  const flags = new Map<string, string>();
  for (const { phrase, why } of found) {
    if (phrase.flag !== null && !flags.has(phrase.flag)) flags.set(phrase.flag, why);
  }
  return [...flags].map(([is, why]) => ({ is, why }));
}

/** The highest tier that a phrase asks for; the upper row where several ask for the same. */
export function tierOf(found: readonly FoundPhrase[]): Reasoned<number> | null {
  let highest: Reasoned<number> | null = null;
  for (const { phrase, why } of found) {
    const tier = phrase.tierAtLeast;
    if (tier !== null && tier > (highest?.is ?? 0))
      highest = { is: tier, why: `tier ${tier}, because ${why}` };
  }
  return highest;
}
