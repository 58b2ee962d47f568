// The Phrases tab: words with an effect of their own, whatever the category.
import { moods, type Phrase, severities } from '../../complaints/rules.ts';
import { listed, may, must } from '../column.ts';
import { tier } from '../known.ts';
import { patterns } from '../pattern.ts';
import { choice, text } from '../plain.ts';
import type { Shown } from '../shown.ts';
import type { Table } from '../table.ts';

const places = ['anywhere', 'subject', 'sender'] as const;

export const phrasesTable = {
  tab: 'Phrases',
  columns: {
    phrases: must('Phrases', patterns('word'), { long: true }),
    where: may('Where', choice(places), {
      blank: 'anywhere' as Phrase['where'],
      whenBad: 'row',
    }),
    severityAtLeast: may('Severity at least', choice(severities), {
      blank: null,
    }),
    tierAtLeast: may('Tier at least', tier, {
      blank: null as number | null,
    }),
    flag: may('Flag', text, {
      blank: null as string | null,
    }),
    mood: may('Mood', choice(moods), {
      blank: null,
    }),
  },
} satisfies Table;

/** What people see of it. */
export const phrasesShown = (): Shown<typeof phrasesTable> => ({
  about:
    'Words that change a ticket whatever it is about: a demand for a manager, a lawyer, a security breach.',
  help: {
    phrases: 'Words or phrases, in any language. Separate by comma, semicolon or line break.',
    where: 'anywhere, subject or sender; blank is anywhere.',
    severityAtLeast: 'The ticket gets at least this severity.',
    tierAtLeast: 'The ticket starts at least at this tier.',
    flag: 'A name for ladder conditions and cards: manager, legal, security ...',
    mood: 'How the customer feels: green, amber or red.',
  },
  choices: {
    where: listed(places),
    severityAtLeast: listed(severities),
    mood: listed(moods),
  },
  /** Hundreds of words: `starter.ts` has them, so that the desk need not carry them. */
  starter: [],
});
