// Guessing each mail before learning it: how good the desk gets with the corrections that come in.
import type { Example } from '../complaints/learning/example.ts';
import { learn } from '../complaints/learning/learn.ts';
import type { Model } from '../complaints/learning/model.ts';
import { update } from '../complaints/learning/update.ts';
import type { Rules } from '../complaints/rules.ts';
import { predict } from './classify-answer.ts';
import { accuracy, type Prediction } from './classify-figures.ts';
import { exampleFrom } from './classify-model.ts';
import type { LabelledMail } from './labelled.ts';

/** All is learned anew when there are so many times as many examples, as a desk does at night. */
const night = 1.3;

/** Accuracy of the mails `from` to `to`, each guessed with those before it. */
export interface CurvePoint {
  readonly from: number;
  readonly to: number;
  readonly accuracy: number;
  readonly sure: number;
  readonly sureAccuracy: number | null;
}

export interface Streamed {
  readonly predictions: readonly Prediction[];
  readonly curve: readonly CurvePoint[];
}

export function stream(
  mails: readonly LabelledMail[],
  { examples, rules }: { examples: readonly Example[]; rules: Rules },
): Streamed {
  const known = [...examples];
  const predictions: Prediction[] = [];
  let model: Model = learn(known, rules);
  let atNight = model.count;
  for (const mail of mails) {
    predictions.push(predict(model, mail, rules));
    const example = exampleFrom(mail, rules);
    known.push(example);
    const next = known.length > atNight * night ? null : update(model, [example]);
    if (next === null) atNight = known.length;
    model = next ?? learn(known, rules);
  }
  return { predictions, curve: curveOf(predictions) };
}

/** Ten points at first, then ever longer stretches. */
function curveOf(predictions: readonly Prediction[]): readonly CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let from = 0, length = 10; from < predictions.length; from += length) {
    length = Math.max(10, from);
    const part = predictions.slice(from, from + length);
    const sure = part.filter(({ verdict }) => verdict === 'sure');
    points.push({
      from: from + 1,
      to: from + part.length,
      accuracy: accuracy(part) ?? 0,
      sure: sure.length / part.length,
      sureAccuracy: accuracy(sure),
    });
  }
  return points;
}
