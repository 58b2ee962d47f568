// Which words stand out in escalated tickets against the rest: "one in ten escalations says 'refund'".
import { wordsOf } from '../words.ts';

export interface ReadTicket {
  readonly words: string;
  readonly escalated: boolean;
}

export interface StandingOut {
  readonly word: string;
  /** Escalated tickets with the word, and all others with it. */
  readonly escalated: number;
  readonly others: number;
  /** Of all escalated tickets so many say it; of the others so many. */
  readonly shareOfEscalated: number;
  readonly shareOfOthers: number;
}

/** What fewer escalated tickets say is chance. */
const fewest = 3;
const shortest = 3;
/** From here on a difference comes by chance once in a thousand words (log likelihood, one degree of freedom). */
const surprising = 10.83;
const most = 12;

/** The most surprising first. Each ticket counts a word once. Give the tickets of a week for a week's words. */
export function standingOut(tickets: readonly ReadTicket[]): readonly StandingOut[] {
  const counts = new Map<string, { escalated: number; others: number }>();
  for (const { words, escalated } of tickets) {
    for (const word of new Set(wordsOf(words).map((each) => each.word))) {
      if (word.length < shortest || /\d/.test(word)) continue;
      const count = counts.get(word) ?? { escalated: 0, others: 0 };
      count[escalated ? 'escalated' : 'others'] += 1;
      counts.set(word, count);
    }
  }
  const allEscalated = tickets.filter(({ escalated }) => escalated).length;
  const allOthers = tickets.length - allEscalated;
  return [...counts]
    .map(([word, { escalated, others }]) => ({
      word,
      escalated,
      others,
      shareOfEscalated: escalated / Math.max(1, allEscalated),
      shareOfOthers: others / Math.max(1, allOthers),
    }))
    .filter((each) => each.escalated >= fewest && each.shareOfEscalated > each.shareOfOthers)
    .map((each) => ({ each, surprise: surpriseOf(each, allEscalated, allOthers) }))
    .filter(({ surprise }) => surprise >= surprising)
    .sort((a, b) => b.surprise - a.surprise || (a.each.word < b.each.word ? -1 : 1))
    .slice(0, most)
    .map(({ each }) => each);
}

/** Dunning's log likelihood of the two shares being one. */
function surpriseOf({ escalated, others }: StandingOut, allEscalated: number, allOthers: number): number {
  const share = (escalated + others) / (allEscalated + allOthers);
  const part = (seen: number, expected: number) => (seen === 0 ? 0 : seen * Math.log(seen / expected));
  return (
    2 *
    (part(escalated, allEscalated * share) +
      part(others, allOthers * share) +
      part(allEscalated - escalated, allEscalated * (1 - share)) +
      part(allOthers - others, allOthers * (1 - share)))
  );
}
