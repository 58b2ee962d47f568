// Severity and mood as people corrected them. What phrases and categories demand stays a floor: see severity and mood.
import type { Readable } from '../mail-words.ts';
import { inWords } from '../reasons.ts';
import { type Mood, moods, type Severity, severities } from '../rules.ts';
import type { Reasoned } from '../understanding.ts';
import { counted, see } from './features.ts';
import { bestOf, type Layer, type LayerPlan, type Lesson, leadOf, learnLayer, scoresOf } from './layer.ts';
import type { Model } from './model.ts';
import { tellingWords } from './telling.ts';
import { type Vector, vectorOf } from './vectors.ts';

/** With fewer corrections nothing is said. */
const fewest = 20;
/** A grade that is less far ahead of the next is no opinion. */
const leastLead = 0.4;
const cost = 0.5;

export interface Graded {
  readonly severity: Reasoned<Severity> | null;
  readonly mood: Reasoned<Mood> | null;
}

type Text = Pick<Readable, 'subject' | 'words'>;

/** Null where fewer than 20 mails were graded, or all of them alike. */
export function* learnGrades<G extends string>(
  grades: readonly { readonly grade: G | null; readonly vector: Vector }[],
  width: number,
): Generator<void, Layer | null> {
  const graded = grades.filter(({ grade }) => grade !== null);
  const names = [...new Set(graded.map(({ grade }) => grade))].sort();
  if (graded.length < fewest || names.length < 2) return null;
  const plan: LayerPlan = { names, width, slots: [], keywordPrior: 0 };
  const lessons = graded.map(({ grade, vector }): Lesson => ({ vector, answer: names.indexOf(grade), cost }));
  return yield* learnLayer(plan, lessons);
}

/** What the model takes a mail's severity and mood for; null where it cannot tell. */
export function grade(model: Model, mail: Text): Graded {
  if (model.severities === null && model.moods === null) return { severity: null, mood: null };
  const seen = see(mail);
  const vector = vectorOf(counted(seen.words), model.rarities);
  const read = <G extends string>(layer: Layer | null, known: readonly G[]): Reasoned<G> | null => {
    if (layer === null) return null;
    const scores = scoresOf(layer, vector);
    const best = bestOf(scores);
    const is = known.find((each) => each === layer.names[best]);
    if (is === undefined || leadOf(scores) < leastLead) return null;
    const next = bestOf(scores.map((score, at) => (at === best ? Number.NEGATIVE_INFINITY : score)));
    const { words } = tellingWords(seen, vector, { layer, own: best, other: next });
    return { is, why: `${is}, as in earlier mails with ${inWords(words.map((each) => `'${each}'`))}` };
  };
  return { severity: read(model.severities, severities), mood: read(model.moods, moods) };
}
