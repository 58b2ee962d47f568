// What the starter workbook knows of complaints: its categories with keywords, and its phrases, in en, de, nl and no.
// Written for this project (CC0). A word of five letters or more matches as a prefix (see complaints/keywords.ts).
import { billingCategories } from './billing-words.ts';
import { harmPhrases } from './harm-words.ts';
import { effectPhrases } from './phrase-words.ts';
import { qualityCategories } from './quality-words.ts';
import { shippingCategories } from './shipping-words.ts';
import type { StarterCategory, StarterPhrases } from './starter-row.ts';
import { technicalCategories } from './technical-words.ts';

export type { StarterCategory, StarterPhrases } from './starter-row.ts';

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
export const starterPhrases: readonly StarterPhrases[] = [...effectPhrases, ...harmPhrases];
