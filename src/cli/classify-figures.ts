// How good guesses are: accuracy, macro-F1, figures by label, coverage at a target, calibration.
import type { Verdict } from '../complaints/learning/trust.ts';

export interface Prediction {
  readonly id: string | null;
  readonly label: string;
  readonly sublabel: string | null;
  readonly category: string;
  readonly subcategory: string | null;
  readonly confidence: number;
  readonly verdict: Verdict;
  /** Sure where 95 of 100 are to be right. */
  readonly sureAt95: boolean;
  readonly alternatives: readonly string[];
}

export interface LabelFigures {
  readonly label: string;
  readonly mails: number;
  readonly guessed: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What is done without asking: its share of all mails, and how much of it is right; null: nothing is. */
export interface Coverage {
  readonly target: number;
  readonly coverage: number;
  readonly accuracy: number | null;
}

export interface Figures {
  readonly mails: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** Category and subcategory right, over the mails with a sublabel; null where there are none. */
  readonly pathAccuracy: number | null;
  readonly amongFirstTwo: number;
  readonly labels: readonly LabelFigures[];
  readonly confusion: readonly { readonly label: string; readonly guessed: string; readonly mails: number }[];
  readonly verdicts: Readonly<Record<Verdict, { readonly mails: number; readonly accuracy: number | null }>>;
  readonly targets: readonly Coverage[];
  /** Mean distance between confidence and share of right ones, over ten bands. */
  readonly calibrationError: number;
}

const isRight = ({ label, category }: Prediction): boolean => label === category;

export function figuresOf(predictions: readonly Prediction[]): Figures {
  const labels = labelFigures(predictions);
  const withSub = predictions.filter(({ sublabel }) => sublabel !== null);
  const inFirstTwo = predictions.filter(
    (each) => isRight(each) || each.alternatives[0]?.split(' > ')[0] === each.label,
  );
  const known = labels.filter(({ mails }) => mails > 0);
  return {
    mails: predictions.length,
    accuracy: accuracy(predictions) ?? 0,
    macroF1: known.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, known.length),
    pathAccuracy:
      withSub.length === 0
        ? null
        : share(withSub, (each) => isRight(each) && each.sublabel === each.subcategory),
    amongFirstTwo: inFirstTwo.length / Math.max(1, predictions.length),
    labels,
    confusion: confusion(predictions),
    verdicts: {
      sure: verdict(predictions, 'sure'),
      likely: verdict(predictions, 'likely'),
      unsure: verdict(predictions, 'unsure'),
    },
    targets: [
      coverage(predictions, 0.9, ({ verdict }) => verdict === 'sure'),
      coverage(predictions, 0.95, ({ sureAt95 }) => sureAt95),
    ],
    calibrationError: calibrationError(predictions),
  };
}

export const accuracy = (predictions: readonly Prediction[]): number | null =>
  predictions.length === 0 ? null : share(predictions, isRight);

const share = <T>(items: readonly T[], is: (item: T) => boolean): number =>
  items.filter(is).length / Math.max(1, items.length);

function labelFigures(predictions: readonly Prediction[]): readonly LabelFigures[] {
  const names = new Set(predictions.flatMap(({ label, category }) => [label, category]));
  return [...names].sort().map((label) => {
    const mails = predictions.filter((each) => each.label === label).length;
    const guessed = predictions.filter((each) => each.category === label).length;
    const right = predictions.filter((each) => each.label === label && isRight(each)).length;
    const f1 = mails + guessed === 0 ? 0 : (2 * right) / (mails + guessed);
    return {
      label,
      mails,
      guessed,
      right,
      precision: right / (guessed || 1),
      recall: right / (mails || 1),
      f1,
    };
  });
}

/** Every pair that occurs, the wrong ones included, the most frequent first. */
function confusion(predictions: readonly Prediction[]): Figures['confusion'] {
  const pairs = new Map<string, { label: string; guessed: string; mails: number }>();
  for (const { label, category } of predictions) {
    const key = JSON.stringify([label, category]);
    const pair = pairs.get(key) ?? { label, guessed: category, mails: 0 };
    pair.mails += 1;
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.mails - a.mails);
}

function verdict(predictions: readonly Prediction[], which: Verdict) {
  const own = predictions.filter((each) => each.verdict === which);
  return { mails: own.length, accuracy: accuracy(own) };
}

function coverage(
  predictions: readonly Prediction[],
  target: number,
  isSure: (prediction: Prediction) => boolean,
): Coverage {
  const sure = predictions.filter(isSure);
  return { target, coverage: sure.length / Math.max(1, predictions.length), accuracy: accuracy(sure) };
}

function calibrationError(predictions: readonly Prediction[]): number {
  const bands = new Map<number, Prediction[]>();
  for (const each of predictions) {
    const band = Math.min(9, Math.floor(each.confidence * 10));
    bands.set(band, [...(bands.get(band) ?? []), each]);
  }
  let distance = 0;
  for (const band of bands.values()) {
    const said = band.reduce((sum, { confidence }) => sum + confidence, 0) / band.length;
    distance += (Math.abs(said - share(band, isRight)) * band.length) / predictions.length;
  }
  return distance;
}
