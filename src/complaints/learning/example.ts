// What the desk remembers of a mail that somebody put into a category: numbers, none of the customer's words.
import { evidenceIn } from '../evidence.ts';
import type { Readable } from '../mail-words.ts';
import { hashOf } from '../reading/hash.ts';
import type { Category, Mood, Rules, Severity } from '../rules.ts';
import { pathText } from '../ticket.ts';
import type { Instant } from '../time.ts';
import type { CategoryPath } from '../understanding.ts';
import { type Features, featuresOf } from './features.ts';

/** How strongly the rules' keywords spoke for a path. */
export interface KeywordScore extends CategoryPath {
  readonly weight: number;
}

export interface Example {
  /** Which mail it was. A later example with the same key takes the place of the earlier one. */
  readonly key: string;
  readonly path: CategoryPath;
  readonly at: Instant;
  /** 1: somebody corrected or confirmed it. Less: somebody dealt with it and left the category as it was. */
  readonly trust: number;
  /** A hash of the customer, to find theirs when they ask to be forgotten; null: not known. */
  readonly customer: string | null;
  readonly severity: Severity | null;
  readonly mood: Mood | null;
  readonly features: Features;
  readonly scores: readonly KeywordScore[];
}

export interface Correction {
  readonly path: CategoryPath;
  readonly at: Instant;
  readonly key?: string;
  readonly trust?: number;
  readonly severity?: Severity | null;
  readonly mood?: Mood | null;
}

type Text = Pick<Readable, 'subject' | 'words' | 'from'>;

export function exampleOf(mail: Text, correction: Correction, rules: Pick<Rules, 'categories'>): Example {
  const { path, at, trust = 1, severity = null, mood = null } = correction;
  return {
    key: correction.key ?? hashOf(mail.from.address, mail.subject, mail.words),
    path: { category: path.category, subcategory: path.subcategory },
    at,
    trust,
    customer: mail.from.address === '' ? null : customerKey(mail.from.address),
    severity,
    mood,
    features: featuresOf(mail),
    scores: keywordScores(mail, rules),
  };
}

export const customerKey = (address: string): string => hashOf('customer', address.toLowerCase());

export function keywordScores(
  mail: Text,
  { categories }: Pick<Rules, 'categories'>,
): readonly KeywordScore[] {
  const scores = new Map<Category, number>();
  for (const { row, weight } of evidenceIn(mail, categories))
    scores.set(row, (scores.get(row) ?? 0) + weight);
  return [...scores].map(([{ name, subcategory }, weight]) => ({ category: name, subcategory, weight }));
}

/** One example a mail, the latest; in an order that does not depend on how they came. */
export function settledExamples(examples: readonly Example[]): readonly Example[] {
  const latest = new Map<string, Example>();
  for (const example of examples) {
    const other = latest.get(example.key);
    if (other === undefined || isLater(example, other)) latest.set(example.key, example);
  }
  return [...latest.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const isLater = (a: Example, b: Example): boolean =>
  a.at === b.at ? pathText(a.path) + a.trust > pathText(b.path) + b.trust : a.at > b.at;

export const withdrawn = (examples: readonly Example[], key: string): readonly Example[] =>
  examples.filter((example) => example.key !== key);

/** Without those of one customer. The model must be learned anew: what it learned from them is in its weights. */
export const withoutCustomer = (examples: readonly Example[], address: string): readonly Example[] =>
  examples.filter((example) => example.customer !== customerKey(address));
