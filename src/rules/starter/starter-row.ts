// The form of the starter workbook's content for Categories and Phrases, and how its word lists are written.
import type { Category, Phrase } from '../../complaints/rules.ts';

/** One Categories row of the starter workbook. */
export type StarterCategory = Pick<
  Category,
  'name' | 'subcategory' | 'keywords' | 'severity' | 'required' | 'checklist' | 'guideline' | 'label'
>;

/** One Phrases row of the starter workbook. */
export type StarterPhrases = Omit<Phrase, 'place'>;

/** One list from several languages' comma-separated words, each word once. */
export function list(...languages: readonly string[]): readonly string[] {
  const words = languages.flatMap((language) => language.split(',').map((word) => word.trim()));
  return [...new Set(words.filter((word) => word !== ''))];
}
