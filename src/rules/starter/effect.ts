// A row of the starter's Phrases tab: words, and what follows from them; whatever is not said has no effect.
import type { StarterPhrases } from './starter-row.ts';

export const effect = (
  phrases: readonly string[],
  does: Partial<Omit<StarterPhrases, 'phrases'>>,
): StarterPhrases => ({
  phrases,
  where: 'anywhere',
  severityAtLeast: null,
  tierAtLeast: null,
  flag: null,
  mood: null,
  ...does,
});
