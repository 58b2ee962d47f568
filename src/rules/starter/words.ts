// What the starter workbook knows of complaints: its categories with keywords, and its phrases, in en, de, nl and no.
// Written for this project (CC0). A word of five letters or more matches as a prefix (see complaints/words.ts).
import { billingCategories } from './billingWords.ts';
import { effectPhrases } from './phraseWords.ts';
import { qualityCategories } from './qualityWords.ts';
import { shippingCategories } from './shippingWords.ts';
import type { StarterCategory, StarterPhrases } from './starterRow.ts';
import { technicalCategories } from './technicalWords.ts';

export type { StarterCategory, StarterPhrases } from './starterRow.ts';

const other: StarterCategory = {
  name: 'Other',
  subcategory: null,
  keywords: [],
  severity: 'low',
  required: ['What the customer wants'],
  checklist: ['Read it, give it a category: the desk learns from that'],
  guideline: 'Nothing stays in Other for longer than a day.',
  label: 'Other',
};

/** In the order of the Categories tab; a row with `subcategory: null` holds what its subcategories share. */
export const starterCategories: readonly StarterCategory[] = [
  ...qualityCategories,
  ...billingCategories,
  ...technicalCategories,
  ...shippingCategories,
  other,
];

/** In the order of the Phrases tab. */
export const starterPhrases: readonly StarterPhrases[] = effectPhrases;
