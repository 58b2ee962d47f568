// What in a mail speaks for which category: the keywords found, where, and how much each weighs.

import { type Found, indexWords, keywordParts, type WordIndex } from './keywords.ts';
import { type MailPart, partsOf, type Readable } from './mail-words.ts';
import type { Category } from './rules.ts';
import { fold } from './words.ts';

export const weights = {
  /** A keyword in the subject against one in the text. */
  subject: 2,
  /** A keyword of several words against one of a single word. */
  severalWords: 2,
  /** What each further find of the same keyword adds to its first: half, then half of that, and so on. */
  repeat: 0.5,
  /** A category with many keywords finds one by chance more easily: its score is divided by count to this power. */
  crowd: 0.25,
} as const;

/** A keyword of one row; the same words in another row are another one. */
interface Keyword {
  readonly row: Category;
  readonly text: string;
  readonly decides: boolean;
  readonly weight: number;
}

/** A keyword that was found, with all its finds together. */
export interface Evidence {
  readonly row: Category;
  /** As the admin wrote it. */
  readonly keyword: string;
  readonly weight: number;
  readonly decides: boolean;
  readonly quoted: string;
  readonly where: MailPart['where'];
}

interface CategoryIndex {
  readonly words: WordIndex<Keyword>;
  /** By category name: what its score is divided by. */
  readonly crowds: ReadonlyMap<string, number>;
}

const indexes = new WeakMap<readonly Category[], CategoryIndex>();

/** Made once per version of the rules. */
function indexOf(categories: readonly Category[]): CategoryIndex {
  const known = indexes.get(categories);
  if (known !== undefined) return known;
  const owners = ownersOf(categories);
  const keywords = categories.flatMap((row) => [
    ...row.keywords.map((text) => keyword(row, text, { decides: false, owners })),
    ...row.always.map((text) => keyword(row, text, { decides: true, owners })),
  ]);
  const index = {
    words: indexWords(keywords.map((each) => [each.text, each])),
    crowds: crowdsOf(categories),
  };
  indexes.set(categories, index);
  return index;
}

const keyOf = (keyword: string): string =>
  keywordParts(keyword)
    .map(({ word }) => word)
    .join(' ');

/** How many categories have a keyword: what several share tells less. */
function ownersOf(categories: readonly Category[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const row of categories) {
    for (const text of row.keywords) {
      const key = keyOf(text);
      owners.set(key, (owners.get(key) ?? new Set()).add(fold(row.name)));
    }
  }
  return owners;
}

function keyword(
  row: Category,
  text: string,
  { decides, owners }: { decides: boolean; owners: ReadonlyMap<string, ReadonlySet<string>> },
): Keyword {
  const several = keywordParts(text).length > 1 ? weights.severalWords : 1;
  return { row, text, decides, weight: several / Math.max(1, owners.get(keyOf(text))?.size ?? 1) };
}

function crowdsOf(categories: readonly Category[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, keywords } of categories) counts.set(name, (counts.get(name) ?? 0) + keywords.length);
  return new Map([...counts].map(([name, count]) => [name, Math.max(1, count) ** weights.crowd]));
}

/** Every keyword found, the weightiest first; `weight` is already divided by the category's crowd. */
export function evidenceIn(mail: Readable, categories: readonly Category[]): readonly Evidence[] {
  const index = indexOf(categories);
  const finds = partsOf(mail).flatMap((part) => findsIn(part, index));
  const byKeyword = new Map<Keyword, Find[]>();
  for (const find of finds) {
    const sofar = byKeyword.get(find.keyword);
    if (sofar === undefined) byKeyword.set(find.keyword, [find]);
    else sofar.push(find);
  }
  return [...byKeyword]
    .map(([{ row, text, decides }, same]) =>
      together({ row, keyword: text, decides, same, crowd: index.crowds.get(row.name) ?? 1 }),
    )
    .sort((a, b) => b.weight - a.weight);
}

interface Find {
  readonly keyword: Keyword;
  readonly weight: number;
  readonly quoted: string;
  readonly where: MailPart['where'];
}

function together(found: {
  row: Category;
  keyword: string;
  decides: boolean;
  same: readonly Find[];
  crowd: number;
}): Evidence {
  const { row, keyword, decides, crowd } = found;
  const [best, ...repeats] = [...found.same].sort((a, b) => b.weight - a.weight);
  const weight = repeats.reduce(
    (sum, find, at) => sum + find.weight * weights.repeat ** (at + 1),
    best?.weight ?? 0,
  );
  return {
    row,
    keyword,
    decides,
    weight: weight / crowd,
    quoted: best?.quoted ?? '',
    where: best?.where ?? 'text',
  };
}

function findsIn(part: MailPart, index: CategoryIndex): readonly Find[] {
  return withoutSwallowed(index.words.find(part.words)).map((found) => ({
    keyword: found.value,
    weight: found.value.weight * (part.where === 'subject' ? weights.subject : 1),
    quoted: part.quote(found),
    where: part.where,
  }));
}

/** Within one category a place in the mail counts once: "payment reminder" swallows "payment"; ties go to the subcategory. */
function withoutSwallowed(finds: readonly Found<Keyword>[]): readonly Found<Keyword>[] {
  const taken = new Map<string, Set<number>>();
  const length = ({ first, last }: Found<Keyword>) => last - first;
  const rank = ({ row, text }: Keyword) => (row.subcategory === null ? 0 : 1000) + text.length;
  const longestFirst = [...finds].sort(
    (a, b) => length(b) - length(a) || rank(b.value) - rank(a.value) || a.first - b.first,
  );
  return longestFirst.filter((find) => {
    if (find.value.decides) return true;
    const places = taken.get(find.value.row.name) ?? new Set<number>();
    taken.set(find.value.row.name, places);
    const own = Array.from({ length: length(find) + 1 }, (_, at) => find.first + at);
    if (own.every((at) => places.has(at))) return false;
    for (const at of own) places.add(at);
    return true;
  });
}
