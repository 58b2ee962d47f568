// The Phrases tab: words with an effect of their own, whatever the category.
import { moods, type Phrase, severities } from '../../complaints/rules.ts';
import { listed, may, must } from '../column.ts';
import { tier } from '../known.ts';
import { patterns } from '../pattern.ts';
import { choice, text } from '../plain.ts';
import type { Table } from '../table.ts';

const places = ['anywhere', 'subject', 'sender'] as const;

export const phrasesTable = {
  tab: 'Phrases',
  about:
    'Words that change a ticket whatever it is about: a demand for a manager, a lawyer, a security breach.',
  columns: {
    phrases: must(
      'Phrases',
      'Words or phrases, in any language. Separate by comma, semicolon or line break.',
      patterns('word'),
    ),
    where: may('Where', 'anywhere, subject or sender; blank is anywhere.', choice(places), {
      blank: 'anywhere' as Phrase['where'],
      whenBad: 'row',
      choices: listed(places),
    }),
    severityAtLeast: may('Severity at least', 'The ticket gets at least this severity.', choice(severities), {
      blank: null,
      choices: listed(severities),
    }),
    tierAtLeast: may('Tier at least', 'The ticket starts at least at this tier.', tier, {
      blank: null as number | null,
    }),
    flag: may('Flag', 'A name for ladder conditions and cards: manager, legal, security ...', text, {
      blank: null as string | null,
    }),
    mood: may('Mood', 'How the customer feels: green, amber or red.', choice(moods), {
      blank: null,
      choices: listed(moods),
    }),
  },
  /** Hundreds of words: `starter.ts` has them, so that the desk need not carry them. */
  starter: [],
} satisfies Table;
