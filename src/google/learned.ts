// What the desk has learned, as a tick reads it: the model, and what was told since the model was made.
import type { Learned } from '../complaints/learned.ts';
import { learnFew } from '../complaints/learning/by-heart.ts';
import type { Example } from '../complaints/learning/example.ts';
import { learn } from '../complaints/learning/learn.ts';
import type { Model } from '../complaints/learning/model.ts';
import { opened } from '../complaints/learning/pack.ts';
import { stillKnown } from '../complaints/learning/retained.ts';
import { knows, update } from '../complaints/learning/update.ts';
import { hashOf } from '../complaints/reading/hash.ts';
import type { Rules } from '../complaints/rules.ts';
import type { Instant } from '../complaints/time.ts';
import {
  forgottenRow,
  freshExamples,
  type LearningRow,
  type Lessons,
  lackingIn,
  lessonsIn,
} from '../rules/desk/learning-rows.ts';
import { deskTabs } from '../rules/desk/tabs.ts';
import { type Answer, type Ask, askOne, isGood } from './answers.ts';
import { rangesAsk, texts, valuesOf } from './workbook.ts';

/** About the model in the cells beside it. */
export interface About {
  /** Of which words of the admin it was made. */
  readonly words: string;
  readonly at: Instant;
  readonly examples: number;
}

export interface Taught {
  readonly learned: Learned;
  readonly about: About | null;
  /** The model's cells are missing or damaged: the rules decide alone until it is made anew. */
  readonly damaged: boolean;
  /** It should be made anew before the night. */
  readonly isStale: boolean;
  /** Rows for Lessons: mails that were told of and that only Learning remembers. */
  readonly found: readonly LearningRow[];
}

export const recentFor = 3 * 86_400_000;
export const mostRecent = 300;
/** So many examples are learned within a tick where there is no model yet; more wait for the night's work. */
const mostAtOnce = 300;

const { learning, lessons, model } = deskTabs;
const lessonsRange = `${lessons.name}!A2:D`;
const modelRange = `${model.name}!A2:B`;

/** By range, rows of texts. */
export function rowsIn(answer: Answer): readonly (readonly LearningRow[])[] {
  return valuesOf(answer).map((rows) => rows.map(texts));
}

export const learnedAsk = (workbook: string): Ask => rangesAsk(workbook, [modelRange, lessonsRange]);

/** What the admin wrote of the categories, as a short name. */
export const wordsOf = ({ categories }: Pick<Rules, 'categories'>): string =>
  hashOf(
    ...categories.map(({ name, subcategory, keywords, always, examples }) =>
      JSON.stringify([name, subcategory, keywords, always, examples]),
    ),
  );

export interface StoredModel {
  readonly about: About | null;
  /** Null: there is none, or its cells are damaged. */
  readonly model: (() => Model) | null;
  /** Rows that its cells take. */
  readonly rows: number;
}

export function storedModel(rows: readonly LearningRow[]): StoredModel {
  const cells = rows.map(([cell = '']) => cell).filter((cell) => cell !== '');
  const about = aboutOf(rows[0]?.[1] ?? '');
  return { about, model: cells.length === 0 ? null : soundIn(cells), rows: rows.length };
}

function soundIn(cells: readonly string[]): StoredModel['model'] {
  try {
    return opened(cells);
  } catch {
    return null;
  }
}

function aboutOf(text: string): About | null {
  try {
    return text ? (JSON.parse(text) as About) : null;
  } catch {
    return null;
  }
}

/** Null where the tabs cannot be read: the desk does not stop for it. */
export function taughtBy(
  answer: Answer | null,
  { workbook, rules }: { readonly workbook: string; readonly rules: Rules },
): Taught | null {
  if (answer === null || !isGood(answer)) return null;
  const [cells = [], rows = []] = rowsIn(answer);
  const stored = storedModel(cells);
  const found = lookedUp(workbook, lessonsIn(rows));
  const told = lessonsIn([...rows, ...found]);
  const damaged = cells.length > 0 && stored.model === null;
  const fresh = stillKnown(freshExamples(told), rules);
  const made = once(() => (damaged ? null : madeFrom(stored, fresh, rules)));
  return {
    learned: {
      get model() {
        return made();
      },
      ...(stored.model === null && fresh.length === 0 && !damaged
        ? { ofWords: once(() => learn([], rules)) }
        : {}),
    },
    about: stored.about,
    damaged,
    isStale:
      damaged ||
      fresh.length > mostAtOnce ||
      (stored.about !== null && stored.about.words !== wordsOf(rules)),
    found,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

function madeFrom(stored: StoredModel, fresh: readonly Example[], rules: Rules): Model | null {
  const model = stored.model?.() ?? null;
  if (fresh.length === 0) return model;
  if (model === null) return fresh.length > mostAtOnce ? null : learnFew(fresh, rules);
  return (
    update(
      model,
      fresh.filter(({ path }) => knows(model, path)),
    ) ?? model
  );
}

/** Two calls, and none where nothing is lacking. */
function lookedUp(workbook: string, told: Lessons): readonly LearningRow[] {
  const lacking = lackingIn(told);
  if (lacking.length === 0) return [];
  const [keys = []] = rowsIn(askOne(rangesAsk(workbook, [`${learning.name}!A2:A`])));
  const placeOf = new Map(keys.map(([ticket = ''], at) => [ticket, at + 2]));
  const places = lacking.flatMap((ticket) => placeOf.get(ticket) ?? []).slice(0, mostLookedUp);
  const found =
    places.length === 0
      ? []
      : rowsIn(
          askOne(
            rangesAsk(
              workbook,
              places.map((row) => `${learning.name}!A${row}:D${row}`),
            ),
          ),
        ).flat();
  return [
    ...found.map(([ticket = '', , line = '', spoke = '']) => [ticket, 'mail', line, spoke]),
    ...lacking.filter((ticket) => !placeOf.has(ticket)).map(forgottenRow),
  ];
}

const mostLookedUp = 50;
